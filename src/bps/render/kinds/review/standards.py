"""Page: which items have no standard, and which standards serve no item."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.analysis.tables.coverage import ties_tables
from bps.analysis.ties import ITEM_STATES, KINDS, ties
from bps.relations.concepts import domain_tree
from bps.relations.places import nation
from bps.render import charts
from bps.render.kinds.review.frame import downloads, review_page
from bps.render.parts import Bullets, Drawing, Folded, Grid, Heat, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.table import Table
    from bps.analysis.ties import Ties
    from bps.render.book import Book
    from bps.render.page import Page
    from bps.render.parts import Cell

TITLE = ("事项与标准：哪些没有标准", "Items and standards: which have none")
_FEW = 4


def page(book: Book) -> Page:
    """Make the page."""
    # Local items follow the standards of their national counterparts; the data below has them too.
    found = ties(book.registry, today=book.settings.judged_on, place=nation(book.registry))
    tables = ties_tables(book.analyses.ties, book.analyses.names)
    bare = [one.item for one in found.items if one.state == "none"]
    old = [one for one in found.items if one.state == "only-withdrawn"]
    return review_page(
        book,
        "standards",
        TITLE,
        lead=book.say(
            f"{len(found.items)}个国家事项中，{found.count('governed')}个有现行（或状态不明）的标准，"
            f"{len(old)}个只剩已废止或被代替的标准，{len(bare)}个没有对应标准。"
            "对应关系多由标准名称和适用范围判断，不是发布单位的说法。",
            f"Of {len(found.items)} national items, {found.count('governed')} have a standard in force (or of unknown "
            f"status), {len(old)} only withdrawn or replaced ones, {len(bare)} none. Most ties are read from "
            "titles and scopes; they are not statements of the issuing bodies.",
        ),
        intro=[],
        sections=_sections(book, found, tables),
    )


def _sections(book: Book, found: Ties, tables: Sequence[Table]) -> list[Section]:
    bare = [one.item for one in found.items if one.state == "none"]
    return [
        Section("picture", book.say("一览", "At a glance"), _picture(book, found)),
        Section("kinds", book.say("领域 × 规范方面", "Areas by kind of tie"), _kinds(book, found)),
        Section("old", ITEM_STATES["only-withdrawn"].in_language(book.lang), _old(book, found)),
        Section(
            "none",
            ITEM_STATES["none"].in_language(book.lang),
            [
                Folded(
                    book.say(f"{len(bare)}个事项", f"{len(bare)} items"),
                    [Bullets([book.link("item", one) for one in bare])],
                )
            ]
            if bare
            else [],
        ),
        Section(
            "idle",
            book.say("没有对应事项的标准", "Standards serving no item"),
            [
                Paragraph(
                    book.say(
                        "没有找到它们规范哪个事项；它们可能属于监测领域或通用基础。",
                        "No item was found that they govern; they may belong to a monitored domain "
                        "or be a general basis.",
                    )
                ),
                Folded(
                    book.say(f"{len(found.idle)}项", f"{len(found.idle)} standards"),
                    [Bullets([book.standard_link(one) for one in found.idle])],
                ),
            ]
            if found.idle
            else [],
        ),
        Section("data", book.say("数据", "Data"), [downloads(book, "standards", tables)]),
    ]


def _old(book: Book, found: Ties) -> list[Any]:
    rows: list[list[Cell]] = [
        [
            book.link("item", one.item),
            Markup("<br>").join(
                book.standard_link(ref) for refs in one.standards.values() for ref in refs
            ),
        ]
        for one in found.items
        if one.state == "only-withdrawn"
    ]
    columns: list[Cell] = [book.say("事项", "Item"), book.say("标准", "Standards")]
    caption = ITEM_STATES["only-withdrawn"].in_language(book.lang)
    return [Grid(columns, rows, caption)] if rows else []


def _picture(book: Book, found: Ties) -> list[Any]:
    counts = [(key, found.count(key)) for key in ("governed", "only-withdrawn", "none")]
    caption = book.say("事项数", "Items")
    bars = [
        charts.Bar(
            ITEM_STATES[key].in_language(book.lang),
            Decimal(number),
            str(number),
            "main" if key == "governed" else "seal",
        )
        for key, number in counts
    ]
    columns: list[Cell] = [book.say("状态", "State"), {"name": caption, "num": True}]
    rows = [[ITEM_STATES[key].in_language(book.lang), str(number)] for key, number in counts]
    return [Drawing(charts.bars(bars, label=caption), caption, columns, rows)]


def _kinds(book: Book, found: Ties) -> list[Any]:
    tree = domain_tree(book.registry)
    domains = {item.id: item.domain for item in book.registry.iter("item")}
    counts: dict[str, dict[str, int]] = {}
    for one in found.items:
        domain = domains.get(one.item)
        if domain is None or not one.standards:
            continue
        row = counts.setdefault(tree.top(domain), {})
        for kind, refs in one.standards.items():
            row[kind] = row.get(kind, 0) + len(refs)
    areas = [ref for ref in tree.order if ref in counts]
    cells = [
        [
            {
                "tone": 0
                if not (n := counts[area].get(kind, 0))
                else 1
                if n < _FEW
                else 2
                if n < _FEW * 3
                else 3,
                "text": str(n) if n else "–",
            }
            for kind in KINDS
        ]
        for area in areas
    ]
    caption = book.say("每格：事项与标准的对应数", "Each cell: ties of items to standards")
    return (
        [
            Heat(
                [book.concept_link(area) for area in areas],
                [text.in_language(book.lang) for text in KINDS.values()],
                cells,
                caption,
                id="ties-areas",
                filter=book.say("筛选领域", "Filter areas"),
            )
        ]
        if areas
        else []
    )
