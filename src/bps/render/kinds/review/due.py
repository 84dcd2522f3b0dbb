"""Page: what is overdue."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.analysis.events import for_calendar, places_with_news
from bps.analysis.lifecycle import CLOCK_STATES
from bps.analysis.review_cycles import REVIEW_CYCLES
from bps.analysis.tables.lifecycle import lifecycle_tables
from bps.render import charts
from bps.render.kinds.review.frame import downloads, grid, ids_as_links, review_page
from bps.render.parts import Bullets, Drawing, Figures, Folded, Grid, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.lifecycle import Lifecycle
    from bps.analysis.table import Table
    from bps.render.book import Book
    from bps.render.page import Page
    from bps.render.parts import Cell

TITLE = ("复审：哪些标准到期", "Review dates: what is overdue")
TONES = {
    "overdue": "warn",
    "maybe-due": "warn",
    "due-soon": "warn",
    "later": "good",
    "unknown": "unknown",
    "no-clock": "plain",
}
_URGENT = frozenset({"overdue", "maybe-due", "due-soon"})
_YEARS_AHEAD = 6


def page(book: Book) -> Page:
    """Make the page."""
    found = book.analyses.lifecycle
    tables = lifecycle_tables(found, book.analyses.names)
    return review_page(
        book,
        "due",
        TITLE,
        lead=book.say(
            f"收录标准{len(found.clocks)}项：复审期已过而未见复审记录的{found.count('overdue')}项，"
            f"半年内到期的{found.count('due-soon')}项。到期只说明应当复审，不说明标准失效；"
            "不知道日期或状态的，不作提醒。",
            f"{len(found.clocks)} standards: for {found.count('overdue')} the review date has passed and no "
            f"review is recorded, {found.count('due-soon')} fall due within half a year. Overdue means that "
            "a review is due, not that the standard is void; without a date or a known status there is no "
            "alert.",
        ),
        intro=[
            Figures(
                [
                    {
                        "number": str(found.count(key_)),
                        "label": CLOCK_STATES[key_].in_language(book.lang),
                    }
                    for key_ in ("overdue", "maybe-due", "due-soon", "later", "unknown", "no-clock")
                ]
            ),
            *_rules(book),
        ],
        sections=_sections(book, found, tables),
    )


def _sections(book: Book, found: Lifecycle, tables: Sequence[Table]) -> list[Section]:
    urgent = tables[0].where("state", _URGENT.__contains__)
    shown = ("standard", "state_name", "due_to", "reason")
    return [
        Section(
            "urgent",
            book.say("该复审的", "To be reviewed"),
            [grid(book, tables[0], shown, rows=urgent, tones=TONES, toned="state", filtered=True)]
            if urgent
            else [Paragraph(book.say("没有。", "None."), "notice")],
        ),
        Section("years", book.say("逐年到期", "Falling due, year by year"), _years(book, found)),
        Section(
            "effects",
            book.say("被代替、废止后仍被引用的", "Gone, but still relied upon"),
            _effects(book, tables[1]),
        ),
        Section(
            "series",
            book.say("分部分标准缺哪几部分", "Series with gaps"),
            [
                grid(
                    book,
                    tables[2],
                    ("base", "recorded", "gaps"),
                    rows=tables[2].where("gaps", bool),
                )
            ],
        ),
        Section(
            "all",
            book.say("全部标准", "All standards"),
            [
                Folded(
                    book.say(f"{len(found.clocks)}项", f"{len(found.clocks)} standards"),
                    [_all(book, tables[0], shown)],
                )
            ],
        ),
        Section("calendars", book.say("日历和订阅", "Calendars and feeds"), _calendars(book)),
        Section("data", book.say("数据", "Data"), [downloads(book, "due", tables)]),
    ]


def _all(book: Book, table: Table, shown: tuple[str, ...]) -> Grid:
    block = grid(book, table, shown, tones=TONES, toned="state")
    return Grid(
        block.columns,
        block.rows,
        block.caption,
        id="review-clock-all",
        filter=book.say("筛选", "Filter"),
    )


def _rules(book: Book) -> list[Any]:
    return [
        Paragraph(
            Markup('{}{}{}{} · <a href="{}">{}</a>{}').format(
                book.say("规则：", "Rule: "),
                cycle.text.in_language(book.lang),
                book.say("（", " ("),
                cycle.document.in_language(book.lang),
                cycle.source,
                book.say("来源", "source"),
                book.say("）", ")"),
            ),
            "notice",
        )
        for cycle in REVIEW_CYCLES
    ]


def _years(book: Book, found: Lifecycle) -> list[Any]:
    today = book.settings.judged_on
    counts: Counter[int] = Counter()
    for one in found.clocks:
        if one.due is not None and one.state in _URGENT | {"later"}:
            counts[one.due.last.year] += 1
    years = [year for year in sorted(counts) if year <= today.year + _YEARS_AHEAD]
    caption = book.say("各年到期的标准数", "Standards falling due, by year")
    bars = [
        charts.Bar(
            str(year),
            Decimal(counts[year]),
            str(counts[year]),
            "seal" if year < today.year else "main",
        )
        for year in years
    ]
    columns: list[Cell] = [
        book.say("年份", "Year"),
        {"name": book.say("标准", "Standards"), "num": True},
    ]
    rows = [[str(year), str(counts[year])] for year in years]
    return [Drawing(charts.bars(bars, label=caption), caption, columns, rows)] if bars else []


def _effects(book: Book, table: Table) -> list[Any]:
    keys = {column.key: place for place, column in enumerate(table.columns)}
    rows: list[list[Cell]] = []
    for row in table.rows:
        status = str(row[keys["status"]])
        successors = [
            book.standard_link(one) if book.registry.find("standard", one) else one
            for one in str(row[keys["replaced_by"]] or "").split()
        ]
        rows.append(
            [
                book.standard_link(str(row[keys["standard"]])),
                {"text": book.t(f"status.{status}"), "tone": "past"},
                Markup("<br>").join(successors) or "–",
                ids_as_links(book, "item", row[keys["items"]]),  # type: ignore[arg-type]
                ids_as_links(book, "unit", row[keys["units"]]),  # type: ignore[arg-type]
            ]
        )
    columns: list[Cell] = [
        book.say("标准", "Standard"),
        book.say("状态", "Status"),
        book.say("被代替", "Replaced by"),
        book.say("仍引用它的事项", "Items still tied to it"),
        book.say("牵头单位", "Lead units"),
    ]
    caption = table.title.in_language(book.lang)
    return [Grid(columns, rows, caption, id=table.name)] if rows else []


def _calendars(book: Book) -> list[Any]:
    today = book.settings.judged_on
    found = book.analyses.own_events
    held = for_calendar(found, today=today)
    places = sorted({place for one in held if one.kind == "review" for place in one.places})
    # A feed tells what has happened; a place where all of it lies ahead has none yet.
    fed = places_with_news(found, today=today)
    rows = [(book.say("全部", "Everything"), "all", True)]
    rows += [(book.name("jurisdiction", one), f"places/{one}", one in fed) for one in places]
    lines = [
        Markup('{}: <a href="~/data/calendars/{}.ics">ICS</a>').format(name, path)
        + (Markup(' · <a href="~/data/feeds/{}.xml">Atom</a>').format(path) if has_feed else "")
        for name, path, has_feed in rows
    ]
    note = book.say(
        "每个提醒都写明理由。各责任单位也有日历和订阅，在 data/calendars/units/ 下。",
        "Every alert says why it is there. Responsible bodies have calendars and feeds too, below "
        "data/calendars/units/.",
    )
    return [Paragraph(note), Bullets(lines)]
