"""The number of an item in its place's own list: the newest edition in which it is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bps.model import Item, PublishedList
    from bps.render.book import Book

# Items without a number stand behind all others.
_LAST = 10_000
_YEAR = re.compile(r"[12][0-9]{3}")


def newest_number(book: Book, item: Item) -> tuple[PublishedList, int] | None:
    """Find the newest edition of the place's list in which the item has a known number.

    Args:
        book: The registry in one language.
        item: The item.

    Returns:
        The list and the number there, or None.
    """
    found = [
        (edition, listing.number)
        for listing in item.listed_in
        if listing.number is not None
        and (edition := book.registry.find("list", listing.list)) is not None
        and edition.jurisdiction == item.jurisdiction
    ]
    return max(found, key=lambda row: _age(book, row[0]), default=None)


def by_number(book: Book, item: Item) -> tuple[int, str]:
    """Key that sorts items as their list does, those without a number last."""
    found = newest_number(book, item)
    return (found[1] if found else _LAST, item.id)


def number_words(book: Book, item: Item) -> str:
    """Say the number with its edition, such as "2023年版第56项"; empty when none is known."""
    found = newest_number(book, item)
    if found is None:
        return ""
    edition, number = found
    year = _YEAR.search(edition.edition or "")
    if year is None:
        return book.t("item.numbered", n=number)
    return book.t("item.numbered-in", year=year[0], n=number)


def _age(book: Book, edition: PublishedList) -> int:
    """How many editions came before this one."""
    before = 0
    seen = {edition.id}
    at = edition
    while at.replaces and at.replaces not in seen:
        seen.add(at.replaces)
        before += 1
        earlier = book.registry.find("list", at.replaces)
        if earlier is None:
            break
        at = earlier
    return before
