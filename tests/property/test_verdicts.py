"""Three judges, one verdict: jsonschema-rs, jsonschema and the models, on good and mutated records."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bps.load import load_records
from bps.model import FORWARDING_KINDS, RECORD_TYPES, Forwarding
from bps.validate import open_schemas, type_of_path

MINI = Path(__file__).parents[1] / "mini"
# Values that fit nowhere, or almost: wrong types, empty ones, near misses of every pattern.
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 3.0, 1.5, 10**15, "", " ", "a", "A", "a-b", "a/b", "a--b", "-a",
    "1", "01", "1.50", "-0", "１２", "甲", "x" * 201, "x" * 2001, "2024", "2024-13", "2024-02-30",
    "2024-1-1", "moved", "in-force", "stated", "http://a", "http://a b", "ftp://a", [], {}, [None],
    ["a"], ["a", "a"], {"zh": "甲"}, {"zh": ""}, {"de": "a"}, {"zh": "甲", "en": 1}, {"a": {"b": []}},
    {"age": {}}, {"age": {"min": 6}}, {"all": []}, {"not": {"not": {"sex": ["male"]}}},
)  # fmt: skip
KEYS = ("id", "kind", "name", "status", "evidence", "to", "on", "foo", "Name", "zh", "from", "not")


@cache
def good_records() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Type and data of every record of the mini register."""
    found = []
    for record in load_records(MINI).records:
        kind = type_of_path(record.path)
        assert kind is not None
        found.append((kind.name, record.data))
    return tuple(found)


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Paths to every node below the root."""
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in entries:
        yield (*path, key)
        if isinstance(value, (dict, list)):
            yield from places(value, (*path, key))


def parent_of(data: Any, path: tuple[Any, ...]) -> Any:
    for part in path[:-1]:
        data = data[part]
    return data


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A good record with one to three changes."""
    name, original = draw(st.sampled_from(good_records()))
    data = copy.deepcopy(original)
    for _ in range(draw(st.integers(1, 3))):
        every = list(places(data))
        if not every:
            break
        path = draw(st.sampled_from(every))
        holder = parent_of(data, path)
        change = draw(st.sampled_from(("delete", "replace", "replace", "add", "transplant")))
        if change == "delete":
            del holder[path[-1]]
        elif change == "replace":
            holder[path[-1]] = copy.deepcopy(draw(st.sampled_from(ODD)))
        elif change == "transplant":
            other = draw(st.sampled_from(every))
            holder[path[-1]] = copy.deepcopy(parent_of(data, other)[other[-1]])
        elif isinstance(holder, dict):
            holder[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(st.sampled_from(ODD)))
        else:
            holder.append(copy.deepcopy(draw(st.sampled_from(ODD))))
    return name, data


@cache
def reference(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(open_schemas().document(name))


GATE = open_schemas()


def verdicts(name: str, data: dict[str, Any]) -> tuple[bool, bool, bool]:
    """What jsonschema-rs, jsonschema and the models say."""
    kind = data.get("kind")
    is_forwarding = isinstance(kind, str) and kind in FORWARDING_KINDS
    model = Forwarding if is_forwarding else RECORD_TYPES[name].model
    try:
        model.model_validate(data)
        fits = True
    except ValidationError:
        fits = False
    return GATE.validator(name).is_valid(data), reference(name).is_valid(data), fits


@pytest.mark.parametrize(
    ("name", "data"),
    good_records(),
    ids=lambda part: part["id"] if isinstance(part, dict) else part,
)
def test_all_three_accept_good_records(name: str, data: dict[str, Any]) -> None:
    assert verdicts(name, data) == (True, True, True)


def test_the_mini_register_has_a_record_of_every_type() -> None:
    assert {name for name, _ in good_records()} == set(RECORD_TYPES)


@given(mutated())
@settings(
    max_examples=600,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_all_three_agree_on_mutated_records(case: tuple[str, dict[str, Any]]) -> None:
    name, data = case
    assert len(set(verdicts(name, data))) == 1
