"""Page: which people and which stages of life nothing serves, and what is measured."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bps.analysis.tables.coverage import reach_tables
from bps.render import charts
from bps.render.kinds.review.frame import downloads, review_page
from bps.render.parts import Bullets, Drawing, Figures, Folded, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.reach import Reach, Served
    from bps.analysis.table import Table
    from bps.render.book import Book
    from bps.render.page import Page
    from bps.render.parts import Cell

TITLE = ("人群与阶段：谁没有服务", "People and stages: who is served by nothing")


def page(book: Book) -> Page:
    """Make the page."""
    found = book.analyses.reach
    tables = reach_tables(found, book.analyses.names)
    stages = [one for one in found.life_events if one.unserved]
    groups = [one for one in found.recipients if one.unserved]
    silent = [one for one in found.measured if not one.indicators]
    without = [one for one in found.measured if one.indicators and not one.with_results]
    return review_page(
        book,
        "people",
        TITLE,
        lead=book.say(
            f"{len(found.life_events)}个人生阶段中{len(stages)}个、{len(found.recipients)}类人群中"
            f"{len(groups)}类，还没有事项与之对应；{len(silent)}个事项没有任何指标。",
            f"{len(stages)} of {len(found.life_events)} stages of life and {len(groups)} of "
            f"{len(found.recipients)} groups of people have no item; {len(silent)} items have no indicator.",
        ),
        intro=[
            Figures(
                [
                    {
                        "number": str(len(stages)),
                        "label": book.say("没有事项的阶段", "stages without an item"),
                    },
                    {
                        "number": str(len(groups)),
                        "label": book.say("没有事项的人群", "groups without an item"),
                    },
                    {
                        "number": str(len(silent)),
                        "label": book.say("没有指标的事项", "items without an indicator"),
                    },
                    {
                        "number": str(len(without)),
                        "label": book.say("有指标无结果的事项", "items without results"),
                    },
                ]
            )
        ],
        sections=_sections(book, found, tables),
    )


def _sections(book: Book, found: Reach, tables: Sequence[Table]) -> list[Section]:
    groups = [one for one in found.recipients if one.unserved]
    silent = [one for one in found.measured if not one.indicators]
    return [
        Section(
            "stages",
            book.say("人生阶段", "Stages of life"),
            _picture(book, "life-event", found.life_events),
        ),
        Section(
            "groups",
            book.say("没有事项的人群", "Groups nothing serves"),
            [Bullets([book.link("recipient", one.concept) for one in groups])] if groups else [],
        ),
        Section(
            "all-groups",
            book.say("各类人群", "Groups of people"),
            _picture(book, "recipient", found.recipients),
        ),
        Section(
            "silent",
            book.say("没有指标的事项", "Items without an indicator"),
            [Folded(str(len(silent)), [Bullets([book.link("item", one.item) for one in silent])])]
            if silent
            else [],
        ),
        Section("data", book.say("数据", "Data"), [downloads(book, "reach", tables)]),
    ]


def _picture(book: Book, kind: str, served: Sequence[Served]) -> list[Any]:
    if not served:
        return []
    rows = sorted(served, key=lambda one: (-(one.items + one.below), one.concept))
    caption = book.say("服务它的事项数", "Items that serve it")
    bars = [
        charts.Bar(
            str(book.name(kind, one.concept).striptags()),
            Decimal(one.items + one.below),
            str(one.items + one.below),
            "seal" if one.unserved else "main",
        )
        for one in rows
    ]
    columns: list[Cell] = [
        book.say("名称", "Name"),
        {"name": book.say("直接", "Directly"), "num": True},
        {"name": book.say("其中一部分人", "A narrower group"), "num": True},
    ]
    table = [[book.link(kind, one.concept), str(one.items), str(one.below)] for one in rows]
    return [Drawing(charts.bars(bars, label=caption), caption, columns, table)]
