"""The page of a place: what applies here, what is better here, lists, standards, results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.relations.applying import applying
from bps.render.amounts import first_told
from bps.render.book import Crumb
from bps.render.kinds.follow import Follow
from bps.render.kinds.numbers import by_number
from bps.render.kinds.record import record_page
from bps.render.kinds.shared import item_tile, items_by_area
from bps.render.parts import Bullets, Facts, Figures, Folded, Grid, Head, Paragraph, Section, Tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Item, Jurisdiction, PublishedList
    from bps.render.book import Book
    from bps.render.page import Page

# A longer table belongs on the page of standards.
_MOST_STANDARDS = 40


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every place."""
    follow: Follow | None = None
    for place in book.wanted("jurisdiction"):
        follow = follow or Follow(book, "places")
        yield _page(book, place, follow)


def _page(book: Book, place: Jurisdiction, follow: Follow) -> Page:
    chain = book.index.chain(place.id)
    above = chain[1:]
    applies = applying(book.as_of, place.id, book.index.items_by_place).items
    own = book.index.items_by_place.get(place.id, ())
    head = Head(
        title=book.tx(place.name),
        kicker=book.t(f"place.level.{place.level}"),
        lead=_lead(book, place, len(own), len(applies)),
    )
    intro: list[Any] = [Figures(_figures(book, place, own, applies))]
    if place.id != book.index.nation and not own:
        intro.append(Paragraph(book.t("place.falls-back"), "notice"))
    sections = [
        Section("better", book.t("place.better"), _better(book, own)),
        Section("own", book.t("place.own"), _own(book, place, own)),
        Section("applies", book.t("place.applies"), _applies(book, place, applies)),
        Section("service-points", book.t("place.points"), _points(book, place)),
        Section("below", book.t("place.below"), _below(book, place)),
    ]
    reviewed = [
        Section("lists", book.t("place.lists"), _lists(book, place)),
        Section("standards", book.t("place.standards"), _standards(book, place)),
        Section("results", book.t("place.results"), _results(book, place)),
        Section("programmes", book.t("place.programmes"), _programmes(book, place)),
        Section("units", book.t("place.units"), _units(book, place)),
        Section("about", book.t("place.about"), [Facts(_facts(book, place, follow))]),
    ]
    return record_page(
        book,
        "jurisdiction",
        place,
        template="pages/record.html",
        context={"head": head, "intro": intro, "sections": sections, "reviewed": reviewed},
        crumbs=[
            Crumb(book.t("menu.places"), book.url("places/")),
            *(
                Crumb(book.name("jurisdiction", p), book.address("jurisdiction", p))
                for p in reversed(above)
            ),
        ],
        section="places",
    )


def _lead(book: Book, place: Jurisdiction, own: int, all_in_all: int) -> str:
    if place.id == book.index.nation:
        return book.t("place.lead-nation", n=all_in_all)
    return book.t("place.lead", n=all_in_all, own=own)


def _figures(
    book: Book, place: Jurisdiction, own: tuple[Item, ...], applies: tuple[Item, ...]
) -> list[dict[str, Any]]:
    counts = [
        ("#applies", len(applies), "place.applies-short"),
        ("#own", len(own), "place.own-short"),
        ("#standards", len(book.index.standards_by_place.get(place.id, ())), "menu.standards"),
        ("#lists", len(book.index.by("list", "jurisdiction").get(place.id, ())), "menu.lists"),
        (
            "#service-points",
            len(book.index.by("service-point", "jurisdiction").get(place.id, ())),
            "menu.service-points",
        ),
    ]
    if place.id == book.index.nation:
        counts.pop(1)
    return [{"number": n, "label": book.t(key), "href": href} for href, n, key in counts if n]


def _better(book: Book, own: tuple[Item, ...]) -> list[Any]:
    """Items recorded as better than the nation's; what only exists here is compared with nothing."""
    better = [
        item
        for item in own
        if item.counterpart and item.counterpart.scope == "wider" and book.as_of.holds(item)
    ]
    return (
        [
            Tiles(
                [
                    {
                        **item_tile(book, item),
                        "meta": book.t(f"scope.{item.counterpart.scope}"),
                        "tone": "seal",
                    }
                    for item in better
                    if item.counterpart
                ]
            )
        ]
        if better
        else []
    )


def _own(book: Book, place: Jurisdiction, own: tuple[Item, ...]) -> list[Any]:
    """Tiles of the place's own items with their first level; the nation's are its whole list."""
    if place.id == book.index.nation or not own:
        return []
    ordered = sorted(own, key=lambda item: by_number(book, item))
    tiles = [{**item_tile(book, item), "meta": first_told(book, item)} for item in ordered]
    return [Tiles(tiles, id="own-items", filter=book.t("filter.items"))]


def _applies(book: Book, place: Jurisdiction, applies: tuple[Item, ...]) -> list[Any]:
    if not applies:
        return [Paragraph(book.t("unknown.items"), "unknown")]
    blocks: list[Any] = []
    for ref, items in items_by_area(book, applies):
        title = book.concept_name(ref).striptags() if ref else book.t("area.none")
        rows = [
            (
                book.link("item", item.id),
                first_told(book, item) or book.t("unknown.short"),
                book.link("jurisdiction", item.jurisdiction),
            )
            for item in sorted(
                items, key=lambda i: (i.jurisdiction != place.id, by_number(book, i))
            )
        ]
        grid = Grid(
            [book.t("item.kind"), book.t("level.kind"), book.t("place.from")],
            rows,
            str(title),
            id=f"applies-{ref.partition('/')[2] or 'rest'}",
        )
        blocks.append(
            Folded(
                f"{title}（{len(rows)}）" if book.lang == "zh" else f"{title} ({len(rows)})", [grid]
            )
        )
    return blocks


def _points(book: Book, place: Jurisdiction) -> list[Any]:
    points = book.index.by("service-point", "jurisdiction").get(place.id, ())
    return (
        [
            Tiles(
                [
                    {
                        "href": book.address("service-point", point.id),
                        "title": book.tx(point.name),
                        "text": book.tx(point.address) if point.address else "",
                        "meta": book.t("point.items", n=len(point.items)) if point.items else "",
                    }
                    for point in points
                ]
            )
        ]
        if points
        else []
    )


def _lists(book: Book, place: Jurisdiction) -> list[Any]:
    lists = book.index.by("list", "jurisdiction").get(place.id, ())
    if not lists:
        return []
    return [
        Grid(
            [book.t("list.kind"), book.t("list.edition"), book.t("list.recorded-of")],
            [
                (book.link("list", each.id), book.tx(each.edition), recorded_of(book, each))
                for each in lists
            ],
            book.t("place.lists"),
        )
    ]


def declared_items(record: PublishedList) -> int | None:
    """How many items a list declares in all."""
    return next(
        (d.count for d in record.declared if d.of == "items" and not d.domain and not d.part), None
    )


def recorded_of(book: Book, record: PublishedList) -> str:
    """How many items of a list are recorded, of how many it declares."""
    recorded = len(book.index.items_by_list.get(record.id, ()))
    declared = declared_items(record)
    if declared is None:
        return book.t("list.recorded", n=recorded)
    return book.t("list.recorded-of-n", n=recorded, total=declared)


def _standards(book: Book, place: Jurisdiction) -> list[Any]:
    standards = book.index.standards_by_place.get(place.id, ())
    if not standards:
        return []
    if len(standards) > _MOST_STANDARDS:
        return [
            Paragraph(
                Markup('<a href="{}">{}</a>').format(
                    book.url("standards/"), book.t("place.standards-all", n=len(standards))
                )
            )
        ]
    rows = [
        (
            book.standard_link(s.id),
            book.t(f"standard.level.{s.level}"),
            book.t(f"status.{s.status}"),
        )
        for s in standards
    ]
    columns = [book.t("standard.kind"), book.t("standard.level"), book.t("standard.status")]
    return [Grid(columns, rows, book.t("place.standards"))]


def _results(book: Book, place: Jurisdiction) -> list[Any]:
    sets = book.index.results_by_place.get(place.id, ())
    return [Bullets([book.link("observation-set", each.id) for each in sets])] if sets else []


def _programmes(book: Book, place: Jurisdiction) -> list[Any]:
    found = book.index.by("programme", "jurisdictions").get(place.id, ())
    return [Bullets([book.link("programme", each.id) for each in found])] if found else []


def _units(book: Book, place: Jurisdiction) -> list[Any]:
    units = book.index.by("unit", "jurisdiction").get(place.id, ())
    if not units:
        return []
    return [
        Folded(
            book.t("place.units-n", n=len(units)),
            [Bullets([book.link("unit", unit.id) for unit in units])],
        )
    ]


def _below(book: Book, place: Jurisdiction) -> list[Any]:
    below = book.index.places_below.get(place.id, ())
    return (
        [
            Tiles(
                [
                    {
                        "href": book.address("jurisdiction", each.id),
                        "title": book.tx(each.name),
                        "meta": book.t("place.own-n", n=n)
                        if (n := len(book.index.items_by_place.get(each.id, ())))
                        else "",
                    }
                    for each in below
                ],
                size="small",
            )
        ]
        if below
        else []
    )


def _facts(book: Book, place: Jurisdiction, follow: Follow) -> list[tuple[str, Any]]:
    parent = book.link("jurisdiction", place.parent) if place.parent else ""
    return [
        (book.t("place.level"), book.t(f"place.level.{place.level}")),
        (book.t("place.parent"), parent),
        (book.t("place.code"), place.division_code or ""),
        (book.t("place.successors"), book.links("jurisdiction", place.successors)),
        (book.t("follow.title"), follow.links(place.id)),
    ]
