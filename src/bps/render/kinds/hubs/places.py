"""Hub of the places: those with most records, and all as one list down the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.render.kinds.hubs.frame import hub
from bps.render.parts import Grid, Paragraph, Section, Tiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bps.model import Jurisdiction
    from bps.render.book import Book
    from bps.render.page import Page

_RICHEST = 12


def page(book: Book) -> Page:
    """The nation, the places with most records, then every place with what is above it."""
    nation = book.registry.find("jurisdiction", book.index.nation)
    intro: list[Any] = [Tiles([_tile(book, nation)])] if nation is not None else []
    intro.append(Paragraph(book.t("places.note"), "notice"))
    tiles = [_tile(book, place) for place in _richest(book)]
    return hub(
        book,
        "places/",
        book.t("menu.places"),
        lead=book.t("places.lead"),
        intro=intro,
        sections=[
            Section("most", book.t("places.most"), [Tiles(tiles, "small")]),
            Section("all", book.t("places.all"), [_grid(book)]),
        ],
        section="places",
    )


def _richest(book: Book) -> list[Jurisdiction]:
    places = (p for p in book.registry.iter("jurisdiction") if p.id != book.index.nation)
    return sorted(places, key=lambda place: (*(-n for n in _numbers(book, place.id)), place.id))[
        :_RICHEST
    ]


def _numbers(book: Book, place: str) -> tuple[int, int]:
    """How many items and standards a place has of its own."""
    return (
        len(book.index.items_by_place.get(place, ())),
        len(book.index.standards_by_place.get(place, ())),
    )


def _grid(book: Book) -> Grid:
    tops = book.index.places_below.get(book.index.nation, ())
    return Grid(
        [
            book.t("place.kind"),
            book.t("place.level"),
            {"name": book.t("place.own-short"), "num": True},
            {"name": book.t("menu.standards"), "num": True},
        ],
        [_row(book, place) for place in _down(book, tops)],
        book.t("places.all"),
        id="places-table",
        filter=book.t("filter.places"),
    )


def _row(book: Book, place: Jurisdiction) -> tuple[Any, ...]:
    above = " ".join(
        str(book.name("jurisdiction", each).striptags())
        for each in reversed(book.index.chain(place.id)[1:-1])
    )
    items, standards = _numbers(book, place.id)
    return (
        {"text": book.link("jurisdiction", place.id), "sub": above},
        book.t(f"place.level.{place.level}"),
        str(items or ""),
        str(standards or ""),
    )


def _down(book: Book, places: Iterable[Jurisdiction]) -> Iterator[Jurisdiction]:
    for place in places:
        yield place
        yield from _down(book, book.index.places_below.get(place.id, ()))


def _tile(book: Book, place: Jurisdiction) -> dict[str, Any]:
    items, standards = _numbers(book, place.id)
    parts = (
        book.t("area.items-n", n=items) if items else "",
        book.t("area.standards-n", n=standards) if standards else "",
    )
    return {
        "href": book.address("jurisdiction", place.id),
        "title": book.tx(place.name),
        "meta": " · ".join(filter(None, parts)),
    }
