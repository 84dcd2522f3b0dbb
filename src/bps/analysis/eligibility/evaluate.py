"""Three-valued judgement of a condition over a situation (Kleene's strong logic).

A condition is the plain form of an eligibility expression: a mapping with one key, `all`, `any`,
`not` or an atom. Two atoms are decided without an answer, because every answer fits: a list of all
values of a key, and an age of at least 0. Others are decided by the table of implications: a child
of four is in no senior school, and nobody needs to ask.

Ages are completed years, as 周岁 is counted: `max: 6` holds until the seventh birthday. A bound with
a fraction is compared as it stands.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from bps.analysis.eligibility.table import implications, keys

if TYPE_CHECKING:
    from bps.analysis.eligibility.situation import Situation
    from bps.model import Expression

Condition: TypeAlias = Mapping[str, Any]


class Verdict(StrEnum):
    """True, false or unknown."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


_OPPOSITE = {Verdict.YES: Verdict.NO, Verdict.NO: Verdict.YES, Verdict.UNKNOWN: Verdict.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Requirement:
    """One atom that decides a condition.

    Attributes:
        key: What it asks about.
        values: The values that fit, or the bounds of an age.
        negated: Whether it stands below a `not`.
    """

    key: str
    values: Any
    negated: bool


def as_condition(expression: Expression) -> Condition:
    """Turn an expression of a record into its plain form."""
    plain: Condition = expression.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return plain


def judge(condition: Condition, situation: Situation) -> Verdict:
    """Say whether a condition holds.

    Args:
        condition: Plain form of an expression.
        situation: What is known about the person.

    Returns:
        Yes or no when the known answers settle it, else unknown.

    Examples:
        >>> judge({"age": {"min": 65}}, {"age": 67.0}).value
        'yes'
        >>> judge({"any": [{"age": {"min": 65}}, {"service": ["veteran"]}]}, {}).value
        'unknown'
    """
    name, body = _split(condition)
    if name == "not":
        return _OPPOSITE[judge(body, situation)]
    if name not in {"all", "any"}:
        return _judge_atom(name, body, situation)
    decisive = Verdict.NO if name == "all" else Verdict.YES
    unknown = False
    for part in body:
        verdict = judge(part, situation)
        if verdict is decisive:
            return decisive
        unknown = unknown or verdict is Verdict.UNKNOWN
    return Verdict.UNKNOWN if unknown else _OPPOSITE[decisive]


def requirements(condition: Condition, situation: Situation) -> Iterator[Requirement]:
    """Yield the atoms that made the verdict what it is.

    For `any` that holds, the first part that holds is enough; otherwise every part that shares the
    verdict of the whole counts.
    """
    yield from _deciding(condition, situation, negated=False)


def missing_keys(condition: Condition, situation: Situation) -> tuple[str, ...]:
    """Name what must be known to settle the condition, in the order of the table.

    Empty when the condition is settled already.
    """
    if judge(condition, situation) is not Verdict.UNKNOWN:
        return ()
    wanted = {requirement.key for requirement in requirements(condition, situation)}
    return tuple(name for name in keys() if name in wanted)


def _deciding(
    condition: Condition, situation: Situation, *, negated: bool
) -> Iterator[Requirement]:
    name, body = _split(condition)
    if name == "not":
        yield from _deciding(body, situation, negated=not negated)
    elif name in {"all", "any"}:
        verdict = judge(condition, situation)
        for part in body:
            if judge(part, situation) is verdict:
                yield from _deciding(part, situation, negated=negated)
                if name == "any" and verdict is Verdict.YES:
                    return
    else:
        yield Requirement(name, body, negated)


def _split(condition: Condition) -> tuple[str, Any]:
    ((name, body),) = condition.items()
    return name, body


def _judge_atom(name: str, body: Any, situation: Situation) -> Verdict:
    answer = situation.get(name)
    if answer is None:
        return _judge_unasked(name, body, situation)
    if isinstance(answer, float):
        return Verdict.YES if _in_range(answer, body) else Verdict.NO
    given = answer if isinstance(answer, tuple) else (answer,)
    return Verdict.YES if any(value in body for value in given) else Verdict.NO


def _judge_unasked(name: str, body: Any, situation: Situation) -> Verdict:
    """What can be said without an answer: every answer fits, or other answers rule all fitting out."""
    if fits_everyone(name, body):
        return Verdict.YES
    never = ruled_out(name, situation)
    if not never:
        return Verdict.UNKNOWN
    key = keys()[name]
    if all(value in never for value in body):
        return Verdict.NO
    rest = [value for value in key.values if value not in never]
    return Verdict.YES if not key.several and all(v in body for v in rest) else Verdict.UNKNOWN


def ruled_out(name: str, situation: Situation) -> frozenset[str]:
    """Values of a key that other answers rule out, by the table of implications.

    Examples:
        >>> sorted(ruled_out("pregnant", {"sex": "male"}))
        ['yes']
    """
    return frozenset(
        value
        for when, values in implications().get(name, ())
        if judge(when, situation) is Verdict.YES
        for value in values
    )


def fits_everyone(name: str, body: Any) -> bool:
    """Whether an atom holds whatever the answer is."""
    key = keys()[name]
    if name == "age":
        return "max" not in body and body.get("min", 0) <= 0
    return not key.several and all(value in body for value in key.values)


def _in_range(age: float, bounds: Mapping[str, float]) -> bool:
    lowest, highest = bounds.get("min"), bounds.get("max")
    if lowest is not None and age < lowest:
        return False
    if highest is None:
        return True
    return (math.floor(age) if float(highest).is_integer() else age) <= highest
