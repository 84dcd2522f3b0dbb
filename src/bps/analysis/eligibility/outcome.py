"""What comes out for one service: which group, why, what is missing, what to do instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from bps.analysis.eligibility.evaluate import (
    Requirement,
    Verdict,
    judge,
    missing_keys,
    requirements,
)
from bps.analysis.eligibility.table import Key, keys, raw_table, sentence, words
from bps.analysis.eligibility.wording import need, number
from bps.findings.words import Words

if TYPE_CHECKING:
    from bps.analysis.eligibility.offers import Offer
    from bps.analysis.eligibility.situation import Answer, Situation


class Group(StrEnum):
    """Where a service stands among the results."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one service.

    Attributes:
        id: The item.
        group: You should get this, you may get this, or not for you.
        missing: Keys that would settle it.
        untested: Conditions that nobody can compute, when they still matter.
        because: Sentences that say why.
        instead: What to do when it is not for this person.
    """

    id: str
    group: Group
    missing: tuple[str, ...] = ()
    untested: tuple[Words, ...] = ()
    because: tuple[Words, ...] = ()
    instead: tuple[Words, ...] = ()


def outcome(offer: Offer, situation: Situation) -> Outcome:
    """Judge one service for one person.

    A service is a clear yes only when its condition holds and no untested condition is left.

    Args:
        offer: The service as it is offered at a place.
        situation: What is known about the person.

    Returns:
        The group with its reasons.
    """
    if offer.condition is None:
        return Outcome(offer.id, Group.MAYBE, untested=offer.untested, because=offer.notes)
    verdict = judge(offer.condition, situation)
    found = tuple(requirements(offer.condition, situation))
    because = _once((*(_reason(r, situation, verdict) for r in found), *offer.notes))
    if verdict is Verdict.NO and offer.when_no is None:
        instead = _once(_instead(r, situation) for r in found)
        return Outcome(offer.id, Group.NO, because=because, instead=instead)
    untested = offer.untested
    if verdict is Verdict.NO and offer.when_no is not None:
        untested = (offer.when_no,)
    settled = verdict is Verdict.YES and not untested
    return Outcome(
        offer.id,
        Group.YES if settled else Group.MAYBE,
        missing=missing_keys(offer.condition, situation),
        untested=untested,
        because=because,
    )


def contradictions(situation: Situation) -> tuple[Words, ...]:
    """Answers that do not go together, each said in one calm sentence."""
    return tuple(
        sentence("contradiction").filled(what=words(rule["say"]))
        for rule in raw_table()["contradictions"]
        if judge(rule["when"], situation) is Verdict.YES
        and all(each.key in situation for each in requirements(rule["when"], situation))
    )


def _once(sentences: Any) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(sentences))


def _reason(requirement: Requirement, situation: Situation, verdict: Verdict) -> Words:
    key = keys()[requirement.key]
    answer = situation.get(key.id)
    if verdict is Verdict.YES and answer is None:
        return sentence("open-to-all")
    required = need(requirement)
    if verdict is Verdict.UNKNOWN:
        return sentence("unknown").filled(title=key.title, need=required)
    if answer is None and verdict is Verdict.NO:
        return sentence("ruled-out").filled(need=required)
    if verdict is Verdict.YES or answer is None:
        return sentence("yes").filled(need=required)
    return sentence("no").filled(need=required, have=_have(key, answer))


def _have(key: Key, answer: Answer) -> Words:
    if isinstance(answer, float):
        return sentence("years").filled(age=number(answer))
    given = answer if isinstance(answer, tuple) else (answer,)
    if not given:
        return key.nothing or key.title
    names = [key.values[value] for value in given]
    return Words("、".join(n.zh for n in names), ", ".join(n.en for n in names))


def _instead(requirement: Requirement, situation: Situation) -> Words:
    key = keys()[requirement.key]
    if key.id != "age":
        return key.instead[""]
    low = requirement.values.get("min")
    age = situation.get("age")
    if low is not None and isinstance(age, float) and age < low:
        return key.instead["younger"].filled(min=number(low))
    return key.instead["older"]
