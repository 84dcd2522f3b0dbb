"""Pages of surveys and of measured results, with drawings and their tables."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.render import charts
from bps.render.book import Crumb
from bps.render.kinds.record import record_page
from bps.render.kinds.shared import source_link
from bps.render.parts import Bullets, Drawing, Facts, Grid, Head, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Observation, ObservationSet, Survey
    from bps.render.book import Book
    from bps.render.page import Page

_LEAST_BARS = 2


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every survey and every set of results."""
    for survey in book.wanted("survey"):
        yield _survey_page(book, survey)
    for results in book.wanted("observation-set"):
        yield _results_page(book, results)


def _survey_page(book: Book, survey: Survey) -> Page:
    place = book.link("jurisdiction", survey.jurisdiction) if survey.jurisdiction else ""
    used = book.index.by("observation-set", "survey").get(survey.id, ())
    head = Head(
        book.tx(survey.name),
        kicker=Markup("{} {}").format(book.t("survey.kind"), place),
        lead=book.t("survey.lead", n=len(survey.questions)) if survey.questions else "",
    )
    sections = [
        Section(
            "method",
            book.t("survey.method"),
            [
                Facts(
                    [
                        (book.t("survey.method"), book.tx(survey.method)),
                        (book.t("survey.weights"), book.tx(survey.weights)),
                        (book.t("survey.satisfied"), survey.satisfied_from or ""),
                        (
                            book.t("survey.forms"),
                            Markup("<br>").join(book.tx(form) for form in survey.forms),
                        ),
                    ]
                )
            ],
        ),
        Section("grades", book.t("survey.grades"), _grades(book, survey)),
        Section("questions", book.t("survey.questions"), _questions(book, survey)),
        Section(
            "results",
            book.t("menu.observations"),
            [Bullets([book.link("observation-set", each.id) for each in used])] if used else [],
        ),
    ]
    return record_page(
        book,
        "survey",
        survey,
        template="pages/record.html",
        context={"head": head, "sections": sections},
        crumbs=[Crumb(book.t("menu.surveys"), book.url("surveys/"))],
        section="standards",
    )


def _grades(book: Book, survey: Survey) -> list[Any]:
    blocks: list[Any] = []
    if survey.grades:
        blocks.append(
            Grid(
                [
                    book.t("survey.grade"),
                    {"name": book.t("survey.points"), "num": True},
                    book.t("tie.basis"),
                ],
                [
                    (
                        book.tx(grade.name),
                        grade.points or book.t("unknown.dash"),
                        {
                            "text": book.t(f"grade.{grade.basis}"),
                            "tone": "warn" if grade.basis == "assumed" else "plain",
                        },
                    )
                    for grade in survey.grades
                ],
                book.t("survey.grades"),
            )
        )
    if survey.bands:
        blocks.append(
            Grid(
                [
                    book.t("survey.band"),
                    {"name": book.t("survey.from"), "num": True},
                    {"name": book.t("survey.to"), "num": True},
                ],
                [(book.tx(band.name), band.from_, band.to) for band in survey.bands],
                book.t("survey.bands"),
                hide_caption=False,
            )
        )
    return blocks


def _questions(book: Book, survey: Survey) -> list[Any]:
    rows = []
    for question in survey.questions:
        domain: Any = (
            book.concept_link(question.domain)
            if question.domain
            else book.t(f"question.{question.role}")
        )
        if question.domain and question.domain_basis == "inferred":
            domain = Markup('{} <span class="badge badge-warn">{}</span>').format(
                domain, book.t("how.inferred")
            )
        rows.append(
            (
                str(question.number),
                {
                    "text": book.tx(question.text),
                    "sub": book.tx(question.answer) if question.answer else "",
                },
                domain,
                book.links("indicator", question.indicators),
            )
        )
    columns: list[Any] = [
        {"name": book.t("list.no"), "num": True},
        book.t("survey.question"),
        book.t("survey.domain"),
        book.t("menu.indicators"),
    ]
    return [Grid(columns, rows, book.t("survey.questions"))] if rows else []


def _results_page(book: Book, results: ObservationSet) -> Page:
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
