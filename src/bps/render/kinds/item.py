"""The page of a service item: what, for whom, how much, how, who, by which standard, compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bps.analysis.counter import nearest_points, to_bring
from bps.analysis.eight_facts import (
    FEWEST_FACTS,
    counters,
    documents_of_levels,
    eight_facts,
    open_hours,
)
from bps.analysis.elsewhere import telephones
from bps.analysis.levels_on import ended_series
from bps.render.amounts import is_to_ask
from bps.render.book import Crumb
from bps.render.kinds.against import beside_parent, local_forms
from bps.render.kinds.conditions import conditions
from bps.render.kinds.copy_text import card_path, copy_text, full_address
from bps.render.kinds.glance import glance
from bps.render.kinds.glyphs import area_glyph
from bps.render.kinds.on_day import on_day
from bps.render.kinds.record import record_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Item
    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every service item."""
    for item in book.wanted("item"):
        yield _page(book, item)


def _page(book: Book, item: Item) -> Page:
    current = book.current_levels(item)
    area = book.index.national_area(item.domain)
    place = book.registry.find("jurisdiction", item.jurisdiction)
    place_name = book.layout.texts.plain(place.name) if place else item.jurisdiction
    name = book.layout.texts.plain(item.name)
    context: dict[str, Any] = {
        "item": item,
        "area": area,
        "glyph": area_glyph(area),
        "current": current,
        "ended": ended_series(item.levels, book.day) if book.day else (),
        "on_day": on_day(book, item),
        "conditions": conditions(book, item),
        "finder_at": "" if item.jurisdiction == book.index.nation else f"#at={item.jurisdiction}",
        "first": glance(book, item),
        "guide": eight_facts(item, book.registry),
        "fewest_facts": FEWEST_FACTS,
        "documents_of_levels": documents_of_levels(item),
        "hotlines": telephones(book.registry, item),
        "windows": counters(item),
        "opening": open_hours(item),
        "local_forms": local_forms(book, item),
        "floor": beside_parent(book, item, current),
        "copy_text": copy_text(book, item, current),
        "to_ask": {level for level in current if is_to_ask(book, level)},
        "bring": to_bring(book.registry, item),
        "points": nearest_points(book.registry, item),
        "full_address": full_address(book, item),
        "picture": card_path(item.id, book.lang),
        "tel": tel,
        "is_national": item.jurisdiction == book.index.nation,
    }
    crumbs = [Crumb(book.t("menu.items"), book.url("items/"))]
    crumbs.extend(
        Crumb(book.concept_name(ref), book.url(f"areas/{ref}/"))
        for ref in (book.index.with_broader(item.domain) if item.domain else ())
    )
    return record_page(
        book,
        "item",
        item,
        context=context,
        crumbs=crumbs,
        title=book.say(f"{name} · {place_name}", f"{name} · {place_name}"),
        description=book.layout.texts.plain(item.content or item.level_summary),
        section="items",
        explained=True,
        scripts=["on-day.js"],
        styles=["on-day.css"],
        is_indexed=True,
    )


def tel(number: str) -> str:
    """Address that dials a number; the first one when several are printed."""
    digits = re.split(r"[、，,;；/ ]", number.strip())[0]
    return "tel:" + re.sub(r"[^0-9+]", "", digits)
