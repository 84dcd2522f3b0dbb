"""Reading what was written gives the same data, and a changed key is found where it stands."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bps.findings import Finding
from bps.load import read_record
from bps.load.scalars import number

KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=30)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**14), 10**14), TEXTS.map(lambda text: f"x{text}")
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=20,
)
RECORDS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=6)


def _normal(value: Any) -> Any:
    import unicodedata

    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_normal(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _normal(entry) for key, entry in value.items()}
    return value


@given(RECORDS)
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_json_is_read_back_as_it_was(record: dict[str, Any]) -> None:
    """JSON is YAML: whatever a program writes as JSON must come back unchanged."""
    record = _normal(record)
    text = json.dumps(record, ensure_ascii=False)
    findings: list[Finding] = []
    found = read_record(text.encode(), "x.yml", findings)
    assert found is not None, findings
    assert {finding.code for finding in findings} <= {"forbidden-character"}
    if not findings:
        assert found.data == record


@given(RECORDS)
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_block_style_is_read_back_with_the_places_of_pyyaml(record: dict[str, Any]) -> None:
    record = _normal(record)
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    findings: list[Finding] = []
    found = read_record(text.encode(), "x.yml", findings)
    assert found is not None, findings
    if findings:
        return
    assert found.data == record
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert node is not None
    for key, value in node.value:
        mark = found.marks.key(f"/{key.value}")
        assert (mark.line, mark.column) == (key.start_mark.line + 1, key.start_mark.column + 1)
        place = found.marks.value(f"/{key.value}")
        assert place.line == value.start_mark.line + 1


@given(st.text(st.characters(codec="utf-8"), max_size=120))
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_no_text_crashes_the_reader(text: str) -> None:
    findings: list[Finding] = []
    found = read_record(text.encode(), "x.yml", findings)
    assert found is not None or findings


@given(st.binary(max_size=120))
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    findings: list[Finding] = []
    found = read_record(data, "x.yml", findings)
    assert found is not None or findings


@given(st.text("0123456789-+._eExX", max_size=8))
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_a_number_is_what_json_calls_a_number(text: str) -> None:
    try:
        expected = json.loads(text)
    except ValueError:
        expected = None
    found = number(text)
    # Exponents are the one thing JSON has and records do not.
    if expected is None or "e" in text.lower():
        assert found is None
    else:
        assert found == expected
