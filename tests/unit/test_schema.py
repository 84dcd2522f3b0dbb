"""The committed schema: generated from the models, valid, complete and in linear time."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from bps.model import RECORD_TYPES
from bps.schema import build_schema, schema_files, schema_id, schema_path, schema_text

ROOT = Path(__file__).parents[2]
TEXTS = ("title", "description", "x-title-zh", "x-description-zh")


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_the_committed_schema_is_what_the_models_say(name: str) -> None:
    committed = (ROOT / schema_path(name)).read_text(encoding="utf-8")
    assert committed == schema_text(name), "run: .venv/bin/bps schema"


def test_no_schema_is_left_behind_by_a_type_that_is_gone() -> None:
    committed = {path.relative_to(ROOT).as_posix() for path in (ROOT / "schema/v1").iterdir()}
    assert committed == set(schema_files())


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_the_metaschema_accepts_every_schema(name: str) -> None:
    schema = build_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == schema_id(name)


def properties_of(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for definition_name, definition in schema["$defs"].items():
        for key, texts in definition.get("properties", {}).items():
            yield f"{definition_name}.{key}", texts


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_every_property_shows_its_texts_and_its_examples_are_valid(name: str) -> None:
    schema = dict(build_schema(name))
    for label, texts in properties_of(schema):
        assert all(texts.get(key) for key in TEXTS), label
        # What an editor shows when the pointer rests on the key: both languages.
        assert texts["x-description-zh"] in texts["markdownDescription"], label
        assert texts["description"] in texts["markdownDescription"], label
        validator = jsonschema_rs.validator_for(
            {"$schema": schema["$schema"], "$defs": schema["$defs"], **texts}
        )
        for example in texts["examples"]:
            assert [error.message for error in validator.iter_errors(example)] == [], label


def patterns_of(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            yield node["pattern"]
        for value in node.values():
            yield from patterns_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from patterns_of(value)


EVERY_PATTERN = sorted(
    {pattern for name in RECORD_TYPES for pattern in patterns_of(dict(build_schema(name)))}
)


@pytest.mark.parametrize("pattern", EVERY_PATTERN)
def test_every_pattern_runs_in_linear_time_and_knows_only_ascii_digits(pattern: str) -> None:
    assert "\\d" not in pattern
    assert "\\w" not in pattern
    validator = jsonschema_rs.validator_for(
        {"type": "string", "pattern": pattern},
        pattern_options=jsonschema_rs.RegexOptions(),
    )
    for adversary in ("a" * 100_000, "a-" * 50_000 + "!", "1" * 100_000 + "\n", "０" * 100_000):
        started = time.perf_counter()
        validator.is_valid(adversary)
        assert time.perf_counter() - started < 0.05


def test_null_is_nowhere_in_a_schema() -> None:
    for name in RECORD_TYPES:
        assert json.dumps({"type": "null"}) not in json.dumps(build_schema(name))
        assert '"default"' not in schema_text(name)


def test_references_say_which_type_they_name() -> None:
    item = build_schema("item")["$defs"]["Item"]["properties"]
    assert item["jurisdiction"]["x-ref"] == "jurisdiction"
    assert item["lead_units"]["items"]["x-ref"] == "unit"
