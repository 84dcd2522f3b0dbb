"""Linked data: the register as JSON-LD in the vocabulary CPSV-AP 3.2.

Items become public services, lists data sets, units public organisations, places locations, areas
and groups of people concepts, standards rules, life events events. Entitlement levels have no place
in CPSV-AP (a cost is a charge): they are given as `schema:PropertyValue` beside it, each with whom
it is for, its unit and where it comes from. A standard that is only guessed to govern an item
stands in a `bps:Tie` with its grounds and never as `cpsv:follows`. What CPSV-AP
requires and the register does not have is said in words ("not recorded"), never made up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.export.linked_rows import is_sure, level_nodes, tie_node, words
from bps.export.plain import json_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.export.addresses import Addresses
    from bps.link import Registry
    from bps.model import Item, PublishedList, Standard, Text

Node = dict[str, Any]

CONTEXT: dict[str, Any] = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "adms": "http://www.w3.org/ns/adms#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": "http://qudt.org/schema/qudt/",
    "bps": "urn:bps:vocabulary:",
}
_NO_TEXT = {"zh-Hans": "内容未收录", "en": "Content not recorded"}


def jsonld_bytes(registry: Registry, *, addresses: Addresses) -> bytes:
    """The whole register as one JSON-LD document.

    Args:
        registry: The register.
        addresses: Where the site lives; without it, things are named by URNs.

    Returns:
        The bytes of the document; its context is inside, nothing is fetched.
    """
    graph = _Graph(registry, addresses)
    return json_bytes({"@context": CONTEXT, "@graph": list(graph.nodes())})


class _Graph:
    """Nodes of one register."""

    def __init__(self, registry: Registry, addresses: Addresses) -> None:
        self._registry = registry
        self._addresses = addresses

    def nodes(self) -> Iterator[Node]:
        for place in self._registry.iter("jurisdiction"):
            node = self._node("jurisdiction", place.id, "dct:Location", skos_prefLabel=place.name)
            if place.parent:
                node["dct:isPartOf"] = self._ref("jurisdiction", place.parent)
            yield node
        yield from self._organisations()
        yield from self._concepts()
        for one in self._registry.iter("list"):
            yield self._dataset(one)
        for standard in self._registry.iter("standard"):
            yield self._rule(standard)
        for item in self._registry.iter("item"):
            yield from self._service(item)

    def _node(self, kind: str, ref: str, *types: str, **texts: Text | None) -> Node:
        node: Node = {"@id": self._addresses.name(kind, ref), "@type": list(types)}
        for name, text in texts.items():
            if text is not None:
                node[name.replace("_", ":", 1)] = words(text)
        return node

    def _ref(self, kind: str, ref: str) -> Node:
        return {"@id": self._addresses.name(kind, ref)}

    def _organisations(self) -> Iterator[Node]:
        for unit in self._registry.iter("unit"):
            node = self._node(
                "unit", unit.id, *_AGENT, skos_prefLabel=unit.name, dct_title=unit.name
            )
            node["dct:identifier"] = unit.id
            node["dct:spatial"] = self._ref("jurisdiction", unit.jurisdiction)
            yield node
        for place in self._registry.iter("jurisdiction"):
            name = [
                {
                    "@value": f"{place.name.in_language('zh')}（负责单位未收录）",
                    "@language": "zh-Hans",
                },
                {
                    "@value": f"{place.name.in_language('en')} (responsible body not recorded)",
                    "@language": "en",
                },
            ]
            yield {
                "@id": _unrecorded(place.id),
                "@type": list(_AGENT),
                "skos:prefLabel": name,
                "dct:title": name,
                "dct:identifier": f"not-recorded/{place.id}",
                "dct:spatial": self._ref("jurisdiction", place.id),
            }

    def _concepts(self) -> Iterator[Node]:
        for kind in ("concept", "recipient"):
            for address in self._registry.iter_addresses(kind):
                yield {
                    "@id": _concept(kind, address.id),
                    "@type": ["skos:Concept"],
                    "skos:prefLabel": words(address.value.name),
                }
        for address in self._registry.iter_addresses("life-event"):
            yield {
                "@id": _concept("life-event", address.id),
                "@type": ["cv:LifeEvent", "cv:Event"],
                "dct:identifier": address.id,
                "dct:title": words(address.value.name),
            }
        for status in sorted({item.status for item in self._registry.iter("item")}):
            yield {
                "@id": _concept("status", status),
                "@type": ["skos:Concept"],
                "skos:prefLabel": [{"@value": status, "@language": "en"}],
            }

    def _dataset(self, one: PublishedList) -> Node:
        node = self._node("list", one.id, "dcat:Dataset", dct_title=one.name)
        node["dct:description"] = words(one.notes or one.name)
        node["dct:publisher"] = (
            self._ref("unit", one.issuers[0])
            if one.issuers
            else {"@id": _unrecorded(one.jurisdiction)}
        )
        if one.replaces:
            node["dct:replaces"] = self._ref("list", one.replaces)
        return node

    def _rule(self, standard: Standard) -> Node:
        node = self._node(
            "standard", standard.id, "cpsv:Rule", "dct:Standard", dct_title=standard.name
        )
        node["dct:identifier"] = standard.code or standard.id
        node["dct:description"] = words(standard.scope or standard.name)
        return node

    def _service(self, item: Item) -> Iterator[Node]:
        node = self._node("item", item.id, "cpsv:PublicService", dct_title=item.name)
        node["dct:identifier"] = item.id
        said = item.content or item.level_summary or item.recipients_text
        node["dct:description"] = (
            words(said)
            if said is not None
            else [{"@value": text, "@language": code} for code, text in _NO_TEXT.items()]
        )
        node["adms:status"] = {"@id": _concept("status", item.status)}
        node["dct:spatial"] = self._ref("jurisdiction", item.jurisdiction)
        node["cv:hasCompetentAuthority"] = [
            self._ref("unit", unit) for unit in item.lead_units
        ] or {"@id": _unrecorded(item.jurisdiction)}
        if item.domain:
            node["cv:thematicArea"] = {"@id": _concept("concept", item.domain)}
        many = {
            "dct:audience": [{"@id": _concept("recipient", one)} for one in item.recipients],
            "cv:isGroupedBy": [{"@id": _concept("life-event", one)} for one in item.life_events],
            "cpsv:follows": [
                self._ref("standard", one)
                for one in dict.fromkeys(tie.standard for tie in item.standards if is_sure(tie))
            ],
            "dct:isPartOf": [self._ref("list", row.list) for row in item.listed_in],
            "cv:hasLegalResource": [],
            "cv:hasChannel": [],
        }
        yield from self._rows(item, node["@id"], many)
        for number, basis in enumerate(item.basis):
            name = f"urn:bps:basis:{item.id}:{number}"
            many["cv:hasLegalResource"].append({"@id": name})
            yield {"@id": name, "@type": ["eli:LegalResource"], "dct:title": words(basis.text)}
        for number, channel in enumerate(item.channels):
            name = f"urn:bps:channel:{item.id}:{number}"
            many["cv:hasChannel"].append({"@id": name})
            node_of: Node = {"@id": name, "@type": ["cv:Channel"], "dct:identifier": name}
            said_of = channel.text or channel.name
            if said_of is not None:
                node_of["dct:description"] = words(said_of)
            yield node_of
        if item.counterpart and item.counterpart.item:
            many["cv:relatedService"] = [self._ref("item", item.counterpart.item)]
        if item.charge is not None and item.charge.kind == "free":
            name = f"urn:bps:cost:{item.id}"
            many["cv:hasCost"] = [{"@id": name}]
            yield {
                "@id": name,
                "@type": ["cv:Cost"],
                "dct:identifier": name,
                "cv:hasValue": {
                    "@value": "0.0",
                    "@type": "http://www.w3.org/2001/XMLSchema#double",
                },
            }
        yield node | {key: value for key, value in many.items() if value}

    def _rows(self, item: Item, name: str, many: dict[str, list[Node]]) -> Iterator[Node]:
        """Levels and ties as nodes of their own; `many` gets the references to them."""
        for level in item.levels:
            first, *others = level_nodes(name, level, item, self._addresses)
            many.setdefault("schema:additionalProperty", []).append({"@id": first["@id"]})
            yield first
            yield from others
        for tie in item.standards:
            node = tie_node(name, tie, self._addresses.name("standard", tie.standard))
            many.setdefault("bps:tie", []).append({"@id": node["@id"]})
            yield node


_AGENT = ("cv:PublicOrganisation", "org:Organization", "foaf:Agent")


def _concept(kind: str, ref: str) -> str:
    return f"urn:bps:{kind}:{ref}"


def _unrecorded(place: str) -> str:
    return f"urn:bps:unit:not-recorded:{place}"
