"""The frame that every hub stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.render.parts import Head

if TYPE_CHECKING:
    from bps.render.book import Book
    from bps.render.page import Page


def hub(book: Book, path: str, title: str, **options: Any) -> Page:
    """Make a hub from sections."""
    options.setdefault("crumbs", ())
    context = {
        "head": Head(title, lead=options.pop("lead", "")),
        "intro": options.pop("intro", []),
        "sections": options.pop("sections"),
    }
    return book.page(
        "pages/sections.html",
        path=path,
        title=title,
        kind="hub",
        in_nav=True,
        context=context,
        **options,
    )
