"""Workbooks of the old format (.xls, .et) and of the binary new one (.xlsb)."""

from __future__ import annotations

import datetime as dt
import io
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from bps.intake.grid import OfficeFile
from bps.intake.notice import note
from bps.intake.readers.limits import damaged, heavy
from bps.intake.readers.number_format import general, hides, shown, shown_text
from bps.intake.readers.reasons import COMMENT, ERROR, HIDDEN, STRUCK
from bps.intake.readers.sheet import Sheet

if TYPE_CHECKING:
    from pathlib import Path

_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5


def read_xls(path: Path) -> OfficeFile:
    """Read every sheet of an old workbook, values through their formats.

    Args:
        path: The workbook.

    Returns:
        One grid per sheet that holds text.

    Raises:
        IntakeError: If it is damaged, or the library for it is not installed.
    """
    with heavy("Excel 97-2003 (.xls)", path.name):
        import xlrd

    office = OfficeFile(path.name)
    try:
        book = xlrd.open_workbook(
            str(path), formatting_info=True, logfile=io.StringIO(), ragged_rows=True
        )
    except Exception as error:
        raise damaged(path.name) from error
    for source in book.sheets():
        sheet = Sheet(source.name, office)
        _read_old_sheet(book, source, sheet)
        sheet.close(is_hidden=bool(source.visibility))
    return office


def _read_old_sheet(book: Any, source: Any, sheet: Sheet) -> None:
    sheet.merges = [
        (top + 1, left + 1, bottom, right) for top, bottom, left, right in source.merged_cells
    ]
    sheet.hidden_rows = {row + 1 for row, info in source.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = {
        column + 1 for column, info in source.colinfo_map.items() if info.hidden
    }
    for row in range(source.nrows):
        for column, cell in enumerate(source.row(row)):
            if cell.ctype in {_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR}:
                _read_old_cell(book, source, sheet, (row, column), cell)
    for (row, column), remark in source.cell_note_map.items():
        text = sheet.office.clean(remark.text)
        sheet.office.leave(sheet.spot(row + 1, column + 1), text, COMMENT)


def _read_old_cell(book: Any, source: Any, sheet: Sheet, at: tuple[int, int], cell: Any) -> None:
    import xlrd

    place = (at[0] + 1, at[1] + 1)
    look = book.xf_list[cell.xf_index]
    code = book.format_map[look.format_key].format_str or "General"
    is_struck = bool(book.font_list[look.font_index].struck_out)
    if cell.ctype == _ERROR:
        sheet.leave(*place, xlrd.error_text_from_code.get(cell.value, "#N/A"), ERROR)
        return
    if cell.ctype == _TEXT:
        runs = source.rich_text_runlist_map.get(at, [])
        live, gone = _split(book, cell.value, runs, is_struck=is_struck)
        live = shown_text(live, code)
    else:
        live, gone = _value(book, cell, code), ""
        if is_struck:
            live, gone = "", live
    if gone.strip():
        sheet.leave(*place, gone, STRUCK)
    if hides(code) and live.strip():
        sheet.leave(*place, live, HIDDEN)
    elif live:
        sheet.put(*place, live)


def _value(book: Any, cell: Any, code: str) -> str:
    if cell.ctype == _BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if hides(code):
        return general(cell.value)
    return shown(cell.value, code, from_1904=bool(book.datemode))


def _split(
    book: Any, text: str, runs: list[tuple[int, int]], *, is_struck: bool
) -> tuple[str, str]:
    """What is seen of a text, and what is struck out; each run has a font from its place on."""
    live = gone = ""
    starts = [(0, None), *runs, (len(text), None)]
    for (start, font), (end, _) in pairwise(starts):
        part = text[start:end]
        if is_struck if font is None else book.font_list[font].struck_out:
            gone += part
        else:
            live += part
    return live, gone


_UNFORMATTED: Final = note(
    "这种文件（.xlsb）只读得出数值，读不出显示格式，例如90%会读成0.9；请核对，或另存为 .xlsx 再导入",
    "From this kind of file (.xlsb) values are read without their formats, so that 90% reads 0.9; "
    "check them, or save the file as .xlsx and import again",
)


def read_xlsb(path: Path) -> OfficeFile:
    """Read the values of a binary workbook; it is said that their formats are not read.

    Args:
        path: The workbook.

    Returns:
        One grid per sheet that holds text.

    Raises:
        IntakeError: If it is damaged, or the library for it is not installed.
    """
    with heavy("Excel (.xlsb)", path.name):
        import python_calamine

    office = OfficeFile(path.name, notices=[_UNFORMATTED])
    try:
        book = python_calamine.load_workbook(str(path))
        tables = [
            (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
    except Exception as error:
        raise damaged(path.name) from error
    for name, rows in tables:
        sheet = Sheet(name, office)
        for number, values in enumerate(rows, start=1):
            for column, value in enumerate(values, start=1):
                sheet.put(number, column, _plain(value))
        sheet.close()
    return office


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return general(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)
