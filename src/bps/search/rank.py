"""Rank documents against a plan: one formula for every engine and for the browser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bps.search.document import LOCAL
from bps.search.index import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bps.search.index import IndexedDocument
    from bps.search.plan import Alternative, Group, How, Plan

# A code that was typed is meant.
CODE_BONUS: Final = 2.0
# The query is the name, the name begins with it, the name holds it.
SAME_TITLE: Final = 0.6
TITLE_BEGINS: Final = 0.25
TITLE_HOLDS: Final = 0.15
# A name that consists mostly of what was asked for beats a long one.
DENSITY: Final = 0.2
# A place narrows the result, it is not what people look for.
PLACE_WEIGHT: Final = 0.4
# What answers much less of the question than the best result is left out.
LEAST_SHARE: Final = 0.5
MOST_HITS: Final = 50


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a result matched one part of the query.

    Attributes:
        typed: The part as typed.
        term: The term found.
        how: How the term was reached.
        where: The field in which it stands, or "code".
    """

    typed: str
    term: str
    how: How
    where: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document with its score and the reasons for it.

    Attributes:
        entry: The document.
        score: Its score; higher is better.
        share: Weighted share of the query that it answers.
        reasons: One for each part that matched.
    """

    entry: IndexedDocument
    score: float
    share: float
    reasons: tuple[Reason, ...]


def rank(plan: Plan, entries: Iterable[IndexedDocument]) -> list[Ranked]:
    """Rank the entries that answer enough of the query.

    Args:
        plan: The query.
        entries: Candidates of an engine, or every document.

    Returns:
        The results, best first; equals by key.
    """
    found = [ranked for entry in entries if (ranked := _score(plan, entry)) is not None]
    best = max((each.share for each in found), default=0.0)
    kept = _lift_national([each for each in found if each.share >= best * LEAST_SHARE])
    kept.sort(key=lambda each: (-each.score, each.entry.document.key))
    return _one_of_each_family(kept)[:MOST_HITS]


def _lift_national(found: Sequence[Ranked]) -> list[Ranked]:
    """A national item counts as much as the best local item that carries it out."""
    local: dict[str, float] = {}
    for each in found:
        document = each.entry.document
        if document.family and document.id != document.family and not _names_place(each):
            local[document.family] = max(each.score / LOCAL, local.get(document.family, 0.0))
    return [
        replace(each, score=max(each.score, local.get(each.entry.document.id, 0.0)))
        if each.entry.document.family
        else each
        for each in found
    ]


def _names_place(ranked: Ranked) -> bool:
    return any(reason.where == "place" for reason in ranked.reasons)


def _one_of_each_family(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Put the same service of many places behind everything else, unless the place was named."""
    seen: set[str] = set()
    first: list[Ranked] = []
    later: list[Ranked] = []
    for each in ranked:
        family = each.entry.document.family
        local = each.entry.document.id != family
        (later if local and family in seen and not _names_place(each) else first).append(each)
        seen.add(family)
    return first + later


def _score(plan: Plan, entry: IndexedDocument) -> Ranked | None:
    document = entry.document
    if document.key in plan.codes:
        reason = Reason(plan.query, document.codes[0], "typed", "code")
        share = 1.0 + CODE_BONUS + _title_bonus(plan, entry)
        return Ranked(entry, share * document.weight, share, (reason,))
    total = points = 0.0
    reasons: list[Reason] = []
    for group in plan.groups:
        value, found = _best(group, entry)
        weight = group.weight * (PLACE_WEIGHT if found and found.where == "place" else 1.0)
        total += weight
        points += weight * value
        if found:
            reasons.append(found)
    if not reasons:
        return None
    share = points / total
    bonus = _title_bonus(plan, entry) + DENSITY * _density(reasons, entry)
    return Ranked(entry, share * (1 + bonus) * document.weight, share, tuple(reasons))


def _best(group: Group, entry: IndexedDocument) -> tuple[float, Reason | None]:
    """Best way in which a document answers one part of the query."""
    best, found = 0.0, None
    for alternative in group.alternatives:
        value, reason = _value(group.typed, alternative, entry)
        if value > best:
            best, found = value, reason
    return best, found


def _value(
    typed: str, alternative: Alternative, entry: IndexedDocument
) -> tuple[float, Reason | None]:
    total = 0.0
    first: Reason | None = None
    for term in alternative.terms:
        for name, worth in FIELDS.items():
            if term in entry.fields[name]:
                total += worth
                shown = alternative.shown or term.strip()
                first = first or Reason(typed, shown, alternative.how, name)
                break
    return alternative.trust * total / len(alternative.terms), first


def _title_bonus(plan: Plan, entry: IndexedDocument) -> float:
    if not plan.phrase:
        return 0.0
    if plan.phrase in entry.titles:
        return SAME_TITLE
    if any(title.startswith(plan.phrase) for title in entry.titles):
        return TITLE_BEGINS
    return TITLE_HOLDS if any(plan.phrase in title for title in entry.titles) else 0.0


def _density(reasons: Sequence[Reason], entry: IndexedDocument) -> float:
    """Share of the shortest matching name that the found terms fill."""
    terms = {reason.term for reason in reasons if reason.where in {"name", "alias", "lay"}}
    if not terms:
        return 0.0
    shares = [
        sum(len(term) for term in terms if term.replace(" ", "") in title) / len(title)
        for title in entry.titles
    ]
    return min(1.0, max(shares, default=0.0))
