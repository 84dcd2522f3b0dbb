"""Workbooks that are one piece of XML, as Excel 2003 and many office systems write them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from bps.intake.grid import OfficeFile
from bps.intake.readers.number_format import general, shown, shown_text
from bps.intake.readers.package import Element, attribute, child, children, local, parse
from bps.intake.readers.reasons import COMMENT, STRUCK
from bps.intake.readers.sheet import Sheet

if TYPE_CHECKING:
    from pathlib import Path

# Formats that have a name of their own.
_NAMED: Final = {
    "General Number": "General", "Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%",
    "Scientific": "0.00E+00", "Currency": '"¥"#,##0.00', "General Date": "yyyy/m/d h:mm",
    "Short Date": "yyyy/m/d", "Medium Date": "yyyy/m/d", "Long Date": 'yyyy"年"m"月"d"日"',
    "Short Time": "h:mm", "Medium Time": "h:mm AM/PM", "Long Time": "h:mm:ss",
}  # fmt: skip
_FIRST: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets know no time zone
_LAST: Final = 1_048_576


def read_spreadsheet_xml(path: Path) -> OfficeFile:
    """Read every sheet of a workbook that is one piece of XML.

    Args:
        path: The file.

    Returns:
        One grid per sheet that holds text.

    Raises:
        IntakeError: If it is damaged or a sheet has too many rows.
    """
    office = OfficeFile(path.name)
    root = parse(path.read_bytes(), name=path.name)
    looks = _looks(child(root, "Styles"))
    for element in children(root, "Worksheet"):
        sheet = Sheet(attribute(element, "Name") or f"sheet {len(office.grids) + 1}", office)
        _read_table(sheet, child(element, "Table"), looks)
        visible = child(child(element, "WorksheetOptions"), "Visible")
        sheet.close(
            is_hidden=visible is not None and (visible.text or "").startswith("SheetHidden")
        )
    return office


def _looks(styles: Element | None) -> dict[str, tuple[str, bool]]:
    """Style to number format and whether it strikes out; a style may rest on another."""
    found: dict[str, tuple[str, bool]] = {}
    for each in children(styles, "Style"):
        code, struck = found.get(attribute(each, "Parent"), ("General", False))
        number, font = child(each, "NumberFormat"), child(each, "Font")
        if number is not None:
            code = attribute(number, "Format") or code
        if font is not None:
            struck = attribute(font, "StrikeThrough") == "1" or struck
        found[attribute(each, "ID")] = (_NAMED.get(code, code), struck)
    return found


def _read_table(sheet: Sheet, table: Element | None, looks: dict[str, tuple[str, bool]]) -> None:
    column = 0
    for each in children(table, "Column"):
        column = _whole(each, "Index", column + 1)
        last = column + _whole(each, "Span", 0)
        if attribute(each, "Hidden") == "1":
            sheet.hidden_columns.update(range(column, min(last, column + 500) + 1))
        column = last
    number = 0
    for row in children(table, "Row"):
        number = _whole(row, "Index", number + 1)
        if attribute(row, "Hidden") == "1":
            sheet.hidden_rows.update(range(number, number + min(_whole(row, "Span", 0), 500) + 1))
        column = 0
        for cell in children(row, "Cell"):
            column = _whole(cell, "Index", column + 1)
            across, down = _whole(cell, "MergeAcross", 0), _whole(cell, "MergeDown", 0)
            if across or down:
                sheet.merges.append((number, column, number + down, column + across))
            style = attribute(cell, "StyleID") or attribute(row, "StyleID") or "Default"
            _read_cell(sheet, cell, (number, column), looks.get(style, ("General", False)))
            column += across
        number += _whole(row, "Span", 0)


def _read_cell(sheet: Sheet, cell: Element, place: tuple[int, int], look: tuple[str, bool]) -> None:
    code, struck = look
    comment = child(cell, "Comment")
    if comment is not None:
        sheet.office.leave(sheet.spot(*place), sheet.office.clean(_plain(comment)), COMMENT)
    data = child(cell, "Data")
    if data is None:
        return
    live, gone = _runs(data, is_struck=struck)
    kind = attribute(data, "Type", "String")
    text = _shown(live, kind, code)
    if gone.strip():
        sheet.leave(*place, gone, STRUCK)
    if text:
        sheet.put(*place, text)


def _shown(text: str, kind: str, code: str) -> str:
    if kind == "Boolean":
        return {"1": "TRUE", "0": "FALSE"}.get(text, text)
    if kind not in {"Number", "DateTime"}:
        return text if code == "General" else shown_text(text, code)
    try:
        number = float(text) if kind == "Number" else _days(text)
    except ValueError:
        return text
    if kind == "DateTime" and code == "General":
        code = "yyyy/m/d h:mm"
    return general(number) if code == "General" else shown(number, code)


def _days(text: str) -> float:
    return (datetime.fromisoformat(text.rstrip("Z")) - _FIRST).total_seconds() / 86_400


def _runs(element: Element, *, is_struck: bool) -> tuple[str, str]:
    """Text that is seen, and text that is struck out."""
    live, gone = ("", element.text or "") if is_struck else (element.text or "", "")
    for each in element:
        inner = _runs(each, is_struck=is_struck or local(each.tag) == "S")
        live, gone = live + inner[0], gone + inner[1]
        if is_struck:
            gone += each.tail or ""
        else:
            live += each.tail or ""
    return live, gone


def _plain(element: Element) -> str:
    return "".join(element.itertext())


def _whole(element: Element, name: str, default: int) -> int:
    text = attribute(element, name)
    return min(int(text[:9]), _LAST) if text.isascii() and text.isdigit() else default
