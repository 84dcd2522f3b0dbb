"""Hubs: one page per type of record, cut up by place, level and area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.render.kinds.hubs import areas, items, places, records, standards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.render.book import Book
    from bps.render.page import Page

_HUBS = (
    ("items/", items.by_area),
    ("items/by-place/", items.by_place),
    ("standards/", standards.by_area),
    ("areas/", areas.page),
    ("places/", places.page),
)


def pages(book: Book) -> Iterator[Page]:
    """Yield every hub."""
    for path, make in _HUBS:
        if book.wants(path):
            yield make(book)
    yield from standards.levels(book)
    yield from records.pages(book)
