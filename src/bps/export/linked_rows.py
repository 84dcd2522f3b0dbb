"""Linked data of the rows of an item: levels for whom, ties with their grounds, and provenance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bps.analysis.compare import level_basis
from bps.analysis.row_keys import row_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.export.addresses import Addresses
    from bps.model import Item, Level, RowEvidence, Text
    from bps.model.item import Tie

Node = dict[str, Any]
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
# ISO 639 and ISO 15924: the register's Chinese is written in simplified characters.
LANGUAGES: Final = {"zh": "zh-Hans", "en": "en"}
# QUDT's name and UCUM's code, for units that both know exactly.
_UNITS: Final = {
    "percent": ("PERCENT", "%"),
    "days": ("DAY", "d"),
    "hours": ("HR", "h"),
    "minutes": ("MIN", "min"),
    "months": ("MO", "mo"),
    "years": ("YR", "a"),
    "m2": ("M2", "m2"),
    "metres": ("M", "m"),
    "mg": ("MilliGM", "mg"),
}
_BOUNDS: Final = {
    "at-least": "schema:minValue",
    "more-than": "schema:minValue",
    "at-most": "schema:maxValue",
    "less-than": "schema:maxValue",
}
_DATE_TYPES: Final = {4: "gYear", 7: "gYearMonth", 10: "date"}
_MONEY: Final = "CNY"


def words(text: Text) -> list[Node]:
    """A text with the tags of its languages."""
    return [
        {"@value": said, "@language": tag}
        for code, tag in LANGUAGES.items()
        if (said := text.get(code))
    ]


def is_sure(tie: Tie) -> bool:
    """Whether a standard is known to govern an item: said by a document, and not doubted."""
    return tie.basis != "derived-from-title" and tie.confidence != "low"


def level_nodes(name: str, level: Level, item: Item, addresses: Addresses) -> Iterator[Node]:
    """A level and the derivation of its value.

    Args:
        name: Name of the item.
        level: The level.
        item: The item, whose recipients it is for when it names no group of its own.
        addresses: Where sources live.

    Yields:
        The level itself first.
    """
    own = f"{name}#level-{row_key(level)}"
    node: Node = {
        "@id": own,
        "@type": ["schema:PropertyValue"],
        "schema:propertyID": level.measure,
    }
    groups = level.groups or (() if level.applies_to else item.recipients)
    values = {
        "dct:audience": groups and [{"@id": f"urn:bps:recipient:{one}"} for one in groups],
        "bps:appliesTo": level.applies_to and words(level.applies_to),
        "schema:description": level.text and words(level.text),
        "bps:comparator": level.comparator,
        "bps:per": level.per,
        "bps:period": level.period,
        "schema:validFrom": level.from_ and _date(level.from_),
        "schema:validThrough": level.to and _date(level.to),
    }
    node |= {key: value for key, value in values.items() if value}
    if level.value is not None:
        figure = _typed(level.value, "decimal")
        node["qudt:numericValue"] = figure
        node[_BOUNDS.get(level.comparator or "", "schema:value")] = figure
    node |= _unit(level)
    yield from with_evidence(node, level.evidence, addresses)


def tie_node(name: str, tie: Tie, standard: str) -> Node:
    """A tie of an item to a standard, with its grounds; a guess is told nowhere else."""
    node: Node = {
        "@id": f"{name}#tie-{row_key(tie)}",
        "@type": ["bps:Tie"],
        "bps:standard": {"@id": standard},
        "bps:tieKind": tie.tie,
        "bps:basis": tie.basis,
        "bps:confidence": tie.confidence,
    }
    if tie.clause:
        node["bps:clause"] = tie.clause
    return node


def with_evidence(node: Node, evidence: RowEvidence, addresses: Addresses) -> Iterator[Node]:
    """A node with where it comes from, and one derivation for each source with its grade."""
    node["@type"] = [*node["@type"], "prov:Entity"]
    sources = (evidence.source, *evidence.also)
    node["prov:wasDerivedFrom"] = [{"@id": addresses.name("source", one)} for one in sources]
    names = [f"{node['@id']}-from-{one.replace('/', '-')}" for one in sources]
    node["prov:qualifiedDerivation"] = [{"@id": one} for one in names]
    yield node
    for own, ref in zip(names, sources, strict=True):
        found: Node = {
            "@id": own,
            "@type": ["prov:Derivation"],
            "prov:entity": {"@id": addresses.name("source", ref)},
            "bps:evidenceGrade": evidence.how,
        }
        if evidence.locator:
            found["bps:locator"] = evidence.locator
        if evidence.checked_on:
            found["bps:checkedOn"] = _date(evidence.checked_on)
        yield found


def _unit(level: Level) -> Node:
    if level.unit is None:
        return {}
    found: Node = {"schema:unitText": level_basis(level)}
    if level.unit == _MONEY:
        found["schema:currency"] = _MONEY
        found["qudt:hasUnit"] = {"@id": f"http://qudt.org/vocab/currency/{_MONEY}"}
    elif level.unit in _UNITS:
        name, code = _UNITS[level.unit]
        found["qudt:hasUnit"] = {"@id": f"http://qudt.org/vocab/unit/{name}"}
        found["bps:ucumCode"] = code
    return found


def _date(text: str) -> Node:
    return _typed(text, _DATE_TYPES[len(text)])


def _typed(text: str, kind: str) -> Node:
    return {"@value": text, "@type": f"{XSD}{kind}"}
