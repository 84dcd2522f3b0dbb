"""The hub of the pages for reviewers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.render.parts import Head, Section, Tiles

if TYPE_CHECKING:
    from bps.render.book import Book
    from bps.render.page import Page


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A page for reviewers: its folder, the question it answers, and one line about it."""

    path: str
    title: tuple[str, str]
    text: tuple[str, str]


# One line per page, in the order in which a reviewer asks.
REVIEW_PAGES: tuple[ReviewPage, ...] = ()


def pages(book: Book) -> Iterator[Page]:
    """Yield the hub."""
    tiles = [
        {"href": book.url(each.path), "title": book.say(*each.title), "text": book.say(*each.text)}
        for each in REVIEW_PAGES
    ]
    yield book.page(
        "pages/sections.html",
        path="reviewers/",
        title=book.t("menu.reviewers"),
        kind="hub",
        in_nav=True,
        section="reviewers",
        context={
            "head": Head(book.t("reviewers.title"), lead=book.t("reviewers.lead")),
            "sections": [
                Section("pages", book.t("reviewers.pages"), [Tiles(tiles)] if tiles else [])
            ],
        },
    )
