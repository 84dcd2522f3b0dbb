"""Entries in, registry and findings out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bps.findings import CODES, REFERENCE_CODES, Finding, Words
from bps.link.nearest import nearest_id
from bps.link.paths import references_in
from bps.link.registry import Address, Backlink, Key, Link, Registry
from bps.model import DomainScheme, Forwarding, LifeEvents, Quantities, Recipients, Record
from bps.validate import Entry, expected_id, type_of_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# What is referred to -> the type of the record that holds it.
_HOLDERS = {
    "concept": "domain-scheme",
    "recipient": "recipients",
    "life-event": "life-events",
    "measure-unit": "quantities",
    "per": "quantities",
}


@dataclass(frozen=True, slots=True)
class Linked:
    """What the third stage gives.

    Attributes:
        registry: Every record, tied together.
        findings: Ids used twice and references that lead nowhere or elsewhere.
    """

    registry: Registry
    findings: tuple[Finding, ...]


def link_records(entries: Iterable[Entry], *, files: Collection[str] = ()) -> Linked:
    """Tie records together.

    Args:
        entries: Typed records, in any order.
        files: Paths of all record files, so that a reference to a record that is itself broken is
            not reported a second time.

    Returns:
        The registry and the findings.
    """
    ordered = sorted(entries, key=_in_order)
    linker = _Linker(_broken(ordered, files))
    for entry in ordered:
        linker.add(entry)
    for entry in ordered:
        linker.link(entry)
    return Linked(linker.registry(), tuple(linker.findings))


def _broken(entries: Iterable[Entry], files: Collection[str]) -> frozenset[Key]:
    """Types and ids under which records should be found but are not.

    Their files could not be understood, or say another id than their name; either is reported once,
    at the file itself.
    """
    understood = {
        entry.raw.path
        for entry in entries
        if not entry.base and entry.id == expected_id(entry.raw.path)
    }
    broken = set()
    for path in files:
        kind = type_of_path(path)
        if path not in understood and kind is not None:
            broken.add((kind.name, expected_id(path)))
    return frozenset(broken)


def _in_order(entry: Entry) -> tuple[str, str, tuple[bool, bool, str]]:
    """By type and id; of two with one id, first that of a base, then the one in the right file."""
    stem = entry.raw.path.rpartition("/")[2].removesuffix(".yml")
    own = (not entry.base, stem != entry.id.rpartition("/")[2], entry.path)
    return entry.type, entry.id, own


class _Linker:
    """The tables while they are filled."""

    def __init__(self, broken: frozenset[Key]) -> None:
        self.findings: list[Finding] = []
        self._broken = broken
        self._entries: dict[Key, Entry] = {}
        self._addresses: dict[Key, Address] = {}
        self._former: dict[Key, str] = {}
        self._links: dict[Key, list[Link]] = {}
        self._backlinks: dict[Key, list[Backlink]] = {}
        self._plain: Registry | None = None

    def add(self, entry: Entry) -> None:
        """Take a record in under its id; the first of two keeps it."""
        key = (entry.type, entry.id)
        first = self._entries.setdefault(key, entry)
        if first is not entry:
            self.findings.append(_second(entry, first))
            return
        if isinstance(entry.record, Record):
            for former in entry.record.former_ids:
                self._former.setdefault((entry.type, former), entry.id)
        self._add_addresses(entry)

    def _add_addresses(self, entry: Entry) -> None:
        for kind, name, pointer, value in _inside(entry):
            key = (kind, name)
            address = Address(kind, name, value, (entry.type, entry.id), pointer)
            first = self._addresses.setdefault(key, address)
            if first is not address:
                self.findings.append(
                    CODES["duplicate-concept"].at(
                        entry.place(f"{pointer}/id"),
                        id=value.id,
                        related=(str(entry.place(f"{first.pointer}/id")),),
                    )
                )

    def link(self, entry: Entry) -> None:
        """Resolve every reference of a record."""
        if self._entries[entry.type, entry.id] is not entry:
            return
        if isinstance(entry.record, Forwarding):
            self._link_forwarding(entry, entry.record)
            return
        links: list[Link] = []
        entries, addresses, backlinks = self._entries, self._addresses, self._backlinks
        for target, target_id, pointer in references_in(entry.record):
            key = (target, target_id)
            found = entries.get(key)
            is_live = found is not None and found.record.__class__ is not Forwarding
            if is_live or key in addresses:
                links.append(Link(target, target_id, pointer))
                backlinks.setdefault(key, []).append(Backlink(entry.type, entry.id, pointer))
            else:
                self._follow(entry, target, target_id, pointer, links)
        self._links[entry.type, entry.id] = links

    def _tie(self, entry: Entry, link: Link, links: list[Link]) -> None:
        links.append(link)
        self._backlinks.setdefault((link.type, link.id), []).append(
            Backlink(entry.type, entry.id, link.pointer)
        )

    def _follow(
        self, entry: Entry, target: str, target_id: str, pointer: str, links: list[Link]
    ) -> None:
        """The id is not that of a live record: find where it leads, and say so."""
        found = self._entries.get((target, target_id))
        live = self._resolver().resolve(target, target_id)
        for live_id in live:
            self._tie(entry, Link(target, live_id, pointer), links)
        if found is None and not live:
            self._unknown(entry, target, target_id, pointer)
        elif len(live) == 1:
            code = CODES["moved-reference"]
            self.findings.append(code.at(entry.place(pointer), given=target_id, target=live[0]))
        elif live:
            listed = Words("、".join(live), ", ".join(live))
            code = CODES["split-reference"]
            self.findings.append(code.at(entry.place(pointer), given=target_id, target=listed))
        elif isinstance(getattr(found, "record", None), Forwarding):
            code = CODES["withdrawn-reference"]
            nowhere = Words("", "")
            self.findings.append(code.at(entry.place(pointer), given=target_id, target=nowhere))

    def _unknown(self, entry: Entry, target: str, target_id: str, pointer: str) -> None:
        if self._is_broken(target, target_id):
            return
        code = REFERENCE_CODES[target]
        close = nearest_id(target_id, self._resolver().ids(target))
        fix = Words(f"是否指“{close}”？", f'did you mean "{close}"?') if close else None
        self.findings.append(code.at(entry.place(pointer), given=target_id, fix=fix))

    def _is_broken(self, target: str, target_id: str) -> bool:
        holder = _HOLDERS.get(target)
        if holder is None:
            return (target, target_id) in self._broken
        if target == "concept":
            return (holder, target_id.partition("/")[0]) in self._broken
        return any(kind == holder for kind, _ in self._broken)

    def _link_forwarding(self, entry: Entry, forwarding: Forwarding) -> None:
        links = self._links.setdefault((entry.type, entry.id), [])
        for index, target_id in enumerate(forwarding.to):
            pointer = f"/to/{index}"
            if (entry.type, target_id) in self._entries:
                self._tie(entry, Link(entry.type, target_id, pointer), links)
            elif (entry.type, target_id) not in self._broken:
                close = nearest_id(target_id, self._resolver().ids(entry.type))
                fix = Words(f"是否指“{close}”？", f'did you mean "{close}"?') if close else None
                code = REFERENCE_CODES["target"]
                self.findings.append(code.at(entry.place(pointer), given=target_id, fix=fix))

    def _resolver(self) -> Registry:
        """The registry without links, for the few references that need a closer look."""
        if self._plain is None:
            self._plain = Registry(self._entries, self._addresses, self._former, {}, {})
        return self._plain

    def registry(self) -> Registry:
        """The finished registry."""
        return Registry(
            self._entries,
            self._addresses,
            self._former,
            {key: tuple(links) for key, links in self._links.items()},
            # Records were linked in the order of type and id, so each list is sorted already.
            {key: tuple(links) for key, links in self._backlinks.items()},
        )


def _second(entry: Entry, first: Entry) -> Finding:
    """What is said of a record whose id another one has already."""
    related = (str(first.place("/id")),)
    place = entry.place("/id")
    if first.base and not entry.base:
        return CODES["shadows-base"].at(place, id=entry.id, base=first.base, related=related)
    return CODES["duplicate-id"].at(place, id=entry.id, first=first.path, related=related)


def _inside(entry: Entry) -> Iterable[tuple[str, str, str, Any]]:
    """Things inside a record that have ids: kind, id, pointer, value."""
    record = entry.record
    if isinstance(record, DomainScheme):
        for index, concept in enumerate(record.concepts):
            yield "concept", f"{record.id}/{concept.id}", f"/concepts/{index}", concept
    elif isinstance(record, Recipients):
        for index, group in enumerate(record.concepts):
            yield "recipient", group.id, f"/concepts/{index}", group
    elif isinstance(record, LifeEvents):
        for index, event in enumerate(record.concepts):
            yield "life-event", event.id, f"/concepts/{index}", event
    elif isinstance(record, Quantities):
        for index, unit in enumerate(record.units):
            yield "measure-unit", unit.id, f"/units/{index}", unit
        for index, thing in enumerate(record.per):
            yield "per", thing.id, f"/per/{index}", thing
