"""Compare a local level with a higher one: which guarantees more to the people it is for.

A level is an interval of values: "at least 100" begins at 100 with 100 in it, "more than 100" begins
there without it, "exactly 100" is one value. What counts is the end on the worse side: where more is
better the lower end, where less is better (days, distances) the upper one. "About" settles nothing
near the other value. Unlike units, bearers and periods are refused; a month and a year of the calendar
convert, and the conversion is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from bps.analysis.labels import LABELS
from bps.findings.words import Words

if TYPE_CHECKING:
    from bps.model import Level

Verdict = Literal["below", "equal", "above", "undetermined", "not-comparable"]

VERDICTS: dict[str, Words] = {
    "below": Words(zh="低于国家标准", en="below the national level"),
    "equal": Words(zh="与国家标准相同", en="equal to the national level"),
    "above": Words(zh="高于国家标准", en="above the national level"),
    "undetermined": Words(zh="不能确定", en="cannot be settled"),
    "not-comparable": Words(zh="不可比", en="not comparable"),
}

# Periods of the calendar by months; days, weeks and school terms have no fixed number of months.
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
# Only what adds up over time converts: an amount or a number of times, never a share or a wait.
_ADDS_UP: Final = frozenset({"amount", "frequency"})
# What "about" leaves open on either side; no source defines it, so it is kept wide.
_ABOUT: Final = Decimal("0.1")
_SWAPPED: Final = {
    "at-least": "at-most",
    "at-most": "at-least",
    "more-than": "less-than",
    "less-than": "more-than",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Outcome of one comparison.

    Attributes:
        verdict: How the local level stands to the higher one.
        reason: Why, in one sentence.
        conversion: How a value was brought to the period of the other; None where nothing was.
    """

    verdict: Verdict
    reason: Words
    conversion: Words | None = None


class _End(NamedTuple):
    """The worse end of an interval: a value, and whether it lies just beyond it."""

    value: Decimal
    beyond: bool


def compare_levels(local: Level, national: Level, direction: str | None) -> Judgement:
    """Compare two levels of the same measure, for the same people, in force on the same day.

    Args:
        local: Level of a place.
        national: Level of the nation, or of a place above.
        direction: `higher` or `lower` is better, as the indicator says; anything else means that
            neither is better.

    Returns:
        The verdict with its reason.
    """
    refused = _refusal(local, national, direction)
    if refused is not None:
        return Judgement("not-comparable", refused)
    here, conversion = _converted(local, national)
    there = Decimal(str(national.value))
    mine: str = local.comparator or "exactly"
    theirs: str = national.comparator or "exactly"
    if direction == "lower":
        here, there = -here, -there
        mine, theirs = _SWAPPED.get(mine, mine), _SWAPPED.get(theirs, theirs)
    verdict, why = _verdict(mine, here, theirs, there)
    reason = _reason(local, national, conversion) if why is None else why
    return Judgement(verdict, reason, conversion)


def _verdict(mine: str, here: Decimal, theirs: str, there: Decimal) -> tuple[Verdict, Words | None]:
    """Compare where more is better."""
    if theirs in {"at-most", "less-than"}:
        return _ceilings(mine, here, theirs, there)
    if "about" in {mine, theirs}:
        if abs(here - there) <= _ABOUT * max(abs(here), abs(there)):
            return "undetermined", _NEAR
        mine = "exactly" if mine == "about" else mine
    if mine in {"at-most", "less-than"}:
        open_end = mine == "less-than" or theirs == "more-than"
        too_little = here < there or (here == there and open_end)
        return ("below", None) if too_little else ("undetermined", _ONE_SIDED)
    low = _End(here, mine == "more-than")
    floor = _End(there, theirs == "more-than")
    return ("below" if low < floor else "above" if low > floor else "equal"), None


def _ceilings(
    mine: str, here: Decimal, theirs: str, there: Decimal
) -> tuple[Verdict, Words | None]:
    """The nation states a ceiling: only another ceiling can be set against it."""
    if mine not in {"at-most", "less-than"}:
        return "not-comparable", _CEILING
    top, limit = (here, mine == "at-most"), (there, theirs == "at-most")
    return ("below" if top < limit else "above" if top > limit else "equal"), None


_NEAR = Words(
    zh="有一方只写“约”，两个数相近，分不出高低",
    en='One of the two says "about" and the values are close: it cannot be settled',
)
_ONE_SIDED = Words(
    zh="地方只写了另一侧的界限，保证值未知",
    en="The place states the other bound only, so what it guarantees is not known",
)
_CEILING = Words(zh="国家规定的是上限，不是底线", en="The national level is a ceiling, not a floor")


def _refusal(local: Level, national: Level, direction: str | None) -> Words | None:
    if local.value is None or national.value is None:
        return Words(
            zh="文字表述的水平，不作数值比较", en="A level in words is not compared by value"
        )
    alike = (local.unit, local.per) == (national.unit, national.per)
    if not alike or not _periods_meet(local, national):
        here, there = (level_basis(each) or "–" for each in (local, national))
        return Words(
            zh=f"计量口径不同：{here}；国家 {there}",
            en=f"Unlike units: {here} here, {there} nationally",
        )
    if direction not in {"higher", "lower"}:
        return Words(
            zh="指标未规定越高越好还是越低越好",
            en="The indicator does not say whether higher or lower is better",
        )
    return None


def _periods_meet(local: Level, national: Level) -> bool:
    if local.period == national.period:
        return True
    calendar = local.period in _MONTHS and national.period in _MONTHS
    return calendar and {local.kind, national.kind} <= _ADDS_UP


def _converted(local: Level, national: Level) -> tuple[Decimal, Words | None]:
    """The local value in the period of the national one, and how it came about."""
    value = Decimal(str(local.value))
    if local.period == national.period or local.period is None or national.period is None:
        return value, None
    mine, theirs = _MONTHS[local.period], _MONTHS[national.period]
    converted = value * theirs / mine
    sign, factor = ("×", theirs // mine) if theirs > mine else ("÷", mine // theirs)
    sum_ = f"{local.value} {sign} {factor} = {converted:f}"
    periods = LABELS["period"]
    return converted, Words(
        zh=f"换算：{periods[local.period].zh}换成{periods[national.period].zh}，{sum_}",
        en=f"Converted from {periods[local.period].en} to {periods[national.period].en}: {sum_}",
    )


def level_basis(level: Level) -> str:
    """What a value is counted in, such as "CNY/person/month"; the empty string where nothing says."""
    return "/".join(part for part in (level.unit, level.per, level.period) if part)


_SIGNS = {
    "at-least": "≥",
    "at-most": "≤",
    "about": "≈",
    "more-than": ">",
    "less-than": "<",
    "exactly": "",
}


def level_value(level: Level) -> str:
    """The value with its comparator, such as "≥720"; the empty string for a level in words."""
    return "" if level.value is None else f"{_SIGNS.get(level.comparator or '', '')}{level.value}"


def _reason(local: Level, national: Level, conversion: Words | None) -> Words:
    mine, theirs = level_value(local), level_value(national)
    zh, en = f"地方 {mine}，国家 {theirs}", f"{mine} here, {theirs} nationally"
    if conversion is None:
        return Words(zh=zh, en=en)
    return Words(zh=f"{zh}；{conversion.zh}", en=f"{en}; {conversion.en}")
