"""Page of a survey: its questions, grades and bands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.render.book import Crumb
from bps.render.kinds.record import record_page
from bps.render.parts import Bullets, Facts, Grid, Head, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Survey
    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every survey."""
    for survey in book.wanted("survey"):
        yield _page(book, survey)


def _page(book: Book, survey: Survey) -> Page:
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
