"""Pages for reviewers: one page per question, each with its figures, a drawing and open data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.render.kinds.review import (
    changes,
    coverage,
    due,
    evidence,
    floor,
    ladder,
    monitoring,
    people,
    quality,
    reconcile,
    standards,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.render.book import Book
    from bps.render.page import Page

# In the order in which a reviewer asks; `reviewers.REVIEW_PAGES` lists them on the hub.
_MAKERS = (
    coverage.page,
    floor.page,
    ladder.page,
    due.page,
    changes.page,
    reconcile.page,
    evidence.page,
    standards.page,
    people.page,
    monitoring.page,
    quality.page,
)


def pages(book: Book) -> Iterator[Page]:
    """Yield every page for reviewers."""
    for maker in _MAKERS:
        yield maker(book)
