"""Concepts of all schemes: which is broader, and which of other schemes they are matched with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bps.link import Registry


@dataclass(frozen=True, slots=True)
class Tree:
    """The concepts of all schemes, with their broader and narrower ones.

    Attributes:
        broader: Reference of the broader concept, for every concept that has one.
        order: References of all concepts, in the order of the schemes.
    """

    broader: Mapping[str, str]
    order: tuple[str, ...]

    def line(self, ref: str) -> Iterator[str]:
        """The concept and all broader ones, narrowest first; ends where a circle closes."""
        seen: set[str] = set()
        current: str | None = ref
        while current is not None and current not in seen:
            seen.add(current)
            yield current
            current = self.broader.get(current)

    def top(self, ref: str) -> str:
        """The broadest concept above (or the concept itself)."""
        return tuple(self.line(ref))[-1]

    def depth(self, ref: str) -> int:
        """Number of broader concepts above."""
        return len(tuple(self.line(ref))) - 1

    def tops(self, scheme: str) -> tuple[str, ...]:
        """Concepts of a scheme without a broader one, in its order."""
        prefix = f"{scheme}/"
        return tuple(
            ref for ref in self.order if ref.startswith(prefix) and ref not in self.broader
        )


def domain_tree(registry: Registry) -> Tree:
    """All concepts of all domain schemes as a tree; references are `scheme/concept`."""
    broader: dict[str, str] = {}
    order: list[str] = []
    for scheme in registry.iter("domain-scheme"):
        for concept in scheme.concepts:
            ref = f"{scheme.id}/{concept.id}"
            order.append(ref)
            if concept.broader:
                broader[ref] = f"{scheme.id}/{concept.broader}"
    return Tree(broader=broader, order=tuple(order))


def matched(registry: Registry) -> Mapping[str, frozenset[str]]:
    """For every concept, the concepts of other schemes it is matched with, in both directions."""
    found: dict[str, set[str]] = {}
    for scheme in registry.iter("domain-scheme"):
        for concept in scheme.concepts:
            for match in concept.matches:
                ref = f"{scheme.id}/{concept.id}"
                found.setdefault(ref, set()).add(match.concept)
                found.setdefault(match.concept, set()).add(ref)
    return {ref: frozenset(found[ref]) for ref in sorted(found)}
