"""What can be found: every record of the registry, and every concept of its trees."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from bps.analysis.elsewhere import matters
from bps.model import RECORD_TYPES, Item, Jurisdiction, LifeEvents, Recipients, Standard, Synonyms
from bps.relations.statuses import NOT_YET, OVER
from bps.search.document import LOCAL, Handling, SearchDocument
from bps.search.index import build_index
from bps.search.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bps.link import Registry
    from bps.model import Record, Text
    from bps.model.synonyms import Synonym
    from bps.search.index import SearchIndex

# How likely a kind of record is what people look for. The ranking multiplies by it.
WEIGHTS: Final[Mapping[str, float]] = {
    "item": 1.0,
    "standard": 0.86,
    "life-events": 0.9,
    "jurisdiction": 0.85,
    "service-point": 0.85,
    "area": 0.62,
    "recipients": 0.62,
    "list": 0.8,
    "survey": 0.75,
    "programme": 0.72,
    "unit": 0.72,
    "observation-set": 0.55,
    "indicator": 0.4,
}
# What is no longer in force, or not yet, stands behind what is.
NOT_IN_FORCE: Final = 0.93
# Trees and tables that are not one findable thing; their concepts are found one by one.
# Sources are reached from the records that cite them, and would drown what people look for.
WITHOUT_DOCUMENT: Final = frozenset(
    {"synonyms", "quantities", "elsewhere", "recipients", "life-events", "domain-scheme", "source"}
)
# Facet values of concepts carry the type of their tree.
AREA, GROUP, EVENT = "area", "recipients", "life-events"
# Type of the matters outside the lists. They have no page: the search itself says who handles them.
ELSEWHERE: Final = "elsewhere"


def collect_documents(registry: Registry) -> list[SearchDocument]:
    """Make the search documents of a registry.

    Args:
        registry: The linked records.

    Returns:
        One document for each record and concept, sorted by key.
    """
    around = Surroundings.of(registry)
    lay = _lay_by_item(registry)
    local = _local_names(registry)
    found = [
        document
        for name, kind in RECORD_TYPES.items()
        if name not in WITHOUT_DOCUMENT and kind.url is not None
        for record in registry.iter(name)
        for document in (_document(name, kind.url, record, around, lay, local),)
    ]
    return sorted((*found, *_concepts(registry)), key=lambda document: document.key)


def collect_meanings(registry: Registry) -> dict[str, list[str]]:
    """Official words by lay word, from the synonym file."""
    meanings: dict[str, list[str]] = defaultdict(list)
    for entry in _synonyms(registry):
        for lay in entry.lay:
            meanings[lay].append(entry.official)
    return dict(meanings)


def _synonyms(registry: Registry) -> Iterator[Synonym]:
    for table in registry.iter("synonyms"):
        if isinstance(table, Synonyms):
            yield from table.entries


def _lay_by_item(registry: Registry) -> dict[str, list[str]]:
    lay: dict[str, list[str]] = defaultdict(list)
    for entry in _synonyms(registry):
        for item in entry.items:
            lay[item] += (entry.official, *entry.lay)
    return dict(lay)


def _local_names(registry: Registry) -> dict[str, list[str]]:
    """What places call the national item that their own item carries out."""
    names: dict[str, list[str]] = defaultdict(list)
    for item in registry.iter("item"):
        if item.counterpart and item.counterpart.item:
            names[item.counterpart.item] += both(item.name)
    return dict(names)


def both(*texts: Text | None) -> tuple[str, ...]:
    """The words of texts in both languages."""
    return tuple(
        words for text in texts if text is not None for words in (text.zh, text.en) if words
    )


def _name(text: Text) -> tuple[str, str]:
    return text.zh or "", text.en or ""


def _document(
    kind: str,
    folder: str,
    record: Record,
    around: Surroundings,
    lay: Mapping[str, list[str]],
    local: Mapping[str, list[str]],
) -> SearchDocument:
    places = around.places_of(record)
    weight = WEIGHTS[kind]
    if getattr(record, "status", None) in OVER | NOT_YET:
        weight *= NOT_IN_FORCE
    family = ""
    codes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    aliases = record.aliases
    if isinstance(record, Item):
        words, about = _of_item(record, around, lay)
        weight *= 1.0 if record.jurisdiction == around.nation else LOCAL
        listed = both(*(each.name for each in record.listed_in))
        aliases = tuple(dict.fromkeys((*aliases, *listed, *local.get(record.id, ()))))
        family = (record.counterpart and record.counterpart.item) or record.id
    elif isinstance(record, Standard):
        codes = (record.code,) if record.code else ()
        about = (*both(record.scope), *around.area_names(record.domains))
    elif isinstance(record, Jurisdiction):
        aliases = (*aliases, *around.short_names(record))
    else:
        about = both(
            *(getattr(record, name, None) for name in ("definition", "content", "address"))
        )
    return SearchDocument(
        id=record.id,
        type=kind,
        name=_name(record.name),
        url=f"{folder}/{record.id}/",
        aliases=aliases,
        lay=words,
        codes=codes,
        about=about,
        places=around.place_names(places),
        facets=around.facets(record, places),
        status=getattr(record, "status", None) or "",
        weight=round(weight, 4),
        family=family,
    )


def _of_item(
    item: Item, around: Surroundings, lay: Mapping[str, list[str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lay words of an item (its own and those of the national one), and what it is about."""
    own = lay.get(item.id, [])
    counterpart = item.counterpart.item if item.counterpart else None
    words = dict.fromkeys((*own, *(lay.get(counterpart, ()) if counterpart else ())))
    about = (
        *both(item.recipients_text, item.content, item.level_summary),
        *both(*(level.applies_to for level in item.levels)),
        *around.group_names(item.recipients),
        *around.event_names(item.life_events),
        *around.area_names((item.domain,) if item.domain else ()),
    )
    return tuple(words), tuple(dict.fromkeys(about))


def _concepts(registry: Registry) -> Iterator[SearchDocument]:
    for scheme in registry.iter("domain-scheme"):
        for concept in scheme.concepts:
            ref = f"{scheme.id}/{concept.id}"
            yield _concept(AREA, ref, f"areas/{ref}/", concept.name, both(concept.definition))
    for tree in registry.iter("recipients"):
        for group in tree.concepts if isinstance(tree, Recipients) else ():
            url = f"recipients/{group.id}/"
            yield _concept(GROUP, group.id, url, group.name, both(group.definition))
    for events in registry.iter("life-events"):
        for event in events.concepts if isinstance(events, LifeEvents) else ():
            url = f"life-events/{event.id}/"
            titles = both(event.summary, *(step.title for step in event.steps))
            yield _concept(EVENT, event.id, url, event.name, titles)


def _concept(kind: str, ref: str, url: str, name: Text, about: Iterable[str]) -> SearchDocument:
    return SearchDocument(
        id=ref, type=kind, name=_name(name), url=url, about=tuple(about), weight=WEIGHTS[kind]
    )


def collect_matters(registry: Registry) -> list[SearchDocument]:
    """Matters outside the lists as documents of their own: they answer before every record."""
    return [
        SearchDocument(
            id=matter.id,
            type=ELSEWHERE,
            name=_name(matter.name),
            url=f"search/?q={quote(matter.name.zh or matter.name.en or matter.id)}",
            aliases=matter.aliases,
            handled=Handling(
                body=_name(matter.body),
                call=matter.hotline or "",
                note=_name(matter.note) if matter.note else ("", ""),
                items=matter.items,
            ),
        )
        for matter in matters(registry)
    ]


def index_registry(registry: Registry) -> SearchIndex:
    """Build the search index of a registry."""
    return build_index(
        collect_documents(registry), collect_meanings(registry), collect_matters(registry)
    )
