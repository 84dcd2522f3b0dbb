"""The page of a standard: status, succession, dates, the items it governs, its series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from bps.codes import parse_code
from bps.render.book import Crumb
from bps.render.kinds.record import record_page
from bps.render.kinds.shared import status_badge
from bps.render.parts import Bullets, Facts, Grid, Head, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bps.model import Standard
    from bps.model.standard import Relation
    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every standard."""
    for standard in book.wanted("standard"):
        yield _page(book, standard)


def _page(book: Book, standard: Standard) -> Page:
    texts = book.layout.texts
    name = texts.plain(standard.name)
    title = f"{standard.code} {name}" if standard.code else name
    head = Head(
        title=book.tx(standard.name),
        kicker=Markup("{} · {}").format(
            book.t(f"standard.level.{standard.level}"),
            book.link("jurisdiction", standard.jurisdiction),
        ),
        lead=_code(book, standard),
        badges=[status_badge(book, standard.status)],
    )
    sections = [
        Section("status", book.t("standard.status"), [Facts(_facts(book, standard))]),
        Section("items", book.t("standard.items"), _items(book, standard)),
        Section("succession", book.t("standard.succession"), _succession(book, standard)),
        Section("series", book.t("standard.series"), _series(book, standard)),
    ]
    return record_page(
        book,
        "standard",
        standard,
        template="pages/record.html",
        title=title,
        context={"head": head, "sections": sections},
        crumbs=[
            Crumb(book.t("menu.standards"), book.url("standards/")),
            Crumb(
                book.t(f"standard.level.{standard.level}"),
                book.url(f"standards/{standard.level}/"),
            ),
        ],
        description=texts.plain(standard.scope),
        section="standards",
        explained=True,
    )


def _code(book: Book, standard: Standard) -> Markup:
    if not standard.code:
        return Markup('<span class="unknown">{}</span>').format(book.t("unknown.code"))
    shown = Markup('<span class="code">{}</span>').format(standard.code)
    if standard.code_status in {"inferred", "background"}:
        mark = book.t(f"standard.code-status.{standard.code_status}")
        shown += Markup(' <span class="badge badge-warn">{}</span>').format(mark)
    return shown


def _nature(book: Book, standard: Standard) -> str:
    """Whether it must be kept, as its code says."""
    mandate = parse_code(standard.code).mandate if standard.code else None
    return book.t(f"standard.nature.{mandate}") if mandate else ""


def _facts(book: Book, standard: Standard) -> list[tuple[str, str | Markup]]:
    t, date = book.t, book.layout.texts.date
    normal = t(f"status.{standard.status}")
    printed = standard.status_printed if standard.status_printed not in {None, normal} else ""
    as_of = t("standard.as-of", date=date(standard.status_as_of)) if standard.status_as_of else ""
    unknown = Markup('<span class="unknown">{}</span>').format(t("unknown.fact"))
    issuers = book.links("unit", standard.issuers) or book.tx(standard.issuers_text)
    rows: list[tuple[str, str | Markup]] = [
        (t("standard.code"), _code(book, standard)),
        (t("standard.nature"), _nature(book, standard)),
        (
            t("standard.status"),
            Markup("{} {} {}").format(normal, book.tx(printed), as_of),
        ),
        (t("standard.issued"), date(standard.issued) or unknown),
        (t("standard.effective"), date(standard.effective) or unknown),
        (t("standard.withdrawn"), date(standard.withdrawn_on)),
        (t("standard.confirmed"), date(standard.confirmed_on)),
        (
            t("standard.filed"),
            " ".join(filter(None, [date(standard.filed), standard.filing_number])),
        ),
        (t("standard.issuers"), issuers or unknown),
        (
            t("area.kind"),
            escape(book.t("list.comma")).join(book.concept_link(ref) for ref in standard.domains),
        ),
        (t("standard.scope"), book.tx(standard.scope) if standard.scope else ""),
        (
            t("standard.position"),
            t(f"standard.position.{standard.system_position}") if standard.system_position else "",
        ),
        (t("standard.adopts"), ", ".join(standard.adopts)),
        (
            t("standard.drafters"),
            escape(book.t("list.comma")).join(book.tx(unit) for unit in standard.drafting_units),
        ),
        ("ICS", ", ".join(standard.ics)),
        ("CCS", ", ".join(standard.ccs)),
    ]
    if standard.access:
        shown: str | Markup = t(f"access.{standard.access.kind}")
        if standard.access.url:
            shown = Markup('<a href="{}" rel="noopener">{}</a>').format(standard.access.url, shown)
        rows.append((t("standard.access"), shown))
    return rows


def _items(book: Book, standard: Standard) -> list[object]:
    ties = book.index.ties_by_standard.get(standard.id, ())
    if not ties:
        return [Paragraph(book.t("unknown.items"), "unknown")]
    rows = [
        (
            book.link("item", item.id),
            book.link("jurisdiction", item.jurisdiction),
            book.t(f"tie.{tie.tie}"),
            {
                "text": book.t(f"tie.basis.{tie.basis}"),
                "tone": "warn" if tie.basis == "derived-from-title" else "good",
            },
        )
        for item, tie in ties
    ]
    columns = [book.t(key) for key in ("item.kind", "place.kind", "tie.what", "tie.basis")]
    return [Grid(columns, rows, book.t("standard.items"), id="ties")]


def _succession(book: Book, standard: Standard) -> list[object]:
    lines = [
        *_relations(book, standard.replaces, "standard.replaces"),
        *_relations(book, standard.replaced_by, "standard.replaced-by"),
    ]
    known = {relation.standard for relation in standard.replaced_by}
    for backlink in book.registry.backlinks("standard", standard.id):
        if backlink.type != "standard" or backlink.id in known:
            continue
        if backlink.pointer.startswith("/replaces/"):
            link = book.standard_link(backlink.id)
            lines.append(Markup("{}{}").format(book.t("standard.replaced-by"), link))
    return [Bullets(lines)] if lines else []


def _relations(book: Book, relations: Iterable[Relation], key: str) -> Iterator[Markup]:
    for relation in relations:
        target = book.standard_link(relation.standard) if relation.standard else relation.code
        extent = book.t(f"extent.{relation.extent}") if relation.extent else ""
        yield Markup("{}{} {}").format(book.t(key), target, extent)


def _series(book: Book, standard: Standard) -> list[object]:
    blocks: list[object] = []
    for listing in standard.listed_in:
        mates = [
            other
            for other in book.index.by_listing.get(listing.list, ())
            if other.id != standard.id
        ]
        number = book.t("item.list-number", n=listing.number) if listing.number is not None else ""
        blocks.append(Paragraph(Markup("{} {}").format(book.link("list", listing.list), number)))
        if mates:
            blocks.append(Bullets([book.standard_link(mate.id) for mate in mates[:20]]))
    return blocks
