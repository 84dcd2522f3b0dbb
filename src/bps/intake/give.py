"""The official layout as a workbook, a CSV file or a document."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from bps.formulas import guard_cell
from bps.intake.layout import HEADER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bps.intake.layout import Line

FORMATS: Final = ("xlsx", "csv", "docx")
_WIDTHS: Final = (6, 24, 20, 44, 44, 24, 20)
# The library writes the time of saving by itself.
_SAVED: Final = re.compile(rb"(<dcterms:modified[^>]{0,80}>)[^<]{0,40}")
_ACROSS: Final = frozenset({"title", "area", "category"})


def give_table(lines: Sequence[Line], kind: str, *, moment: datetime) -> bytes:
    """The file for one format.

    Args:
        lines: Rows of the official layout.
        kind: "xlsx", "csv" or "docx".
        moment: Time written into the file's properties, so that equal input gives equal bytes.

    Returns:
        The bytes of the file.
    """
    if kind == "csv":
        return _csv(lines)
    if kind == "docx":
        return _steady(_docx(lines, moment), moment)
    return _steady(_xlsx(lines, moment), moment)


def _steady(data: bytes, moment: datetime) -> bytes:
    """The same archive with one time on every entry, so that equal content gives equal bytes."""
    stream = io.BytesIO()
    stamp = max(moment.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    now = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _SAVED.sub(rb"\g<1>" + now, content)
            info = zipfile.ZipInfo(entry.filename, stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return stream.getvalue()


def _csv(lines: Sequence[Line]) -> bytes:
    """UTF-8 with mark, which Excel in China needs; areas stand in a row of their own."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    for line in lines:
        cells = [guard_cell(cell) for cell in line.cells]
        writer.writerow(cells + [""] * (len(HEADER) - len(cells)))
    return stream.getvalue().encode("utf-8-sig")


def _xlsx(lines: Sequence[Line], moment: datetime) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "清单"
    side = Side(style="thin", color="999999")
    for at, line in enumerate(lines, start=1):
        for column, text in enumerate(line.cells, start=1):
            cell = sheet.cell(at, column)
            cell.value = text
            # Typed as text: a spreadsheet never runs it, and codes keep their zeros.
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(left=side, right=side, top=side, bottom=side)
            cell.font = Font(bold=line.kind != "item", size=16 if line.kind == "title" else 11)
        if line.kind == "item" and line.cells[0].isdigit():
            sheet.cell(at, 1).value = int(line.cells[0])
        if line.kind in _ACROSS:
            sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=len(HEADER))
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "1:2"
    book.properties.creator = "bps"
    book.properties.created = book.properties.modified = moment.replace(tzinfo=None)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _docx(lines: Sequence[Line], moment: datetime) -> bytes:
    from docx import Document
    from docx.enum.section import WD_ORIENT

    document: Any = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    table = document.add_table(rows=0, cols=len(HEADER))
    table.style = "Table Grid"
    for line in lines:
        if line.kind == "title":
            table._element.addprevious(document.add_heading(line.cells[0], level=1)._element)  # noqa: SLF001
            continue
        cells = table.add_row().cells
        if line.kind in _ACROSS:
            cells[0].merge(cells[-1]).text = line.cells[0]
            continue
        for cell, text in zip(cells, line.cells, strict=True):
            cell.text = text
    properties = document.core_properties
    properties.author = "bps"
    properties.created = properties.modified = moment.replace(tzinfo=None)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
