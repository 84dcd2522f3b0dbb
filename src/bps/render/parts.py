"""Pieces a page is put together from, for every page that needs no template of its own.

    sections = [
        Section("counts", book.say("数量", "Counts"), [
            Grid(columns=[...], rows=[...], caption="…"),
            Drawing(charts.bars(...), caption="…", columns=[...], rows=[...]),
        ]),
    ]
    yield book.page("pages/sections.html", path=…, title=…, context={"sections": sections, "head": Head(…)})

Cells and texts are plain strings (escaped) or markup made by `book.link`, `book.tx` and the like.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from markupsafe import Markup

Words = str | Markup
Cell = Words | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """Top of a page: small line above the title, title, lead, ornament, badges.

    Badges are pairs of text and tone (`good`, `warn`, `plain`, `past`, `seal`).
    """

    title: Words
    kicker: Words = ""
    lead: Words = ""
    glyph: str = ""
    badges: Sequence[tuple[Words, str]] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values; a row without value is left out."""

    rows: Sequence[tuple[Words, Words]]
    block: ClassVar[str] = "facts"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. A column is text or `{"name", "num"}`; `filter` puts an input above it."""

    columns: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    caption: str
    id: str = ""
    filter: str = ""
    hide_caption: bool = True
    block: ClassVar[str] = "grid"


@dataclass(frozen=True, slots=True)
class Heat:
    """A heat map: `cells[row][column]` is `{"tone": 0..3 or "bad", "text", "title", "href"}`.

    `filter` puts an input above it that keeps the rows with the words typed.
    """

    row_names: Sequence[Words]
    column_names: Sequence[Words]
    cells: Sequence[Sequence[Mapping[str, Any]]]
    caption: str
    id: str = ""
    filter: str = ""
    block: ClassVar[str] = "heat"


@dataclass(frozen=True, slots=True)
class Tiles:
    """Tiles: `{"href", "title", "text", "glyph", "meta", "tone"}`; size "", "small" or "wide"."""

    entries: Sequence[Mapping[str, Any]]
    size: str = ""
    id: str = ""
    filter: str = ""
    block: ClassVar[str] = "tiles"


@dataclass(frozen=True, slots=True)
class Figures:
    """Big numbers: `{"number", "label", "text", "href"}`."""

    entries: Sequence[Mapping[str, Any]]
    block: ClassVar[str] = "figures"


@dataclass(frozen=True, slots=True)
class Meter:
    """How much of a declared total is recorded, as a bar with its words."""

    recorded: int
    declared: int
    label: str
    block: ClassVar[str] = "meter"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; tone "" for plain, "notice", "warn" for a box, "unknown" for what is missing."""

    text: Words
    tone: str = ""
    block: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of lines."""

    lines: Sequence[Words]
    block: ClassVar[str] = "bullets"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing with the table of its numbers."""

    svg: Markup
    caption: str
    columns: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    open: bool = False
    block: ClassVar[str] = "drawing"


@dataclass(frozen=True, slots=True)
class Folded:
    """Blocks behind a line that unfolds them."""

    summary: str
    blocks: Sequence[Any]
    block: ClassVar[str] = "folded"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page with a heading and an anchor; left out when it has no blocks."""

    id: str
    title: Words
    blocks: Sequence[Any] = field(default_factory=tuple)
    small: Words = ""
