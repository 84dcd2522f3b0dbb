"""The message that a neighbour passes on: the answer with all that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.counter import family, to_bring
from bps.analysis.elsewhere import telephones
from bps.render.amounts import place_of, summary, told, whom
from bps.render.book import record_path
from bps.render.kinds.shared import shorten

if TYPE_CHECKING:
    from bps.model import Item, Level
    from bps.render.book import Book

# [characters] What is longer is folded by chat programs and no longer read. The amount with what
# belongs to it, the telephone and the address are never left out; the papers give way.
COPY_LENGTH = 500
_BRING = {"zh": 60, "en": 110}
_LEVELS = 2


def full_address(book: Book, item: Item) -> str:
    """Address of an item's page in this language; empty where the site has none."""
    if not book.settings.address:
        return ""
    language = "en/" if book.lang == "en" else ""
    return f"{book.settings.address}{language}{record_path('item', item.id)}"


def card_path(item_id: str, lang: str) -> str:
    """Path of an item's picture below the root of the site."""
    return f"{'en/' if lang == 'en' else ''}{record_path('item', item_id)}card.svg"


def telephone(book: Book, item: Item) -> str:
    """Number to call: the item's own, else that of what it carries out, else the site's; or ""."""
    numbers = (
        one.number
        for each in family(book.registry, item)
        for one in telephones(book.registry, each)
        if one.number
    )
    return next(numbers, book.settings.hotline)


def amounts(book: Book, item: Item, current: tuple[Level, ...]) -> list[str]:
    """What a person receives, before other levels; without any, the summary and for whom.

    Args:
        book: The registry in one language.
        item: The item.
        current: Its levels in force.

    Returns:
        One or two lines; two where amounts for the same people follow each other.
    """
    # A value "about" something reports how it went; it promises nothing.
    promised = [one for one in current if one.comparator != "about"]
    first = next((one for one in promised if one.kind == "amount"), next(iter(promised), None))
    if first is not None:
        alike = [
            one
            for one in promised
            if (one.measure, one.applies_to) == (first.measure, first.applies_to)
        ]
        return [told(book, item, one, named=True) for one in alike[:_LEVELS]]
    who = book.t("list.clause").join(
        part for part in (place_of(book, item), whom(book, item)) if part
    )
    words = summary(book, item)
    return [f"{who}{book.t('colon')}{words}" if words else who]


def copy_text(book: Book, item: Item, current: tuple[Level, ...]) -> str:
    """Name, amount with place, day, group and grade, whom to call, what to bring, address.

    Args:
        book: The registry in one language.
        item: The item.
        current: Its levels in force.

    Returns:
        One fact a line; at most `COPY_LENGTH` characters, unless the address itself is very long.
    """
    address = full_address(book, item)
    number = telephone(book, item)
    lines = [
        book.layout.texts.plain(item.name),
        *amounts(book, item, current),
        *([book.say(f"电话：{number}", f"Tel: {number}")] if number else []),
    ]
    found = to_bring(book.registry, item)
    head = f"{book.t('counter.bring')}{book.t('colon')}"
    room = COPY_LENGTH - sum(len(line) + 1 for line in [*lines, head, address])
    room = min(room, _BRING[book.lang])
    if found is not None and room > 0:
        papers = book.t("list.comma").join(book.layout.texts.plain(one) for one in found[1])
        lines.append(head + shorten(papers, room - 1))
    return "\n".join(lines) + f"\n{address}"
