"""Pages that stay where a record was moved, split or withdrawn, so that old links keep a meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.model import RECORD_TYPES
from bps.render.book import Crumb, record_path
from bps.render.parts import Bullets, Head, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield a page for every forwarding entry."""
    for kind, record_type in RECORD_TYPES.items():
        if record_type.url is None or record_type.file is not None:
            continue
        for entry in book.registry.iter_forwardings(kind):
            links = [book.link(kind, target) for target in entry.to]
            reason = [Paragraph(book.tx(entry.reason))] if entry.reason else []
            yield book.page(
                "pages/sections.html",
                path=record_path(kind, entry.id),
                title=book.t("moved.title", id=entry.id),
                kind="moved",
                crumbs=[Crumb(book.type_name(kind, plural=True), book.url(f"{record_type.url}/"))],
                context={
                    "head": Head(
                        book.t(f"moved.{entry.kind}"),
                        kicker=entry.id,
                        lead=book.layout.texts.date(entry.on),
                    ),
                    "intro": reason,
                    "sections": [
                        Section("to", book.t("moved.to"), [Bullets(links)] if links else [])
                    ],
                },
            )
