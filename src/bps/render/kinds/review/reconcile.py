"""Page: published totals against what is recorded."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.analysis.claims import CLAIM_STATES
from bps.analysis.contradictions import DATES_OF_CLAIMS
from bps.analysis.tables.reconcile import COUNTED, reconcile_tables
from bps.render import charts
from bps.render.kinds.review.frame import downloads, grid, review_page
from bps.render.parts import Drawing, Figures, Folded, Grid, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.claims import Claim
    from bps.analysis.reconcile import Reconciliation
    from bps.analysis.table import Table
    from bps.render.book import Book
    from bps.render.page import Page
    from bps.render.parts import Cell

TITLE = ("公布数核对：总数对得上吗", "Declared against recorded")
_TONES = {"complete": "good", "missing": "warn", "surplus": "warn", "not-counted": "unknown"}
_OUTCOMES = {"agrees": "good", "overlap": "warn", "rest": "plain"}
_TONES_OF_DATES = {"same": "warn", "unknown": "unknown", "different": "plain"}
_DRAWN = 16


def page(book: Book) -> Page:
    """Make the page."""
    found = book.analyses.reconciliation
    tables = reconcile_tables(found, book.analyses.names)
    counted = [one for one in found.claims if one.recorded is not None]
    agree = sum(one.state == "complete" for one in counted)
    return review_page(
        book,
        "reconcile",
        TITLE,
        lead=book.say(
            f"收录了{len(found.claims)}个公布的总数。能逐一核对的{len(counted)}个中，{agree}个一致，"
            "其余还没有收全。公布的数字照录，不作改动；说法不一的并列。",
            f"{len(found.claims)} published totals are recorded. Of the {len(counted)} that can be counted "
            f"one by one, {agree} agree; the others are not complete yet. Published figures stay as they "
            "are; competing ones stand side by side.",
        ),
        intro=[
            Figures(
                [
                    {
                        "number": str(len(found.claims)),
                        "label": book.say("公布的总数", "published totals"),
                    },
                    {
                        "number": str(agree),
                        "label": book.say("与收录一致", "agree with the records"),
                    },
                    {
                        "number": str(len(found.contradictions)),
                        "label": book.say("说法不一", "contradictions"),
                        "href": "#contradictions" if found.contradictions else "",
                    },
                    {
                        "number": str(sum(one.outcome == "agrees" for one in found.sums)),
                        "label": book.say("合计相符", "sums that agree"),
                        "text": book.say(
                            f"共核对{len(found.sums)}处", f"of {len(found.sums)} checked"
                        ),
                        "href": "#sums" if found.sums else "",
                    },
                ]
            )
        ],
        sections=_sections(book, found, tables),
    )


def _sections(book: Book, found: Reconciliation, tables: Sequence[Table]) -> list[Section]:
    counted = [one for one in found.claims if one.recorded is not None]
    return [
        Section("picture", book.say("收录了多少", "How much is recorded"), _picture(book, counted)),
        Section("contradictions", book.say("说法不一的", "Contradictions"), _sides(book, found)),
        Section(
            "sums",
            book.say("合计核对", "Sums checked"),
            [
                grid(
                    book,
                    tables[2],
                    ("holder", "of_name", "by", "total", "sum", "parts", "outcome_name"),
                    tones=_OUTCOMES,
                    toned="outcome",
                ),
                Paragraph(
                    book.say(
                        "大于总数：各部分有重叠，或有一数不实；小于总数：还有没列出的部分。",
                        "More than the total: parts overlap, or a figure is wrong; less: not all parts are "
                        "stated.",
                    )
                ),
            ]
            if found.sums
            else [],
        ),
        Section(
            "claims",
            book.say("全部公布数", "All published totals"),
            [
                Folded(
                    book.say(f"{len(found.claims)}个", f"{len(found.claims)} totals"),
                    [_claims(book, found)],
                )
            ],
        ),
        Section("data", book.say("数据", "Data"), [downloads(book, "reconcile", tables)]),
    ]


def _picture(book: Book, counted: list[Claim]) -> list[Any]:
    chosen = [one for one in counted if one.declared and one.domain is None and one.recorded]
    chosen.sort(key=lambda one: (-(one.recorded or 0) / one.declared, one.holder))
    bars = [
        charts.Bar(
            label=str(book.name(one.holder_type, one.holder).striptags()),
            value=Decimal(min(100, round(100 * (one.recorded or 0) / one.declared))),
            text=f"{one.recorded}/{one.declared} {COUNTED[one.of].in_language(book.lang)}",
            tone="main" if one.state == "complete" else "soft",
        )
        for one in chosen[:_DRAWN]
    ]
    caption = book.say("收录数占公布数的比例", "Recorded as a share of declared")
    return (
        [
            Drawing(
                svg=charts.bars(bars, label=caption, full=Decimal(140)),
                caption=caption,
                columns=[
                    book.say("记录", "Record"),
                    book.say("对象", "Of"),
                    {"name": book.say("收录", "Recorded"), "num": True},
                    {"name": book.say("公布", "Declared"), "num": True},
                ],
                rows=[
                    [
                        book.link(one.holder_type, one.holder),
                        COUNTED[one.of].in_language(book.lang),
                        str(one.recorded),
                        str(one.declared),
                    ]
                    for one in chosen
                ],
            )
        ]
        if bars
        else []
    )


def _claims(book: Book, found: Reconciliation) -> Grid:
    rows: list[list[Cell]] = []
    for one in found.claims:
        details = [book.tx(text) for text in (one.label, one.part) if text]
        if one.domain:
            details.append(book.concept_name(one.domain))
        sign = {"more-than": ">", "at-least": "≥", "about": "≈"}.get(one.comparator or "", "")
        state = CLAIM_STATES[one.state].in_language(book.lang)
        rows.append(
            [
                book.link(one.holder_type, one.holder),
                {
                    "text": COUNTED[one.of].in_language(book.lang),
                    "sub": Markup(" · ").join(details),
                },
                {"text": f"{sign}{one.declared}", "sub": one.as_of or ""},
                "–" if one.recorded is None else str(one.recorded),
                {
                    "text": f"{state} {one.missing}"
                    if one.missing
                    else f"{state} {one.surplus}"
                    if one.surplus
                    else state,
                    "tone": _TONES[one.state],
                },
                book.link("source", one.source),
            ]
        )
    columns: list[Cell] = [
        book.say("记录", "Record"),
        book.say("对象", "Of"),
        {"name": book.say("公布", "Declared"), "num": True},
        {"name": book.say("收录", "Recorded"), "num": True},
        book.say("结论", "Outcome"),
        book.say("来源", "Source"),
    ]
    return Grid(
        columns,
        rows,
        book.say("全部公布数", "All published totals"),
        id="declared-recorded",
        filter=book.say("筛选", "Filter"),
    )


def _sides(book: Book, found: Reconciliation) -> list[Any]:
    rows: list[list[Cell]] = []
    for group in found.contradictions:
        claims = [
            Markup("<strong>{}{}</strong> {} {}").format(
                {"more-than": ">", "at-least": "≥", "about": "≈"}.get(one.comparator or "", ""),
                one.declared,
                f"({one.as_of})" if one.as_of else "",
                book.link("source", one.source),
            )
            for one in group.claims
        ]
        what = group.claims[0].label
        rows.append(
            [
                book.link(group.holder_type, group.holder),
                book.tx(what) if what else COUNTED[group.of].in_language(book.lang),
                Markup("<br>").join(claims),
                {
                    "text": DATES_OF_CLAIMS[group.dates].in_language(book.lang),
                    "tone": _TONES_OF_DATES[group.dates],
                },
            ]
        )
    columns: list[Cell] = [
        book.say("记录", "Record"),
        book.say("对象", "Of"),
        book.say("各种说法", "Claims side by side"),
        book.say("时间", "Date"),
    ]
    caption = book.say("说法不一的公布数", "Contradicting claims")
    return [Grid(columns, rows, caption, id="contradicting-claims")] if rows else []
