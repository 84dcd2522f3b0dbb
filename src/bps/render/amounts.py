"""An amount never stands alone: for whom, where, since when, and whether to ask for today's.

told(book, item, level)
# 武汉市，2023年6月起，城市居民：880元（每人每月）；可能已经变了，请问清今天的数
"""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from bps.relations.days import days_of
from bps.render.kinds.shared import place_name, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.model import Item, Level
    from bps.render.book import Book

# Amounts are set anew every year: an older one may no longer be what is paid.
_YEAR = timedelta(days=366)
_WHOM = {"zh": 30, "en": 80}
_GROUPS = 3
_SUMMARY = {"zh": 90, "en": 180}
_MONEY = re.compile(r"[0-9](?: ?万)? ?(?:元|yuan|CNY)|(?:CNY|¥) ?[0-9]")


def place_of(book: Book, item: Item) -> str:
    """Name of the place that promises an item."""
    name = place_name(book, item.jurisdiction)
    return name.striptags() if hasattr(name, "striptags") else str(name)


def since(book: Book, level: Level) -> str:
    """Since when a level applies; said plainly where no source tells of an amount."""
    if level.from_ is not None:
        return book.t("item.since", date=book.layout.texts.date(level.from_))
    return book.t("amount.undated") if level.kind == "amount" else ""


def is_to_ask(book: Book, level: Level) -> bool:
    """Whether an amount may have changed: its day is unknown or more than a year ago.

    One that is recorded with a last day still to come holds until then, and what is free stays so
    until somebody says otherwise.
    """
    if level.kind != "amount" or (level.value is not None and not Decimal(level.value)):
        return False
    if level.from_ is None:
        return True
    if book.day is None or (level.to is not None and days_of(level.to).last >= book.day):
        return False
    return book.day - days_of(level.from_).first >= _YEAR


def any_to_ask(book: Book, levels: Sequence[Level]) -> bool:
    """Whether any of several amounts may have changed; one that a newer one follows is not asked."""
    newest: dict[tuple[str, str], Level] = {}
    for level in sorted(levels, key=lambda each: each.from_ or ""):
        group = level.applies_to.in_language("zh") if level.applies_to else ""
        newest[level.measure, group] = level
    return any(is_to_ask(book, level) for level in newest.values())


def whom(book: Book, item: Item, level: Level | None = None) -> str:
    """For whom a level is: its own group, else those of the item."""
    texts = book.layout.texts
    if level is not None and level.applies_to:
        return shorten(texts.plain(level.applies_to), _WHOM[book.lang])
    words = texts.plain(item.recipients_text)
    if item.recipients and (not words or len(words) > _WHOM[book.lang]):
        names = [book.name("recipient", one).striptags() for one in item.recipients[:_GROUPS]]
        return book.t("list.comma").join(names)
    return shorten(words, _WHOM[book.lang])


def told(book: Book, item: Item, level: Level, *, named: bool = False) -> str:
    """A level with everything that belongs to it, in one line of plain text.

    Args:
        book: The registry in one language.
        item: The item that promises it.
        level: The level.
        named: Whether to say what is measured, where no heading says it.

    Returns:
        Place, since when, for whom, the value with its grade, and whether to ask for today's.
    """
    head = [place_of(book, item), since(book, level), whom(book, item, level)]
    said = book.t("list.clause").join(part for part in head if part)
    value = shorten(book.values.level(level).striptags(), _SUMMARY[book.lang])
    if named and level.value is not None:
        measure = book.name("indicator", level.measure).striptags()
        value = book.say(f"{measure}{value}", f"{measure} {value}")
    ask = book.say("；", "; ") + book.t("amount.ask") if is_to_ask(book, level) else ""
    return f"{said}{book.t('colon')}{value}{ask}"


def summary(book: Book, item: Item) -> str:
    """The level of an item in words; where it names an amount, with place and a word of caution."""
    text = shorten(book.layout.texts.plain(item.level_summary), _SUMMARY[book.lang])
    if not _MONEY.search(text):
        return text
    end = text.rstrip("。.")
    ask = book.say("；", "; ") + book.t("amount.ask")
    return f"{place_of(book, item)}{book.t('colon')}{end}{ask}"


def first_told(book: Book, item: Item) -> str:
    """What a tile or a table says of an item's level: the first in force, else the summary."""
    current = book.current_levels(item)
    return told(book, item, current[0]) if current else summary(book, item)
