"""Pages of subject areas: every scheme, and every area, category and domain in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.render.amounts import told
from bps.render.book import Crumb
from bps.render.kinds.glyphs import area_glyph
from bps.render.kinds.numbers import by_number, number_words
from bps.render.kinds.record import record_page
from bps.render.kinds.shared import item_tile, source_link, status_badge
from bps.render.parts import Bullets, Folded, Grid, Head, Paragraph, Section, Tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Concept, DomainScheme
    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every scheme and of every concept in it."""
    for scheme in book.registry.iter("domain-scheme"):
        if book.wants(f"areas/{scheme.id}/"):
            yield _scheme_page(book, scheme)
        for concept in scheme.concepts:
            if book.wants(f"areas/{scheme.id}/{concept.id}/"):
                yield _concept_page(book, scheme, concept)


def concept_tile(book: Book, ref: str) -> dict[str, Any]:
    """Tile of an area with the number of items in it."""
    count = len(
        [i for i in book.index.items_by_domain.get(ref, ()) if i.jurisdiction == book.index.nation]
    )
    _, concept = book.index.concepts[ref]
    return {
        "href": book.url(f"areas/{ref}/"),
        "title": book.tx(concept.name),
        "glyph": area_glyph(ref),
        "meta": book.t("area.items-n", n=count) if count else "",
    }


def _scheme_page(book: Book, scheme: DomainScheme) -> Page:
    tops = book.index.narrower.get(scheme.id, ())
    blocks: list[Any] = [Tiles([concept_tile(book, ref) for ref in tops])]
    head = Head(
        title=book.tx(scheme.name),
        kicker=Markup("{} {}").format(
            book.t("area.scheme"),
            book.link("jurisdiction", scheme.jurisdiction) if scheme.jurisdiction else "",
        ),
        badges=[status_badge(book, scheme.status)],
    )
    return record_page(
        book,
        "domain-scheme",
        scheme,
        template="pages/record.html",
        context={"head": head, "sections": [Section("concepts", book.t("area.concepts"), blocks)]},
        crumbs=[Crumb(book.t("menu.areas"), book.url("areas/"))],
        section="standards",
    )


def _concept_page(book: Book, scheme: DomainScheme, concept: Concept) -> Page:
    ref = f"{scheme.id}/{concept.id}"
    items = book.index.items_by_domain.get(ref, ())
    national = sorted(
        (item for item in items if item.jurisdiction == book.index.nation),
        key=lambda item: by_number(book, item),
    )
    local = [item for item in items if item.jurisdiction != book.index.nation]
    standards = book.index.standards_by_domain.get(ref, ())
    below = book.index.narrower.get(ref, ())
    chain = book.index.with_broader(ref)
    name = book.layout.texts.plain(concept.name)
    sections = [
        Section(
            "parts",
            book.t("area.parts"),
            [Tiles([concept_tile(book, each) for each in below], "small")] if below else [],
        ),
        Section(
            "items",
            book.t("area.national"),
            [Tiles([_with_level(book, item) for item in national])] if national else [],
        ),
        Section("local", book.t("area.local"), _local(book, local)),
        Section(
            "standards",
            book.t("menu.standards"),
            [
                Folded(
                    book.t("area.standards-n", n=len(standards)),
                    [Bullets([book.standard_link(each.id) for each in standards])],
                )
            ]
            if standards
            else [],
        ),
        Section("indicators", book.t("menu.indicators"), _indicators(book, ref)),
        Section("results", book.t("menu.observations"), _results(book, ref)),
        Section("matches", book.t("area.matches"), _matches(book, ref, concept)),
    ]
    intro = [] if national or local else [Paragraph(book.t("unknown.items-area"), "unknown")]
    return book.page(
        "pages/sections.html",
        path=f"areas/{ref}/",
        title=name,
        kind="area",
        source=book.source_path("domain-scheme", scheme.id),
        context={
            "head": Head(
                title=book.tx(concept.name),
                kicker=book.t("area.kind"),
                lead=book.tx(concept.definition) if concept.definition else "",
                glyph=area_glyph(ref),
            ),
            "intro": intro,
            "sections": sections,
        },
        crumbs=[
            Crumb(book.t("menu.areas"), book.url("areas/")),
            Crumb(book.name("domain-scheme", scheme.id), book.address("domain-scheme", scheme.id)),
            *(Crumb(book.concept_name(each), book.url(f"areas/{each}/")) for each in chain[:-1]),
        ],
        section="items",
        is_indexed=True,
    )


def _with_level(book: Book, item: Any) -> dict[str, Any]:
    tile = item_tile(book, item)
    current = book.current_levels(item)
    tile["glyph"] = ""
    value = told(book, item, current[0]) if current and current[0].value is not None else ""
    parts = [part for part in (number_words(book, item), value) if part]
    tile["meta"] = Markup(" · ").join(parts)
    return tile


def _local(book: Book, items: list[Any]) -> list[Any]:
    if not items:
        return []
    rows = [
        (
            book.link("item", item.id),
            book.link("jurisdiction", item.jurisdiction),
            next((told(book, item, each) for each in book.current_levels(item)), ""),
        )
        for item in items
    ]
    columns = [book.t("item.kind"), book.t("place.kind"), book.t("level.kind")]
    grid = Grid(
        columns, rows, book.t("area.local"), id="local-items", filter=book.t("filter.items")
    )
    return [Folded(book.t("area.local-n", n=len(rows)), [grid])]


def _indicators(book: Book, ref: str) -> list[Any]:
    refs = set(book.index.with_narrower(ref))
    found = [
        book.link("indicator", each.id)
        for each in book.registry.iter("indicator")
        if refs.intersection(each.domains)
    ]
    return [Bullets(found)] if found else []


def _results(book: Book, ref: str) -> list[Any]:
    rows = [
        (
            book.link("observation-set", each.id),
            row.period or "",
            book.values.number(row.value, row.unit) if row.value else "",
            source_link(book, row.evidence),
        )
        for each in book.registry.iter("observation-set")
        for row in each.rows
        if row.domain == ref
    ]
    columns = [
        book.t("result.set"),
        book.t("result.period"),
        book.t("result.value"),
        book.t("record.source"),
    ]
    return [Grid(columns, rows, book.t("menu.observations"))] if rows else []


def _matches(book: Book, ref: str, concept: Concept) -> list[Any]:
    lines = [
        Markup("{}{}").format(book.t(f"match.{match.kind}"), book.concept_link(match.concept))
        for match in concept.matches
    ]
    lines.extend(
        Markup("{}{}").format(book.t("match.from"), book.concept_link(other))
        for other, (_, each) in book.index.concepts.items()
        for match in each.matches
        if match.concept == ref
    )
    return [Bullets(lines)] if lines else []
