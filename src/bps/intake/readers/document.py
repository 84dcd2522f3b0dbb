"""Text documents: their tables, and the running text between them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from bps.intake.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, OfficeFile, Row, clean_text
from bps.intake.notice import TABLE, TEXT
from bps.intake.readers.limits import damaged, too_many_rows

if TYPE_CHECKING:
    from pathlib import Path

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_LINES: Final = 3


def read_docx(path: Path) -> OfficeFile:
    """Read tables and paragraphs of a document that passed the gate, in their order.

    Args:
        path: The document.

    Returns:
        A grid per table; the paragraphs as one grid of text rows.

    Raises:
        IntakeError: If the library cannot read it or a table has too many rows.
    """
    from docx import Document

    try:
        body = Document(io.BytesIO(path.read_bytes())).element.body
    except Exception as error:
        raise damaged(path.name) from error
    office = OfficeFile(path.name)
    paragraphs: list[Row] = []
    heading: list[Cell] = []
    tables = 0
    for position, block in enumerate(_blocks(body), start=1):
        if block.tag == f"{_W}p":
            for at, line in enumerate(_paragraph(block).split("\n"), start=1):
                if text := clean_text(line):
                    heading.append(Cell(text, (position, at)))
                    paragraphs.append(Row(position, (heading[-1],)))
        else:
            tables += 1
            grid = _table(block, f"{TABLE} {tables}", tuple(heading[-_HEADING_LINES:]))
            office.grids.append(grid)
            heading = []
    if len(paragraphs) > MAX_ROWS:
        raise too_many_rows(TEXT)
    if paragraphs:
        office.grids.append(Grid(TEXT, tuple(paragraphs), is_text=True))
    return office


def _blocks(body: Any) -> list[Any]:
    """Paragraphs and tables, also those inside content controls."""
    found = []
    for child in body:
        if child.tag in {f"{_W}p", f"{_W}tbl"}:
            found.append(child)
        elif child.tag == f"{_W}sdt":
            for content in child.iter(f"{_W}sdtContent"):
                found += [each for each in content if each.tag in {f"{_W}p", f"{_W}tbl"}]
    return found


def _paragraph(element: Any) -> str:
    parts = []
    for node in element.iter():
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in {f"{_W}br", f"{_W}cr"}:
            parts.append("\n")
        elif node.tag == f"{_W}tab":
            parts.append(" ")
    return "".join(parts)


def _table(element: Any, name: str, heading: tuple[Cell, ...]) -> Grid:
    """Rows of a table; cells merged downwards take the text of the first."""
    rows: list[Row] = []
    above: dict[int, Cell] = {}
    lines = [child for child in element.iter(f"{_W}tr") if child.getparent() is element]
    if len(lines) > MAX_ROWS:
        raise too_many_rows(name)
    for number, line in enumerate(lines, start=1):
        cells: list[Cell] = []
        for cell in (child for child in line if child.tag == f"{_W}tc"):
            at = len(cells)
            span, merge = _spans(cell)
            if merge == "continue" and at in above:
                content = above[at]
            else:
                text = clean_text("\n".join(_paragraph(p) for p in cell.iter(f"{_W}p")))
                content = Cell(text, (number, at + 1))
            for column in range(at, min(at + span, MAX_COLUMNS)):
                above[column] = content
                cells.append(content)
        rows.append(Row(number, tuple(cells)))
    return Grid(name, tuple(row for row in rows if not row.is_empty), heading=heading)


def _spans(cell: Any) -> tuple[int, str | None]:
    """How many columns a cell covers, and whether it goes on from the row above."""
    properties = cell.find(f"{_W}tcPr")
    if properties is None:
        return 1, None
    span = properties.find(f"{_W}gridSpan")
    merge = properties.find(f"{_W}vMerge")
    width = int(span.get(f"{_W}val", "1")) if span is not None else 1
    if merge is None:
        return max(width, 1), None
    return max(width, 1), merge.get(f"{_W}val", "continue")
