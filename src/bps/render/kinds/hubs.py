"""Hubs: one page per type of record, cut up by place, level and area."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.render.book import Crumb
from bps.render.kinds.area import concept_tile
from bps.render.kinds.place import recorded_of
from bps.render.kinds.shared import area_refs, item_tile, items_by_area, status_badge
from bps.render.parts import Figures, Folded, Grid, Head, Paragraph, Section, Tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.model import Standard
    from bps.render.book import Book
    from bps.render.page import Page

STANDARD_LEVELS = ("national", "sector", "local", "group", "enterprise", "internal")


def pages(book: Book) -> Iterator[Page]:
    """Yield every hub."""
    for path, make in _HUBS:
        if book.wants(path):
            yield make(book)
    for level in STANDARD_LEVELS:
        if book.wants(f"standards/{level}/"):
            yield _standards_of(book, level)
    for kind, section, folder in _PLAIN:
        if book.wants(f"{folder}/"):
            yield _plain(book, kind, section, folder)


def hub(book: Book, path: str, title: str, **options: Any) -> Page:
    """Make a hub from sections."""
    options.setdefault("crumbs", ())
    context = {
        "head": Head(title, lead=options.pop("lead", "")),
        "intro": options.pop("intro", []),
        "sections": options.pop("sections"),
    }
    return book.page(
        "pages/sections.html",
        path=path,
        title=title,
        kind="hub",
        in_nav=True,
        context=context,
        **options,
    )


def _items(book: Book) -> Page:
    national = sorted(
        book.index.items_by_place.get(book.index.nation, ()),
        key=lambda i: (min((x.number or 0 for x in i.listed_in), default=999), i.id),
    )
    total = len(tuple(book.registry.iter("item")))
    sections = [
        Section(
            ref.partition("/")[2] or "rest",
            book.concept_name(ref) if ref else book.t("area.none"),
            [Tiles([{**item_tile(book, item), "glyph": ""} for item in items])],
            small=book.t("area.items-n", n=len(items)),
        )
        for ref, items in items_by_area(book, national)
    ]
    intro = [
        Figures(
            [
                {"number": len(national), "label": book.t("place.own-nation")},
                {
                    "number": total - len(national),
                    "label": book.t("items.local"),
                    "href": book.url("items/by-place/"),
                },
            ]
        ),
    ]
    return hub(
        book,
        "items/",
        book.t("menu.items"),
        lead=book.t("items.lead"),
        intro=intro,
        sections=sections,
        section="items",
    )


def _items_by_place(book: Book) -> Page:
    sections = []
    for place in sorted(book.index.items_by_place, key=lambda p: (p != book.index.nation, p)):
        if place == book.index.nation:
            continue
        items = book.index.items_by_place[place]
        rows = [
            (book.link("item", i.id), book.concept_link(i.domain) if i.domain else "")
            for i in items
        ]
        grid = Grid(
            [book.t("item.kind"), book.t("area.kind")],
            rows,
            str(book.name("jurisdiction", place).striptags()),
        )
        name = book.layout.texts.plain(book.registry.get("jurisdiction", place).name)
        sections.append(
            Section(
                place,
                book.link("jurisdiction", place),
                [Folded(book.t("items.show", n=len(rows), place=name), [grid])],
            )
        )
    return hub(
        book,
        "items/by-place/",
        book.t("items.by-place"),
        sections=sections,
        crumbs=[Crumb(book.t("menu.items"), book.url("items/"))],
        section="items",
        lead=book.t("items.by-place-lead"),
    )


def _standard_rows(book: Book, standards: list[Standard], *, place: bool) -> list[Any]:
    rows = []
    for standard in standards:
        text, tone = status_badge(book, standard.status)
        row: list[Any] = [
            {
                "text": standard.code
                or Markup('<span class="unknown">{}</span>').format(book.t("unknown.code-short"))
            },
            {"text": book.link("standard", standard.id)},
            {"text": text, "tone": tone},
            standard.issued or "",
        ]
        if place:
            row.insert(2, book.link("jurisdiction", standard.jurisdiction))
        rows.append(row)
    return rows


def _standard_columns(book: Book, *, place: bool) -> list[str]:
    keys = ["standard.code", "standard.title", "standard.status", "standard.issued"]
    if place:
        keys.insert(2, "place.kind")
    return [book.t(key) for key in keys]


def _standards(book: Book) -> Page:
    by_level: defaultdict[str, int] = defaultdict(int)
    for standard in book.registry.iter("standard"):
        by_level[standard.level] += 1
    figures = [
        {
            "number": by_level[level],
            "label": book.t(f"standard.level.{level}"),
            "href": book.url(f"standards/{level}/"),
        }
        for level in STANDARD_LEVELS
        if by_level[level]
    ]
    by_area: list[Any] = []
    groups = [
        (str(book.concept_name(ref).striptags()), book.index.standards_by_domain.get(ref, ()))
        for ref in area_refs(book)
    ]
    groups.append(
        (book.t("area.none"), tuple(s for s in book.registry.iter("standard") if not s.domains))
    )
    for name, standards in groups:
        if standards:
            ordered = sorted(standards, key=lambda s: (s.level, s.code or "~", s.id))
            by_area.append(
                Folded(
                    f"{name} · {book.t('area.standards-n', n=len(ordered))}",
                    [
                        Grid(
                            _standard_columns(book, place=True),
                            _standard_rows(book, ordered, place=True),
                            name,
                        )
                    ],
                )
            )
    sections = [Section("areas", book.t("standards.by-area"), by_area)]
    return hub(
        book,
        "standards/",
        book.t("menu.standards"),
        lead=book.t("standards.lead"),
        intro=[Figures(figures)],
        sections=sections,
        section="standards",
    )


def _standards_of(book: Book, level: str) -> Page:
    found = sorted(
        (s for s in book.registry.iter("standard") if s.level == level),
        key=lambda s: (s.jurisdiction, s.code or "~", s.id),
    )
    place = level not in {"national", "sector"}
    blocks: list[Any] = (
        [
            Grid(
                _standard_columns(book, place=place),
                _standard_rows(book, found, place=place),
                book.t(f"standard.level.{level}"),
                id="standards-table",
                filter=book.t("filter.standards"),
            )
        ]
        if found
        else [Paragraph(book.t("unknown.standards-level"), "unknown")]
    )
    return hub(
        book,
        f"standards/{level}/",
        book.t(f"standard.level.{level}"),
        crumbs=[Crumb(book.t("menu.standards"), book.url("standards/"))],
        sections=[Section("all", book.t("hub.all", n=len(found)), blocks)],
        section="standards",
        lead=book.t(f"standard.level.{level}.long"),
    )


def _areas(book: Book) -> Page:
    sections = []
    for scheme in sorted(
        book.registry.iter("domain-scheme"), key=lambda s: (s.id != "national-areas", s.id)
    ):
        tops = book.index.narrower.get(scheme.id, ())
        sections.append(
            Section(
                scheme.id,
                book.link("domain-scheme", scheme.id),
                [Tiles([concept_tile(book, ref) for ref in tops], "small")],
            )
        )
    return hub(
        book,
        "areas/",
        book.t("menu.areas"),
        lead=book.t("areas.lead"),
        sections=sections,
        section="standards",
    )


def _places(book: Book) -> Page:
    """Places as a tree: nation, provinces with what is below them."""
    sections = []
    tops = book.index.places_below.get(book.index.nation, ())
    nation = book.registry.find("jurisdiction", book.index.nation)
    intro: list[Any] = [Paragraph(book.t("places.note"), "notice")]
    if nation is not None:
        intro.insert(0, Tiles([_place_tile(book, nation)]))
    rows = []
    for place in _walk(book, tops):
        own = len(book.index.items_by_place.get(place.id, ()))
        standards = len(book.index.standards_by_place.get(place.id, ()))
        chain = book.index.chain(place.id)[1:-1]
        above = " ".join(
            str(book.name("jurisdiction", each).striptags()) for each in reversed(chain)
        )
        rows.append(
            (
                {"text": book.link("jurisdiction", place.id), "sub": above},
                book.t(f"place.level.{place.level}"),
                str(own or ""),
                str(standards or ""),
            )
        )
    richest = sorted(
        (p for p in book.registry.iter("jurisdiction") if p.id != book.index.nation),
        key=lambda p: (
            -len(book.index.items_by_place.get(p.id, ())),
            -len(book.index.standards_by_place.get(p.id, ())),
            p.id,
        ),
    )[:12]
    sections.append(
        Section(
            "most",
            book.t("places.most"),
            [Tiles([_place_tile(book, place) for place in richest], "small")],
        )
    )
    sections.append(
        Section(
            "all",
            book.t("places.all"),
            [
                Grid(
                    [
                        book.t("place.kind"),
                        book.t("place.level"),
                        {"name": book.t("place.own-short"), "num": True},
                        {"name": book.t("menu.standards"), "num": True},
                    ],
                    rows,
                    book.t("places.all"),
                    id="places-table",
                    filter=book.t("filter.places"),
                )
            ],
        )
    )
    return hub(
        book,
        "places/",
        book.t("menu.places"),
        lead=book.t("places.lead"),
        intro=intro,
        sections=sections,
        section="places",
    )


def _walk(book: Book, places: Any) -> Iterator[Any]:
    for place in places:
        yield place
        yield from _walk(book, book.index.places_below.get(place.id, ()))


def _place_tile(book: Book, place: Any) -> dict[str, Any]:
    own = len(book.index.items_by_place.get(place.id, ()))
    standards = len(book.index.standards_by_place.get(place.id, ()))
    meta = " · ".join(
        filter(
            None,
            [
                book.t("area.items-n", n=own) if own else "",
                book.t("area.standards-n", n=standards) if standards else "",
            ],
        )
    )
    return {
        "href": book.address("jurisdiction", place.id),
        "title": book.tx(place.name),
        "meta": meta,
    }


def _unit_row(book: Book, unit: Any) -> tuple[Any, ...]:
    leads = len(book.index.by("item", "lead_units").get(unit.id, ()))
    return (
        book.link("unit", unit.id),
        book.link("jurisdiction", unit.jurisdiction),
        book.t(f"unit.kind.{unit.kind}"),
        str(leads or ""),
    )


def _list_row(book: Book, record: Any) -> tuple[Any, ...]:
    return (
        book.link("list", record.id),
        book.link("jurisdiction", record.jurisdiction),
        book.tx(record.edition),
        recorded_of(book, record),
    )


def _indicator_row(book: Book, record: Any) -> tuple[Any, ...]:
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


def _results_row(book: Book, record: Any) -> tuple[Any, ...]:
    survey = book.link("survey", record.survey) if record.survey else ""
    return (
        book.link("observation-set", record.id),
        book.link("jurisdiction", record.jurisdiction),
        survey,
        str(len(record.rows)),
    )


def _survey_row(book: Book, record: Any) -> tuple[Any, ...]:
    place = book.link("jurisdiction", record.jurisdiction) if record.jurisdiction else ""
    return (book.link("survey", record.id), place, str(len(record.questions) or ""))


def _programme_row(book: Book, record: Any) -> tuple[Any, ...]:
    return (
        book.link("programme", record.id),
        book.t(f"programme.{record.kind}"),
        book.links("jurisdiction", record.jurisdictions),
    )


def _point_row(book: Book, record: Any) -> tuple[Any, ...]:
    return (
        book.link("service-point", record.id),
        book.link("jurisdiction", record.jurisdiction),
        book.tx(record.address) if record.address else "",
        record.telephone or "",
    )


def _source_row(book: Book, record: Any) -> tuple[Any, ...]:
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


_ROWS = {
    "unit": (_unit_row, ("unit.name", "place.kind", "unit.kind", "unit.leads-n")),
    "list": (_list_row, ("list.kind", "place.kind", "list.edition", "list.recorded-head")),
    "indicator": (
        _indicator_row,
        ("indicator.kind", "indicator.class", "indicator.unit", "indicator.levels-n"),
    ),
    "observation-set": (_results_row, ("result.set", "place.kind", "survey.kind", "result.rows")),
    "survey": (_survey_row, ("survey.kind", "place.kind", "survey.questions-n")),
    "programme": (_programme_row, ("programme.kind", "programme.class", "place.kind")),
    "service-point": (_point_row, ("point.kind", "place.kind", "point.address", "guide.telephone")),
    "source": (
        _source_row,
        ("source.kind", "source.class", "standard.issued", "source.cited-head"),
    ),
}
_PLAIN = (
    ("unit", "places", "units"),
    ("list", "standards", "lists"),
    ("indicator", "standards", "indicators"),
    ("observation-set", "standards", "observations"),
    ("survey", "standards", "surveys"),
    ("programme", "standards", "programmes"),
    ("service-point", "places", "service-points"),
    ("source", "", "sources"),
)


def _plain(book: Book, kind: str, section: str, path: str) -> Page:
    make_row, keys = _ROWS[kind]
    records = sorted(
        book.registry.iter(kind),
        key=lambda r: (
            getattr(r, "jurisdiction", "") != book.index.nation,
            getattr(r, "jurisdiction", "") or "",
            r.id,
        ),
    )
    rows = [make_row(book, record) for record in records]
    blocks: list[Any] = (
        [
            Grid(
                [book.t(key) for key in keys],
                rows,
                book.t(f"menu.{path}"),
                id=f"{path}-table",
                filter=book.t("filter.records"),
            )
        ]
        if rows
        else [Paragraph(book.t("unknown.records"), "unknown")]
    )
    return hub(
        book,
        f"{path}/",
        book.t(f"menu.{path}"),
        lead=book.t(f"{path}.lead"),
        sections=[Section("all", book.t("hub.all", n=len(rows)), blocks)],
        section=section,
    )


_HUBS = (
    ("items/", _items),
    ("items/by-place/", _items_by_place),
    ("standards/", _standards),
    ("areas/", _areas),
    ("places/", _places),
)
