"""Hubs that are one table: units, lists, indicators, results, surveys, programmes, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bps.render.kinds.hubs.frame import hub
from bps.render.kinds.place import recorded_of
from bps.render.parts import Grid, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bps.model import (
        Indicator,
        ObservationSet,
        Programme,
        PublishedList,
        ServicePoint,
        Source,
        Survey,
        Unit,
    )
    from bps.render.book import Book
    from bps.render.page import Page


@dataclass(frozen=True, slots=True)
class _Hub:
    """A table of all records of one type.

    Attributes:
        type: Type of the records.
        path: Folder of their pages.
        section: Entry of the main menu that the hub belongs to; "" for none.
        columns: Keys of the words above the columns.
        row: Makes the cells of one record.
    """

    type: str
    path: str
    section: str
    columns: tuple[str, ...]
    row: Callable[[Book, Any], tuple[Any, ...]]


def pages(book: Book) -> Iterator[Page]:
    """Yield the hub of each of these types."""
    for one in _HUBS:
        if book.wants(f"{one.path}/"):
            yield _page(book, one)


def _page(book: Book, one: _Hub) -> Page:
    records = sorted(
        book.registry.iter(one.type),
        key=lambda record: (
            getattr(record, "jurisdiction", "") != book.index.nation,
            getattr(record, "jurisdiction", "") or "",
            record.id,
        ),
    )
    grid = Grid(
        [book.t(key) for key in one.columns],
        [one.row(book, record) for record in records],
        book.t(f"menu.{one.path}"),
        id=f"{one.path}-table",
        filter=book.t("filter.records"),
    )
    blocks = [grid] if records else [Paragraph(book.t("unknown.records"), "unknown")]
    return hub(
        book,
        f"{one.path}/",
        book.t(f"menu.{one.path}"),
        lead=book.t(f"{one.path}.lead"),
        sections=[Section("all", book.t("hub.all", n=len(records)), blocks)],
        section=one.section,
    )


def _unit_row(book: Book, unit: Unit) -> tuple[Any, ...]:
    leads = len(book.index.by("item", "lead_units").get(unit.id, ()))
    return (
        book.link("unit", unit.id),
        book.link("jurisdiction", unit.jurisdiction),
        book.t(f"unit.kind.{unit.kind}"),
        str(leads or ""),
    )


def _list_row(book: Book, record: PublishedList) -> tuple[Any, ...]:
    return (
        book.link("list", record.id),
        book.link("jurisdiction", record.jurisdiction),
        book.tx(record.edition),
        recorded_of(book, record),
    )


def _indicator_row(book: Book, record: Indicator) -> tuple[Any, ...]:
    levels = sum(
        level.measure == record.id
        for item in book.index.levels_by_measure.get(record.id, ())
        for level in item.levels
    )
    return (
        book.link("indicator", record.id),
        book.t(f"indicator.kind.{record.kind}"),
        book.values.unit(record.unit),
        str(levels or ""),
    )


def _results_row(book: Book, record: ObservationSet) -> tuple[Any, ...]:
    survey = book.link("survey", record.survey) if record.survey else ""
    return (
        book.link("observation-set", record.id),
        book.link("jurisdiction", record.jurisdiction),
        survey,
        str(len(record.rows)),
    )


def _survey_row(book: Book, record: Survey) -> tuple[Any, ...]:
    place = book.link("jurisdiction", record.jurisdiction) if record.jurisdiction else ""
    return (book.link("survey", record.id), place, str(len(record.questions) or ""))


def _programme_row(book: Book, record: Programme) -> tuple[Any, ...]:
    return (
        book.link("programme", record.id),
        book.t(f"programme.{record.kind}"),
        book.links("jurisdiction", record.jurisdictions),
    )


def _point_row(book: Book, record: ServicePoint) -> tuple[Any, ...]:
    return (
        book.link("service-point", record.id),
        book.link("jurisdiction", record.jurisdiction),
        book.tx(record.address) if record.address else "",
        record.telephone or "",
    )


def _source_row(book: Book, record: Source) -> tuple[Any, ...]:
    cited = len({(b.type, b.id) for b in book.registry.backlinks("source", record.id)})
    tone = {"official": "good", "general-knowledge": "warn", "mirror": "warn"}.get(
        record.kind, "plain"
    )
    return (
        book.link("source", record.id),
        {"text": book.t(f"source.{record.kind}"), "tone": tone},
        record.issued or "",
        str(cited or ""),
    )


_HUBS = (
    _Hub(
        "unit",
        "units",
        "places",
        ("unit.name", "place.kind", "unit.kind", "unit.leads-n"),
        _unit_row,
    ),
    _Hub(
        "list",
        "lists",
        "standards",
        ("list.kind", "place.kind", "list.edition", "list.recorded-head"),
        _list_row,
    ),
    _Hub(
        "indicator",
        "indicators",
        "standards",
        ("indicator.kind", "indicator.class", "indicator.unit", "indicator.levels-n"),
        _indicator_row,
    ),
    _Hub(
        "observation-set",
        "observations",
        "standards",
        ("result.set", "place.kind", "survey.kind", "result.rows"),
        _results_row,
    ),
    _Hub(
        "survey",
        "surveys",
        "standards",
        ("survey.kind", "place.kind", "survey.questions-n"),
        _survey_row,
    ),
    _Hub(
        "programme",
        "programmes",
        "standards",
        ("programme.kind", "programme.class", "place.kind"),
        _programme_row,
    ),
    _Hub(
        "service-point",
        "service-points",
        "places",
        ("point.kind", "place.kind", "point.address", "guide.telephone"),
        _point_row,
    ),
    _Hub(
        "source",
        "sources",
        "",
        ("source.kind", "source.class", "standard.issued", "source.cited-head"),
        _source_row,
    ),
)
