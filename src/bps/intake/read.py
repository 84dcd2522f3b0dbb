"""One door for all office files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.intake.gate import admit

if TYPE_CHECKING:
    from pathlib import Path

    from bps.intake.grid import OfficeFile


def read_office_file(path: Path) -> OfficeFile:
    """Read an XLSX, DOCX or CSV file into grids; the file itself is only read.

    Args:
        path: The office's own file.

    Returns:
        Its grids and what there is to know about it.

    Raises:
        IntakeError: If it cannot or must not be read; says where and what to do.
    """
    admitted = admit(path)
    if admitted.kind == "xlsx":
        from bps.intake.readers.workbook import read_xlsx as read
    elif admitted.kind == "docx":
        from bps.intake.readers.document import read_docx as read
    else:
        from bps.intake.readers.delimited import read_csv as read
    office = read(path)
    office.notices[:0] = admitted.notices
    return office
