"""The table of what can be said about a situation: keys, values, questions and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that can be said about a situation.

    Attributes:
        id: Name in conditions, options and links, such as `education_stage`.
        title: Short name.
        question: What a person is asked.
        why: Why it is asked.
        phrase: How a requirement is put into words, with `{v}` for the values.
        some: How it is said that every value but "none" fits; None when they are listed.
        several: Whether a person may give more than one value.
        values: The values with their names; empty for `age`, which is a number.
        nothing: What "none of them" is called, for keys that take several values.
        instead: What to do when the requirement is not met; `age` has `younger` and `older`.
    """

    id: str
    title: Words
    question: Words
    why: Words
    phrase: Words
    some: Words | None
    several: bool
    values: Mapping[str, Words]
    nothing: Words | None
    instead: Mapping[str, Words]


@cache
def raw_table() -> Mapping[str, Any]:
    """The table as it stands in its file; the browser gets the same."""
    text = resources.files("bps.analysis.eligibility").joinpath("situation.yml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return MappingProxyType(table)


@cache
def keys() -> Mapping[str, Key]:
    """All keys in their fixed order."""
    return MappingProxyType({name: _key(name, row) for name, row in raw_table()["keys"].items()})


@cache
def implications() -> Mapping[str, tuple[tuple[Mapping[str, Any], tuple[str, ...]], ...]]:
    """For each key, conditions with the values that they rule out."""
    found: dict[str, list[tuple[Mapping[str, Any], tuple[str, ...]]]] = {}
    for row in raw_table()["implications"]:
        found.setdefault(row["key"], []).append((row["when"], tuple(row["never"])))
    return MappingProxyType({key: tuple(rows) for key, rows in found.items()})


def sentence(name: str) -> Words:
    """One of the sentences that results are made of."""
    return words(raw_table()["sentences"][name])


def words(pair: Mapping[str, str]) -> Words:
    """Read a pair of texts."""
    return Words(pair["zh"], pair["en"])


def _key(name: str, row: Mapping[str, Any]) -> Key:
    instead = row["instead"]
    return Key(
        id=name,
        title=words(row["title"]),
        question=words(row["question"]),
        why=words(row["why"]),
        phrase=words(row["is"]) if "is" in row else Words("{v}", "{v}"),
        some=words(row["some"]) if "some" in row else None,
        several=row.get("several", False),
        values=MappingProxyType({v: words(pair) for v, pair in row.get("values", {}).items()}),
        nothing=words(row["nothing"]) if "nothing" in row else None,
        instead=MappingProxyType(
            {"": words(instead)}
            if "zh" in instead
            else {side: words(pair) for side, pair in instead.items()}
        ),
    )
