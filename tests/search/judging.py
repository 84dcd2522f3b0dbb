"""Judged queries, and how well an engine answers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("judged.yml")
HIT = 3


@dataclass(frozen=True)
class Judged:
    """A query with the ids or codes of which one must come early."""

    query: str
    kind: str
    find: tuple[str, ...]
    held_out: bool


@dataclass(frozen=True)
class Figures:
    """How well a set of queries was answered."""

    count: int
    hit: float
    mrr: float


def read_judged() -> tuple[Judged, ...]:
    """Read the judged queries."""
    entries = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        Judged(entry["q"], entry["kind"], tuple(entry["find"]), entry.get("held_out", False))
        for entry in entries
    )


def position(found: Sequence[Iterable[str]], wanted: Iterable[str]) -> int:
    """Place of the first right result, from 1; 0 when there is none.

    Args:
        found: For each result, its id and its codes.
        wanted: Ids or codes, any of which is right.
    """
    good = set(wanted)
    return next((place for place, names in enumerate(found, start=1) if good & set(names)), 0)


def judge(
    queries: Iterable[Judged], search: Callable[[str], Sequence[Iterable[str]]]
) -> dict[Judged, int]:
    """Run every query; give the place of its first right result."""
    return {judged: position(search(judged.query), judged.find) for judged in queries}


def figures_of(places: Iterable[int]) -> Figures:
    """Share of queries with a right result among the first three, and mean reciprocal rank."""
    all_places = list(places)
    count = len(all_places)
    return Figures(
        count=count,
        hit=sum(0 < place <= HIT for place in all_places) / count,
        mrr=sum(1 / place for place in all_places if place) / count,
    )


def figures_by_kind(places: Mapping[Judged, int]) -> dict[str, Figures]:
    """Figures for each kind of query, then for the held-out ones and for all."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for judged, place in places.items():
        by_kind[judged.kind].append(place)
    for judged, place in places.items():
        if judged.held_out:
            by_kind["held out"].append(place)
    by_kind["all"] = list(places.values())
    return {kind: figures_of(found) for kind, found in by_kind.items()}
