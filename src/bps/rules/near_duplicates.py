"""Items of one place whose names are almost the same are often one item entered twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.rules.rule import Context, registry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry

# The two most alike names of different things on the national list reach 80.
ALIKE = 86
# Short names differ in one character and are different things all the same.
_SHORTEST = 6
# How many names after each one, in sorted order, it is compared with.
_WINDOW = 8


@registry_rule("near-duplicate-item")
def NEAR_DUPLICATE_ITEM(context: Context) -> Iterator[Finding]:  # noqa: N802
    """No two items of one place have almost the same name."""
    by_place: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for item in context.registry.iter("item"):
        name = item.name.in_language("zh")
        if len(name) >= _SHORTEST:
            by_place[item.jurisdiction].append((name, context.registry.entry("item", item.id)))
    for place in sorted(by_place):
        yield from _alike(by_place[place])


def _alike(named: list[tuple[str, Entry]]) -> Iterator[Finding]:
    """One finding for each item that has an earlier one much like it: the most alike."""
    from rapidfuzz import fuzz

    best: dict[int, tuple[float, int]] = {}
    for one, other in _neighbours([name for name, _ in named]):
        first, later = min(one, other), max(one, other)
        likeness = fuzz.ratio(named[first][0], named[later][0], score_cutoff=ALIKE)
        if likeness and named[first][0] != named[later][0]:
            best[later] = max(best.get(later, (0.0, 0)), (likeness, -first))
    for later, (_, first) in sorted(best.items()):
        entry, (other_name, other_entry) = named[later][1], named[-first]
        yield CODES["near-duplicate-item"].at(
            entry.place("/name"),
            name=named[later][0],
            other=other_name,
            first=other_entry.id,
            related=(str(other_entry.place("/id")),),
        )


def _neighbours(names: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: names that stand close when sorted from the front or from the back.

    Almost equal names share most of their beginning or most of their end, so this finds them
    without comparing each with each, which takes minutes for thousands.
    """
    for read in (str, lambda name: name[::-1]):
        order = sorted(range(len(names)), key=lambda index: (read(names[index]), index))
        for position, index in enumerate(order):
            for other in order[position + 1 : position + 1 + _WINDOW]:
                yield index, other
