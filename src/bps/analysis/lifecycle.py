"""Standards over time: the review clock, what a replacement touches, series with gaps.

An alert is only given for a standard known to be in force, with a known date and a rule for its
level. Everything else stays `unknown` or `no-clock`, with the reason. An overdue date says that no
review is recorded here, not that the standard has lost its force.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.analysis.review_cycles import review_cycle
from bps.findings.words import Words
from bps.relations.days import Days, days_of, years_later
from bps.relations.state import StateOnDay, standard_state
from bps.relations.statuses import NOT_YET, OVER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bps.link import Registry
    from bps.model import Standard

ClockState = Literal["overdue", "maybe-due", "due-soon", "later", "unknown", "no-clock"]

CLOCK_STATES: dict[str, Words] = {
    "overdue": Words(zh="已过期，未见复审", en="overdue, no review recorded"),
    "maybe-due": Words(zh="大约现在到期", en="due around now, day not known"),
    "due-soon": Words(zh="即将到期", en="due soon"),
    "later": Words(zh="未到期", en="not yet due"),
    "unknown": Words(zh="未知", en="unknown"),
    "no-clock": Words(zh="不计复审期", en="no review clock"),
}
# Half a year: the notice a provincial review standard (DB14/T 2578-2022) asks for.
SOON_DAYS = 183
_PART = re.compile(r"^(?P<base>.+?)\.(?P<part>[0-9]{1,3})-(?P<year>[0-9]{4})$")
_YEAR = re.compile(r"-(?P<year>(?:19|20)[0-9]{2})$")
# What the clock counts from.
STARTS = {
    "confirmed": Words(zh="上次复审确认于", en="Last confirmed"),
    "effective": Words(zh="实施于", en="In force since"),
    "issued": Words(zh="发布于", en="Issued"),
    "code": Words(zh="仅知标准号年份", en="Year of the code"),
}


@dataclass(frozen=True, slots=True)
class ReviewClock:
    """When a standard is to be reviewed.

    Attributes:
        standard: Id of the standard.
        state: The outcome.
        started: Date the clock counts from, as recorded.
        start: What that date is: `confirmed`, `effective`, `issued` or `code`.
        due: Days on which the review can fall due.
        rule: Id of the rule; None where no rule applies.
        reason: Why, in one sentence.
    """

    standard: str
    state: ClockState
    started: str | None
    start: str | None
    due: Days | None
    rule: str | None
    reason: Words


@dataclass(frozen=True, slots=True)
class Effect:
    """What hangs on a standard that is no longer in force.

    Attributes:
        standard: Id of the standard.
        status: Its status.
        replaced_by: Ids or codes of its successors.
        items: Items still tied to it.
        units: Units that lead those items.
        service_points: Service points that still work by it.
    """

    standard: str
    status: str
    replaced_by: tuple[str, ...]
    items: tuple[str, ...]
    units: tuple[str, ...]
    service_points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Parts of one multi-part standard.

    Attributes:
        base: Code without part and year.
        parts: Part numbers recorded, with the ids of their standards.
        gaps: Part numbers below the highest that are not recorded.
    """

    base: str
    parts: tuple[tuple[int, str], ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Standards over time.

    Attributes:
        clocks: Review clocks, most urgent first.
        effects: Standards no longer in force on which something still hangs.
        series: Multi-part standards, those with gaps first.
        statuses: Number of standards by status [standards].
    """

    clocks: tuple[ReviewClock, ...]
    effects: tuple[Effect, ...]
    series: tuple[Series, ...]
    statuses: tuple[tuple[str, int], ...]

    def count(self, state: ClockState) -> int:
        """Number of standards in this state [standards]."""
        return sum(one.state == state for one in self.clocks)


def lifecycle(registry: Registry, *, today: date, place: str | None = None) -> Lifecycle:
    """Reckon the review clocks and what is touched by standards that have gone.

    Args:
        registry: The register.
        today: The day on which "due" is judged.
        place: Only standards valid for exactly this place; all when None.

    Returns:
        Clocks, effects and series.

    Raises:
        UnknownRecord: If the register has no such place.
    """
    if place is not None:
        registry.get("jurisdiction", place)
    standards = [
        one for one in registry.iter("standard") if place is None or one.jurisdiction == place
    ]
    order = tuple(CLOCK_STATES)
    clocks = sorted(
        (
            review_clock(registry, one, today=today)
            for one in standards
            if standard_state(registry, one, today).kind != "planned" or one.status in NOT_YET
        ),
        key=lambda one: (
            order.index(one.state),
            one.due.last.isoformat() if one.due else "",
            one.standard,
        ),
    )
    counts: dict[str, int] = {}
    for one in standards:
        counts[one.status] = counts.get(one.status, 0) + 1
    return Lifecycle(
        clocks=tuple(clocks),
        effects=tuple(_effects(registry, standards, today)),
        series=_series(standards),
        statuses=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def review_clock(registry: Registry, standard: Standard, *, today: date) -> ReviewClock:
    """When one standard is to be reviewed, by the rule for its level.

    Args:
        registry: Where its successors are looked up.
        standard: The standard.
        today: The day on which "due" is judged; what was confirmed later does not count yet.

    Returns:
        The clock; it stands still for what is not in force on that day.
    """
    cycle = review_cycle(standard.level)
    state_then = standard_state(registry, standard, today)
    silent = _silence(state_then, has_rule=cycle is not None)
    started, start = _start(standard, today)
    if silent is not None or cycle is None or started is None:
        state, reason = silent or ("unknown", _NO_DATE)
        return ReviewClock(standard.id, state, started, start, None, None, reason)
    counted = days_of(started)
    due = Days(years_later(counted.first, cycle.years), years_later(counted.last, cycle.years))
    if state_then.kind == "unknown":
        return ReviewClock(standard.id, "unknown", started, start, due, cycle.rule, _STATUS_UNKNOWN)
    words = STARTS[start or "issued"]
    reason = Words(
        zh=f"{words.zh} {started}，满 {cycle.years} 年",
        en=f"{words.en} {started}, plus {cycle.years} years",
    )
    return ReviewClock(standard.id, _state(due, today), started, start, due, cycle.rule, reason)


_NO_DATE = Words(zh="没有日期，无法起算", en="No date to count from")
_STATUS_UNKNOWN = Words(
    zh="来源未说明是否现行，不作提醒",
    en="No source says whether it is in force, so no alert is given",
)


def _silence(state: StateOnDay, *, has_rule: bool) -> tuple[ClockState, Words] | None:
    if state.kind in OVER or state.kind == "planned":
        return "no-clock", state.reason
    if not has_rule:
        return "no-clock", Words(
            zh="这一层级的复审周期由制定单位自定，库中没有规则",
            en="The body that made it sets the cycle; the register has no rule for this level",
        )
    return None


def _start(standard: Standard, today: date) -> tuple[str | None, str | None]:
    if standard.confirmed_on and days_of(standard.confirmed_on).first <= today:
        return standard.confirmed_on, "confirmed"
    if standard.effective:
        return standard.effective, "effective"
    if standard.issued:
        return standard.issued, "issued"
    match = _YEAR.search(standard.code or "")
    return (match.group("year"), "code") if match else (None, None)


def _state(due: Days, today: date) -> ClockState:
    if due.last < today:
        return "overdue"
    if due.first <= today and due.first != due.last:
        return "maybe-due"
    return "due-soon" if (due.first - today).days <= SOON_DAYS else "later"


def _effects(registry: Registry, standards: Iterable[Standard], today: date) -> Iterable[Effect]:
    items: dict[str, list[str]] = {}
    leads: dict[str, tuple[str, ...]] = {}
    for item in registry.iter("item"):
        leads[item.id] = tuple(item.lead_units)
        for tie in item.standards:
            items.setdefault(tie.standard, []).append(item.id)
    points: dict[str, list[str]] = {}
    for point in registry.iter("service-point"):
        for ref in point.standards:
            points.setdefault(ref, []).append(point.id)
    for standard in standards:
        tied = tuple(dict.fromkeys(items.get(standard.id, ())))
        working = tuple(points.get(standard.id, ()))
        state = standard_state(registry, standard, today).kind
        if state in OVER and (tied or working):
            yield Effect(
                standard=standard.id,
                status=state,
                replaced_by=tuple(one.standard or one.code or "" for one in standard.replaced_by),
                items=tied,
                units=tuple(sorted({unit for item in tied for unit in leads[item]})),
                service_points=working,
            )


def _series(standards: Iterable[Standard]) -> tuple[Series, ...]:
    groups: dict[str, dict[int, str]] = {}
    for standard in standards:
        match = _PART.match(standard.code or "")
        if match:
            parts = groups.setdefault(match.group("base"), {})
            number = int(match.group("part"))
            # Two editions of one part count once; the later id is as good as the earlier.
            parts[number] = max(parts.get(number, ""), standard.id)
    found = [
        Series(
            base=base,
            parts=tuple(sorted(parts.items())),
            gaps=tuple(n for n in range(1, max(parts) + 1) if n not in parts),
        )
        for base, parts in sorted(groups.items())
    ]
    found.sort(key=lambda one: (not one.gaps, one.base))
    return tuple(found)
