"""Which question to ask next: the one that settles most services."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bps.analysis.eligibility.evaluate import Condition, Verdict, judge, missing_keys
from bps.analysis.eligibility.table import keys, raw_table

if TYPE_CHECKING:
    from bps.analysis.eligibility.situation import Answer, Situation

# What an option may set; a list of the table is a tuple here.
Assignment = Mapping[str, "Answer"]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen on a card.

    Attributes:
        id: Name of the option.
        sets: The answers it gives.
        about: The key whose own question follows when this is ticked.
        when: Condition without which the option is not shown.
    """

    id: str
    sets: Assignment
    about: str | None = None
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One question as it is asked; it may settle several keys.

    Attributes:
        id: Name of the card.
        keys: The keys it settles.
        options: Its answers; empty for a number.
        several: Whether more than one may be ticked.
        unticked: For a card that sorts out: what holds for everything not ticked.
        tries: Sample answers, from which the worth of asking is reckoned.
        first: Whether it comes before all others, because it shortens them.
    """

    id: str
    keys: tuple[str, ...]
    options: tuple[Option, ...]
    several: bool
    unticked: Assignment
    tries: tuple[Assignment, ...] = ()
    first: bool = False

    def shown(self, situation: Situation) -> tuple[Option, ...]:
        """The options that can be true of this person."""
        return tuple(
            option
            for option in self.options
            if option.when is None or judge(option.when, situation) is not Verdict.NO
        )

    def ticked(self, chosen: Iterable[str]) -> Assignment:
        """The answers that follow from the ticked options of a card that sorts out."""
        picked = [option for option in self.options if option.id in set(chosen)]
        opened = {option.about for option in picked}
        answers = dict(self.unticked)
        for option in picked:
            answers.update(option.sets)
        return {key: value for key, value in answers.items() if key not in opened}


@cache
def open_cards() -> tuple[Card, ...]:
    """All cards of the table, in its order."""
    return tuple(_card(row) for row in raw_table()["cards"])


def next_card(
    conditions: Sequence[Condition], situation: Situation, *, asked: Iterable[str] = ()
) -> Card | None:
    """Choose the question that leaves the fewest services open.

    Args:
        conditions: Conditions of all services on offer.
        situation: What is known.
        asked: Cards that were answered or left aside.

    Returns:
        The card, or None when no further question can settle anything.
    """
    pending = [c for c in conditions if judge(c, situation) is Verdict.UNKNOWN]
    wanted = {key for condition in pending for key in missing_keys(condition, situation)}
    done = set(asked)
    candidates = [
        card
        for card in open_cards()
        if card.id not in done and any(key in wanted for key in card.keys)
    ]
    if not candidates:
        return None
    return min(candidates, key=lambda card: (not card.first, _left_open(card, pending, situation)))


def _left_open(card: Card, pending: Sequence[Condition], situation: Situation) -> float:
    """Services still open after the card, on average over its possible answers."""
    still = 0
    for answers in card.tries:
        after = {**answers, **situation}
        still += sum(judge(condition, after) is Verdict.UNKNOWN for condition in pending)
    return still / len(card.tries)


def _card(row: Mapping[str, Any]) -> Card:
    unticked = _assignment(row.get("unticked", {}))
    if "options" in row:
        options = tuple(
            Option(o["id"], _assignment(o.get("sets", {})), o.get("about"), o.get("when"))
            for o in row["options"]
        )
    else:
        options = _options_of_key(row["keys"][0])
    several = bool(unticked) or keys()[row["keys"][0]].several
    card = Card(row["id"], tuple(row["keys"]), options, several, unticked)
    tries = tuple(_tries(card, row.get("try", ())))
    return replace(card, tries=tries, first=row.get("first", False))


def _options_of_key(name: str) -> tuple[Option, ...]:
    key = keys()[name]
    return tuple(Option(v, {name: (v,) if key.several else v}) for v in key.values)


def _tries(card: Card, samples: Iterable[float]) -> Iterable[Assignment]:
    if card.unticked:
        yield card.unticked
        yield from (card.ticked([option.id]) for option in card.options)
        return
    yield from ({card.keys[0]: float(sample)} for sample in samples)
    if card.several:
        yield {card.keys[0]: ()}
    yield from (option.sets for option in card.options)


def _assignment(row: Mapping[str, Any]) -> Assignment:
    return MappingProxyType(
        {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    )
