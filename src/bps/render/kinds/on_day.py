"""What applied on a given day: the dated rows of an item, for its page.

The page can be read without a script; with one, a date field leaves the rows of that day.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bps.analysis.diff import CHANGES
from bps.analysis.levels_on import level_period
from bps.relations.applied_on import applied_on, began
from bps.relations.listed_on import listed_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.model import Item, Level, PublishedList, RowEvidence
    from bps.relations.applied_on import Applied, Period
    from bps.relations.listed_on import ListedOn
    from bps.render.book import Book


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level and its dates in words.

    Attributes:
        level: The level.
        about: Number of what it is about; rows with the same number replace each other. None for
            a row that is alone.
        when: Its dates in words.
        now: Whether it applies on the day of the build; empty when that day is not known.
        source: Number of its source in the list of sources, from 1.
    """

    level: Level
    about: int | None
    when: str
    now: Applied | str
    source: int


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list edition that names the item, and its dates in words.

    Attributes:
        listed: The edition, with number and name there.
        when: Its dates in words.
        now: Whether it applies on the day of the build; empty when that day is not known.
        changes: What the publisher says this edition changed about the item.
    """

    listed: ListedOn
    when: str
    now: Applied | str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnDay:
    """What a page says about days.

    Attributes:
        levels: All levels, newest first within what they are about.
        editions: The list editions that name the item.
        dated: How many levels have a first day.
        sources: What the levels rest on, each source once; rows name theirs by its number.
    """

    levels: tuple[LevelRow, ...]
    editions: tuple[ListRow, ...]
    dated: int
    sources: tuple[RowEvidence, ...]


def on_day(book: Book, item: Item) -> OnDay:
    """Gather the dated rows of an item.

    Args:
        book: The registry in one language.
        item: The item.

    Returns:
        Its levels and the list editions that name it.
    """
    day = book.day
    editions = listed_on(book.registry, item, day or date.min, periods=book.index.list_periods)
    sources = {_origin(level): level.evidence for level in item.levels}
    return OnDay(
        levels=_level_rows(book, item.levels, day, tuple(sources)),
        editions=tuple(
            ListRow(
                listed=one,
                when=_when(book, one.period, replaced=False),
                now=one.applied if day else "",
                changes=_changes(book, one.edition, item),
            )
            for one in editions
        ),
        dated=sum(level.from_ is not None for level in item.levels),
        sources=tuple(sources.values()),
    )


def _origin(level: Level) -> tuple[str, str]:
    return level.evidence.source, level.evidence.how


def _changes(book: Book, edition: PublishedList, item: Item) -> tuple[str, ...]:
    lines = edition.changes.declared if edition.changes else ()
    kinds = dict.fromkeys(line.kind for line in lines if item.id in line.items)
    return tuple(CHANGES[kind].in_language(book.lang) for kind in kinds)


def _level_rows(
    book: Book, levels: Sequence[Level], day: date | None, origins: Sequence[tuple[str, str]]
) -> tuple[LevelRow, ...]:
    periods = [level_period(level) for level in levels]
    answers: Sequence[Applied | str] = applied_on(periods, day) if day else [""] * len(periods)
    order = {about: number for number, about in enumerate(dict.fromkeys(p.about for p in periods))}
    several = Counter(period.about for period in periods)
    rows = [
        LevelRow(
            level=level,
            about=order[period.about] if several[period.about] > 1 else None,
            when=_when(book, period, replaced=_later(periods, period)),
            now=now,
            source=origins.index(_origin(level)) + 1,
        )
        for level, period, now in zip(levels, periods, answers, strict=True)
    ]
    rows.sort(key=lambda row: began(level_period(row.level)).last, reverse=True)
    rows.sort(key=lambda row: order[level_period(row.level).about])
    return tuple(rows)


def _later(periods: Sequence[Period], period: Period) -> bool:
    """Whether a later row about the same thing is recorded."""
    return any(
        other.about == period.about and began(other).first > began(period).last for other in periods
    )


def _when(book: Book, period: Period, *, replaced: bool) -> str:
    texts = book.layout.texts
    start, end = texts.date(period.start), texts.date(period.end)
    if period.start and period.end:
        return start if start == end else book.t("on-day.from-to", start=start, end=end)
    if period.end:
        return book.t("on-day.to", end=end)
    if period.start:
        return book.t("on-day.from-replaced" if replaced else "on-day.from", start=start)
    return book.t("on-day.undated-replaced" if replaced else "unknown.date")
