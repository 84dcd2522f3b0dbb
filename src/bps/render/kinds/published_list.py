"""The page of a published list: what it declares, what of it is recorded, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.render.book import Crumb
from bps.render.kinds.place import declared_items, recorded_of
from bps.render.kinds.record import record_page
from bps.render.kinds.shared import declared_columns, declared_rows, source_link, status_badge
from bps.render.parts import Bullets, Facts, Grid, Head, Meter, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import PublishedList
    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every list."""
    for record in book.wanted("list"):
        yield _page(book, record)


def _page(book: Book, record: PublishedList) -> Page:
    head = Head(
        title=book.tx(record.name),
        kicker=Markup("{} · {}").format(
            book.t("list.kind"), book.link("jurisdiction", record.jurisdiction)
        ),
        lead=recorded_of(book, record) if book.index.items_by_list.get(record.id) else "",
        badges=[status_badge(book, record.status)],
    )
    sections = [
        Section("about", book.t("list.about"), [Facts(_facts(book, record))]),
        Section("declared", book.t("list.declared"), _declared(book, record)),
        Section("items", book.t("list.items"), _items(book, record)),
        Section("standards", book.t("menu.standards"), _standards(book, record)),
        Section("changes", book.t("list.changes"), _changes(book, record)),
        Section("rules", book.t("list.rules"), _rules(book, record)),
    ]
    return record_page(
        book,
        "list",
        record,
        template="pages/record.html",
        context={"head": head, "sections": sections},
        crumbs=[
            Crumb(book.t("menu.lists"), book.url("lists/")),
            Crumb(
                book.name("jurisdiction", record.jurisdiction),
                book.address("jurisdiction", record.jurisdiction),
            ),
        ],
        section="standards",
    )


def _facts(book: Book, record: PublishedList) -> list[tuple[str, Any]]:
    t, date = book.t, book.layout.texts.date
    replaces = (
        book.link("list", record.replaces) if record.replaces else book.tx(record.replaces_text)
    )
    return [
        (t("list.edition"), book.tx(record.edition)),
        (t("list.number"), book.tx(record.document_number)),
        (t("list.issuers"), book.links("unit", record.issuers)),
        ("", book.tx(record.issuers_text))
        if record.issuers
        else (t("list.issuers"), book.tx(record.issuers_text)),
        (t("standard.issued"), date(record.issued)),
        (t("list.published"), date(record.published)),
        (t("list.effective"), date(record.effective)),
        (t("list.replaces"), replaces),
        (t("list.scheme"), book.link("domain-scheme", record.scheme) if record.scheme else ""),
        (
            t("list.replaced-by"),
            book.links(
                "list",
                [
                    b.id
                    for b in book.registry.backlinks("list", record.id)
                    if b.type == "list" and b.pointer == "/replaces"
                ],
            ),
        ),
    ]


def _declared(book: Book, record: PublishedList) -> list[Any]:
    if not record.declared:
        return [Paragraph(book.t("unknown.declared"), "unknown")]
    return [
        Grid(declared_columns(book), declared_rows(book, record.declared), book.t("list.declared"))
    ]


def _items(book: Book, record: PublishedList) -> list[Any]:
    rows = book.index.items_by_list.get(record.id, ())
    if not rows:
        return []
    table = []
    for number, item in rows:
        listing = next(each for each in item.listed_in if each.list == record.id)
        named = listing.name and listing.name != item.name
        table.append(
            (
                "" if number is None else str(number),
                {"text": book.link("item", item.id), "sub": book.tx(listing.name) if named else ""},
                book.concept_link(item.domain) if item.domain else "",
            )
        )
    columns: list[Any] = [
        {"name": book.t("list.no"), "num": True},
        book.t("item.kind"),
        book.t("area.kind"),
    ]
    return [
        *_meter(book, record),
        Grid(columns, table, book.t("list.items"), id="list-items", filter=book.t("filter.items")),
    ]


def _meter(book: Book, record: PublishedList) -> list[Any]:
    declared = declared_items(record)
    recorded = len(book.index.items_by_list.get(record.id, ()))
    return [Meter(recorded, declared, recorded_of(book, record))] if declared else []


def _standards(book: Book, record: PublishedList) -> list[Any]:
    standards = book.index.by_listing.get(record.id, ())
    return [Bullets([book.standard_link(each.id) for each in standards])] if standards else []


def _changes(book: Book, record: PublishedList) -> list[Any]:
    if not record.changes:
        return []
    rows = [
        (
            book.t(f"change.{change.kind}"),
            "" if change.count is None else str(change.count),
            Markup("{} {}").format(book.tx(change.text), book.links("item", change.items)),
            source_link(book, change.evidence),
        )
        for change in record.changes.declared
    ]
    columns: list[Any] = [
        book.t("list.change"),
        {"name": book.t("declared.count"), "num": True},
        book.t("list.which"),
        book.t("record.source"),
    ]
    since = book.link("list", record.changes.since)
    return [
        Paragraph(Markup("{}{}").format(book.t("list.since"), since)),
        Grid(columns, rows, book.t("list.changes")),
    ]


def _rules(book: Book, record: PublishedList) -> list[Any]:
    lines = [
        Markup("{} <small>{}</small>").format(book.tx(rule.text), source_link(book, rule.evidence))
        for rule in record.rules
    ]
    return [Bullets(lines)] if lines else []
