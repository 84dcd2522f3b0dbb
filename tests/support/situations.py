"""Situations and conditions for tests of the finder: from files, and at random but repeatable."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from bps.analysis.eligibility.table import keys

if TYPE_CHECKING:
    from bps.analysis.eligibility import Card, Situation

VECTORS = Path(__file__).resolve().parent.parent / "vectors"
# Deep enough for every shape of nesting, shallow enough to read a failing case.
DEEPEST = 3


def eligibility_vectors() -> list[dict[str, Any]]:
    """The cases that both evaluators must answer alike."""
    cases: list[dict[str, Any]] = json.loads(
        (VECTORS / "eligibility.json").read_text(encoding="utf-8")
    )
    return cases


def personas() -> list[dict[str, Any]]:
    """Twenty written people with what they should and should not be offered."""
    people: list[dict[str, Any]] = yaml.safe_load(
        (VECTORS / "personas.yml").read_text(encoding="utf-8")
    )
    return people


def first_words() -> list[dict[str, Any]]:
    """Twenty people who have said only a little so far, with what is right at that moment."""
    people: list[dict[str, Any]] = yaml.safe_load(
        (VECTORS / "first-words.yml").read_text(encoding="utf-8")
    )
    return people


def situation_of(plain: dict[str, Any]) -> Situation:
    """Turn numbers and lists of a file into the answers of a situation."""
    return {
        key: tuple(value) if isinstance(value, list) else float(value) if key == "age" else value
        for key, value in plain.items()
    }


def plain_situation(situation: Situation) -> dict[str, Any]:
    """The same as JSON has it."""
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in situation.items()
    }


def dice(seed: int) -> Random:
    """Chance that falls alike in every run."""
    return Random(seed)  # noqa: S311 - for cases, not for secrets


def random_situation(random: Random) -> Situation:
    """A situation in which each key is known or not, by chance."""
    answers: dict[str, Any] = {}
    for name, key in keys().items():
        if random.random() < 0.5:
            continue
        if name == "age":
            answers[name] = random.choice([0.0, 0.5, 5.0, 6.5, 15.99, 16.0, 17.0, 35.0, 59.5, 60.0])
        elif key.several:
            count = random.randint(0, 2)
            chosen = random.sample(list(key.values), count)
            answers[name] = tuple(value for value in key.values if value in chosen)
        else:
            answers[name] = random.choice(list(key.values))
    return answers


def random_condition(random: Random, depth: int = DEEPEST) -> dict[str, Any]:
    """A condition of any shape."""
    shape = random.choice(["atom", "atom", "all", "any", "not"]) if depth else "atom"
    if shape == "not":
        return {"not": random_condition(random, depth - 1)}
    if shape in {"all", "any"}:
        count = random.randint(1, 3)
        return {shape: [random_condition(random, depth - 1) for _ in range(count)]}
    name = random.choice(list(keys()))
    if name == "age":
        bounds = {
            "min": random.choice([0, 6, 16, 60, 0.5]),
            "max": random.choice([6, 15.5, 17, 59]),
        }
        kept = random.choice([["min"], ["max"], ["min", "max"]])
        return {"age": {side: bounds[side] for side in kept}}
    values = list(keys()[name].values)
    count = random.choice([1, 1, 2, len(values)])
    return {name: random.sample(values, min(count, len(values)))}


def answer_card(card: Card, truth: Situation, known: Situation) -> Situation | None:
    """What a person with this whole situation answers on a card; None when no choice fits."""
    shown = card.shown(known)
    if card.unticked:
        ticked = [
            option.id
            for option in shown
            if (option.sets and _agrees(option.sets, truth))
            or (option.about and _asks_more(option.about, card, truth))
        ]
        return card.ticked(ticked)
    if len(card.keys) == 1:
        return {key: truth[key] for key in card.keys if key in truth}
    return next((option.sets for option in shown if _agrees(option.sets, truth)), None)


def _agrees(sets: Situation, truth: Situation) -> bool:
    return all(truth.get(key) == value for key, value in sets.items())


def _asks_more(about: str, card: Card, truth: Situation) -> bool:
    """Whether the truth differs from the default and no other choice on the card says it whole."""
    said = any(about in option.sets and _agrees(option.sets, truth) for option in card.options)
    return truth.get(about) != card.unticked[about] and not said
