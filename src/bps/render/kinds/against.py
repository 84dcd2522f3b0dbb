"""Local levels beside the national ones, as the page of an item shows them.

A level is held against what the nation set on the day it took effect, as on the pages for
reviewers: a place is not below because the nation has raised its own level since.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bps.analysis.floor_levels import compare_level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.analysis.floor_levels import LevelComparison
    from bps.model import Item, Level
    from bps.render.book import Book


@dataclass(frozen=True, slots=True)
class Against:
    """A local level beside the national one.

    Attributes:
        own: The local level; None where the place has none for a measure of the nation.
        parent: The national level of that day; None where the nation sets none.
        now: The national level in force today, where it is another one.
        verdict: Key of the verdict in words; empty where there is nothing to compare.
        reason: Why, in one sentence.
    """

    own: Level | None
    parent: Level | None
    now: Level | None = None
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
        first = next((row for row in _against(book, levels, item) if row.verdict), None)
        verdict, reason = (first.verdict, first.reason) if first else ("", "")
        found.append(LocalForm(local, levels, verdict, reason))
    return tuple(sorted(found, key=lambda form: (form.item.jurisdiction, form.item.id)))


def beside_parent(book: Book, item: Item, current: tuple[Level, ...]) -> tuple[Against, ...]:
    """Levels of an item beside those of the item it answers to, which may set further ones."""
    parent_id = item.counterpart.item if item.counterpart else None
    parent = book.registry.find("item", parent_id) if parent_id else None
    if parent is None:
        return ()
    measured = {level.measure for level in current}
    further = (level for level in book.current_levels(parent) if level.measure not in measured)
    return (*_against(book, current, parent), *(Against(None, level) for level in further))


def _against(book: Book, levels: Iterable[Level], national: Item) -> list[Against]:
    today = book.day or date.max
    rows = []
    for level in levels:
        row = compare_level(book.registry, level, national, today)
        verdict = _verdict(row) if level.value else ""
        reason = row.reason.in_language(book.lang)
        rows.append(Against(level, row.national, row.now, verdict, reason))
    return rows


def _verdict(row: LevelComparison) -> str:
    if row.overtaken:
        return "overtaken"
    if row.verdict == "below" and not row.certain:
        return "unsure"
    return row.verdict or ""
