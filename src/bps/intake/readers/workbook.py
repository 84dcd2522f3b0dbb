"""Workbooks as a person sees them: values through their formats; what is not shown is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.intake.grid import OfficeFile
from bps.intake.notice import Spot, column_letters, note
from bps.intake.readers.limits import damaged, too_many_rows
from bps.intake.readers.number_format import general, hides, shown, shown_text
from bps.intake.readers.package import (
    Element,
    Link,
    Package,
    attribute,
    child,
    children,
    local,
)
from bps.intake.readers.reasons import CHART, ERROR, FORMULA, HIDDEN, PICTURE, STRUCK
from bps.intake.readers.sheet import Sheet
from bps.intake.readers.workbook_parts import (
    Look,
    Runs,
    column_of,
    leave_comments,
    leave_margins,
    place_of,
    read_looks,
    read_shared,
    runs_of,
)

if TYPE_CHECKING:
    from pathlib import Path

_LAST_ROW: Final = 1_048_576
_SHOWN: Final = 12  # formulas of a sheet that are named one by one
_PLAIN: Final = Look()


def read_xlsx(path: Path) -> OfficeFile:
    """Read every sheet of a workbook that passed the gate.

    Args:
        path: The workbook.

    Returns:
        One grid per sheet that holds text.

    Raises:
        IntakeError: If it is damaged or a sheet has too many rows.
    """
    office = OfficeFile(path.name)
    with Package(path) as package:
        root = package.xml("xl/workbook.xml")
        links = {link.id: link for link in package.links("xl/workbook.xml")}
        sheets = list(children(child(root, "sheets"), "sheet"))
        if not sheets:
            raise damaged(path.name)
        book = _Book(package, office, root, [*links.values()])
        for element in sheets:
            link = links.get(attribute(element, "id"))
            name = element.get("name") or f"sheet {len(office.grids) + 1}"
            if link is None or link.target not in package.parts:
                raise damaged(path.name)
            if link.kind == "worksheet":
                book.read(name, link.target, is_hidden=element.get("state", "visible") != "visible")
            else:
                office.leave(Spot(name), "", CHART)
    return office


class _Book:
    """What all sheets of one workbook share."""

    def __init__(
        self, package: Package, office: OfficeFile, root: Element, links: list[Link]
    ) -> None:
        self._package = package
        self._office = office
        parts = {link.kind: link.target for link in links}
        self._looks = read_looks(package.xml(parts.get("styles", "")))
        self._texts = read_shared(package, parts.get("sharedStrings", ""))
        properties = child(root, "workbookPr")
        self._from_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self._formulas: list[tuple[int, int]] = []

    def read(self, name: str, part: str, *, is_hidden: bool) -> None:
        """Read one sheet into the file."""
        sheet = Sheet(name, self._office)
        self._formulas = []
        self._elements(sheet, part)
        leave_comments(self._package, part, sheet)
        if sheet.close(is_hidden=is_hidden):
            self._say_formulas(sheet)

    def _elements(self, sheet: Sheet, part: str) -> None:
        row = 0
        names = ("row", "mergeCell", "col", "filterColumn", "headerFooter")
        for element in self._package.iter_elements(part, *names):
            kind = local(element.tag)
            if kind == "row":
                row = self._row(sheet, element, row + 1)
            elif kind == "mergeCell":
                first, _, last = element.get("ref", "").partition(":")
                top, bottom = place_of(first), place_of(last)
                if top and bottom:
                    sheet.merges.append((*top, *bottom))
            elif kind == "col" and _is_hidden(element, "width"):
                first, last = (_whole(element.get(key), 1) for key in ("min", "max"))
                sheet.hidden_columns.update(range(first, min(last, first + 500) + 1))
            elif kind == "filterColumn":
                self._say_filter(sheet)
            elif kind == "headerFooter":
                leave_margins(element, sheet)

    def _row(self, sheet: Sheet, element: Element, expected: int) -> int:
        number = _whole(element.get("r"), expected)
        if number > _LAST_ROW:
            raise too_many_rows(sheet.name)
        if _is_hidden(element, "ht"):
            sheet.hidden_rows.add(number)
        column = 0
        for cell in element:
            column = column_of(cell.get("r", "").rstrip("0123456789")) or column + 1
            if len(cell):
                self._cell(sheet, cell, (number, column))
        return number

    def _cell(self, sheet: Sheet, cell: Element, place: tuple[int, int]) -> None:
        value = inline = None
        has_formula = False
        for each in cell:
            tag = each.tag
            if tag.endswith("}v"):
                value = each.text
            elif tag.endswith("}f"):
                has_formula = True
            elif tag.endswith("}is"):
                inline = runs_of(each)
        kind = cell.get("t", "n")
        style = _whole(cell.get("s"), 0)
        look = self._looks[style] if style < len(self._looks) else _PLAIN
        if has_formula:
            self._formula(sheet, cell, place, value)
        if kind == "e":
            sheet.leave(*place, value or "", PICTURE if cell.get("vm") else ERROR)
        elif kind == "s":
            at = _whole(value, -1)
            self._runs(sheet, place, self._texts[at] if 0 <= at < len(self._texts) else [], look)
        elif inline is not None:
            self._runs(sheet, place, inline, look)
        elif value:
            self._runs(sheet, place, [(self._value(value, kind, look), None)], look)

    def _formula(
        self, sheet: Sheet, cell: Element, place: tuple[int, int], value: str | None
    ) -> None:
        """Remember a formula; one without a stored result is left out."""
        kind = cell.get("t", "n")
        if value is None and kind != "str":
            words = "".join(each.text or "" for each in cell if each.tag.endswith("}f"))
            sheet.leave(*place, f"={words}", FORMULA)
        elif kind == "e" or (value or "").startswith("="):
            return  # an error or a picture in place of a result is said as such
        self._formulas.append(place)

    def _value(self, value: str, kind: str, look: Look) -> str:
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind == "d":
            return value.removesuffix("T00:00:00").replace("T", " ")
        try:
            number = float(value)
        except ValueError:
            return value
        if kind != "n" or hides(look.code):
            return value
        if look.code == "General":
            return general(number)
        return shown(number, look.code, from_1904=self._from_1904)

    def _runs(self, sheet: Sheet, place: tuple[int, int], runs: Runs, look: Look) -> None:
        """Put the runs of a cell that are not struck out, and say those that are."""
        if len(runs) == 1 and look.code == "General" and not look.struck and not runs[0][1]:
            sheet.put(*place, runs[0][0])
            return
        told = [(text, look.struck if struck is None else struck) for text, struck in runs]
        live = "".join(text for text, struck in told if not struck)
        gone = "".join(text for text, struck in told if struck)
        if gone.strip():
            sheet.leave(*place, gone, STRUCK)
        if hides(look.code) and live.strip():
            sheet.leave(*place, live, HIDDEN)
        elif live:
            sheet.put(*place, live if look.code == "General" else shown_text(live, look.code))

    def _say_filter(self, sheet: Sheet) -> None:
        said = note(
            "这张表设了筛选，筛掉的行也已读取",
            "The sheet is filtered; the rows filtered out were read as well",
            sheet=sheet.name,
        )
        if said not in self._office.notices:
            self._office.notices.append(said)

    def _say_formulas(self, sheet: Sheet) -> None:
        for row, column in self._formulas[:_SHOWN]:
            reference = f"{column_letters(column)}{row}"
            stored = sheet.rows.get(row, {}).get(column)
            if stored is None:
                zh = f"{reference} 是公式，文件里没有存它的结果；请在 Excel 中打开并保存一次"
                en = f"{reference} is a formula without a stored result; open and save the file in Excel"
            else:
                zh = f"{reference} 是公式，按保存的结果“{stored}”读取"
                en = f'{reference} is a formula; its stored result "{stored}" was read'
            self._office.notices.append(note(zh, en, sheet=sheet.name, row=row))
        if (more := len(self._formulas) - _SHOWN) > 0:
            words = (f"另有{more}个公式单元格", f"{more} more cells with formulas")
            self._office.notices.append(note(*words, sheet=sheet.name))


def _is_hidden(element: Element, size: str) -> bool:
    return element.get("hidden") in {"1", "true"} or element.get(size) == "0"


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default  # noqa: PLR2004
