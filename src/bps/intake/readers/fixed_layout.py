"""From pages to grids: tables that go on over pages become one, page lines are told apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bps.intake.notice import PAGE, Spot, note
from bps.intake.readers.page import line_text, lines_of
from bps.intake.readers.page_tables import PageTable, find_tables
from bps.intake.readers.prose import Prose
from bps.intake.readers.reasons import MARGIN, STRUCK
from bps.intake.readers.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.intake.grid import OfficeFile
    from bps.intake.readers.page import Glyph, Page

_PAGE_LINE: Final = re.compile(
    r"[-—－–·\s]*(?:第|page)?\s*[0-9０-９]{1,4}\s*(?:页)?(?:\s*[/／，,、]?\s*(?:共|of)?\s*[0-9]{1,4}\s*页?)?[-—－–·\s]*",
    re.IGNORECASE,
)
_BORDER: Final = 0.12  # part of a page where its header and footer stand
_SAME: Final = 4.0  # points within which columns of two pages are the same
_OFTEN: Final = 0.5  # part of the pages on which a page line stands


@dataclass(slots=True)
class _Text:
    """A line of text on a page."""

    page: int
    top: float
    text: str
    is_border: bool


def read_pages(office: OfficeFile, pages: Iterable[Page]) -> int:
    """Read pages into grids.

    Args:
        office: Where the grids go.
        pages: The pages in their order.

    Returns:
        The number of characters that were found.
    """
    parts: list[_Text | PageTable] = []
    count = characters = 0
    for page in pages:
        count += 1
        characters += sum(1 for glyph in page.glyphs if glyph.text.strip())
        for line in lines_of(page.take_struck()):
            text = office.clean(line_text(line))
            office.leave(Spot(f"{PAGE} {page.number}"), text, STRUCK)
        tables, rest, is_unsure = find_tables(page)
        if is_unsure:
            office.notices.append(
                note(
                    "这里像是没有框线的表，分不清行列，按文字读取；请取得 Word 或 Excel 文件",
                    "This looks like a table without lines whose rows and columns are not certain; "
                    "it was read as text. Get the Word or Excel file",
                    sheet=f"{PAGE} {page.number}",
                )
            )
        texts = [_text(page, line) for line in lines_of(rest)]
        parts += sorted(
            [*tables, *(each for each in texts if each.text)], key=lambda each: each.top
        )
    _put(office, _without_page_lines(office, parts, count))
    return characters


def _text(page: Page, line: list[Glyph]) -> _Text:
    top = min(glyph.top for glyph in line)
    bottom = max(glyph.bottom for glyph in line)
    is_border = bottom < page.height * _BORDER or top > page.height * (1 - _BORDER)
    return _Text(page.number, top, line_text(line), is_border)


def _without_page_lines(
    office: OfficeFile, parts: list[_Text | PageTable], count: int
) -> list[_Text | PageTable]:
    """Leave out page numbers, and lines that stand at the border of most pages."""
    seen = Counter(
        re.sub(r"[0-9]+", "#", part.text)
        for part in parts
        if isinstance(part, _Text) and part.is_border
    )
    kept: list[_Text | PageTable] = []
    for part in parts:
        if isinstance(part, _Text) and part.is_border:
            times = seen[re.sub(r"[0-9]+", "#", part.text)]
            if _PAGE_LINE.fullmatch(part.text) or (count > 1 and times > max(1, count * _OFTEN)):
                office.leave(Spot(f"{PAGE} {part.page}"), office.clean(part.text), MARGIN)
                continue
        kept.append(part)
    return kept


def _put(office: OfficeFile, parts: list[_Text | PageTable]) -> None:
    prose = Prose(office)
    sheet: Sheet | None = None
    last: PageTable | None = None
    rows = 0
    for part in parts:
        if isinstance(part, _Text):
            if sheet is not None:
                prose.add(sheet)
                sheet = last = None
            prose.put(part.text)
            continue
        if sheet is None or last is None or not _goes_on(last, part):
            if sheet is not None:
                prose.add(sheet)
            sheet, rows = Sheet(prose.next_table(), office), 0
        for (row, column), text in part.texts.items():
            sheet.put(rows + row, column, text)
        sheet.merges += [
            (rows + top, left, rows + bottom, right) for top, left, bottom, right in part.areas
        ]
        rows, last = rows + part.height, part
    if sheet is not None:
        prose.add(sheet)
    prose.close()


def _goes_on(last: PageTable, table: PageTable) -> bool:
    """Whether a table at the top of a page is the one from the page before."""
    return (
        table.page == last.page + 1
        and len(table.edges) == len(last.edges)
        and all(abs(a - b) <= _SAME for a, b in zip(last.edges, table.edges, strict=True))
    )
