"""The registry: every record by type and id, and who refers to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, overload

from bps.errors import ForwardedRecord, UnknownRecord
from bps.link.nearest import nearest_id
from bps.model import (
    Concept,
    DomainScheme,
    Forwarding,
    Indicator,
    Item,
    Jurisdiction,
    ObservationSet,
    Programme,
    PublishedList,
    Record,
    ServicePoint,
    Source,
    Standard,
    Survey,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bps.validate import Entry

Key = tuple[str, str]


class Link(NamedTuple):
    """A reference that a record holds.

    Attributes:
        type: Type of what is referred to.
        id: Its id, after moves were followed.
        pointer: Where in the referring record.
    """

    type: str
    id: str
    pointer: str


class Backlink(NamedTuple):
    """A record that refers to the one asked about.

    Attributes:
        type: Type of the referring record.
        id: Its id.
        pointer: Where in it.
    """

    type: str
    id: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Address:
    """Something inside a record that has an id of its own, such as an area of a scheme.

    Attributes:
        kind: "concept", "recipient", "life-event", "measure-unit" or "per".
        id: Id by which others refer to it.
        value: The thing itself.
        owner: Type and id of the record that holds it.
        pointer: Where in that record.
    """

    kind: str
    id: str
    value: Any
    owner: Key
    pointer: str


class Registry:
    """All records of a register, linked and frozen. Its contents do not depend on file order."""

    __slots__ = (
        "_addresses",
        "_backlinks",
        "_entries",
        "_former",
        "_gives_bases",
        "_ids",
        "_links",
    )

    def __init__(
        self,
        entries: Mapping[Key, Entry],
        addresses: Mapping[Key, Address],
        former: Mapping[Key, str],
        links: Mapping[Key, tuple[Link, ...]],
        backlinks: Mapping[Key, tuple[Backlink, ...]],
        *,
        ids: Mapping[str, list[str]] | None = None,
        gives_bases: bool = False,
    ) -> None:
        self._entries = entries
        self._addresses = addresses
        self._former = former
        self._links = links
        self._backlinks = backlinks
        self._ids = _sorted_ids(entries, addresses) if ids is None else ids
        self._gives_bases = gives_bases

    # What is this register's own

    def own(self) -> Registry:
        """The same register when it is gone through: its own records, without those of bases.

        What is asked for by id, or referred to, is found all the same.
        """
        if self._gives_bases or not any(entry.base for entry in self._entries.values()):
            return self
        return self._view({kind: self._own_ids(kind) for kind in self._ids}, gives_bases=True)

    def giving_bases(self) -> Registry:
        """The same register, whose open data are to hold the records of bases too."""
        return self._view(self._ids, gives_bases=True)

    def _view(self, ids: Mapping[str, list[str]], *, gives_bases: bool) -> Registry:
        return Registry(
            self._entries,
            self._addresses,
            self._former,
            self._links,
            self._backlinks,
            ids=ids,
            gives_bases=gives_bases,
        )

    def _own_ids(self, kind: str) -> list[str]:
        own = []
        for record_id in self._ids[kind]:
            owner = (kind, record_id)
            if owner not in self._entries:
                owner = self._addresses[owner].owner
            if not self._entries[owner].base:
                own.append(record_id)
        return own

    # Records by id

    def get(self, type: str, id: str) -> Any:  # noqa: A002 - the words of the interface
        """The live record of this type and id.

        Raises:
            UnknownRecord: If there is none; its words name the nearest id, or where the record
                went.
        """
        found = self.find(type, id)
        if found is None and (type, id) in self._entries:
            raise ForwardedRecord(type, id, self.resolve(type, id))
        if found is None:
            raise UnknownRecord(type, id, nearest_id(id, self.ids(type)))
        return found

    @overload
    def find(self, type: Literal["item"], id: str) -> Item | None: ...
    @overload
    def find(self, type: Literal["standard"], id: str) -> Standard | None: ...
    @overload
    def find(self, type: Literal["list"], id: str) -> PublishedList | None: ...
    @overload
    def find(self, type: Literal["source"], id: str) -> Source | None: ...
    @overload
    def find(self, type: Literal["unit"], id: str) -> Unit | None: ...
    @overload
    def find(self, type: Literal["jurisdiction"], id: str) -> Jurisdiction | None: ...
    @overload
    def find(self, type: str, id: str) -> Record | None: ...
    def find(self, type: str, id: str) -> Record | None:  # noqa: A002
        """The live record of this type and id, or None."""
        entry = self._entries.get((type, id))
        if entry is None or isinstance(entry.record, Forwarding):
            return None
        return entry.record

    @overload
    def iter(self, type: Literal["item"]) -> Iterator[Item]: ...
    @overload
    def iter(self, type: Literal["standard"]) -> Iterator[Standard]: ...
    @overload
    def iter(self, type: Literal["list"]) -> Iterator[PublishedList]: ...
    @overload
    def iter(self, type: Literal["unit"]) -> Iterator[Unit]: ...
    @overload
    def iter(self, type: Literal["jurisdiction"]) -> Iterator[Jurisdiction]: ...
    @overload
    def iter(self, type: Literal["domain-scheme"]) -> Iterator[DomainScheme]: ...
    @overload
    def iter(self, type: Literal["indicator"]) -> Iterator[Indicator]: ...
    @overload
    def iter(self, type: Literal["observation-set"]) -> Iterator[ObservationSet]: ...
    @overload
    def iter(self, type: Literal["survey"]) -> Iterator[Survey]: ...
    @overload
    def iter(self, type: Literal["programme"]) -> Iterator[Programme]: ...
    @overload
    def iter(self, type: Literal["service-point"]) -> Iterator[ServicePoint]: ...
    @overload
    def iter(self, type: Literal["source"]) -> Iterator[Source]: ...
    @overload
    def iter(self, type: str) -> Iterator[Record]: ...
    def iter(self, type: str) -> Iterator[Record]:  # noqa: A002
        """Live records of a type, sorted by id."""
        for record_id in self._ids.get(type, ()):
            record = self._entries[type, record_id].record
            if not isinstance(record, Forwarding):
                yield record

    def iter_forwardings(self, type: str) -> Iterator[Forwarding]:  # noqa: A002
        """Entries of a type that stand in place of moved, split or withdrawn records."""
        for record_id in self._ids.get(type, ()):
            record = self._entries[type, record_id].record
            if isinstance(record, Forwarding):
                yield record

    def entry(self, type: str, id: str) -> Entry:  # noqa: A002
        """The record, live or forwarding, with the file it came from.

        Raises:
            UnknownRecord: If there is none.
        """
        if (type, id) not in self._entries:
            raise UnknownRecord(type, id, nearest_id(id, self.ids(type)))
        return self._entries[type, id]

    def iter_entries(self) -> Iterator[Entry]:
        """Every entry, sorted by type and id."""
        for kind, ids in self._ids.items():
            for record_id in ids:
                if (kind, record_id) in self._entries:
                    yield self._entries[kind, record_id]

    def ids(self, type: str) -> tuple[str, ...]:  # noqa: A002
        """Ids of a type, sorted; of things inside records too, such as "concept"."""
        return tuple(self._ids.get(type, ()))

    def types_of(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """Types that have a record of this id; ids are unique per type only."""
        return tuple(sorted(kind for kind, found in self._entries if found == id))

    # Where an id leads

    def resolve(self, type: str, id: str) -> tuple[str, ...]:  # noqa: A002
        """Ids of the live records that an id leads to.

        An id of a live record leads to itself; a moved or split one to its targets; a former id to
        the record that had it; a withdrawn or unknown one nowhere.
        """
        live: list[str] = []
        waiting, seen = [id], set()
        while waiting:
            current = waiting.pop(0)
            if current in seen:
                continue
            seen.add(current)
            entry = self._entries.get((type, current))
            if entry is None:
                if (type, current) in self._addresses:
                    live.append(current)
                elif (type, current) in self._former:
                    waiting.append(self._former[type, current])
            elif isinstance(entry.record, Forwarding):
                waiting.extend(entry.record.to)
            else:
                live.append(current)
        return tuple(live)

    # Things inside records

    def concept(self, ref: str) -> Concept:
        """The area that "scheme/area" names.

        Raises:
            UnknownRecord: If there is none.
        """
        found: Concept = self.address("concept", ref).value
        return found

    def address(self, kind: str, id: str) -> Address:  # noqa: A002
        """The thing inside a record that an id names, with the record that holds it.

        Args:
            kind: "concept", "recipient", "life-event", "measure-unit" or "per".
            id: Its id.

        Raises:
            UnknownRecord: If there is none.
        """
        if (kind, id) not in self._addresses:
            raise UnknownRecord(kind, id, nearest_id(id, self.ids(kind)))
        return self._addresses[kind, id]

    def iter_addresses(self, kind: str) -> Iterator[Address]:
        """Everything of a kind inside records, sorted by id."""
        for address_id in self._ids.get(kind, ()):
            if (kind, address_id) in self._addresses:
                yield self._addresses[kind, address_id]

    # Who refers to whom

    def links(self, type: str, id: str) -> tuple[Link, ...]:  # noqa: A002
        """What a record refers to, in the order of the record."""
        return self._links.get((type, id), ())

    def backlinks(self, type: str, id: str) -> tuple[Backlink, ...]:  # noqa: A002
        """Who refers to a record, or to a thing inside one, sorted."""
        return self._backlinks.get((type, id), ())

    def __len__(self) -> int:
        return len(self._entries)


def _sorted_ids(
    entries: Mapping[Key, Entry], addresses: Mapping[Key, Address]
) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for kind, record_id in sorted([*entries, *addresses]):
        ids.setdefault(kind, []).append(record_id)
    return ids
