"""Page: which records need more, and the eight facts of a guide."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bps.analysis.eight_facts import EIGHT_FACTS, FEWEST_FACTS
from bps.analysis.quality import STEPS
from bps.analysis.tables.guide import guide_table
from bps.analysis.tables.trust import quality_tables
from bps.render import charts
from bps.render.kinds.review.frame import downloads, grid, review_page
from bps.render.parts import Drawing, Figures, Folded, Grid, Heat, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.quality import Quality
    from bps.analysis.table import Table
    from bps.render.book import Book
    from bps.render.page import Page
    from bps.render.parts import Cell

TITLE = ("完整程度：哪些记录还要补", "Quality: which records need more")
_TONES = {"empty": "warn", "valid": "plain", "useful": "good", "complete": "good"}
_HALF, _MOST = 0.5, 0.9
_SHOWN = 200


def page(book: Book) -> Page:
    """Make the page."""
    found = book.analyses.quality
    names = book.analyses.names
    tables = (*quality_tables(found, names), guide_table(book.registry, names))
    counts = {step: sum(one.step == step for one in found.records) for step in STEPS}
    return review_page(
        book,
        "quality",
        TITLE,
        lead=book.say(
            f"{len(found.records)}条记录："
            + "，".join(f"{STEPS[s].zh} {n}" for s, n in counts.items())
            + "。可用，是指读者需要的都有；完整，还要中英文俱全、不靠一般常识。",
            f"{len(found.records)} records: "
            + ", ".join(f"{n} {STEPS[s].en}" for s, n in counts.items())
            + ". Useful means that what a reader needs is there; complete, that both languages are and nothing "
            "rests on background knowledge.",
        ),
        intro=[
            Figures(
                [
                    {"number": str(number), "label": STEPS[step].in_language(book.lang)}
                    for step, number in counts.items()
                ]
            )
        ],
        sections=_sections(book, found, tables),
    )


def _sections(book: Book, found: Quality, tables: Sequence[Table]) -> list[Section]:
    lowest = tables[0].where("step", {"empty", "valid"}.__contains__)
    return [
        Section("types", book.say("各类记录", "By type"), _types(book, found)),
        Section(
            "guide", book.say("办事指南八要素", "Eight facts of a guide"), _guide(book, tables[4])
        ),
        Section(
            "records",
            book.say("先补哪些", "What to fill first"),
            [
                Paragraph(
                    book.say(
                        f"仅有名称或合规的{len(lowest)}条，先列{min(_SHOWN, len(lowest))}条。",
                        f"{len(lowest)} empty or merely valid records; the first "
                        f"{min(_SHOWN, len(lowest))}.",
                    )
                ),
                grid(
                    book,
                    tables[0],
                    ("record", "place", "step_name", "missing_name"),
                    rows=lowest[:_SHOWN],
                    tones=_TONES,
                    toned="step",
                    filtered=True,
                ),
            ]
            if lowest
            else [],
        ),
        Section(
            "places",
            book.say("各地区", "Places"),
            [
                Folded(
                    book.say("按地区", "By place"),
                    [grid(book, tables[2], ("place", *STEPS), filtered=True)],
                )
            ],
        ),
        Section(
            "lists",
            book.say("各清单的事项", "Items of each list"),
            [grid(book, tables[3], ("list", *STEPS))] if tables[3].rows else [],
        ),
        Section("data", book.say("数据", "Data"), [downloads(book, "quality", tables)]),
    ]


def _types(book: Book, found: Quality) -> list[Any]:
    bars: list[charts.Bar] = []
    rows: list[list[Cell]] = []
    for name, counts in found.by_type.items():
        total = sum(counts.values()) or 1
        good = counts.get("useful", 0) + counts.get("complete", 0)
        label = book.type_name(name, plural=True)
        bars.append(charts.Bar(label, Decimal(round(100 * good / total)), f"{good}/{total}"))
        rows.append([label, *(str(counts.get(step, 0)) for step in STEPS)])
    caption = book.say("可用或完整的比例", "Share useful or complete")
    columns: list[Cell] = [
        book.say("类型", "Type"),
        *({"name": text.in_language(book.lang), "num": True} for text in STEPS.values()),
    ]
    return [
        Drawing(
            charts.bars(bars, label=caption, full=Decimal(110)), caption, columns, rows, open=True
        )
    ]


def _guide(book: Book, table: Table) -> list[Any]:
    by_place: dict[str, list[dict[str, Any]]] = {}
    for record in table.records():
        by_place.setdefault(str(record["place"]), []).append(record)
    short = sorted(
        (record["facts"], str(record["item"]))
        for records in by_place.values()
        for record in records
        if record["facts"] < FEWEST_FACTS
    )
    places = sorted(by_place, key=lambda place: (-len(by_place[place]), place))
    cells = []
    for place in places:
        rows = by_place[place]
        line = []
        for key in EIGHT_FACTS:
            there = sum(row[f"has_{key}"] for row in rows)
            share = there / len(rows)
            tone = 0 if not there else 1 if share < _HALF else 2 if share < _MOST else 3
            line.append({"tone": tone, "text": f"{there}/{len(rows)}"})
        cells.append(line)
    caption = book.say("每格：有这一要素的事项 / 事项数", "Each cell: items with this fact / items")
    listed = Grid(
        [book.say("事项", "Item"), {"name": book.say("要素", "Facts"), "num": True}],
        [[book.link("item", ref), f"{number}/8"] for number, ref in short],
        book.say("少于五要素的事项", "Items with fewer than five facts"),
        id="few-facts",
        filter=book.say("筛选事项", "Filter items"),
    )
    return (
        [
            Paragraph(
                book.say(
                    f"检查中，办事指南缺四个以上要素即不合格。现有{len(short)}个事项不足五要素。",
                    f"In inspections a guide that lacks four or more fails. {len(short)} items have fewer than five.",
                )
            ),
            Heat(
                [book.link("jurisdiction", place) for place in places],
                [text.in_language(book.lang) for text in EIGHT_FACTS.values()],
                cells,
                caption,
                id="guide-places",
                filter=book.say("筛选地区", "Filter places"),
            ),
            Folded(book.say(f"{len(short)}个事项", f"{len(short)} items"), [listed]),
        ]
        if places
        else []
    )
