"""Hubs of standards: by area, and one page for each level."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from bps.render.book import Crumb
from bps.render.kinds.hubs.frame import hub
from bps.render.kinds.shared import area_refs, status_badge, unknown
from bps.render.parts import Figures, Folded, Grid, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bps.model import Standard
    from bps.render.book import Book
    from bps.render.page import Page

_LEVELS = ("national", "sector", "local", "group", "enterprise", "internal")
_ISSUED_FOR_THE_WHOLE_COUNTRY = frozenset({"national", "sector"})


def by_area(book: Book) -> Page:
    """All standards under their areas, with the number of each level."""
    number: Counter[str] = Counter(standard.level for standard in book.registry.iter("standard"))
    figures = [
        {
            "number": number[level],
            "label": book.t(f"standard.level.{level}"),
            "href": book.url(f"standards/{level}/"),
        }
        for level in _LEVELS
        if number[level]
    ]
    areas = [
        Folded(
            f"{name} · {book.t('area.standards-n', n=len(found))}",
            [_grid(book, found, name, place=True)],
        )
        for name, found in _groups(book)
        if found
    ]
    return hub(
        book,
        "standards/",
        book.t("menu.standards"),
        lead=book.t("standards.lead"),
        intro=[Figures(figures)],
        sections=[Section("areas", book.t("standards.by-area"), areas)],
        section="standards",
    )


def levels(book: Book) -> Iterator[Page]:
    """One page for each level of standards."""
    for level in _LEVELS:
        if book.wants(f"standards/{level}/"):
            yield _of_level(book, level)


def _groups(book: Book) -> Iterator[tuple[str, list[Standard]]]:
    """Standards of each area, then those of no area."""
    for ref in area_refs(book):
        found = book.index.standards_by_domain.get(ref, ())
        yield str(book.concept_name(ref).striptags()), sorted(found, key=_by_level)
    rest = (one for one in book.registry.iter("standard") if not one.domains)
    yield book.t("area.none"), sorted(rest, key=_by_level)


def _by_level(standard: Standard) -> tuple[str, str, str]:
    return standard.level, standard.code or "~", standard.id


def _of_level(book: Book, level: str) -> Page:
    found = sorted(
        (one for one in book.registry.iter("standard") if one.level == level),
        key=lambda one: (one.jurisdiction, one.code or "~", one.id),
    )
    title = book.t(f"standard.level.{level}")
    grid = _grid(
        book,
        found,
        title,
        place=level not in _ISSUED_FOR_THE_WHOLE_COUNTRY,
        id="standards-table",
        filter=book.t("filter.standards"),
    )
    blocks = [grid] if found else [Paragraph(book.t("unknown.standards-level"), "unknown")]
    return hub(
        book,
        f"standards/{level}/",
        title,
        crumbs=[Crumb(book.t("menu.standards"), book.url("standards/"))],
        sections=[Section("all", book.t("hub.all", n=len(found)), blocks)],
        section="standards",
        lead=book.t(f"standard.level.{level}.long"),
    )


def _grid(
    book: Book,
    standards: Iterable[Standard],
    caption: str,
    *,
    place: bool,
    id: str = "",  # noqa: A002 - named as in `Grid`
    filter: str = "",  # noqa: A002 - named as in `Grid`
) -> Grid:
    """Table of standards; with the place of each where it can differ."""
    keys = ["standard.code", "standard.title", "standard.status", "standard.issued"]
    if place:
        keys.insert(2, "place.kind")
    rows = [_row(book, standard, place=place) for standard in standards]
    return Grid([book.t(key) for key in keys], rows, caption, id=id, filter=filter)


def _row(book: Book, standard: Standard, *, place: bool) -> list[Any]:
    text, tone = status_badge(book, standard.status)
    row: list[Any] = [
        {"text": standard.code or unknown(book, "unknown.code-short")},
        {"text": book.link("standard", standard.id)},
        {"text": text, "tone": tone},
        standard.issued or "",
    ]
    if place:
        row.insert(2, book.link("jurisdiction", standard.jurisdiction))
    return row
