"""Page: what changed between the last two editions of the national list."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.analysis.diff import CHANGES
from bps.analysis.tables.changes import edition_tables
from bps.render import charts
from bps.render.kinds.review.frame import downloads, grid, review_page
from bps.render.parts import Drawing, Figures, Folded, Grid, Paragraph, Section

if TYPE_CHECKING:
    from bps.analysis.diff import Change, EditionDiff
    from bps.analysis.table import Table
    from bps.model import Level
    from bps.render.book import Book
    from bps.render.page import Page
    from bps.render.parts import Cell

TITLE = ("修订：新版改了什么", "Changes: what the new edition changed")
# Every number after an added item moves on: a list of its own, folded.
_FOLDED = frozenset({"renumbered"})


def page(book: Book) -> Page:
    """Make the page."""
    found = book.analyses.latest_change
    if found is None:
        text = book.say(
            "只收录了一版清单，没有可比的。",
            "Only one edition is recorded; there is nothing to compare.",
        )
        return review_page(book, "changes", TITLE, lead=text, intro=[], sections=[])
    tables = edition_tables(found, book.analyses.names)
    before, after = (book.link("list", one) for one in (found.before, found.after))
    return review_page(
        book,
        "changes",
        TITLE,
        lead=book.say(
            f"从{found.items_before}项到{found.items_after}项。公布的修订情况说改动了多少，"
            "记录能显示其中哪些，并列在下面。",
            f"From {found.items_before} to {found.items_after} items. What the publisher says has changed, "
            "and what the records can show of it, stand side by side.",
        ),
        intro=[
            Paragraph(before + " → " + after),
            Figures(_figures(book, found)),
        ],
        sections=[
            Section(
                "published",
                book.say("公布的情况与记录", "Published summary and records"),
                _published(book, found, tables[1]),
            ),
            *_kinds(book, found),
            Section(
                "limits",
                book.say("记录看不出什么", "What the records cannot show"),
                [
                    Paragraph(
                        book.say(
                            "两版清单的全文未见，服务内容的文字、支出责任和大部分牵头单位只有一份记录，不分版本。"
                            "所以“文字完善”“扩大范围”“调整牵头单位”只有公布时点名的事项。"
                            "各部分相加多于涉及事项数，说明有的事项改了不止一处。"
                            "“同期记录中有此变化”按两版日期之间的记录算，也包括由其他文件作出的调整。",
                            "The full text of neither edition was seen, so content, funding and most lead units are "
                            "recorded once, not by edition. Rewording, wider recipients and new lead units are known "
                            "only for the items that were named. The kinds add up to more than the items touched: "
                            "some items changed in more than one way. What the records show lies between the "
                            "two dates and may rest on other documents.",
                        )
                    )
                ],
            ),
            Section("data", book.say("数据", "Data"), [downloads(book, "changes", tables)]),
        ],
    )


def _figures(book: Book, found: EditionDiff) -> list[dict[str, Any]]:
    return [
        {
            "number": "–" if one.declared is None else str(one.declared),
            "label": CHANGES[one.kind].in_language(book.lang),
            "text": book.say(
                f"点名{one.named}，记录印证{one.confirmed}",
                f"{one.named} named, {one.confirmed} confirmed",
            ),
        }
        for one in found.published
        if one.declared
    ]


def _published(book: Book, found: EditionDiff, table: Table) -> list[Any]:
    if not found.published:
        return []
    bars = [
        charts.Bar(
            CHANGES[one.kind].in_language(book.lang),
            Decimal(one.declared),
            book.say(
                f"{one.declared}，点名{one.named}，印证{one.confirmed}",
                f"{one.declared}, {one.named} named, {one.confirmed} confirmed",
            ),
        )
        for one in found.published
        if one.declared
    ]
    caption = book.say("公布的改动数量", "Changes as published")
    block = grid(book, table, ("kind_name", "declared", "named", "confirmed", "shown", "source"))
    highest = max(bar.value for bar in bars)
    return [
        Drawing(
            charts.bars(bars, label=caption, full=highest * 2),
            caption,
            block.columns,
            block.rows,
            open=True,
        )
    ]


def _kinds(book: Book, found: EditionDiff) -> list[Section]:
    counts = Counter(one.kind for one in found.changes)
    columns: list[Cell] = [
        book.say("事项", "Item"),
        book.say("原为", "Before"),
        book.say("现为", "After"),
        book.say("依据", "Basis"),
    ]
    sections = []
    for kind in (one for one in CHANGES if counts[one]):
        rows = [_row(book, one) for one in found.changes if one.kind == kind]
        name = CHANGES[kind].in_language(book.lang)
        block = Grid(columns, rows, name, id=f"changes-{kind}")
        blocks: list[Any] = [block]
        if kind in _FOLDED:
            blocks = [Folded(book.say(f"{len(rows)}项", f"{len(rows)} items"), [block])]
        sections.append(Section(kind, name, blocks, small=str(counts[kind])))
    return sections


def _row(book: Book, one: Change) -> list[Cell]:
    level = next((each for each in one.levels if each is not None), None)
    before: Cell = _level(book, one.levels[0]) if level else book.tx(one.before or "–")
    after: Cell = _level(book, one.levels[1]) if level else book.tx(one.after or "–")
    words = (
        book.say("发布单位点名", "named by the publisher")
        if one.basis == "published"
        else book.say("记录显示", "shown by the records")
    )
    item = book.link("item", one.item)
    if level is not None:
        item += Markup("<br>") + book.link("indicator", level.measure)
    return [item, before, after, words]


def _level(book: Book, level: Level | None) -> str | Markup:
    if level is None:
        return "–"
    if level.value is None:
        return book.tx(level.text) if level.text else "–"
    return book.values.level(level)
