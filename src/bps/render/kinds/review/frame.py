"""What the pages for reviewers share: their frame, tables with links, and the way to the data."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from bps.analysis.table import plain_cell
from bps.findings.words import Words
from bps.model import RECORD_TYPES, Text
from bps.render.book import Crumb
from bps.render.parts import Grid, Head, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bps.analysis.table import Column, Table
    from bps.render.book import Book
    from bps.render.page import Page
    from bps.render.parts import Section

# Columns in which a number stands.
_NUMBERS = (int, Decimal)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


def review_page(
    book: Book,
    name: str,
    title: tuple[str, str],
    *,
    lead: str | Markup,
    intro: Sequence[Any],
    sections: Sequence[Section],
) -> Page:
    """Put a page for reviewers into its frame.

    Args:
        book: The register in one language.
        name: Last part of the address.
        title: Title in Chinese and English.
        lead: The answer in one look.
        intro: Blocks above the sections.
        sections: The sections.

    Returns:
        The page.
    """
    return book.page(
        "pages/sections.html",
        path=f"reviewers/{name}/",
        title=book.say(*title),
        kind="review",
        section="reviewers",
        crumbs=[Crumb(book.t("menu.reviewers"), book.url("reviewers/"))],
        context={
            "head": Head(book.say(*title), kicker=book.t("menu.reviewers"), lead=lead),
            "intro": intro,
            "sections": sections,
        },
    )


def grid(
    book: Book,
    table: Table,
    keys: Sequence[str],
    *,
    rows: Iterable[Sequence[Any]] | None = None,
    tones: dict[str, str] | None = None,
    toned: str = "",
    filtered: bool = False,
    anchor: str = "",
) -> Grid:
    """Show some columns of a table of results, with links.

    Args:
        book: The register in one language.
        table: The table.
        keys: Columns to show, in order.
        rows: Rows to show; all when None.
        tones: Tone of the badge by the value of the column `toned`.
        toned: Column whose value decides the tone of the column that says it in words.
        filtered: Whether an input above the table filters its rows.
        anchor: Id of the table on the page; its name when empty.

    Returns:
        The block.
    """
    places = {column.key: place for place, column in enumerate(table.columns)}
    shown = [table.columns[places[key]] for key in keys]
    body = list(table.rows if rows is None else rows)
    numeric = {
        column.key: any(type(row[places[column.key]]) in _NUMBERS for row in body)
        for column in shown
    }

    def cell(row: Sequence[Any], column: Column) -> Any:
        value = row[places[column.key]]
        if tones is not None and column.key == f"{toned}_name":
            return {"text": _text(book, value), "tone": tones.get(row[places[toned]], "plain")}
        return _cell(book, column, value, row, places)

    return Grid(
        columns=[
            {"name": column.title.in_language(book.lang), "num": True}
            if numeric[column.key]
            else column.title.in_language(book.lang)
            for column in shown
        ],
        rows=[[cell(row, column) for column in shown] for row in body],
        caption=table.title.in_language(book.lang),
        id=anchor or f"table-{table.name}",
        filter=book.say("筛选", "Filter") if filtered else "",
    )


def _cell(
    book: Book, column: Column, value: Any, row: Sequence[Any], places: dict[str, int]
) -> str | Markup:
    if value is None or value == "":
        return "–"
    target = column.target
    if target is not None and target.startswith("@"):
        target = str(row[places[target[1:]]])
    if target == "concept":
        return book.concept_link(str(value))
    if target == "standard":
        return book.standard_link(str(value))
    if target is not None and target in RECORD_TYPES:
        return book.link(target, str(value))
    return _text(book, value)


def _text(book: Book, value: Any) -> str | Markup:
    if isinstance(value, bool):
        return book.say("是", "yes") if value else book.say("否", "no")
    if isinstance(value, Text):
        return book.tx(value)
    if isinstance(value, Words):
        return value.in_language(book.lang)
    plain = plain_cell(value, book.lang)
    if isinstance(plain, str) and _DATE.fullmatch(plain):
        return Markup('<span class="stamp">{}</span>').format(plain)
    return "" if plain is None else str(plain)


def ids_as_links(book: Book, kind: str, text: str | None) -> Markup:
    """Turn ids separated by blanks into links."""
    return book.links(kind, (text or "").split())


def downloads(book: Book, report: str, tables: Iterable[Table]) -> Paragraph:
    """Links to the same figures as CSV and JSON."""
    parts = [
        Markup(
            '{}（<a href="~/data/csv/analysis/{}.csv">CSV</a> · '
            '<a href="~/api/v1/analysis/{}/{}.json">JSON</a>）'
        ).format(table.title.in_language(book.lang), table.name, report, table.name)
        if book.lang == "zh"
        else Markup(
            '{} (<a href="~/data/csv/analysis/{}.csv">CSV</a>, '
            '<a href="~/api/v1/analysis/{}/{}.json">JSON</a>)'
        ).format(table.title.in_language(book.lang), table.name, report, table.name)
        for table in tables
    ]
    intro = escape(book.say("本页数字的开放数据：", "Open data behind this page: "))
    return Paragraph(intro + escape(book.say("、", "; ")).join(parts))


def percent(value: float) -> str:
    """A share with one decimal and its sign."""
    return f"{value:.1f}%"
