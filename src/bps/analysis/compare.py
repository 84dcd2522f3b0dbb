"""Compare a local level with a national one: which is better for the people it is for.

A level states what is guaranteed. Where more is better, a floor is the least that is given
("at least", "exactly"); where less is better (days, distances), it is the most ("at most",
"exactly"). Unlike units, periods or bases are refused, never converted.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

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

_LOWER_BOUND = frozenset({None, "exactly", "at-least", "about", "more-than"})
_UPPER_BOUND = frozenset({None, "exactly", "at-most", "about", "less-than"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """Outcome of one comparison.

    Attributes:
        verdict: How the local level stands to the national one.
        reason: Why, in one sentence.
    """

    verdict: Verdict
    reason: Words


def compare_levels(local: Level, national: Level, direction: str | None) -> Judgement:
    """Compare two levels of the same measure.

    Args:
        local: Level of a place.
        national: Level of the nation, in force at the same date.
        direction: `higher` or `lower` is better, as the indicator says; anything else means that
            neither is better.

    Returns:
        The verdict with its reason.
    """
    refused = _refusal(local, national, direction)
    if refused is not None:
        return Judgement("not-comparable", refused)
    here, there = Decimal(str(local.value)), Decimal(str(national.value))
    if direction == "lower":
        sided, other = _UPPER_BOUND, "at-most"
        here, there = -here, -there
    else:
        sided, other = _LOWER_BOUND, "at-least"
    if national.comparator not in sided:
        return _ceilings(local, national, here, there)
    if local.comparator not in sided:
        if here < there:
            return Judgement("below", _reason(local, national))
        return Judgement(
            "undetermined",
            Words(
                zh="地方只写了另一侧的界限，保证值未知",
                en=f"The place states no '{other}' value, so what it guarantees is not known",
            ),
        )
    if here == there and local.comparator == "more-than" and national.comparator != "more-than":
        return Judgement("above", _reason(local, national))
    return Judgement(_order(here, there), _reason(local, national))


def _refusal(local: Level, national: Level, direction: str | None) -> Words | None:
    if local.value is None or national.value is None:
        return Words(
            zh="文字表述的水平，不作数值比较", en="A level in words is not compared by value"
        )
    mine = (local.unit, local.per, local.period)
    theirs = (national.unit, national.per, national.period)
    if mine != theirs:
        return Words(
            zh=f"计量口径不同：{_basis(local)}；国家 {_basis(national)}",
            en=f"Unlike units: {_basis(local)} here, {_basis(national)} nationally",
        )
    if direction not in {"higher", "lower"}:
        return Words(
            zh="指标未规定越高越好还是越低越好",
            en="The indicator does not say whether higher or lower is better",
        )
    return None


def _basis(level: Level) -> str:
    return "/".join(part for part in (level.unit, level.per, level.period) if part) or "–"


def _order(here: Decimal, there: Decimal) -> Verdict:
    return "below" if here < there else "above" if here > there else "equal"


def _ceilings(local: Level, national: Level, here: Decimal, there: Decimal) -> Judgement:
    """The nation states a ceiling: only another ceiling can be set against it."""
    if local.comparator == national.comparator:
        return Judgement(_order(here, there), _reason(local, national))
    return Judgement(
        "not-comparable",
        Words(
            zh="国家规定的是上限，不是底线",
            en="The national level is a ceiling, not a floor",
        ),
    )


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


def _reason(local: Level, national: Level) -> Words:
    mine, theirs = level_value(local), level_value(national)
    return Words(zh=f"地方 {mine}，国家 {theirs}", en=f"{mine} here, {theirs} nationally")
