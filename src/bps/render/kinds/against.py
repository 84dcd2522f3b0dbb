"""Local levels beside the national ones, as the page of an item shows them.

A level is held against what the nation sets on the day of the page, as on the pages for reviewers;
one that the nation has overtaken since the place set its own is marked so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bps.analysis.floor_levels import compare_item_levels
from bps.relations.counterparts import parent_of

if TYPE_CHECKING:
    from bps.analysis.floor_levels import LevelComparison
    from bps.model import Item, Level
    from bps.render.book import Book


@dataclass(frozen=True, slots=True)
class Against:
    """A local level beside the national one.

    Attributes:
        own: The local level; None where the place has none for a measure of the nation.
        parent: The level above of that day; None where it sets none.
        verdict: Key of the verdict in words; empty where there is nothing to compare.
        reason: Why, in one sentence.
    """

    own: Level | None
    parent: Level | None
    verdict: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LocalForm:
    """What a place makes of a national item; `verdict` and `reason` as in `Against`."""

    item: Item
    levels: tuple[Level, ...]
    verdict: str
    reason: str


def local_forms(book: Book, item: Item) -> tuple[LocalForm, ...]:
    """Local items that carry this one out, each with its levels and how the first one compares."""
    found = []
    for local in book.index.local_forms.get(item.id, ()):
        levels = book.current_levels(local)
        rows = _against(book, local, item)
        first = next((row for level in levels for row in rows.get(level, ()) if row.verdict), None)
        verdict, reason = (first.verdict, first.reason) if first else ("", "")
        found.append(LocalForm(local, levels, verdict, reason))
    return tuple(sorted(found, key=lambda form: (form.item.jurisdiction, form.item.id)))


def beside_parent(book: Book, item: Item, current: tuple[Level, ...]) -> tuple[Against, ...]:
    """Levels of an item beside those of the item it answers to, which may set further ones."""
    parent = parent_of(book.registry, item)
    if parent is None:
        return ()
    measured = {level.measure for level in current}
    further = (level for level in book.current_levels(parent) if level.measure not in measured)
    rows = _against(book, item, parent)
    own = [row for level in current for row in rows.get(level, (Against(level, None),))]
    return (*own, *(Against(None, level) for level in further))


def _against(book: Book, item: Item, higher: Item) -> dict[Level, list[Against]]:
    """Each level of an item beside those of one item above."""
    found: dict[Level, list[Against]] = {}
    above = (higher,) if book.as_of.holds(higher) else ()
    for row in compare_item_levels(book.registry, item, above, book.day or date.max):
        verdict = _verdict(row) if row.level.value else ""
        reason = row.reason.in_language(book.lang)
        shown = Against(row.level, row.national, verdict, reason)
        found.setdefault(row.level, []).append(shown)
    return found


def _verdict(row: LevelComparison) -> str:
    if row.raised_since:
        return "overtaken"
    if row.verdict == "below" and not row.certain:
        return "unsure"
    return row.verdict or ""
