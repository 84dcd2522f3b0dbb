"""What no library reads, LibreOffice converts where it is on the machine."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bps.intake.gate import admit
from bps.intake.notice import IntakeError, note
from bps.intake.readers.document import read_docx

if TYPE_CHECKING:
    from bps.intake.grid import OfficeFile

_PROGRAMS: Final = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PATIENCE: Final = 120  # seconds


def read_by_office_suite(path: Path) -> OfficeFile:
    """Read an old text document by way of LibreOffice.

    The document is converted in a folder of its own, with a profile of its own; the original is
    only read, and no macro is run.

    Args:
        path: The document.

    Returns:
        What the reader of new documents finds.

    Raises:
        IntakeError: If LibreOffice is not there or cannot read the document.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise IntakeError(
            f"{path.name} 是旧的文字文件（.doc、.wps）；请在 Word 或 WPS 中点“文件”、“另存为”，"
            "选 .docx，再导入；装了 LibreOffice 的电脑可以直接导入",
            f'{path.name} is an old text document (.doc, .wps); in Word or WPS click "File", "Save as", '
            "choose .docx, and import that; a computer with LibreOffice reads it directly",
        )
    with tempfile.TemporaryDirectory(prefix="bps-") as folder:
        converted = _convert(program, path, Path(folder))
        admitted = admit(converted)
        office = read_docx(converted)
    office.name = path.name
    office.notices[:0] = [
        note(
            "旧的文字文件，由 LibreOffice 转换后读取，请核对",
            "An old text document, read by way of LibreOffice; compare it with the original",
        ),
        *admitted.notices,
    ]
    return office


def _convert(program: str, path: Path, folder: Path) -> Path:
    copy = folder / "in" / f"document{path.suffix.lower() if path.suffix.isascii() else ''}"
    copy.parent.mkdir()
    shutil.copyfile(path, copy)
    profile = (folder / "profile").as_uri()
    command = [
        *(program, f"-env:UserInstallation={profile}", "--headless", "--norestore"),
        *("--convert-to", "docx", "--outdir", str(folder / "out"), str(copy)),
    ]
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, check=False, capture_output=True, timeout=_PATIENCE)  # noqa: S603 - our own arguments, no shell
    converted = folder / "out" / f"{copy.stem}.docx"
    if not converted.exists():
        raise IntakeError(
            f"LibreOffice 读不了 {path.name}；请在 Word 或 WPS 中另存为 .docx，再导入",
            f"LibreOffice cannot read {path.name}; save it as .docx in Word or WPS and import that",
        )
    return converted
