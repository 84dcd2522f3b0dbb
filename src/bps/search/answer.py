"""Answer a query: plan, candidates of an engine, ranking, and what to do when nothing is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from bps.search.fitting import fits, matters_for
from bps.search.rank import rank
from bps.search.reading import make_plan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.search.index import IndexedDocument, SearchIndex
    from bps.search.plan import Plan
    from bps.search.rank import Ranked

FACETS: Final = ("type", "place", "area", "recipients", "life_event")
# Engines hand over so many candidates for ranking.
CANDIDATES: Final = 200
# Pages from which everything can be reached, for when nothing was found.
MOST_NEAR: Final = 5
HUBS: Final = ("finder", "items", "life-events", "recipients", "areas", "standards", "places")


class Engine(Protocol):
    """Finds candidates for a plan; ranking and reasons are not its business."""

    name: str

    def index(self, index: SearchIndex) -> None:
        """Take over all documents of an index."""

    def find(self, plan: Plan, *, facets: Mapping[str, str], limit: int) -> list[str]:
        """Give the keys of documents that answer any part of the plan."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person gets back.

    Attributes:
        plan: The query as it was understood.
        hits: Results, best first.
        elsewhere: Matters outside the lists that the query is about: they come before the results.
        fits: Whether a matter or a result answers most of the query.
        near: Known terms near to what was typed, when something remained unknown.
        hubs: Pages to go on from, when nothing was found.
    """

    plan: Plan
    hits: tuple[Ranked, ...]
    elsewhere: tuple[Ranked, ...] = ()
    fits: bool = True
    near: tuple[str, ...] = ()
    hubs: tuple[str, ...] = ()


def answer(
    query: str,
    index: SearchIndex,
    engine: Engine,
    *,
    facets: Mapping[str, str] | None = None,
    limit: int = 10,
) -> Answer:
    """Answer a query.

    Args:
        query: What a person typed.
        index: The index.
        engine: Where candidates come from; it must have taken over the same index.
        facets: Wanted value by facet.
        limit: How many results to give at most.

    Returns:
        The answer; never everything, and never nothing to go on with.
    """
    wanted = dict(facets or {})
    plan = make_plan(query, index)
    hits = _hits(plan, index, engine, wanted)
    outside = () if "type" in wanted else matters_for(plan, hits, index)
    near = () if hits or outside else near_spellings(query, index)
    return Answer(
        plan=plan,
        hits=tuple(hits[:limit]),
        elsewhere=outside,
        fits=bool(outside) or fits(plan, hits, index),
        near=near,
        hubs=() if hits else HUBS,
    )


def near_spellings(query: str, index: SearchIndex, *, most: int = MOST_NEAR) -> tuple[str, ...]:
    """Names that share most pairs of characters with a query that found nothing."""
    pairs = _pairs(index.normalise(query)[:40])
    if not pairs:
        return ()
    shared = {
        term: 2 * len(pairs & own) / (len(pairs) + len(own))
        for term in index.lexicon.phrases
        if pairs & (own := _pairs(term))
    }
    ranked = sorted(shared, key=lambda term: (-shared[term], term))
    return tuple(term for term in ranked[:most] if shared[term] > 0.25)  # noqa: PLR2004


def _pairs(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(len(text) - 1)}


def _hits(
    plan: Plan, index: SearchIndex, engine: Engine, facets: Mapping[str, str]
) -> list[Ranked]:
    if plan.empty:
        return []
    keys = engine.find(plan, facets=facets, limit=CANDIDATES)
    return rank(plan, [index.by_key[key] for key in keys if key in index.by_key])


def has_values(entry: IndexedDocument, facets: Mapping[str, str]) -> bool:
    """Whether a document has every wanted value."""
    return all(value in entry.document.values_of(facet) for facet, value in facets.items())
