"""Items of one place whose names are almost the same are often one item entered twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.model import Item
from bps.rules.rule import Context, registry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry

# The two most alike names of different things on the national list reach 80.
ALIKE = 86
# Short names differ in one character and are different things all the same.
_SHORTEST = 6


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
    from rapidfuzz import fuzz, process

    names = [name for name, _ in named]
    for at, (name, entry) in enumerate(named):
        found = process.extract(name, names[:at], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        for other, _, index in found:
            first = named[index][1]
            if other != name and isinstance(entry.record, Item):
                yield CODES["near-duplicate-item"].at(
                    entry.place("/name"),
                    name=name,
                    other=other,
                    first=first.id,
                    related=(str(first.place("/id")),),
                )
