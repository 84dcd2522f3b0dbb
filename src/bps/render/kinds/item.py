"""The page of a service item: what, for whom, how much, how, who, by which standard, compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bps.analysis.eight_facts import counters, open_hours
from bps.analysis.elsewhere import telephones
from bps.analysis.levels_on import ended_series
from bps.analysis.service_guide import service_guide
from bps.render.book import Crumb, record_path
from bps.render.kinds.against import beside_parent, local_forms
from bps.render.kinds.conditions import conditions
from bps.render.kinds.glance import glance
from bps.render.kinds.glyphs import area_glyph
from bps.render.kinds.on_day import on_day
from bps.render.kinds.record import record_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Item, Level
    from bps.render.book import Book
    from bps.render.page import Page

# A message that is longer is folded by chat programs and no longer read.
COPY_LENGTH = 120
_ADDRESS_ROOM = 50


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
    guide = service_guide(item, book.registry)
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
        "guide": guide,
        "hotlines": telephones(book.registry, item),
        "windows": counters(item),
        "opening": open_hours(item),
        "local_forms": local_forms(book, item),
        "floor": beside_parent(book, item, current),
        "copy_text": copy_text(book, item, current),
        "full_address": _full_address(book, item),
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


def _full_address(book: Book, item: Item) -> str:
    if not book.settings.address:
        return ""
    language = "en/" if book.lang == "en" else ""
    return f"{book.settings.address}{language}{record_path('item', item.id)}"


def copy_text(book: Book, item: Item, current: tuple[Level, ...]) -> str:
    """What, who, how much and whom to call, short enough for a chat message.

    Args:
        book: The registry in one language.
        item: The item.
        current: Its levels in force.

    Returns:
        At most 120 characters together with the page's address.
    """
    address = _full_address(book, item)
    room = COPY_LENGTH - (len(address) or _ADDRESS_ROOM) - 1
    texts = book.layout.texts
    number = next((channel.number for channel in telephones(book.registry, item)), "")
    who = texts.plain(item.recipients_text) or "、".join(
        str(book.name("recipient", group).striptags()) for group in item.recipients[:3]
    )
    amount = str(book.values.level(current[0]).striptags()) if current else ""
    parts = [
        str(texts.plain(item.name)),
        book.say(f"电话{number}", f"tel {number}") if number else "",
        amount,
        book.say(f"对象：{who}", f"For: {who}") if who else "",
    ]
    text = ""
    for part in parts:
        if part and (not text or len(text) + len(part) + 1 <= room):
            text += (book.say("；", "; ") if text else "") + part
    text = text[:room].rstrip("；; ")
    return f"{text} {address}"
