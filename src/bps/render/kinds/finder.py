"""The finder: what can I get here, in my situation? One page and one data file per language.

The page works with answers in the address only; the data file is the same for everyone.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from bps.analysis.eligibility import browser_offers, browser_table
from bps.render.kinds.finder_words import FINDER_WORDS
from bps.render.kinds.glance import glance
from bps.render.kinds.people import event_tiles, group_tiles
from bps.render.page import LANG_TAG, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Item
    from bps.model.base import Text
    from bps.render.book import Book


def pages(book: Book) -> Iterator[Page]:
    """Yield the finder and its data."""
    title = book.t("menu.finder")
    yield book.page(
        "pages/finder.html",
        path="finder/",
        title=title,
        kind="finder",
        section="finder",
        in_nav=True,
        scripts=["finder.js"],
        styles=["finder.css"],
        description=book.say(
            "答几个问题，看看您在这里能享受哪些基本公共服务。",
            "Answer a few questions and see which basic public services you can get here.",
        ),
        is_indexed=True,
        context={
            "data_path": data_path(book.lang),
            "failed": book.say(*FINDER_WORDS["failed"]),
            "events": event_tiles(book),
            "groups": group_tiles(book),
        },
    )
    yield Page(
        path=data_path(book.lang), text=finder_data(book), source=None, in_nav=False, title=title
    )


def data_path(lang: str) -> str:
    """Where the data of the finder stands below the root of the site."""
    return f"data/finder.{lang}.json"


def finder_data(book: Book) -> str:
    """Questions, words, places and services in one language, as compact JSON."""
    column = 0 if book.lang == "zh" else 1
    data = {
        "table": browser_table(book.lang),
        "ui": {key: pair[column] for key, pair in FINDER_WORDS.items()},
        "nation": book.index.nation,
        "places": _places(book),
        "items": [
            row | _shown(book, book.registry.get("item", row["id"]))
            for row in browser_offers(book.registry, book.lang, on=book.day or date.max)
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _places(book: Book) -> dict[str, Any]:
    rows = {}
    for place in book.registry.iter("jurisdiction"):
        row = _named(book, place.name)
        if place.parent is not None:
            row["up"] = place.parent
        rows[place.id] = row
    return rows


def _shown(book: Book, item: Item) -> dict[str, Any]:
    """What a result card says about an item."""
    row = _named(book, item.name)
    row["url"] = f"{'en/' if book.lang == 'en' else ''}items/{item.id}/"
    outside = book.settings.elsewhere.get(f"items/{item.id}/")
    if outside:
        row["outside"] = outside[book.lang]
    row["area"] = item.domain
    first = glance(book, item)
    if first.level:
        row["level"] = first.level
    if any(level.kind == "amount" and level.value != "0" for level in item.levels):
        row["money"] = 1
    if first.step:
        row["step"] = book.layout.texts.plain(first.step)
    if first.call:
        row["call"] = first.call
    return row


def _named(book: Book, name: Text) -> dict[str, Any]:
    """The name, marked where it had to be taken from the other language."""
    row: dict[str, Any] = {"name": book.layout.texts.plain(name)}
    if name.get(book.lang) is None:
        row["lang"] = LANG_TAG["en" if book.lang == "zh" else "zh"]
    return row
