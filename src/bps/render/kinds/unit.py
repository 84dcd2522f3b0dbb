"""The page of a responsible body: how to reach it, and what it answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.render.book import Crumb
from bps.render.kinds.follow import Follow
from bps.render.kinds.item import tel
from bps.render.kinds.record import record_page
from bps.render.kinds.shared import item_tile, status_badge
from bps.render.parts import Bullets, Facts, Head, Paragraph, Section, Tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Unit
    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every responsible body."""
    follow: Follow | None = None
    for unit in book.wanted("unit"):
        follow = follow or Follow(book, "units")
        yield _page(book, unit, follow)


def _page(book: Book, unit: Unit, follow: Follow) -> Page:
    head = Head(
        title=book.tx(unit.name),
        kicker=Markup("{} · {}").format(
            book.t(f"unit.kind.{unit.kind}"), book.link("jurisdiction", unit.jurisdiction)
        ),
        badges=[status_badge(book, unit.status)],
    )
    leads = book.index.by("item", "lead_units").get(unit.id, ())
    issued = book.index.by("standard", "issuers").get(unit.id, ())
    lists = book.index.by("list", "issuers").get(unit.id, ())
    links = follow.links(unit.id)
    sections = [
        Section("contact", book.t("unit.contact"), _contacts(book, unit)),
        Section(
            "items",
            book.t("unit.leads"),
            [Tiles([item_tile(book, item, place=True) for item in leads])]
            if leads
            else [Paragraph(book.t("unknown.items-unit"), "unknown")],
        ),
        Section("other", book.t("unit.takes-part"), _takes_part(book, unit)),
        Section(
            "lists",
            book.t("unit.lists"),
            [Bullets([book.link("list", each.id) for each in lists])] if lists else [],
        ),
        Section(
            "standards",
            book.t("unit.standards"),
            [Bullets([book.standard_link(each.id) for each in issued])] if issued else [],
        ),
        Section("names", book.t("unit.names"), _names(book, unit)),
        Section("follow", book.t("follow.title"), [Paragraph(links)] if links else []),
    ]
    return record_page(
        book,
        "unit",
        unit,
        template="pages/record.html",
        context={"head": head, "sections": sections},
        crumbs=[
            Crumb(book.t("menu.units"), book.url("units/")),
            Crumb(
                book.name("jurisdiction", unit.jurisdiction),
                book.address("jurisdiction", unit.jurisdiction),
            ),
        ],
        section="places",
    )


def _contacts(book: Book, unit: Unit) -> list[Any]:
    if not unit.contacts:
        return [Paragraph(book.t("unknown.contact"), "unknown")]
    rows = []
    for contact in unit.contacts:
        value: Markup | str = contact.value
        if contact.kind == "telephone":
            value = Markup('<a class="tel" href="{}">{}</a>').format(
                tel(contact.value), contact.value
            )
        elif contact.kind == "website":
            value = Markup('<a href="{}" rel="noopener">{}</a>').format(
                contact.value, contact.value
            )
        elif contact.kind == "email":
            value = Markup('<a href="mailto:{}">{}</a>').format(contact.value, contact.value)
        if contact.note:
            value = Markup("{} {}").format(value, book.tx(contact.note))
        rows.append((book.t(f"contact.{contact.kind}"), value))
    return [Facts(rows)]


def _takes_part(book: Book, unit: Unit) -> list[Any]:
    lines = [
        Markup("{}{}{}").format(book.link("item", item.id), book.t("colon"), book.tx(role.role))
        for item in book.registry.iter("item")
        for role in item.other_units
        if role.unit == unit.id
    ]
    return [Bullets(lines)] if lines else []


def _names(book: Book, unit: Unit) -> list[Any]:
    lines: list[Markup] = [
        Markup("{} {}").format(
            book.tx(variant.text),
            " – ".join(filter(None, [variant.from_, variant.to])),
        )
        for variant in unit.name_variants
    ]
    lines.extend(
        Markup("{}{} {}").format(book.t("unit.before"), book.tx(each.name), each.until or "")
        for each in unit.predecessors
    )
    if unit.successors:
        lines.append(
            Markup("{}{}").format(book.t("unit.after"), book.links("unit", unit.successors))
        )
    if unit.parent:
        lines.append(Markup("{}{}").format(book.t("unit.parent"), book.link("unit", unit.parent)))
    return [Bullets(lines)] if lines else []
