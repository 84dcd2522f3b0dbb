"""Page of a set of measured results, with drawings and their table."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.render import charts
from bps.render.book import Crumb
from bps.render.kinds.record import record_page
from bps.render.kinds.shared import source_link
from bps.render.parts import Drawing, Grid, Head, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Observation, ObservationSet
    from bps.render.book import Book
    from bps.render.page import Page

_LEAST_BARS = 2


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every set of results."""
    for results in book.wanted("observation-set"):
        yield _page(book, results)


def _page(book: Book, results: ObservationSet) -> Page:
    head = Head(
        book.tx(results.name),
        kicker=Markup("{} · {}").format(
            book.t("menu.observations"), book.link("jurisdiction", results.jurisdiction)
        ),
        lead=Markup("{}{}").format(book.t("result.by-survey"), book.link("survey", results.survey))
        if results.survey
        else "",
    )
    sections = [
        Section("drawing", book.t("result.drawing"), _drawings(book, results)),
        Section("rows", book.t("result.all"), [_table(book, results.rows)]),
    ]
    return record_page(
        book,
        "observation-set",
        results,
        template="pages/record.html",
        context={"head": head, "sections": sections},
        crumbs=[
            Crumb(book.t("menu.observations"), book.url("observations/")),
            Crumb(
                book.name("jurisdiction", results.jurisdiction),
                book.address("jurisdiction", results.jurisdiction),
            ),
        ],
        section="standards",
    )


def _what(book: Book, row: Observation) -> Markup:
    parts = []
    if row.indicator:
        parts.append(book.link("indicator", row.indicator))
    if row.domain:
        parts.append(book.concept_link(row.domain))
    if row.label:
        parts.append(book.tx(row.label))
    return Markup(" · ").join(parts)


def _drawings(book: Book, results: ObservationSet) -> list[Any]:
    """Bars for rows of one unit and period: like with like, never mixed."""
    groups: defaultdict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    for row in results.rows:
        if row.value is not None and not row.value.startswith("-"):
            groups[row.unit or "", row.period or "", row.indicator or ""].append(row)
    blocks: list[Any] = []
    for (unit, period, indicator), rows in groups.items():
        if len(rows) < _LEAST_BARS:
            continue
        subject = book.name("indicator", indicator).striptags() if indicator else ""
        caption = " · ".join(
            filter(
                None,
                [
                    subject or book.layout.texts.plain(results.name),
                    book.layout.texts.date(period),
                    book.values.unit(unit),
                ],
            )
        )
        ordered = sorted(rows, key=lambda row: -Decimal(row.value or 0))
        targets = {row.target for row in rows if row.target}
        target = Decimal(next(iter(targets))) if len(targets) == 1 else None
        bars = [
            charts.Bar(
                _what(book, row).striptags()
                if not indicator or row.label or row.domain
                else row.period or "",
                Decimal(row.value or 0),
                book.values.number(row.value or "", row.unit, row.comparator).striptags(),
                "seal" if row.met is False else "main",
            )
            for row in ordered
        ]
        blocks.append(
            Drawing(
                charts.bars(
                    bars,
                    label=caption,
                    mark=target,
                    mark_text=book.t("result.target") if target is not None else "",
                ),
                caption,
                [book.t("result.what"), {"name": book.t("result.value"), "num": True}],
                [
                    (
                        _what(book, row),
                        book.values.number(row.value or "", row.unit, row.comparator),
                    )
                    for row in ordered
                ],
            )
        )
    return blocks


def _table(book: Book, rows: tuple[Observation, ...]) -> Grid:
    table = []
    for row in rows:
        value: Markup | str = book.t("unknown.dash")
        if row.value is not None:
            value = book.values.quantity(row.value, row.unit, row.per, None, row.comparator)
        table.append(
            (
                {"text": _what(book, row), "sub": book.tx(row.note) if row.note else ""},
                {
                    "text": row.period or "",
                    "sub": book.tx(row.period_note) if row.period_note else "",
                },
                {"text": value, "sub": _counts(book, row)},
                _against(book, row),
                source_link(book, row.evidence),
            )
        )
    columns = [
        book.t("result.what"),
        book.t("result.period"),
        book.t("result.value"),
        book.t("result.against"),
        book.t("record.source"),
    ]
    return Grid(
        columns, table, book.t("result.all"), id="results-table", filter=book.t("filter.results")
    )


def _counts(book: Book, row: Observation) -> str:
    parts = []
    if row.numerator is not None and row.denominator is not None:
        parts.append(f"{row.numerator} / {row.denominator}")
    if row.sample is not None:
        parts.append(book.t("result.sample", n=row.sample))
    return " · ".join(parts)


def _against(book: Book, row: Observation) -> Markup:
    parts: list[str | Markup] = []
    if row.rank is not None:
        parts.append(
            book.t("result.rank", n=row.rank, of=row.of)
            if row.of
            else book.t("result.rank-only", n=row.rank)
        )
    if row.target is not None:
        parts.append(
            Markup("{} {}").format(
                book.t("result.target"),
                book.values.number(row.target, row.unit, row.target_comparator),
            )
        )
    if row.met is not None:
        parts.append(book.t("result.met" if row.met else "result.missed"))
    return Markup(" · ").join(parts)
