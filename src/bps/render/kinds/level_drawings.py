"""Drawings of an indicator's levels: the ladder over places, and the steps over time."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.render import charts
from bps.render.kinds.shared import source_link
from bps.render.parts import Drawing

if TYPE_CHECKING:
    from bps.model import Item, Level
    from bps.render.book import Book

_MOST_BARS = 24


def _group_key(level: Level) -> tuple[str, str, str, str]:
    applies = level.applies_to
    return (
        level.unit or "",
        level.per or "",
        level.period or "",
        (applies.zh or applies.en or "") if applies else "",
    )


def over_places(book: Book, levels: list[tuple[Item, Level]]) -> list[Any]:
    """Bars of the levels in force, one drawing per unit and group of people."""
    groups: defaultdict[tuple[str, str, str, str], list[tuple[Item, Level]]] = defaultdict(list)
    current = {item.id: {id(each) for each in book.current_levels(item)} for item, _ in levels}
    for item, level in levels:
        if level.value is not None and id(level) in current[item.id]:
            groups[_group_key(level)].append((item, level))
    blocks: list[Any] = []
    for key in sorted(groups, key=lambda k: (-len(groups[k]), k)):
        rows = groups[key] + _nation_for(book, key, groups)
        if len(rows) > 1 and len({item.jurisdiction for item, _ in rows}) > 1:
            blocks.append(_ladder_drawing(book, rows))
    return blocks[:6]


def _nation_for(
    book: Book, key: tuple[str, str, str, str], groups: dict[tuple[str, str, str, str], Any]
) -> list[tuple[Item, Level]]:
    """The nation's one level in the same units, when it is worded for other people than theirs."""
    if any(item.jurisdiction == book.index.nation for item, _ in groups[key]):
        return []
    found = [
        row
        for other, rows in groups.items()
        if other[:3] == key[:3]
        for row in rows
        if row[0].jurisdiction == book.index.nation
    ]
    newest = max((level.from_ or "" for _, level in found), default="")
    return [row for row in found if (row[1].from_ or "") == newest][:1]


def _ladder_drawing(book: Book, rows: list[tuple[Item, Level]]) -> Drawing:
    rows = sorted(rows, key=lambda row: (-Decimal(row[1].value or 0), row[0].jurisdiction))
    nation = next((level for item, level in rows if item.jurisdiction == book.index.nation), None)
    first = rows[0][1]
    basis = book.values.per(first.per, first.period)
    subject = book.layout.texts.plain(first.applies_to)
    caption = " · ".join(
        filter(None, [book.t("indicator.ladder-now"), subject, book.values.unit(first.unit), basis])
    )
    bars = [
        charts.Bar(
            label=book.name("jurisdiction", item.jurisdiction).striptags(),
            value=Decimal(level.value or 0),
            text=(
                book.values.number(level.value or "0", level.unit)
                + book.values.grade(level.evidence.how)
            ).striptags(),
            tone="seal" if item.jurisdiction == book.index.nation else "main",
        )
        for item, level in rows[:_MOST_BARS]
    ]
    mark = Decimal(nation.value) if nation is not None and nation.value else None
    return Drawing(
        charts.bars(
            bars,
            label=caption,
            mark=mark,
            mark_text=book.t("indicator.nation") if mark is not None else "",
        ),
        caption,
        [
            book.t("place.kind"),
            {"name": book.t("level.value"), "num": True},
            book.t("level.from"),
            book.t("record.source"),
        ],
        [
            (
                Markup('<a href="{}">{}</a>').format(
                    book.address("item", item.id), book.name("jurisdiction", item.jurisdiction)
                ),
                book.values.level(level, graded=False),
                level.from_ or book.t("unknown.date"),
                source_link(book, level.evidence),
            )
            for item, level in rows
        ],
    )


def over_time(book: Book, levels: list[tuple[Item, Level]]) -> list[Any]:
    """Lines of the levels that changed over time, the nation first."""
    series: defaultdict[tuple[str, tuple[str, str, str, str]], list[Level]] = defaultdict(list)
    for item, level in levels:
        if level.value is not None and level.from_:
            series[item.jurisdiction, _group_key(level)].append(level)
    moving = {key: rows for key, rows in series.items() if len({r.from_ for r in rows}) > 1}
    blocks: list[Any] = []
    for unit_key in sorted({key[1][:3] for key in moving}):
        chosen = [
            key
            for key in sorted(moving, key=lambda k: (k[0] != book.index.nation, k))
            if key[1][:3] == unit_key
        ][:4]
        blocks.append(_time_drawing(book, chosen, moving))
    return blocks[:4]


def _time_drawing(book: Book, keys: list[Any], moving: dict[Any, list[Level]]) -> Drawing:
    tones = ("main", "seal", "soft", "main")
    lines = []
    table: list[tuple[Any, ...]] = []
    for tone, (place, key) in zip(tones, keys, strict=False):
        rows = sorted(moving[place, key], key=lambda level: level.from_ or "")
        label = " ".join(
            filter(
                None,
                [
                    book.name("jurisdiction", place).striptags(),
                    book.layout.texts.plain(rows[0].applies_to),
                ],
            )
        )
        points = tuple(
            charts.Point(
                at=_year(level.from_ or ""),
                value=Decimal(level.value or 0),
                text=f"{level.from_}: {book.values.level(level).striptags()}",
            )
            for level in rows
        )
        lines.append(charts.Line(label, points, tone))
        table.extend(
            (
                label,
                level.from_ or "",
                book.values.level(level, graded=False),
                source_link(book, level.evidence),
            )
            for level in rows
        )
    caption = book.t("indicator.time-of", unit=book.values.unit(keys[0][1][0]) or "–")
    return Drawing(
        charts.lines(lines, label=caption, steps=True),
        caption,
        [
            book.t("place.kind"),
            book.t("level.from"),
            book.t("level.value"),
            book.t("record.source"),
        ],
        table,
    )


def _year(date: str) -> Decimal:
    year, _, rest = date.partition("-")
    month = int(rest[:2]) - 1 if rest else 0
    return (Decimal(year) + Decimal(month) / 12).quantize(Decimal("0.01"))
