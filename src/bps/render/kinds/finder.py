"""The finder: what can I get here, in my situation? One page and one data file per language.

The page works with answers in the address only; the data file is the same for everyone.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from bps.analysis.eligibility import browser_offers, browser_table, counterparts
from bps.analysis.levels_on import levels_on
from bps.render.kinds.finder_words import FINDER_WORDS
from bps.render.kinds.people import event_tiles, group_tiles
from bps.render.kinds.shared import shorten
from bps.render.page import LANG_TAG, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Item, Level
    from bps.model.base import Text
    from bps.render.book import Book

# More than this on a result card and the eye no longer finds the next step.
LEVELS_SHOWN = 2
LEVEL_ROOM = 90


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
        index={"type": title},
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
            for row in browser_offers(book.registry, book.lang)
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
    row["area"] = item.domain
    if level := _level(book, item):
        row["level"] = level
    if any(level.kind == "amount" and level.value != "0" for level in item.levels):
        row["money"] = 1
    # A local record often holds only what differs: the way to apply is that of its counterpart.
    family = [item, *(book.registry.get("item", ref) for ref in counterparts(book.registry, item))]
    if steps := next((one.steps for one in family if one.steps), ()):
        row["step"] = book.layout.texts.plain(steps[0])
    numbers = (channel.number for one in family for channel in one.channels)
    if number := next((number for number in numbers if number), None):
        row["call"] = number
    return row


def _named(book: Book, name: Text) -> dict[str, Any]:
    """The name, marked where it had to be taken from the other language."""
    row: dict[str, Any] = {"name": book.layout.texts.plain(name)}
    if name.get(book.lang) is None:
        row["lang"] = LANG_TAG["en" if book.lang == "zh" else "zh"]
    return row


def _level(book: Book, item: Item) -> str:
    """What is promised now, in one or two values; what a person receives comes first."""
    day = book.settings.built_on
    current = list(item.levels)
    if day:
        current = [one.level for one in levels_on(item.levels, date.fromisoformat(day))]
    # A value "about" something reports how it went; it promises nothing.
    current = [level for level in current if level.comparator != "about"]
    current.sort(key=lambda level: level.kind not in {"amount", "frequency"})
    if not current:
        text = book.layout.texts.plain(item.level_summary)
        return shorten(text, LEVEL_ROOM if book.lang == "zh" else 2 * LEVEL_ROOM)
    shown = current[:LEVELS_SHOWN]
    apart = len({level.measure for level in shown}) < len(shown)
    return book.say("；", "; ").join(_one_level(book, level, with_whom=apart) for level in shown)


def _one_level(book: Book, level: Level, *, with_whom: bool) -> str:
    value = book.values.level(level).striptags()
    if level.value is None:
        return value
    measure = book.name("indicator", level.measure).striptags()
    if with_whom and (whom := book.layout.texts.plain(level.applies_to)):
        measure = book.say(f"{measure}（{whom}）", f"{measure} ({whom})")
    return book.say(f"{measure}：{value}", f"{measure}: {value}")
