"""Small pieces that several kinds of page use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from bps.render.kinds.glyphs import area_glyph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.model import Declared, Item
    from bps.render.book import Book

_TONES = {"in-force": "good", "replaced": "past", "withdrawn": "past", "ended": "past"}


def status_badge(book: Book, status: str | None) -> tuple[str, str]:
    """Words and tone of a status."""
    return (book.t(f"status.{status}"), _TONES.get(status, "plain")) if status else ("", "plain")


def unknown(book: Book, key: str = "unknown.fact") -> Markup:
    """Plain words for what is not recorded."""
    return Markup('<span class="unknown">{}</span>').format(book.t(key))


def item_tile(book: Book, item: Item, *, place: bool = False) -> dict[str, Any]:
    """Tile of an item: name, first level or content, place."""
    area = book.index.national_area(item.domain)
    text = item.content or item.level_summary or item.recipients_text
    meta = place_name(book, item.jurisdiction) if place else ""
    return {
        "href": book.address("item", item.id),
        "title": book.tx(item.name),
        "text": shorten(book.layout.texts.plain(text), 46 if book.lang == "zh" else 100),
        "glyph": area_glyph(area),
        "meta": meta,
    }


def place_name(book: Book, place: str) -> Markup | str:
    """Name of a place for readers; nobody says the full name of the country."""
    if place == book.index.nation:
        return book.t("place.nation")
    return book.name("jurisdiction", place)


def shorten(text: str, room: int) -> str:
    """Cut a text at a sentence or comma that fits, else at the room."""
    if len(text) <= room:
        return text
    cut = text[:room]
    stop = max(cut.rfind(mark) for mark in "。；，;,. ")
    return (cut[:stop] if stop > room // 2 else cut).rstrip("，,；; ") + "…"


def area_refs(book: Book) -> tuple[str, ...]:
    """Areas of the main scheme, in the order of the file."""
    return book.index.narrower.get(book.index.main_scheme, ())


def items_by_area(book: Book, items: Iterable[Item]) -> list[tuple[str, list[Item]]]:
    """Items under the national areas, in the order of the areas; the rest under ""."""
    groups: dict[str, list[Item]] = {ref: [] for ref in area_refs(book)}
    groups[""] = []
    for item in items:
        groups[book.index.national_area(item.domain)].append(item)
    return [(ref, found) for ref, found in groups.items() if found]


def source_link(book: Book, evidence: Any) -> Markup:
    """Source of a row, with how it was obtained unless it was stated."""
    link = book.link("source", evidence.source)
    if evidence.how == "stated":
        return link
    tone = "warn" if evidence.how in {"background", "inferred"} else "plain"
    return Markup('{} <span class="badge badge-{}">{}</span>').format(
        link, tone, book.t(f"how.{evidence.how}")
    )


def declared_rows(book: Book, declared: Iterable[Declared]) -> list[tuple[Any, ...]]:
    """Rows of declared totals: of what, how many, as of when, source."""
    return [
        (
            declared_label(book, entry),
            book.values.number(str(entry.count), None, entry.comparator),
            entry.as_of or "",
            source_link(book, entry.evidence),
        )
        for entry in declared
    ]


def declared_label(book: Book, entry: Declared) -> Markup:
    """What a declared total counts."""
    label = book.tx(entry.label) if entry.label else escape(book.t(f"counted.{entry.of}"))
    parts = [label]
    if entry.domain:
        parts.append(book.concept_link(entry.domain))
    if entry.part:
        parts.append(book.tx(entry.part))
    return Markup(" · ").join(parts)


def declared_columns(book: Book) -> list[Any]:
    """Columns for `declared_rows`."""
    return [
        book.t("declared.of"),
        {"name": book.t("declared.count"), "num": True},
        book.t("declared.as-of"),
        book.t("record.source"),
    ]
