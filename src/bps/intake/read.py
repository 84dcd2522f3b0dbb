"""One door for all office files."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from bps.intake.gate import admit
from bps.intake.notice import note

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bps.intake.grid import OfficeFile
    from bps.intake.kinds import Kind

_SHOWN: Final = 40
# Kind to module and function: a reader is loaded when a file of its kind comes.
_READERS: Final[dict[Kind, tuple[str, str]]] = {
    "xlsx": ("workbook", "read_xlsx"),
    "xls": ("old_workbook", "read_xls"),
    "xlsb": ("old_workbook", "read_xlsb"),
    "ods": ("open_document", "read_ods"),
    "spreadsheetml": ("spreadsheet_xml", "read_spreadsheet_xml"),
    "html": ("markup", "read_html"),
    "csv": ("delimited", "read_csv"),
    "docx": ("document", "read_docx"),
    "odt": ("open_document", "read_odt"),
    "rtf": ("rich_text", "read_rtf"),
    "doc": ("office_suite", "read_by_office_suite"),
    "pdf": ("pdf", "read_pdf"),
    "ofd": ("ofd", "read_ofd"),
}


def read_office_file(path: Path) -> OfficeFile:
    """Read an office file into grids; the file itself is only read.

    Args:
        path: The office's own file.

    Returns:
        Its grids and what there is to know about it.

    Raises:
        IntakeError: If it cannot or must not be read; says where and what to do.
    """
    admitted = admit(path)
    module, function = _READERS[admitted.kind]
    read: Callable[[Path], OfficeFile] = getattr(
        import_module(f"bps.intake.readers.{module}"), function
    )
    office = read(path)
    office.notices[:0] = admitted.notices
    _say_folded(office)
    return office


def _say_folded(office: OfficeFile) -> None:
    """Say once which characters were folded, and which meant nothing outside their font."""
    folded = [each for each in office.folded.values() if each]
    if folded:
        shown = "".join(dict.fromkeys(folded))[:_SHOWN]
        office.notices.append(
            note(
                f"部首、竖排或旧码位的字符已换成常用字：{shown}",
                f"Radicals, vertical forms or old code points were read as the usual characters: {shown}",
            )
        )
    if unread := sum(not each for each in office.folded.values()):
        office.notices.append(
            note(
                f"有{unread}种专用字符（自造字或符号字体）读不出，已略去；请与原文核对",
                f"Characters of a private font that could not be read and were left out: {unread}; "
                "compare with the original",
            )
        )
