"""Hubs of service items: the national ones by area, the local ones by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.render.book import Crumb
from bps.render.kinds.hubs.frame import hub
from bps.render.kinds.numbers import by_number, number_words
from bps.render.kinds.shared import item_tile, items_by_area
from bps.render.parts import Bullets, Figures, Folded, Section, Tiles

if TYPE_CHECKING:
    from bps.render.book import Book
    from bps.render.page import Page


def by_area(book: Book) -> Page:
    """The national items under their areas."""
    national = sorted(
        book.index.items_by_place.get(book.index.nation, ()),
        key=lambda item: by_number(book, item),
    )
    total = len(tuple(book.registry.iter("item")))
    sections = [
        Section(
            ref.partition("/")[2] or "rest",
            book.concept_name(ref) if ref else book.t("area.none"),
            [
                Tiles(
                    [
                        {**item_tile(book, item), "glyph": "", "meta": number_words(book, item)}
                        for item in items
                    ]
                )
            ],
            small=book.t("area.items-n", n=len(items)),
        )
        for ref, items in items_by_area(book, national)
    ]
    intro = [
        Figures(
            [
                {"number": len(national), "label": book.t("place.own-nation")},
                {
                    "number": total - len(national),
                    "label": book.t("items.local"),
                    "href": book.url("items/by-place/"),
                },
            ]
        ),
    ]
    return hub(
        book,
        "items/",
        book.t("menu.items"),
        lead=book.t("items.lead"),
        intro=intro,
        sections=sections,
        section="items",
    )


def by_place(book: Book) -> Page:
    """The items of each place."""
    sections = []
    for place in sorted(book.index.items_by_place, key=lambda p: (p != book.index.nation, p)):
        if place == book.index.nation:
            continue
        items = book.index.items_by_place[place]
        ordered = sorted(items, key=lambda item: by_number(book, item))
        rows = [book.link("item", item.id) for item in ordered]
        name = book.layout.texts.plain(book.registry.get("jurisdiction", place).name)
        sections.append(
            Section(
                place,
                book.link("jurisdiction", place),
                [Folded(book.t("items.show", n=len(rows), place=name), [Bullets(rows)])],
            )
        )
    return hub(
        book,
        "items/by-place/",
        book.t("items.by-place"),
        sections=sections,
        crumbs=[Crumb(book.t("menu.items"), book.url("items/"))],
        section="items",
        lead=book.t("items.by-place-lead"),
    )
