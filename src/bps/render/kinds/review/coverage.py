"""Page: what is recorded where, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.analysis.coverage import STATES
from bps.analysis.tables.coverage import coverage_tables
from bps.render.kinds.review.frame import downloads, grid, percent, review_page
from bps.render.parts import Bullets, Figures, Folded, Heat, Paragraph, Section

if TYPE_CHECKING:
    from bps.analysis.coverage import Coverage
    from bps.render.book import Book
    from bps.render.page import Page

TITLE = ("覆盖：这里缺什么", "Coverage: what is missing here")
# A place with a single record would be a column of dashes: it stands in the list of places.
_LEAST_ITEMS = 2
_TONES = {"below": "bad", "same": 3, "higher": 3, "wider": 3, "unknown": 1, "not-applicable": 0}
_SIGNS = {
    "below": ("低", "below"),
    "same": ("同", "same"),
    "higher": ("高", "higher"),
    "wider": ("宽", "wider"),
    "unknown": ("录", "rec."),
    "not-applicable": ("不适用", "n/a"),
}


def page(book: Book) -> Page:
    """Make the page."""
    found = book.analyses.coverage
    tables = coverage_tables(found, book.analyses.names)
    nowhere = [
        item
        for item in found.items
        if all((item, one.place) not in found.cells for one in found.places)
    ]
    matrix = [*_matrix(book, found), *_nowhere(book, nowhere)]
    return review_page(
        book,
        "coverage",
        TITLE,
        lead=book.say(
            f"国家清单有{len(found.items)}个事项；{len(found.places)}个地区有自己的记录，"
            f"合起来收录了全部格子的{percent(found.share)}。没有收录，不等于当地没有这项服务。",
            f"The national list has {len(found.items)} items; {len(found.places)} places have records "
            f"of their own, which fill {percent(found.share)} of all cells. Not recorded does not "
            "mean not provided.",
        ),
        intro=[Figures(_figures(book, found, len(nowhere), matrix="#matrix" if matrix else ""))],
        sections=[
            Section("areas", book.say("领域 × 地区", "Areas by place"), _areas(book, found)),
            Section(
                "matrix",
                book.say("国家事项 × 地区", "National items by place"),
                matrix,
            ),
            Section(
                "places",
                book.say("各地区", "Places"),
                [
                    grid(
                        book,
                        tables[0],
                        ("place", "recorded", "total", "share", "local_only", "unrelated", "items"),
                        filtered=True,
                    ),
                    downloads(book, "coverage", tables),
                ],
            ),
        ],
    )


def _figures(book: Book, found: Coverage, nowhere: int, *, matrix: str) -> list[dict[str, Any]]:
    below = sum(cell.state == "below" for cell in found.cells.values())
    return [
        {"number": str(len(found.items)), "label": book.say("国家事项", "national items")},
        {
            "number": str(len(found.places)),
            "label": book.say("有记录的地区", "places with records"),
        },
        {
            "number": str(len(found.cells)),
            "label": book.say("已收录的格子", "cells recorded"),
            "text": percent(found.share),
        },
        {
            "number": str(nowhere),
            "label": book.say("无任何地区收录的事项", "items recorded nowhere"),
            "href": matrix,
        },
        {
            "number": str(below),
            "label": book.say("低于底线", "below the floor"),
            "href": book.url("reviewers/floor/"),
        },
    ]


def _nowhere(book: Book, items: list[str]) -> list[Any]:
    if not items:
        return []
    title = book.say(
        f"还没有任何地区收录的国家事项：{len(items)}个",
        f"National items recorded in no place: {len(items)}",
    )
    return [Folded(title, [Bullets([book.link("item", item) for item in items])])]


def _areas(book: Book, found: Coverage) -> list[Any]:
    if not found.areas or not found.places:
        return [
            Paragraph(book.say("没有可以比较的记录。", "There is nothing to compare."), "unknown")
        ]
    cells = {(one.area, one.place): one for one in found.area_cells}
    rows = []
    for one in found.places:
        row = []
        for area in found.areas:
            cell = cells[area, one.place]
            share = cell.recorded / cell.total if cell.total else 0
            tone = 0 if not cell.recorded else 1 if share < 1 / 4 else 2 if share < 3 / 4 else 3
            row.append({"tone": tone, "text": f"{cell.recorded}/{cell.total}"})
        rows.append(row)
    return [
        Heat(
            row_names=[book.link("jurisdiction", one.place) for one in found.places],
            column_names=[book.concept_link(area) for area in found.areas],
            cells=rows,
            caption=book.say(
                "每格：已收录的国家事项 / 该领域国家事项",
                "Each cell: national items recorded / national items of the area",
            ),
            id="coverage-areas",
            filter=book.say("筛选地区", "Filter places"),
        )
    ]


def _matrix(book: Book, found: Coverage) -> list[Any]:
    places = [one.place for one in found.places if one.recorded >= _LEAST_ITEMS]
    items = [item for item in found.items if any((item, place) in found.cells for place in places)]
    if not items:
        return []
    rows = []
    for item in items:
        row = []
        for place in places:
            cell = found.cells.get((item, place))
            if cell is None:
                row.append({"tone": 0, "text": "–"})
                continue
            row.append(
                {
                    "tone": _TONES[cell.state],
                    "text": book.say(*_SIGNS[cell.state]),
                    "title": STATES[cell.state].in_language(book.lang),
                    "href": book.address("item", cell.local_items[0]),
                }
            )
        rows.append(row)
    legend = book.say(
        "同：范围或水平相同；宽：范围更宽；高：水平更高；低：低于底线；录：已收录，尚未比较；–：未收录。"
        f"只列收录了至少{_LEAST_ITEMS}个国家事项的地区和它们收录的事项，其余见下面的数据。",
        "same, wider (scope), higher (level), below (the floor), rec.: recorded, not compared; –: not "
        f"recorded. Places with at least {_LEAST_ITEMS} national items and the items they have; the "
        "rest is in the data below.",
    )
    return [
        Paragraph(legend),
        Heat(
            row_names=[book.link("item", item) for item in items],
            column_names=[book.link("jurisdiction", place) for place in places],
            cells=rows,
            caption=book.say("国家事项在各地区的收录情况", "National items in places"),
            id="coverage-matrix",
            filter=book.say("筛选事项", "Filter items"),
        ),
    ]
