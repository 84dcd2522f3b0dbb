"""Pages of recipient groups and life events: the ways in for residents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.render.book import Crumb
from bps.render.kinds.glyphs import event_glyph
from bps.render.kinds.record import provenance
from bps.render.kinds.shared import item_tile, items_by_area
from bps.render.parts import Grid, Head, Paragraph, Section, Tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import LifeEvent, RecipientGroup
    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield the hubs and the page of every group and event."""
    if book.wants("recipients/"):
        yield _groups_hub(book)
    for group in book.index.recipient_groups.values():
        if book.wants(f"recipients/{group.id}/"):
            yield _group_page(book, group)
    if book.wants("life-events/"):
        yield _events_hub(book)
    for event in book.index.life_events.values():
        if book.wants(f"life-events/{event.id}/"):
            yield _event_page(book, event)


def event_tiles(book: Book) -> list[dict[str, Any]]:
    """Tiles of all life events."""
    return [
        {
            "href": book.address("life-event", event.id),
            "title": book.tx(event.name),
            "text": book.tx(event.summary) if event.summary else "",
            "glyph": event_glyph(event.id),
            "tone": "seal",
        }
        for event in book.index.life_events.values()
    ]


def group_tiles(book: Book) -> list[dict[str, Any]]:
    """Tiles of all recipient groups with the number of national items."""
    return [
        {
            "href": book.address("recipient", group.id),
            "title": book.tx(group.name),
            "meta": book.t("area.items-n", n=count)
            if (count := len(book.index.items_by_recipient.get(group.id, ())))
            else book.t("group.none"),
        }
        for group in book.index.recipient_groups.values()
    ]


def _record(book: Book, kind: str) -> Any:
    return next(iter(book.registry.iter(kind)), None)


def _groups_hub(book: Book) -> Page:
    tiles = Tiles(group_tiles(book), "small", id="groups-list", filter=book.t("filter.groups"))
    return _hub(book, "recipients", words="group", section="items", tiles=tiles)


def _events_hub(book: Book) -> Page:
    tiles = Tiles(event_tiles(book))
    return _hub(book, "life-events", words="event", section="life-events", tiles=tiles)


def _hub(book: Book, kind: str, *, words: str, section: str, tiles: Tiles) -> Page:
    """Page of all concepts of one file; `words` is what the keys of its texts begin with."""
    record = _record(book, kind)
    return book.page(
        "pages/people.html",
        path=f"{kind}/",
        title=book.t(f"menu.{kind}"),
        kind=kind,
        source=book.source_path(kind, record.id) if record else None,
        in_nav=True,
        section=section,
        is_indexed=True,
        context={
            "head": Head(book.t(f"{words}.hub"), lead=book.t(f"{words}.lead")),
            "sections": [Section(f"{words}s", book.t(f"{words}.all"), [tiles])],
            "record": record,
            "origin": provenance(kind, record, book.lang) if record else None,
        },
    )


def _group_page(book: Book, group: RecipientGroup) -> Page:
    items = book.index.items_by_recipient.get(group.id, ())
    national = [item for item in items if item.jurisdiction == book.index.nation]
    local = [item for item in items if item.jurisdiction != book.index.nation]
    narrower = [g for g in book.index.recipient_groups.values() if g.broader == group.id]
    sections = []
    for ref, found in items_by_area(book, national):
        title = book.concept_name(ref) if ref else book.t("area.none")
        sections.append(
            Section(
                ref.partition("/")[2] or "rest",
                title,
                [Tiles([item_tile(book, item) for item in found])],
            )
        )
    sections.append(
        Section(
            "local",
            book.t("area.local"),
            [
                Grid(
                    [book.t("item.kind"), book.t("place.kind")],
                    [
                        (book.link("item", i.id), book.link("jurisdiction", i.jurisdiction))
                        for i in local
                    ],
                    book.t("area.local"),
                    id="local-items",
                    filter=book.t("filter.items"),
                )
            ]
            if local
            else [],
        )
    )
    sections.append(
        Section(
            "narrower",
            book.t("group.narrower"),
            [
                Tiles(
                    [
                        {"href": book.address("recipient", g.id), "title": book.tx(g.name)}
                        for g in narrower
                    ],
                    "small",
                )
            ]
            if narrower
            else [],
        )
    )
    return book.page(
        "pages/sections.html",
        path=f"recipients/{group.id}/",
        title=book.layout.texts.plain(group.name),
        kind="recipient",
        source=book.source_path("recipients", _record(book, "recipients").id),
        section="items",
        is_indexed=True,
        crumbs=[Crumb(book.t("menu.recipients"), book.url("recipients/"))],
        context={
            "head": Head(
                book.tx(group.name),
                kicker=book.t("group.kind"),
                lead=book.tx(group.definition) if group.definition else "",
            ),
            "intro": [] if items else [Paragraph(book.t("unknown.items"), "unknown")],
            "sections": sections,
        },
    )


def _event_page(book: Book, event: LifeEvent) -> Page:
    named = {item_id for step in event.steps for item_id in step.items}
    more = [
        i
        for i in book.index.items_by_event.get(event.id, ())
        if i.id not in named and i.jurisdiction == book.index.nation
    ]
    steps = [
        {
            "title": step.title,
            "text": step.text,
            "tiles": [
                item_tile(book, item)
                for item_id in step.items
                if (item := book.registry.find("item", item_id)) is not None
            ],
        }
        for step in event.steps
    ]
    return book.page(
        "pages/life-event.html",
        path=f"life-events/{event.id}/",
        title=book.layout.texts.plain(event.name),
        kind="life-event",
        source=book.source_path("life-events", _record(book, "life-events").id),
        section="life-events",
        is_indexed=True,
        crumbs=[Crumb(book.t("menu.life-events"), book.url("life-events/"))],
        context={
            "head": Head(
                book.tx(event.name),
                kicker=book.t("event.kind"),
                lead=book.tx(event.summary) if event.summary else "",
                glyph=event_glyph(event.id),
            ),
            "steps": steps,
            "more": [item_tile(book, item) for item in more],
        },
    )
