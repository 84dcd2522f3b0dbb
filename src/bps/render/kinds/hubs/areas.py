"""Hub of the subject areas, scheme by scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.render.kinds.area import concept_tile
from bps.render.kinds.hubs.frame import hub
from bps.render.parts import Section, Tiles

if TYPE_CHECKING:
    from bps.render.book import Book
    from bps.render.page import Page


def page(book: Book) -> Page:
    """Every scheme with its areas, the national one first."""
    sections = []
    for scheme in sorted(
        book.registry.iter("domain-scheme"), key=lambda s: (s.id != "national-areas", s.id)
    ):
        tops = book.index.narrower.get(scheme.id, ())
        sections.append(
            Section(
                scheme.id,
                book.link("domain-scheme", scheme.id),
                [Tiles([concept_tile(book, ref) for ref in tops], "small")],
            )
        )
    return hub(
        book,
        "areas/",
        book.t("menu.areas"),
        lead=book.t("areas.lead"),
        sections=sections,
        section="standards",
    )
