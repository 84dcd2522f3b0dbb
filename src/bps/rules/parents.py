"""Places, bodies, areas and editions form trees: no chain of parents leads back to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.model import DomainScheme, Jurisdiction, PublishedList, Recipients, Unit
from bps.rules.rule import Context, registry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bps.model import Concept, RecipientGroup


def _circles(parents: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Every circle once, beginning with its smallest id."""
    done: set[str] = set()
    for start in sorted(parents):
        chain: list[str] = []
        current: str | None = start
        while current is not None and current not in done and current not in chain:
            chain.append(current)
            current = parents.get(current)
        if current in chain:
            circle = chain[chain.index(current) :]
            first = circle.index(min(circle))
            yield tuple(circle[first:] + circle[:first])
        done.update(chain)


@registry_rule("parent-cycle")
def PARENT_CYCLE(context: Context) -> Iterator[Finding]:  # noqa: N802
    """No chain of parents, wider areas or replaced editions is a circle."""
    parents: dict[tuple[str, str], dict[str, str]] = {}
    for entry in context.registry.iter_entries():
        record = entry.record
        if isinstance(record, (Jurisdiction, Unit)) and record.parent:
            parents.setdefault((entry.type, "parent"), {})[entry.id] = record.parent
        elif isinstance(record, PublishedList) and record.replaces:
            parents.setdefault((entry.type, "replaces"), {})[entry.id] = record.replaces
    for (kind, key), chain_of in parents.items():
        for circle in _circles(chain_of):
            entry = context.registry.entry(kind, circle[0])
            chain = " → ".join([*circle, circle[0]])
            yield CODES["parent-cycle"].at(entry.place(f"/{key}"), chain=chain)
    yield from _inside_schemes(context)


def _inside_schemes(context: Context) -> Iterator[Finding]:
    for entry in context.registry.iter_entries():
        if not isinstance(entry.record, (DomainScheme, Recipients)):
            continue
        concepts: Sequence[Concept | RecipientGroup] = entry.record.concepts
        broader = {concept.id: concept.broader for concept in concepts if concept.broader}
        at = {concept.id: index for index, concept in enumerate(concepts)}
        for circle in _circles(broader):
            place = entry.place(f"/concepts/{at[circle[0]]}/broader")
            yield CODES["parent-cycle"].at(place, chain=" → ".join([*circle, circle[0]]))
