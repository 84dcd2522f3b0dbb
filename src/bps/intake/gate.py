"""What an office file must pass before any library opens it.

Workbooks and documents are zip archives of XML. The libraries that read them trust both, so that
bombs, encrypted or doubled entries and document types are refused here, by counting.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bps.intake.kinds import kind_of_archive, kind_of_start
from bps.intake.notice import IntakeError, Notice, note
from bps.intake.readers.limits import damaged

if TYPE_CHECKING:
    from pathlib import Path

    from bps.intake.kinds import Kind

MEBIBYTE: Final = 1024 * 1024
MAX_ENTRIES: Final = 2_000
MAX_ENTRY_BYTES: Final = 50 * MEBIBYTE
MAX_TOTAL_BYTES: Final = 200 * MEBIBYTE
MAX_RATIO: Final = 100
MAX_FILE_BYTES: Final = 50 * MEBIBYTE
# Entries this small cannot hurt, and short XML of many equal cells packs well.
_SMALL: Final = 256 * 1024
_CHUNK: Final = MEBIBYTE
_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
# Files of one piece are built in memory as a whole.
_MAX_PIECE: Final = 20 * MEBIBYTE
_PIECES: Final = frozenset({"html", "spreadsheetml", "rtf", "ods", "odt"})
_DOCTYPES: Final = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_ENCRYPTED: Final = 0x1


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that may be read.

    Attributes:
        path: The file.
        kind: How to read it.
        notices: What was seen at the gate.
    """

    path: Path
    kind: Kind
    notices: tuple[Notice, ...] = ()


def admit(path: Path) -> Admitted:
    """Look at a file before it is opened by a library.

    Args:
        path: The office's own file; only read.

    Returns:
        The kind of the file, told from its content and not from its name.

    Raises:
        IntakeError: If it is of another kind, locked, damaged, or built to do harm.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as error:
        raise IntakeError(
            f"无法读取文件 {path.name}：{error.strerror}",
            f"Cannot read {path.name}: {error.strerror}",
        ) from None
    if size == 0:
        raise IntakeError(f"{path.name} 是空文件", f"{path.name} is empty")
    if size > MAX_FILE_BYTES:
        raise IntakeError(
            f"{path.name} 超过50 MiB，请拆分后再导入",
            f"{path.name} is larger than 50 MiB; split it before the import",
        )
    if start.startswith((_ZIP, _EMPTY_ZIP)):
        return _admit_archive(path)
    kind = kind_of_start(path, start)
    if kind in _PIECES and size > _MAX_PIECE:
        raise IntakeError(
            f"{path.name} 超过20 MiB，请拆分后再导入",
            f"{path.name} is larger than 20 MiB; split it before the import",
        )
    if kind in {"spreadsheetml", "ods", "odt"}:
        _check_piece(path)
    return Admitted(path, kind)


def _check_piece(path: Path) -> None:
    """Refuse document types in a file that is one piece of XML."""
    data = path.read_bytes()
    if any(word in data for word in _DOCTYPES):
        raise _hostile(path, "含有文档类型声明", "it declares a document type")


def _admit_archive(path: Path) -> Admitted:
    try:
        with zipfile.ZipFile(path) as archive:
            names = _check_entries(path, archive)
            _check_contents(path, archive)
            kind = kind_of_archive(path, names, archive)
    except (
        zipfile.BadZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        zlib.error,
    ):
        raise damaged(path.name) from None
    notices = []
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        notices.append(
            note(
                "文件含有宏；宏不会运行，也不会读取",
                "The file holds macros; they are neither run nor read",
            )
        )
    if any("externallinks/" in name.lower() for name in names):
        notices.append(
            note(
                "文件链接到其他文件；链接不会打开",
                "The file links to other files; links are not followed",
            )
        )
    return Admitted(path, kind, tuple(notices))


def _check_entries(path: Path, archive: zipfile.ZipFile) -> frozenset[str]:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MAX_ENTRIES:
        raise _hostile(path, f"内有{len(entries)}个条目", f"it holds {len(entries)} entries")
    if len(set(names)) != len(names):
        raise _hostile(path, "内有重名条目", "it holds two entries of one name")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise IntakeError(
            f"{path.name} 的内容已加密；请取消密码后再导入",
            f"The content of {path.name} is encrypted; remove the password and import again",
        )
    for entry in entries:
        packed = max(entry.compress_size, 1)
        if entry.file_size > MAX_ENTRY_BYTES:
            raise _hostile(
                path, f"{entry.filename} 展开后过大", f"{entry.filename} unpacks too large"
            )
        if entry.file_size > _SMALL and entry.file_size / packed > MAX_RATIO:
            raise _hostile(
                path,
                f"{entry.filename} 的压缩比超过{MAX_RATIO}",
                f"{entry.filename} is packed more than {MAX_RATIO} to 1",
            )
    if sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        raise _hostile(path, "展开后过大", "it unpacks too large")
    return frozenset(names)


def _check_contents(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuse document types, which office files must not have, without keeping content in memory."""
    for entry in archive.infolist():
        if not entry.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        tail = b""
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                window = tail + chunk
                if any(word in window for word in _DOCTYPES):
                    raise _hostile(
                        path,
                        f"{entry.filename} 含有文档类型声明",
                        f"{entry.filename} declares a document type",
                    )
                tail = window[-32:]


def _hostile(path: Path, zh: str, en: str) -> IntakeError:
    return IntakeError(
        f"{path.name} 不予打开：{zh}，正常的 Office 文件不会这样",
        f"{path.name} is not opened: {en}, which no ordinary office file does",
    )
