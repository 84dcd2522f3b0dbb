"""Tables on a page: cells are what drawn lines enclose, or else what gaps of white set apart."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bps.intake.readers.page import Glyph, Page, block_text, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Place = tuple[int, int]
_NEAR: Final = 3.0  # points within which lines meet or are one
_MAX_LINES: Final = 20_000
_ENOUGH_COLUMNS: Final = 3
_ENOUGH_LINES: Final = 2
# Parts of the size of the type: between columns without lines, and between rows.
_GAP: Final = 0.9
_CHINESE_GAP: Final = 0.45
_ROW_GAP: Final = 0.25


@dataclass(slots=True)
class PageTable:
    """A table as it stands on its page.

    Attributes:
        page: Number of the page.
        top: Its upper end.
        edges: Left borders of its columns, and the right border of the last.
        texts: Row and column, from 1, to text.
        areas: Cells that cover more than one place: first row, first column, last row, last column.
        height: Number of rows.
    """

    page: int
    top: float
    edges: list[float]
    texts: dict[Place, str] = field(default_factory=dict)
    areas: list[tuple[int, int, int, int]] = field(default_factory=list)
    height: int = 0


def find_tables(page: Page) -> tuple[list[PageTable], list[Glyph], bool]:
    """The tables of a page, and the characters that stand in none.

    Args:
        page: The page.

    Returns:
        Tables from top to bottom, the rest of the characters, and whether some of these look like a
        table whose columns or rows are not certain.
    """
    tables: list[PageTable] = []
    rest = page.glyphs
    if len(page.across) + len(page.down) <= _MAX_LINES:
        for group in _groups(page):
            found = _Ruled(page.number, group)
            if found.is_table:
                rest = found.fill(rest)
                tables.append(found.table())
    open_tables, rest, is_unsure = _unruled(page, rest)
    return sorted([*tables, *open_tables], key=lambda table: table.top), rest, is_unsure


@dataclass(slots=True)
class _Lines:
    """Lines that touch each other."""

    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)


def _groups(page: Page) -> list[_Lines]:
    """Lines that touch each other, directly or by way of others."""
    across, down = sorted(page.across, key=lambda line: line[2]), page.down
    heights = [line[2] for line in across]
    parent = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for number, (top, bottom, x) in enumerate(down, start=len(across)):
        for at in range(bisect_right(heights, top - _NEAR), bisect_right(heights, bottom + _NEAR)):
            if across[at][0] - _NEAR <= x <= across[at][1] + _NEAR:
                parent[root(number)] = root(at)
    groups: dict[int, _Lines] = {}
    for at, line in enumerate(across):
        groups.setdefault(root(at), _Lines()).across.append(line)
    for at, line in enumerate(down, start=len(across)):
        groups.setdefault(root(at), _Lines()).down.append(line)
    return list(groups.values())


def _merged(values: Iterable[float]) -> list[float]:
    """Places that are near each other as one."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= _NEAR:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(each) / len(each) for each in found]


class _Ruled:
    """A table that lines enclose; a border that is missing at its sides is thought of."""

    def __init__(self, page: int, lines: _Lines) -> None:
        self._page = page
        self._lines = lines
        ends = [end for left, right, _ in lines.across for end in (left, right)]
        self._xs = _merged(x for _, _, x in lines.down)
        if ends and self._xs:
            self._xs = _merged(
                [*self._xs, *(e for e in (min(ends), max(ends)) if self._is_outside(e))]
            )
        self._ys = _merged(y for _, _, y in lines.across)
        self._texts: dict[Place, list[Glyph]] = {}
        self._anchors: dict[Place, Place] = {}
        if self.is_table:
            self._join()

    def _is_outside(self, end: float) -> bool:
        return end < self._xs[0] - _NEAR or end > self._xs[-1] + _NEAR

    @property
    def is_table(self) -> bool:
        """Whether there are two columns at least; a box around a text is no table."""
        return len(self._xs) > 2 and len(self._ys) > 1  # noqa: PLR2004 - three borders

    def _join(self) -> None:
        """Join places that no line parts."""
        walls_down = self._walls(self._lines.down, self._xs, self._ys)
        walls_across = self._walls(self._lines.across, self._ys, self._xs)
        rows, columns = len(self._ys) - 1, len(self._xs) - 1
        for row in range(rows):
            for column in range(columns):
                place = (row, column)
                left, above = (row, column - 1), (row - 1, column)
                if column and (column, row) not in walls_down:
                    self._anchors[place] = self._anchors[left]
                elif row and (row, column) not in walls_across:
                    self._anchors[place] = self._anchors[above]
                else:
                    self._anchors[place] = place

    @staticmethod
    def _walls(
        lines: Iterable[tuple[float, float, float]], at: Sequence[float], along: Sequence[float]
    ) -> set[tuple[int, int]]:
        """Which border is drawn beside which place: index of the border, index of the place."""
        found: set[tuple[int, int]] = set()
        for start, end, place in lines:
            border = min(range(len(at)), key=lambda each: abs(at[each] - place))
            for index in range(len(along) - 1):
                middle = (along[index] + along[index + 1]) / 2
                if start - _NEAR <= middle <= end + _NEAR:
                    found.add((border, index))
        return found

    def fill(self, glyphs: Iterable[Glyph]) -> list[Glyph]:
        """Put characters into their cells; gives those that stand in none."""
        rest = []
        for glyph in glyphs:
            x, y = glyph.middle
            row, column = bisect_right(self._ys, y) - 1, bisect_right(self._xs, x) - 1
            anchor = self._anchors.get((row, column))
            if anchor is None:
                rest.append(glyph)
            else:
                self._texts.setdefault(anchor, []).append(glyph)
        return rest

    def table(self) -> PageTable:
        """The table that was found."""
        spans: dict[Place, Place] = {}
        for (row, column), anchor in self._anchors.items():
            last = spans.get(anchor, anchor)
            spans[anchor] = (max(last[0], row), max(last[1], column))
        table = PageTable(self._page, self._ys[0], self._xs, height=len(self._ys) - 1)
        for anchor, last in spans.items():
            top, left = anchor[0] + 1, anchor[1] + 1
            if last != anchor:
                table.areas.append((top, left, last[0] + 1, last[1] + 1))
            if glyphs := self._texts.get(anchor):
                text = block_text(glyphs, left=self._xs[anchor[1]], right=self._xs[last[1] + 1])
                table.texts[top, left] = text
        return table


def _unruled(page: Page, glyphs: Sequence[Glyph]) -> tuple[list[PageTable], list[Glyph], bool]:
    """Tables without vertical lines: lines of text that the same gaps of white part.

    Columns that cannot be told apart for certain make no table: shifted cells would be wrong data.
    """
    lines = lines_of(glyphs)
    parts = [_parts(line) for line in lines]
    tables: list[PageTable] = []
    rest: list[Glyph] = []
    is_unsure = False
    at = 0
    while at < len(lines):
        end = _end_of_block(lines, parts, at)
        if end - at < _ENOUGH_LINES:
            rest += lines[at]
            at += 1
            continue
        table = _block_table(page, lines[at:end], parts[at:end])
        if table is None:
            is_unsure = True
            rest += [glyph for line in lines[at:end] for glyph in line]
        else:
            tables.append(table)
        at = end
    return tables, rest, is_unsure


def _parts(line: Sequence[Glyph]) -> list[list[Glyph]]:
    """A line cut at its wide gaps."""
    found: list[list[Glyph]] = []
    for glyph in line:
        if not glyph.text.strip():
            continue
        before = found[-1][-1] if found else None
        if before is None or glyph.x0 - before.x1 > glyph.size * _gap(before, glyph):
            found.append([glyph])
        else:
            found[-1].append(glyph)
    return found


def _gap(before: Glyph, glyph: Glyph) -> float:
    return _GAP if before.text.isascii() and glyph.text.isascii() else _CHINESE_GAP


def _end_of_block(
    lines: Sequence[Sequence[Glyph]], parts: Sequence[Sequence[Sequence[Glyph]]], start: int
) -> int:
    """The line after a block that begins with a line of several parts."""
    if len(parts[start]) < _ENOUGH_COLUMNS:
        return start
    end = start + 1
    while end < len(lines):
        gap = min(g.top for g in lines[end]) - max(g.bottom for g in lines[end - 1])
        if gap > lines[end][0].size * 2.5:
            break
        end += 1
    while end > start and len(parts[end - 1]) < _ENOUGH_LINES:
        end -= 1
    return end


def _block_table(
    page: Page, lines: Sequence[Sequence[Glyph]], parts: Sequence[Sequence[Sequence[Glyph]]]
) -> PageTable | None:
    """The table of a block, or None when columns or rows are not certain."""
    edges = _columns(parts)
    if not _ENOUGH_COLUMNS <= len(edges) - 1 <= max(len(line) for line in parts):
        return None
    for line in parts:
        columns = [bisect_right(edges, part[0].middle[0]) for part in line]
        if len(set(columns)) != len(columns):
            return None
    rows = _rows(page, lines, edges)
    if rows is None:
        return None
    cells: dict[Place, list[Glyph]] = {}
    for row, glyphs in zip(rows, lines, strict=True):
        for glyph in glyphs:
            column = max(1, min(bisect_right(edges, glyph.middle[0]), len(edges) - 1))
            cells.setdefault((row, column), []).append(glyph)
    table = PageTable(page.number, min(glyph.top for glyph in lines[0]), edges, height=rows[-1])
    for (number, column), found in cells.items():
        text = block_text(found, left=edges[column - 1], right=edges[column])
        if text:
            table.texts[number, column] = text
    return table


def _rows(page: Page, lines: Sequence[Sequence[Glyph]], edges: Sequence[float]) -> list[int] | None:
    """The row of each line: told by rules, by the first column or by the white between rows."""
    rules = _merged(y for left, right, y in page.across if left <= edges[1] and right >= edges[-2])
    starts = [any(glyph.x0 < edges[1] and glyph.text.strip() for glyph in line) for line in lines]
    if len(rules) > _ENOUGH_COLUMNS:
        bands = [bisect_right(rules, line[0].middle[1]) for line in lines]
        return [sorted(set(bands)).index(band) + 1 for band in bands]
    if all(starts):
        return list(range(1, len(lines) + 1))
    gaps = [
        min(glyph.top for glyph in below) - max(glyph.bottom for glyph in above)
        for above, below in pairwise(lines)
    ]
    limit = min(gaps) + lines[0][0].size * _ROW_GAP
    rows, firsts = [1], [int(starts[0])]
    for gap, is_first in zip(gaps, starts[1:], strict=True):
        if gap > limit:
            firsts.append(0)
        rows.append(len(firsts))
        firsts[-1] += is_first
    return rows if all(count == 1 for count in firsts) else None


def _columns(parts: Sequence[Sequence[Sequence[Glyph]]]) -> list[float]:
    """Borders of columns: the middles of gaps that no part of any line crosses."""
    spans = sorted((part[0].x0, part[-1].x1) for line in parts for part in line)
    merged: list[list[float]] = []
    for left, right in spans:
        if merged and left <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], right)
        else:
            merged.append([left, right])
    inner = [(a[1] + b[0]) / 2 for a, b in pairwise(merged)]
    return [merged[0][0] - 1, *inner, merged[-1][1] + 1]
