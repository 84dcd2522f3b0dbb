"""OpenDocument files (.ods, .odt), zipped or in one piece."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

from bps.intake.grid import MAX_COLUMNS, MAX_ROWS, OfficeFile
from bps.intake.notice import TEXT, Spot
from bps.intake.readers.limits import damaged, too_many_rows
from bps.intake.readers.open_document_text import Styles, Words, content_of
from bps.intake.readers.package import Element, Package, attribute, child, children, local, parse
from bps.intake.readers.prose import Prose
from bps.intake.readers.reasons import COVERED, DELETED, MARGIN
from bps.intake.readers.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_AROUND: Final = frozenset(
    {
        *("table-header-rows", "table-rows", "table-row-group"),
        *("table-header-columns", "table-columns", "table-column-group"),
    }
)


def read_ods(path: Path) -> OfficeFile:
    """Read every sheet of an OpenDocument workbook.

    Args:
        path: The workbook.

    Returns:
        One grid per sheet that holds text.

    Raises:
        IntakeError: If it is damaged or a sheet has too many rows.
    """
    office = OfficeFile(path.name)
    body, styles = _open(path)
    for table in children(child(body, "spreadsheet"), "table"):
        sheet = Sheet(attribute(table, "name") or f"sheet {len(office.grids) + 1}", office)
        _Table(sheet, Words(styles)).read(table)
        sheet.close(is_hidden=attribute(table, "style-name") in styles.hidden_tables)
    return office


def read_odt(path: Path) -> OfficeFile:
    """Read tables and paragraphs of an OpenDocument text in their order.

    Args:
        path: The document.

    Returns:
        A grid per table; the paragraphs as one grid of text rows.

    Raises:
        IntakeError: If it is damaged or a table has too many rows.
    """
    office = OfficeFile(path.name)
    body, styles = _open(path)
    prose = Prose(office)
    text = child(body, "text")
    if text is None:
        raise damaged(path.name)
    words = Words(styles, deleted=_deletions(text))
    _blocks(office, prose, text, words)
    for gone, why in (
        *((each, DELETED) for each in words.deleted.values()),
        *((each, MARGIN) for each in styles.margins),
    ):
        if clean := office.clean(gone):
            office.leave(Spot(TEXT), clean, why)
    prose.close()
    return office


def _open(path: Path) -> tuple[Element, Styles]:
    """The body of a document and its styles."""
    if not zipfile.is_zipfile(path):
        root = parse(path.read_bytes(), name=path.name)
        return child(root, "body"), Styles(root, root)
    with Package(path) as package:
        root = package.xml("content.xml")
        body = child(root, "body")
        if body is None:
            raise damaged(path.name)
        return body, Styles(root, package.xml("styles.xml"))


def _deletions(text: Element) -> dict[str, str]:
    """Change to the text that it took away."""
    regions = child(text, "tracked-changes")
    return {
        attribute(region, "id"): "\n".join(
            "".join(paragraph.itertext())
            for deletion in children(region, "deletion")
            for paragraph in deletion.iter("{*}p", "{*}h")
        )
        for region in children(regions, "changed-region")
    }


def _blocks(office: OfficeFile, prose: Prose, parent: Element, words: Words) -> None:
    for each in parent:
        kind = local(each.tag)
        if kind in {"p", "h"}:
            _paragraph(office, prose, each, words)
        elif kind == "table":
            sheet = Sheet(prose.next_table(), office)
            _Table(sheet, words).read(each)
            prose.add(sheet)
        elif kind == "list":
            for item in words.lists.items(each):
                _blocks(office, prose, item, words)
        elif kind in {"section", "index-body", "text-box", "frame"}:
            _blocks(office, prose, each, words)


def _paragraph(office: OfficeFile, prose: Prose, element: Element, words: Words) -> None:
    line = words.line(element)
    prose.put(line.text)
    for text, why in line.gone:
        office.leave(prose.spot, office.clean(text), why)
    for box in line.boxes:
        _blocks(office, prose, box, words)


class _Table:
    """Reads one table: repeated cells and rows are written out as far as they hold text."""

    def __init__(self, sheet: Sheet, words: Words) -> None:
        self._sheet = sheet
        self._words = words

    def read(self, table: Element) -> None:
        """Read columns and rows."""
        column = 1
        for each in _through(table, "table-column"):
            times = _times(each, "number-columns-repeated")
            if attribute(each, "visibility") in {"collapse", "filter"}:
                self._sheet.hidden_columns.update(range(column, min(column + times, MAX_COLUMNS)))
            column += times
        number = 1
        for row in _through(table, "table-row"):
            times = _times(row, "number-rows-repeated")
            is_filled = row.find(".//{*}p") is not None or row.find(".//{*}annotation") is not None
            if is_filled:
                if times > MAX_ROWS:
                    raise too_many_rows(self._sheet.name)
                for again in range(number, number + times):
                    self._row(row, again)
            if attribute(row, "visibility") in {"collapse", "filter"}:
                self._sheet.hidden_rows.update(range(number, number + min(times, MAX_ROWS)))
            number += times

    def _row(self, row: Element, number: int) -> None:
        column = 1
        for cell in row:
            kind = local(cell.tag)
            if kind not in {"table-cell", "covered-table-cell"}:
                continue
            times = _times(cell, "number-columns-repeated")
            if len(cell):
                for at in range(column, min(column + times, MAX_COLUMNS + 1)):
                    self._cell(cell, number, at, is_covered=kind == "covered-table-cell")
            width, height = (
                _times(cell, name) for name in ("number-columns-spanned", "number-rows-spanned")
            )
            if width > 1 or height > 1:
                area = (number, column, number + height - 1, column + width - 1)
                self._sheet.merges.append(area)
            column += times

    def _cell(self, cell: Element, row: int, column: int, *, is_covered: bool) -> None:
        look = attribute(cell, "style-name")
        line = content_of(cell, self._words, look)
        office = self._sheet.office
        if is_covered and office.clean(line.text):
            self._sheet.leave(row, column, line.text, COVERED)
        elif not is_covered:
            self._sheet.put(row, column, line.text)
        for text, why in line.gone:
            if text and not line.text.strip():
                self._sheet.leave(row, column, text, why)
            else:
                office.leave(self._sheet.spot(row, column), office.clean(text), why)


def _through(parent: Element, name: str) -> Iterator[Element]:
    for each in parent:
        kind = local(each.tag)
        if kind == name:
            yield each
        elif kind in _AROUND:
            yield from _through(each, name)


def _times(element: Element, name: str) -> int:
    text = attribute(element, name)
    return max(1, int(text[:7])) if text.isascii() and text.isdigit() else 1
