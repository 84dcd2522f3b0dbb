"""What the pages of all record types share: evidence, dates, notes, decisions, forwarding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bps.analysis.labels import field_titles
from bps.render.book import record_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bps.model.evidence import RowEvidence
    from bps.render.book import Book
    from bps.render.layout import Crumb
    from bps.render.page import Page


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One line of the evidence table."""

    fields: tuple[str, ...]
    evidence: RowEvidence


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the facts of a record come from.

    Attributes:
        rows: The evidence, in the order of the record.
        background: Top-level fields that rest on general knowledge only.
        checked_on: The last day on which somebody compared a fact with its source.
        counts: How many entries there are of each kind.
    """

    rows: tuple[EvidenceRow, ...]
    background: frozenset[str]
    checked_on: str
    counts: Mapping[str, int]


def provenance(kind: str, record: Any, lang: str) -> Provenance:
    """Gather the evidence of a record.

    Args:
        kind: Record type.
        record: The record.
        lang: Language of the field names.

    Returns:
        Its evidence, ready for the table.
    """
    entries = getattr(record, "evidence", ())
    titles = field_titles(kind)
    documented = {name for e in entries if e.how != "background" for name in e.fields}
    background = {name for e in entries if e.how == "background" for name in e.fields}
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.how] = counts.get(entry.how, 0) + 1
    return Provenance(
        rows=tuple(
            EvidenceRow(
                tuple(titles[key].in_language(lang) if key in titles else key for key in e.fields),
                e,
            )
            for e in entries
        ),
        background=frozenset(background - documented),
        checked_on=max((e.checked_on for e in entries if e.checked_on), default=""),
        counts=counts,
    )


def record_page(
    book: Book,
    kind: str,
    record: Any,
    *,
    template: str | None = None,
    context: Mapping[str, Any] | None = None,
    crumbs: Iterable[Crumb] = (),
    title: str = "",
    **options: Any,
) -> Page:
    """Make the page of one record.

    Args:
        book: The registry in one language.
        kind: Record type.
        record: The record.
        template: Template; by default `pages/<kind>.html`.
        context: What the template needs beyond the shared things.
        crumbs: Steps above the page.
        title: Title, when the record's name is not enough.
        **options: As for `Layout.page`.

    Returns:
        The page.
    """
    source = book.source_path(kind, record.id)
    name = book.layout.texts.plain(record.name)
    path = record_path(kind, record.id)
    shared = {
        "record": record,
        "record_kind": kind,
        "kind_name": book.type_name(kind),
        "origin": provenance(kind, record, book.lang),
        "changed": book.changed_on(source),
        "feedback_href": _feedback(book, record.id, title or name, path),
    }
    options.setdefault("is_indexed", True)
    return book.page(
        template or f"pages/{kind}.html",
        path=path,
        title=title or name,
        crumbs=crumbs,
        source=source,
        kind=kind,
        context={**shared, **(context or {})},
        **options,
    )


def _feedback(book: Book, record_id: str, title: str, path: str) -> str:
    from urllib.parse import quote

    pattern = book.settings.feedback_address
    if not pattern:
        return ""
    here = f"{book.settings.address}{'en/' if book.lang == 'en' else ''}{path}"
    values = {"{id}": record_id, "{title}": title, "{url}": here}
    for mark, value in values.items():
        pattern = pattern.replace(mark, quote(value, safe=""))
    return pattern
