"""A page of a fixed layout: characters at their places, and the lines drawn on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MARK: Final = re.compile(
    r"[（(][0-9一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])|[①-⑳]|[一二三四五六七八九十]{1,2}、"
)
_SPACE: Final = 0.55  # a gap wider than this part of the size of the type is a blank
_WIDE_SPACE: Final = 0.9  # between Chinese characters
# Text that a line crosses in its middle third is struck out.
_MIDDLE: Final = (0.33, 0.72)
_COVERED: Final = 0.6


@dataclass(slots=True)
class Glyph:
    """A character with its box, in points from the upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle of the box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """The height of the box."""
        return self.bottom - self.top


@dataclass(slots=True)
class Page:
    """One page.

    Attributes:
        number: From 1.
        width: In points.
        height: In points.
        glyphs: Characters.
        across: Horizontal lines: left, right, height.
        down: Vertical lines: upper end, lower end, place.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)

    def take_struck(self) -> list[Glyph]:
        """Take the characters off the page that a line strikes out, and give them."""
        bands: dict[int, list[tuple[float, float, float]]] = {}
        for line in self.across:
            bands.setdefault(int(line[2]), []).append(line)
        kept: list[Glyph] = []
        struck: list[Glyph] = []
        for glyph in self.glyphs:
            low = glyph.top + glyph.size * _MIDDLE[0]
            high = glyph.top + glyph.size * _MIDDLE[1]
            crossed = any(
                low <= y <= high
                and min(right, glyph.x1) - max(left, glyph.x0) >= (glyph.x1 - glyph.x0) * _COVERED
                for band in range(int(low), int(high) + 1)
                for left, right, y in bands.get(band, ())
            )
            (struck if crossed and glyph.text.strip() else kept).append(glyph)
        self.glyphs = kept
        return struck


def lines_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Characters in lines from top to bottom, each from left to right."""
    lines: list[list[Glyph]] = []
    middle = size = 0.0
    for glyph in sorted(glyphs, key=lambda each: (each.top + each.bottom, each.x0)):
        center = glyph.middle[1]
        if lines and abs(center - middle) < max(size, glyph.size) * 0.5:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
            middle, size = center, glyph.size
    return [sorted(line, key=lambda glyph: glyph.x0) for line in lines]


def line_text(line: Sequence[Glyph]) -> str:
    """The text of a line, with blanks where there are wide gaps."""
    out: list[str] = []
    before: Glyph | None = None
    for glyph in line:
        if before is not None and before.text.strip() and glyph.text.strip():
            narrow = before.text.isascii() and glyph.text.isascii()
            gap = glyph.x0 - before.x1
            if gap > glyph.size * (_SPACE if narrow else _WIDE_SPACE) * (0.5 if narrow else 1):
                out.append(" ")
        out.append(glyph.text)
        before = glyph
    return "".join(out).strip()


def block_text(glyphs: Iterable[Glyph], *, left: float, right: float) -> str:
    """The text of a cell: lines that were only broken at its border are joined again.

    Args:
        glyphs: Its characters.
        left: Left border.
        right: Right border.
    """
    lines = lines_of(glyphs)
    text = ""
    for at, line in enumerate(lines):
        words = line_text(line)
        if at == 0 or not text:
            text = words
        elif _is_broken(lines, at, left, right) and not _MARK.match(words):
            text += _joint(text, words) + words
        else:
            text += f"\n{words}"
    return text


def _is_broken(lines: Sequence[Sequence[Glyph]], at: int, left: float, right: float) -> bool:
    """Whether the line before went on here because the next word had no place."""
    margin = max(0.0, min(line[0].x0 for line in lines) - left)
    room = right - margin - lines[at - 1][-1].x1
    first = lines[at][0]
    end = first.x1
    if first.text.isascii() and first.text.isalnum():
        for glyph in lines[at][1:]:
            if not glyph.text.isascii() or not glyph.text.strip():
                break
            end = glyph.x1
    return room < (end - first.x0) + first.size * 0.35


def _joint(before: str, after: str) -> str:
    is_words = before[-1].isascii() and before[-1].isalnum() and after[0].isascii()
    return " " if is_words and after[0].isalpha() and before[-1].isalpha() else ""
