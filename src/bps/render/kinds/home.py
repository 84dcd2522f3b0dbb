"""The home page, the search page, and the page for addresses that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.render.kinds.area import concept_tile
from bps.render.kinds.people import event_tiles
from bps.render.kinds.shared import area_refs
from bps.render.parts import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.render.book import Book
    from bps.render.page import Page

_MOST_PLACES = 8


def pages(book: Book) -> Iterator[Page]:
    """Yield home, search and the page for unknown addresses."""
    if book.wants(""):
        yield _home(book)
    yield book.page(
        "pages/search.html",
        path="search/",
        title=book.t("frame.search"),
        kind="search",
        search="page",
        in_nav=True,
        context={"head": Head(book.t("search.title"), lead=book.t("search.lead"))},
    )
    if book.lang == "zh":
        yield book.page(
            "pages/not-found.html", path="404.html", title=book.t("lost.title"), kind="lost"
        )


def _home(book: Book) -> Page:
    national = book.index.items_by_place.get(book.index.nation, ())
    places = sorted(
        (place for place in book.index.items_by_place if place != book.index.nation),
        key=lambda place: (-len(book.index.items_by_place[place]), place),
    )[:_MOST_PLACES]
    figures = [
        (len(national), "home.items", "items/"),
        (_count(book, "standard"), "menu.standards", "standards/"),
        (_count(book, "jurisdiction"), "menu.places", "places/"),
        (_count(book, "source"), "menu.sources", "sources/"),
    ]
    return book.page(
        "pages/home.html",
        path="",
        title=book.t("site.name"),
        kind="home",
        search="page",
        in_nav=True,
        description=book.t("site.description"),
        context={
            "items_n": len(national),
            "areas": [_area_tile(book, ref) for ref in area_refs(book)],
            "events": event_tiles(book),
            "places": [
                {
                    "href": book.address("jurisdiction", place),
                    "title": book.name("jurisdiction", place),
                    "meta": book.t("area.items-n", n=len(book.index.items_by_place[place])),
                }
                for place in places
            ],
            "figures": [
                {"number": number, "label": book.t(key), "href": book.url(path)}
                for number, key, path in figures
            ],
        },
    )


def _area_tile(book: Book, ref: str) -> dict[str, Any]:
    return concept_tile(book, ref)


def _count(book: Book, kind: str) -> int:
    return sum(1 for _ in book.registry.iter(kind))
