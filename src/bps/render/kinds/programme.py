"""Pages of pilots and plans, and of service points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from bps.render.book import Crumb
from bps.render.kinds.item import tel
from bps.render.kinds.record import record_page
from bps.render.kinds.shared import (
    declared_columns,
    declared_rows,
    item_tile,
    source_link,
    status_badge,
    unknown,
)
from bps.render.parts import Bullets, Facts, Grid, Head, Paragraph, Section, Tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Programme, ServicePoint
    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every programme and every service point."""
    for programme in book.wanted("programme"):
        yield _programme_page(book, programme)
    for point in book.wanted("service-point"):
        yield _point_page(book, point)


def _programme_page(book: Book, programme: Programme) -> Page:
    head = Head(
        book.tx(programme.name),
        kicker=Markup("{} · {}").format(
            book.t(f"programme.{programme.kind}"),
            book.links("jurisdiction", programme.jurisdictions),
        ),
        badges=[status_badge(book, programme.status)],
    )
    facts = [
        (book.t("programme.type"), book.tx(programme.type)),
        (book.t("list.number"), book.tx(programme.document_number)),
        (book.t("programme.undertakers"), book.links("unit", programme.undertakers)),
        (book.t("programme.undertakers"), book.tx(programme.undertakers_text)),
        (book.t("menu.lists"), book.links("list", programme.lists)),
    ]
    sections = [
        Section(
            "about",
            book.t("programme.about"),
            [Facts(facts)] if any(value for _, value in facts) else [],
        ),
        Section("milestones", book.t("programme.milestones"), _milestones(book, programme)),
        Section("declared", book.t("list.declared"), _declared(book, programme)),
    ]
    return record_page(
        book,
        "programme",
        programme,
        template="pages/record.html",
        context={"head": head, "sections": sections},
        crumbs=[Crumb(book.t("menu.programmes"), book.url("programmes/"))],
        section="standards",
    )


def _milestones(book: Book, programme: Programme) -> list[Any]:
    rows = []
    for each in programme.milestones:
        totals = [Markup("{} {}").format(*row[:2]) for row in declared_rows(book, each.declared)]
        rows.append(
            (
                {
                    "text": book.layout.texts.date(each.date) or unknown(book, "unknown.date"),
                    "sub": book.tx(each.date_note) if each.date_note else "",
                },
                {"text": book.tx(each.text), "sub": Markup("<br>").join(totals)},
                book.tx(each.outcome),
                source_link(book, each.evidence),
            )
        )
    columns = [
        book.t("programme.when"),
        book.t("programme.what"),
        book.t("programme.outcome"),
        book.t("record.source"),
    ]
    return [Grid(columns, rows, book.t("programme.milestones"))] if rows else []


def _declared(book: Book, record: Any) -> list[Any]:
    rows = declared_rows(book, record.declared)
    rows.extend(
        (
            book.tx(figure.label),
            book.values.number(figure.value, figure.unit, figure.comparator),
            figure.as_of or "",
            source_link(book, figure.evidence),
        )
        for figure in record.figures
    )
    return [Grid(declared_columns(book), rows, book.t("list.declared"))] if rows else []


def _point_page(book: Book, point: ServicePoint) -> Page:
    head = Head(
        book.tx(point.name),
        kicker=Markup("{} · {}").format(
            book.t("point.kind"), book.link("jurisdiction", point.jurisdiction)
        ),
        badges=[status_badge(book, point.status)],
    )
    area: Any = ""
    if point.floor_area:
        area = book.values.number(point.floor_area, "m2", point.floor_area_comparator)
    telephone: Any = unknown(book)
    if point.telephone:
        telephone = Markup('<a class="tel" href="{}">{}</a>').format(
            tel(point.telephone), point.telephone
        )
    items = [item for each in point.items if (item := book.registry.find("item", each)) is not None]
    sections = [
        Section(
            "visit",
            book.t("point.visit"),
            [
                Facts(
                    [
                        (book.t("point.address"), book.tx(point.address) or unknown(book)),
                        (book.t("guide.hours"), book.tx(point.hours) or unknown(book)),
                        (book.t("guide.telephone"), telephone),
                        (
                            book.t("guide.documents"),
                            escape(book.t("list.comma")).join(map(book.tx, point.documents)),
                        ),
                        (book.t("point.opened"), book.layout.texts.date(point.opened)),
                        (book.t("point.floor-area"), area),
                        (book.t("point.units"), book.links("unit", point.units)),
                    ]
                )
            ],
        ),
        Section(
            "items",
            book.t("point.offers"),
            [Tiles([item_tile(book, item) for item in items])]
            if items
            else [Paragraph(book.t("unknown.items"), "unknown")],
        ),
        Section(
            "facilities",
            book.t("point.facilities"),
            [Bullets([book.tx(each) for each in point.facilities])] if point.facilities else [],
        ),
        Section(
            "standards",
            book.t("menu.standards"),
            [Bullets([book.standard_link(each) for each in point.standards])]
            if point.standards
            else [],
        ),
        Section(
            "lists",
            book.t("menu.lists"),
            [Bullets([book.link("list", each) for each in point.lists])] if point.lists else [],
        ),
        Section("declared", book.t("list.declared"), _declared(book, point)),
    ]
    return record_page(
        book,
        "service-point",
        point,
        template="pages/record.html",
        context={"head": head, "sections": sections},
        crumbs=[
            Crumb(book.t("menu.service-points"), book.url("service-points/")),
            Crumb(
                book.name("jurisdiction", point.jurisdiction),
                book.address("jurisdiction", point.jurisdiction),
            ),
        ],
        section="places",
    )
