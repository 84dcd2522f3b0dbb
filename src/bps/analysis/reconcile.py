"""Published totals against what is recorded: missing, surplus, contradicting, and sums.

A total is somebody's claim about a list, a programme or a service point. The register never
corrects it; it counts its own records in the same way and shows the difference.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.analysis.claims import Claim, bounds
from bps.analysis.contradictions import find_contradictions
from bps.analysis.tally import Tally
from bps.findings.words import Words
from bps.relations.concepts import domain_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bps.analysis.claims import ClaimState
    from bps.analysis.contradictions import Contradiction
    from bps.link import Registry
    from bps.model import Declared

SumOutcome = Literal["agrees", "overlap", "rest"]

# More than the total: parts overlap, or a figure is wrong. Less: some parts are not stated.
SUM_OUTCOMES: dict[str, Words] = {
    "agrees": Words(zh="相符", en="agrees"),
    "overlap": Words(zh="大于总数", en="more than the total"),
    "rest": Words(zh="小于总数", en="less than the total"),
}


@dataclass(frozen=True, slots=True)
class SumCheck:
    """Whether parts add up to their total.

    Attributes:
        holder_type: Type of the record.
        holder: Its id.
        of: What is counted.
        total: The declared total.
        parts: The declared parts, as (name, number).
        by: What the parts are: `area`, `part`, `level`, `kind` or `change`.
        beyond: Whether a part is larger than the whole can be, as "more than 5" of 5.
    """

    holder_type: str
    holder: str
    of: str
    total: int
    parts: tuple[tuple[str, int], ...]
    by: str
    beyond: bool = False

    @property
    def sum(self) -> int:
        """Sum of the parts."""
        return sum(number for _, number in self.parts)

    @property
    def outcome(self) -> SumOutcome:
        """Whether the sum is the total, or why it need not be."""
        if self.beyond:
            return "overlap"
        if self.sum == self.total:
            return "agrees"
        return "overlap" if self.sum > self.total else "rest"


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All totals of the register, or of one place.

    Attributes:
        claims: Totals against counts, sorted by holder.
        contradictions: Totals on which claims differ.
        sums: Sums checked.
    """

    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]
    sums: tuple[SumCheck, ...]


def reconcile(registry: Registry, *, place: str | None = None) -> Reconciliation:
    """Hold every published total against the register.

    Args:
        registry: The register.
        place: Only totals about this place; all when None.

    Returns:
        Claims, contradictions and sums.

    Raises:
        UnknownRecord: If the register has no such place.
    """
    if place is not None:
        registry.get("jurisdiction", place)
    tally = Tally(registry)
    claims = tuple(
        _claim(tally, holder_type, holder, total, since)
        for holder_type, holder, places, total, since in _totals(registry)
        if place is None or place in places
    )
    return Reconciliation(
        claims=claims,
        contradictions=tuple(find_contradictions(claims)),
        sums=tuple(_sums(registry, claims)),
    )


def _totals(
    registry: Registry,
) -> Iterator[tuple[str, str, tuple[str, ...], Declared, str | None]]:
    """Every total with its holder and places; one of a milestone is dated by the milestone."""
    for one in registry.iter("list"):
        for total in one.declared:
            yield "list", one.id, (one.jurisdiction,), total, None
    for programme in registry.iter("programme"):
        places = tuple(programme.jurisdictions)
        for total in programme.declared:
            yield "programme", programme.id, places, total, None
        for milestone in programme.milestones:
            for total in milestone.declared:
                yield "programme", programme.id, places, total, milestone.date
    for point in registry.iter("service-point"):
        for total in point.declared:
            yield "service-point", point.id, (point.jurisdiction,), total, None


def _claim(
    tally: Tally, holder_type: str, holder: str, total: Declared, since: str | None
) -> Claim:
    recorded = tally.recorded(holder_type, holder, total)
    return Claim(
        holder_type=holder_type,
        holder=holder,
        of=total.of,
        label=total.label,
        domain=total.domain,
        part=total.part,
        declared=total.count,
        comparator=total.comparator,
        as_of=total.as_of or since,
        source=total.evidence.source,
        how=total.evidence.how,
        recorded=recorded,
        state=_state(total, recorded),
    )


def _state(total: Declared, recorded: int | None) -> ClaimState:
    if recorded is None:
        return "not-counted"
    least, most = bounds(total.count, total.comparator)
    if least is not None and recorded < least:
        return "missing"
    if most is not None and recorded > most:
        return "surplus"
    return "complete"


# What a system such as "14+9+2" adds up: items, internal norms and local standards.
_KINDS_OF_DOCUMENT = ("items", "internal-norms", "local-standards")
_LEVELS_OF_LOCAL = ("provincial-standards", "municipal-standards")


def _sums(registry: Registry, claims: tuple[Claim, ...]) -> Iterator[SumCheck]:
    """Check parts against totals, each by date, so that figures of different dates never mix."""
    yield from _sums_of_changes(registry, {claim.holder for claim in claims})
    tree = domain_tree(registry)
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.holder_type, claim.holder].append(claim)
    for (holder_type, holder), group in groups.items():
        for total in group:
            if total.domain is not None or total.part is not None or total.label is not None:
                continue
            alike = [c for c in group if c.as_of == total.as_of and c.label is None]
            areas = [
                (claim.domain, claim.declared)
                for claim in alike
                if claim.of == total.of
                and claim.domain
                and claim.part is None
                and tree.depth(claim.domain) == 0
            ]
            parts = [
                (claim.part.in_language("zh"), claim.declared)
                for claim in alike
                if claim.of == total.of and claim.part and claim.domain is None
            ]
            levels = (
                [(c.of, c.declared) for c in alike if c.of in _LEVELS_OF_LOCAL and c.part is None]
                if total.of == "local-standards"
                else []
            )
            kinds = (
                [(c.of, c.declared) for c in alike if c.of in _KINDS_OF_DOCUMENT and c.part is None]
                if total.of == "documents"
                else []
            )
            for by, rows in (("area", areas), ("part", parts), ("level", levels), ("kind", kinds)):
                if len(rows) > 1:
                    yield SumCheck(holder_type, holder, total.of, total.declared, tuple(rows), by)
            yield from _parts_beyond(total, alike)


# What is counted within what: each is a part of the other by its very name.
_WITHIN = {
    "featured-items": "items",
    "national-standards": "standards",
    "local-standards": "standards",
    "group-standards": "standards",
    "internal-norms": "standards",
    "provincial-standards": "local-standards",
    "municipal-standards": "local-standards",
}


def _parts_beyond(total: Claim, alike: Iterable[Claim]) -> Iterator[SumCheck]:
    """Single parts that are larger than their whole can be: 41 featured of 5 items."""
    for claim in alike:
        same = claim.of == total.of and (claim.domain or claim.part)
        within = _WITHIN.get(claim.of) == total.of and claim.part is None and claim.domain is None
        least, most = claim.bounds[0], total.bounds[1]
        if (same or within) and least is not None and most is not None and least > most:
            text = claim.part.in_language("zh") if claim.part else claim.domain or claim.of
            by = "part" if claim.part else "area" if claim.domain else "kind"
            parts = ((text, claim.declared),)
            yield SumCheck(
                claim.holder_type, claim.holder, total.of, total.declared, parts, by, beyond=True
            )


def _sums_of_changes(registry: Registry, holders: set[str]) -> Iterator[SumCheck]:
    """The published kinds of change against the published number of items touched."""
    for one in registry.iter("list"):
        if one.changes is None or one.id not in holders:
            continue
        counted = [
            (line.kind, line.count) for line in one.changes.declared if line.count is not None
        ]
        touched = [count for kind, count in counted if kind == "touched"]
        parts = tuple((kind, count) for kind, count in counted if kind != "touched" and count)
        if touched and len(parts) > 1:
            yield SumCheck("list", one.id, "items", touched[0], parts, "change")
