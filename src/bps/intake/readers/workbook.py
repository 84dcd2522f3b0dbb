"""Workbooks: values only, merged cells filled, what is hidden or reckoned is said."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from bps.intake.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, OfficeFile, Row, clean_text
from bps.intake.notice import note
from bps.intake.readers.limits import damaged, too_many_rows

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

_ROW: Final = b"<row "
_FORMULA: Final = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"[^>]{0,200}><f[ >/]')
# A sheet may be formatted to its last row without holding a word there.
_SHOWN: Final = 12


def read_xlsx(path: Path) -> OfficeFile:
    """Read every sheet of a workbook that passed the gate.

    Args:
        path: The workbook.

    Returns:
        One grid per sheet that holds text.

    Raises:
        IntakeError: If the library cannot read it or a sheet has too many rows.
    """
    from openpyxl import load_workbook

    office = OfficeFile(path.name)
    formulas = _scan(path)
    with warnings.catch_warnings():
        # The library warns about extensions of newer versions of Excel; values are not touched.
        warnings.simplefilter("ignore")
        try:
            # From memory: the library leaves a file open when it gives up on it.
            workbook = load_workbook(
                io.BytesIO(path.read_bytes()), data_only=True, keep_links=False
            )
        except Exception as error:
            raise damaged(path.name) from error
    for number, sheet in enumerate(workbook.worksheets, start=1):
        grid = _grid(sheet, office)
        if grid.rows:
            office.grids.append(grid)
            _say_formulas(sheet, formulas.get(number, ()), office)
    return office


def _scan(path: Path) -> dict[int, tuple[str, ...]]:
    """Count rows and find formulas in the raw sheets, before they are built in memory."""
    found: dict[int, tuple[str, ...]] = {}
    with zipfile.ZipFile(path) as archive:
        names = (n for n in archive.namelist() if re.match(r"xl/worksheets/sheet[0-9]+\.xml$", n))
        ordered = sorted(names, key=lambda name: int(re.sub(r"[^0-9]", "", name)))
        for number, name in enumerate(ordered, start=1):
            data = archive.read(name)
            if data.count(_ROW) > MAX_ROWS and _filled_rows(data) > MAX_ROWS:
                raise too_many_rows(f"sheet {number}")
            found[number] = tuple(ref.decode() for ref in _FORMULA.findall(data))
    return found


def _filled_rows(data: bytes) -> int:
    return sum(1 for row in data.split(_ROW)[1:] if b"<v>" in row or b"<is>" in row)


def _grid(sheet: Worksheet, office: OfficeFile) -> Grid:
    if sheet.sheet_state != "visible":
        office.notices.append(
            note(
                "工作表是隐藏的，也已读取",
                "The sheet is hidden; it was read as well",
                sheet=sheet.title,
            )
        )
    anchors = _merged(sheet)
    width = min(sheet.max_column, MAX_COLUMNS)
    rows = []
    for number, values in enumerate(
        sheet.iter_rows(min_row=1, max_row=sheet.max_row, max_col=width, values_only=True), start=1
    ):
        if number > MAX_ROWS:
            break
        cells = []
        for at, value in enumerate(values, start=1):
            anchor = anchors.get((number, at), (number, at))
            own = value if anchor == (number, at) else sheet.cell(*anchor).value
            cells.append(Cell(clean_text(cell_text(own)), anchor))
        row = Row(number, tuple(cells))
        if not row.is_empty:
            rows.append(row)
            if sheet.row_dimensions[number].hidden:
                office.notices.append(
                    note(
                        "这一行是隐藏的，也已读取",
                        "This row is hidden; it was read as well",
                        sheet=sheet.title,
                        row=number,
                    )
                )
    return Grid(sheet.title, tuple(rows))


def _merged(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Every cell of a merged area with the cell that holds its text."""
    anchors = {}
    for area in sheet.merged_cells.ranges:
        if (area.max_row - area.min_row + 1) * (area.max_col - area.min_col + 1) > MAX_ROWS:
            continue
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                anchors[row, column] = (area.min_row, area.min_col)
    return anchors


def cell_text(value: Any) -> str:
    """A value as it reads in the cell: whole numbers without point, days as YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return (
            value.date().isoformat()
            if value.time() == datetime.min.time()
            else value.isoformat(" ")
        )
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "")


def _say_formulas(sheet: Worksheet, references: tuple[str, ...], office: OfficeFile) -> None:
    for reference in references[:_SHOWN]:
        cell = sheet[reference]
        row = cell.row or 0
        if cell.value is None:
            office.notices.append(
                note(
                    f"{reference} 是公式，文件里没有存它的结果；请在 Excel 中打开并保存一次",
                    f"{reference} is a formula without a stored result; open and save the file in Excel",
                    sheet=sheet.title,
                    row=row,
                )
            )
        else:
            shown = cell_text(cell.value)[:30]
            office.notices.append(
                note(
                    f"{reference} 是公式，按保存的结果“{shown}”读取",
                    f'{reference} is a formula; its stored result "{shown}" was read',
                    sheet=sheet.title,
                    row=row,
                )
            )
    if len(references) > _SHOWN:
        more = len(references) - _SHOWN
        office.notices.append(
            note(f"另有{more}个公式单元格", f"{more} more cells with formulas", sheet=sheet.title)
        )
