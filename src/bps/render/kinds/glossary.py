"""The glossary: official words in plain ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.render.glossary import glossary
from bps.render.parts import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield the one page of all official words."""
    title = book.t("menu.glossary")
    topics = dict.fromkeys(entry.topic for entry in glossary())
    yield book.page(
        "pages/glossary.html",
        path="glossary/",
        title=title,
        kind="glossary",
        in_nav=True,
        is_indexed=True,
        description=book.t("glossary.lead"),
        context={
            "head": Head(title, lead=book.t("glossary.lead")),
            "topics": {
                topic: [entry for entry in glossary() if entry.topic == topic] for topic in topics
            },
        },
    )
