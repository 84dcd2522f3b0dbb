"""Page: the ladder of each level, from the nation to provinces and cities, over time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bps.analysis.tables.floor import ladder_table
from bps.relations.days import days_of
from bps.relations.places import nation
from bps.render import charts
from bps.render.kinds.review.frame import downloads, review_page
from bps.render.parts import Drawing, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.ladder import Ladder, Rung
    from bps.render.book import Book
    from bps.render.page import Page

TITLE = ("水平阶梯：国家、省、市各是多少", "Level ladder: nation, provinces, cities")
# One place beside the nation is a pair of numbers, not a ladder; the table of data has them all.
_LEAST_PLACES = 2
_MONTHS = Decimal(12)
_DATES = 2


def page(book: Book) -> Page:
    """Make the page."""
    found = book.analyses.ladders
    drawn = [one for one in found if one.places >= _LEAST_PLACES]
    shared = sum(one.has_national for one in found)
    table = ladder_table(found, book.analyses.names)
    return review_page(
        book,
        "ladder",
        TITLE,
        lead=book.say(
            f"{len(found)}项指标有地方数值，其中{shared}项国家也有规定。下面画出两个以上地区有数值的 "
            f"{len(drawn)}项：红线是国家水平，条形是各地最近的数值。",
            f"{len(found)} measures have local values; for {shared} of them the nation sets a level "
            f"too. Drawn here are the {len(drawn)} with two places or more: the red line is the "
            "national level, each bar the latest value of a place.",
        ),
        intro=[],
        sections=[
            *(
                Section(
                    _anchor(one),
                    book.name("indicator", one.measure),
                    _blocks(book, one),
                    small=_basis(book, one),
                )
                for one in drawn
            ),
            Section("data", book.say("数据", "Data"), [downloads(book, "floor", [table])]),
        ],
    )


def _anchor(one: Ladder) -> str:
    parts = (one.measure, one.unit, one.per, one.period)
    return "-".join(part.lower() for part in parts if part)


def _basis(book: Book, one: Ladder) -> str:
    unit = ""
    if one.unit is not None and one.unit in book.registry.ids("measure-unit"):
        unit = book.registry.address("measure-unit", one.unit).value.name.in_language(book.lang)
    per = str(book.values.per(one.per, one.period))
    return " · ".join(part for part in (unit, per) if part)


def _blocks(book: Book, one: Ladder) -> list[Any]:
    country = nation(book.registry)
    blocks: list[Any] = [_bars(book, one, country)]
    national = [rung for rung in one.rungs if rung.place == country and rung.start]
    groups = {(rung.applies_to.zh if rung.applies_to else "") for rung in national}
    if len({rung.start for rung in national}) >= _DATES and len(groups) == 1:
        blocks.append(_lines(book, one, national, country))
    return blocks


def _bars(book: Book, one: Ladder, country: str | None) -> Drawing:
    latest: dict[tuple[str, str], Rung] = {}
    for rung in one.rungs:
        key = (rung.place, rung.applies_to.in_language(book.lang) if rung.applies_to else "")
        if key not in latest or (rung.start or "") >= (latest[key].start or ""):
            latest[key] = rung
    national = [rung for (place, _), rung in latest.items() if place == country]
    local = sorted(
        ((key, rung) for key, rung in latest.items() if key[0] != country),
        key=lambda pair: (-pair[1].value, pair[0]),
    )
    sole = national[0] if len(national) == 1 else None
    mark = sole.value if sole else None
    bars = [
        charts.Bar(
            label=str(book.name("jurisdiction", place).striptags()),
            value=rung.value,
            text=_value(book, rung) + (f" ({rung.start[:4]})" if rung.start else ""),
            tone="main" if mark is None or rung.value >= mark else "soft",
        )
        for (place, _), rung in local
    ]
    caption = book.say("各地最近的数值", "Latest value of each place")
    mark_text = book.say("国家", "nation ") + _value(book, sole) if sole else ""
    return Drawing(
        svg=charts.bars(
            bars, label=caption, mark=mark, mark_text=mark_text, full=_room(bars, mark)
        ),
        caption=caption,
        columns=[
            book.say("地区", "Place"),
            book.say("适用对象", "Applies to"),
            {"name": book.say("数值", "Value"), "num": True},
            book.say("起", "From"),
            book.say("止", "To"),
            book.say("来源", "Source"),
        ],
        rows=[
            [
                book.link("jurisdiction", rung.place),
                book.tx(rung.applies_to) if rung.applies_to else "–",
                _value(book, rung),
                rung.start or "–",
                rung.end or "–",
                book.link("source", rung.source),
            ]
            for rung in one.rungs
        ],
    )


def _room(bars: Sequence[charts.Bar], mark: Decimal | None) -> Decimal:
    """Longest bar with room for the year behind it."""
    return max([*(bar.value for bar in bars), mark or Decimal(0)]) * Decimal("1.2")


def _lines(book: Book, one: Ladder, national: Sequence[Rung], country: str | None) -> Drawing:
    """The national level and those of places with several dates, as steps over time."""
    series = [_line(book, book.say("国家", "nation"), national, "seal")]
    places = dict.fromkeys(rung.place for rung in one.rungs if rung.place != country)
    for place in places:
        rungs = [rung for rung in one.rungs if rung.place == place and rung.start]
        words = {(rung.applies_to.zh if rung.applies_to else "") for rung in rungs}
        if len(rungs) >= _DATES and len(words) == 1:
            name = str(book.name("jurisdiction", place).striptags())
            series.append(_line(book, name, rungs, "main"))
    caption = book.say("随时间的变化", "Over time")
    return Drawing(
        svg=charts.lines(series, label=caption, steps=True),
        caption=caption,
        columns=[
            book.say("地区", "Place"),
            book.say("起", "From"),
            {"name": book.say("数值", "Value"), "num": True},
        ],
        rows=[[line.label, *point.text.split(" ", 1)] for line in series for point in line.points],
    )


def _value(book: Book, rung: Rung) -> str:
    """The value, and that no document states it where that is so."""
    return f"{rung.value}{book.values.grade(rung.how)}"


def _line(book: Book, label: str, rungs: Sequence[Rung], tone: str) -> charts.Line:
    points = []
    for rung in sorted(rungs, key=lambda one: one.start or ""):
        first = days_of(rung.start or "").first
        at = Decimal(first.year) + Decimal(first.month - 1) / _MONTHS
        points.append(
            charts.Point(at=at, value=rung.value, text=f"{rung.start} {_value(book, rung)}")
        )
    return charts.Line(label=label, points=tuple(points), tone=tone)
