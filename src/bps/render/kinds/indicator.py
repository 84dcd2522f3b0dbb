"""The page of an indicator: what it measures, and the ladder of its levels over places and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from bps.render.book import Crumb
from bps.render.kinds.level_drawings import over_places, over_time
from bps.render.kinds.record import record_page
from bps.render.kinds.shared import source_link
from bps.render.parts import Bullets, Facts, Grid, Head, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Indicator, Item, Level
    from bps.render.book import Book
    from bps.render.page import Page


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of every indicator."""
    for indicator in book.wanted("indicator"):
        yield _page(book, indicator)


def _page(book: Book, indicator: Indicator) -> Page:
    levels = [
        (item, level)
        for item in book.index.levels_by_measure.get(indicator.id, ())
        for level in item.levels
        if level.measure == indicator.id
    ]
    head = Head(
        title=book.tx(indicator.name),
        kicker=Markup("{} · {}").format(
            book.t("indicator.kind"), book.t(f"indicator.kind.{indicator.kind}")
        ),
        lead=book.tx(indicator.definition) if indicator.definition else "",
    )
    sections = [
        Section("ladder", book.t("indicator.ladder"), over_places(book, levels)),
        Section("time", book.t("indicator.time"), over_time(book, levels)),
        Section("levels", book.t("indicator.levels"), _levels(book, levels)),
        Section("results", book.t("indicator.results"), _results(book, indicator)),
        Section("items", book.t("indicator.items"), _items(book, indicator, levels)),
        Section("about", book.t("indicator.about"), [Facts(_facts(book, indicator))]),
    ]
    return record_page(
        book,
        "indicator",
        indicator,
        template="pages/record.html",
        context={"head": head, "sections": sections},
        crumbs=[Crumb(book.t("menu.indicators"), book.url("indicators/"))],
        section="standards",
    )


def _facts(book: Book, indicator: Indicator) -> list[tuple[str, Any]]:
    basis = book.values.per(indicator.per, indicator.period)
    return [
        (book.t("indicator.formula"), book.tx(indicator.formula)),
        (
            book.t("indicator.unit"),
            " ".join(filter(None, [book.values.unit(indicator.unit), basis])),
        ),
        (book.t("indicator.direction"), book.t(f"direction.{indicator.direction}")),
        (
            book.t("area.kind"),
            escape(book.t("list.comma")).join(book.concept_link(ref) for ref in indicator.domains),
        ),
    ]


def _levels(book: Book, levels: list[tuple[Item, Level]]) -> list[Any]:
    if not levels:
        return []
    rows = [
        (
            Markup('<a href="{}">{}</a>').format(
                book.address("item", item.id), book.name("jurisdiction", item.jurisdiction)
            ),
            book.tx(level.applies_to) if level.applies_to else "",
            book.values.level(level, graded=False),
            f"{level.from_ or book.t('unknown.date')}{' – ' + level.to if level.to else ''}",
            source_link(book, level.evidence),
        )
        for item, level in sorted(
            levels,
            key=lambda row: (
                row[0].jurisdiction != book.index.nation,
                row[0].jurisdiction,
                row[1].from_ or "",
            ),
        )
    ]
    columns = [
        book.t("place.kind"),
        book.t("level.applies"),
        book.t("level.value"),
        book.t("level.from"),
        book.t("record.source"),
    ]
    return [
        Grid(
            columns,
            rows,
            book.t("indicator.levels"),
            id="levels-table",
            filter=book.t("filter.places"),
        )
    ]


def _results(book: Book, indicator: Indicator) -> list[Any]:
    rows = [
        (
            book.link("observation-set", each.id, book.name("jurisdiction", each.jurisdiction)),
            row.period or "",
            book.values.quantity(row.value, row.unit, row.per, None, row.comparator)
            if row.value
            else "",
            source_link(book, row.evidence),
        )
        for each in book.registry.iter("observation-set")
        for row in each.rows
        if row.indicator == indicator.id
    ]
    columns = [
        book.t("place.kind"),
        book.t("result.period"),
        book.t("result.value"),
        book.t("record.source"),
    ]
    return [Grid(columns, rows, book.t("indicator.results"))] if rows else []


def _items(book: Book, indicator: Indicator, levels: list[tuple[Item, Level]]) -> list[Any]:
    ids = {item.id for item, _ in levels if item.jurisdiction == book.index.nation}
    ids.update(item.id for item in book.index.by("item", "indicators").get(indicator.id, ()))
    surveys = {
        survey.id
        for survey in book.registry.iter("survey")
        for question in survey.questions
        if indicator.id in question.indicators
    }
    lines = [book.link("item", item_id) for item_id in sorted(ids)]
    lines.extend(book.link("survey", survey_id) for survey_id in sorted(surveys))
    return [Bullets(lines)] if lines else [Paragraph(book.t("unknown.items"), "unknown")]
