"""The page of a source: what it is, where it stands, and every record that rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.model import RECORD_TYPES
from bps.render.book import Crumb
from bps.render.kinds.record import record_page
from bps.render.parts import Facts, Folded, Grid, Head, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Source
    from bps.render.book import Book
    from bps.render.page import Page

_FOLD_ABOVE = 30


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every source."""
    for source in book.wanted("source"):
        yield _page(book, source)


def _page(book: Book, source: Source) -> Page:
    texts = book.layout.texts
    head = Head(
        book.tx(source.name),
        kicker=book.t("source.kind"),
        badges=[
            (
                book.t(f"source.{source.kind}"),
                "good"
                if source.kind == "official"
                else "warn"
                if source.kind in {"general-knowledge", "mirror"}
                else "plain",
            )
        ],
    )
    intro: list[Any] = []
    if source.kind == "general-knowledge":
        intro.append(Paragraph(book.t("record.background-note"), "warn"))
    if source.machine_translated:
        intro.append(Paragraph(book.t("source.machine"), "warn"))
    facts: list[tuple[str, Any]] = [
        (book.t("source.type"), book.t(f"source.type.{source.type}") if source.type else ""),
        (book.t("source.issuer"), book.link("unit", source.issuer) if source.issuer else ""),
        (book.t("source.publisher"), book.tx(source.publisher)),
        (book.t("list.number"), book.tx(source.document_number)),
        (book.t("standard.issued"), texts.date(source.issued)),
        (
            book.t("source.language"),
            book.t(f"language.{source.language}") if source.language else "",
        ),
        (book.t("source.retrieved"), texts.date(source.retrieved_on)),
        (book.t("source.confirms"), book.tx(source.confirms)),
        (book.t("source.address"), _address(book, source)),
    ]
    sections = [
        Section("about", book.t("source.about"), [Facts(facts)]),
        Section("cited", book.t("source.cited"), _cited(book, source)),
    ]
    return record_page(
        book,
        "source",
        source,
        template="pages/record.html",
        context={"head": head, "intro": intro, "sections": sections},
        crumbs=[Crumb(book.t("menu.sources"), book.url("sources/"))],
    )


def _address(book: Book, source: Source) -> Markup | str:
    """Link to the document; a mirror is named but never linked."""
    if source.kind == "mirror":
        return book.t("source.mirror-note")
    if not source.url:
        return ""
    return Markup('<a href="{0}" rel="noopener noreferrer">{0}</a>').format(source.url)


def _cited(book: Book, source: Source) -> list[Any]:
    seen: dict[tuple[str, str], None] = {}
    for backlink in book.registry.backlinks("source", source.id):
        seen.setdefault((backlink.type, backlink.id), None)
    if not seen:
        return [Paragraph(book.t("source.uncited"), "unknown")]
    rows = [(_link(book, kind, record_id), book.type_name(kind)) for kind, record_id in seen]
    grid = Grid(
        [book.t("source.record"), book.t("source.record-kind")],
        rows,
        book.t("source.cited"),
        id="cited-table",
        filter=book.t("filter.records"),
    )
    if len(rows) > _FOLD_ABOVE:
        return [Folded(book.t("source.cited-n", n=len(rows)), [grid])]
    return [grid]


def _link(book: Book, kind: str, record_id: str) -> Markup:
    if RECORD_TYPES[kind].url is None:
        return book.name(kind, record_id)
    return book.link(kind, record_id)
