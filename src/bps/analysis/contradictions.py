"""Claims about one total that differ, and whether their dates explain it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from bps.findings.words import Words
from bps.relations.days import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bps.analysis.claims import Claim

DatesOfClaims = Literal["same", "unknown", "different"]

# Only claims about one date contradict each other; a figure may have changed between two.
DATES_OF_CLAIMS: dict[str, Words] = {
    "same": Words(zh="时间相同，说法不一", en="same date, contradictory"),
    "unknown": Words(zh="说法不一，时间不明", en="differs, date unknown"),
    "different": Words(zh="时间不同，可能是变化", en="different dates, may be a change"),
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims about the same total that differ.

    Attributes:
        holder_type: Type of the record they are about.
        holder: Its id.
        of: What is counted.
        claims: The claims, oldest date first.
        dates: `same` when two differing claims are for one date; `unknown` when one of two has no
            date or a date too coarse to tell; else `different`.
    """

    holder_type: str
    holder: str
    of: str
    claims: tuple[Claim, ...]
    dates: DatesOfClaims


def find_contradictions(claims: Iterable[Claim]) -> Iterator[Contradiction]:
    """Yield the totals on which claims differ, in the order of the claims."""
    groups: dict[tuple[str, str, str, str | None, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        words = tuple(
            (text.zh or text.en or "") if text else "" for text in (claim.label, claim.part)
        )
        key = (claim.holder_type, claim.holder, claim.of, claim.domain, words[0], words[1])
        groups[key].append(claim)
    for (holder_type, holder, of, _, _, _), group in groups.items():
        pairs = [pair for pair in combinations(group, 2) if _exclude(*pair)]
        if pairs:
            yield Contradiction(
                holder_type=holder_type,
                holder=holder,
                of=of,
                claims=tuple(sorted(group, key=lambda one: (one.as_of or "", one.declared))),
                dates=_dates_of(pairs),
            )


def _exclude(one: Claim, other: Claim) -> bool:
    """Whether both cannot be true of one day: "at least 100" and "145" can."""
    (low, high), (least, most) = one.bounds, other.bounds
    return (high is not None and least is not None and high < least) or (
        low is not None and most is not None and most < low
    )


def _dates_of(pairs: Iterable[tuple[Claim, Claim]]) -> DatesOfClaims:
    """The worst that can be said of pairs of claims that differ."""
    dates = {_dates_of_two(one.as_of, other.as_of) for one, other in pairs}
    order: tuple[DatesOfClaims, ...] = ("same", "unknown", "different")
    return next(kind for kind in order if kind in dates)


def _dates_of_two(one: str | None, other: str | None) -> DatesOfClaims:
    if one is None or other is None:
        return "unknown"
    if one == other:
        return "same"
    first, second = sorted((days_of(one), days_of(other)))
    return "unknown" if second.first <= first.last else "different"
