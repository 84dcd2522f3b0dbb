"""Validation: the folder chooses the type, the schema speaks, the model builds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bps.findings import Finding
from bps.load import RawRecord, read_record
from bps.model import RECORD_TYPES, Forwarding, Item, Jurisdiction
from bps.validate import expected_id, open_schemas, type_of_path, validate_records
from bps.validate.patterns import PATTERN_WORDS
from bps.validate.wording import _WORDINGS

PLACE = "catalogue/jurisdictions/testland.yml"
GOOD = (
    "id: testland\nname: {zh: 试验国}\nlevel: country\n"
    "evidence: [{fields: [name], source: s, how: stated}]\n"
)


def raw(text: str, path: str = PLACE) -> RawRecord:
    findings: list[Finding] = []
    record = read_record(text.encode(), path, findings)
    assert record is not None
    return record


def faults(text: str, path: str = PLACE) -> list[tuple[str, str]]:
    found = validate_records([raw(text, path)]).findings
    return [(finding.code, finding.pointer) for finding in found]


def test_a_good_record_becomes_a_typed_entry() -> None:
    validated = validate_records([raw(GOOD)])
    assert validated.findings == ()
    (entry,) = validated.entries
    assert (entry.type, entry.id) == ("jurisdiction", "testland")
    assert isinstance(entry.record, Jurisdiction)


@pytest.mark.parametrize("kind", ["moved", "split", "withdrawn"])
def test_the_kind_chooses_the_forwarding_branch(kind: str) -> None:
    text = f'id: testland\nkind: {kind}\nto: [cn]\non: "2024"\n'
    (entry,) = validate_records([raw(text)]).entries
    assert isinstance(entry.record, Forwarding)
    # A fault inside is that of a forwarding entry, not of the record that is no more.
    assert sorted(faults(f"id: testland\nkind: {kind}\nname: {{zh: 甲}}\n")) == [
        ("missing-key", ""),
        ("unknown-key", "/name"),
    ]


def test_all_faults_of_a_record_are_reported_at_once() -> None:
    text = (
        "id: Testland\nname: 甲\nlevel: contry\nparent:\ndivision_code: 129900\nfoo: 1\n"
        "aliases: []\nevidence: [{fields: [name], source: s, how: stated, also: [甲]}]\n"
    )
    assert sorted(faults(text)) == [
        ("empty-list", "/aliases"),
        ("empty-value", "/parent"),
        ("unknown-key", "/foo"),
        ("unquoted-number", "/division_code"),
        ("value-not-allowed", "/level"),
        ("wrong-form", "/evidence/0/also/0"),
        ("wrong-form", "/id"),
        ("wrong-type", "/name"),
    ]


def test_unknown_key_points_at_the_key_and_missing_key_at_the_mapping() -> None:
    text = GOOD.replace("how: stated", "hwo: stated")
    found = {finding.code: finding for finding in validate_records([raw(text)]).findings}
    assert (found["unknown-key"].line, found["unknown-key"].column) == (4, 40)
    assert found["unknown-key"].fix is not None
    assert found["unknown-key"].fix.en == 'did you mean "how"?'
    assert (found["missing-key"].line, found["missing-key"].column) == (4, 12)


def test_what_was_refused_while_reading_is_not_reported_twice() -> None:
    findings: list[Finding] = []
    text = GOOD.replace("level: country", "level: &x country\nparent: *x")
    record = read_record(text.encode(), PLACE, findings)
    assert record is not None
    assert [finding.code for finding in findings] == ["anchor-used", "alias-used"]
    assert validate_records([record]).findings == ()


def test_a_record_that_passes_the_gate_and_not_the_model_is_our_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The two are generated from one source; should they ever part, nobody else is blamed."""
    schemas = open_schemas()
    document = schemas.document("jurisdiction")
    monkeypatch.setitem(document, "else", {})
    validated = validate_records([raw("id: testland\n")], schemas=schemas)
    assert [finding.code for finding in validated.findings] == ["internal-error"]


@pytest.mark.parametrize(
    ("path", "name", "record_id"),
    [
        ("catalogue/items/cn/vaccination.yml", "item", "cn/vaccination"),
        ("catalogue/jurisdictions/cn.yml", "jurisdiction", "cn"),
        ("catalogue/recipients.yml", "recipients", "recipients"),
        ("standards/national/gb-t-1-2020.yml", "standard", "gb-t-1-2020"),
        ("standards/local/hubei/db42-t-1-2020.yml", "standard", "hubei/db42-t-1-2020"),
        ("catalogue/other/a.yml", None, "a"),
        ("catalogue/a.yml", None, "a"),
        ("catalogue/itemsx/cn/a.yml", None, "a"),
    ],
)
def test_type_and_id_follow_from_the_path(path: str, name: str | None, record_id: str) -> None:
    kind = type_of_path(path)
    assert (kind.name if kind else None) == name
    assert expected_id(path) == record_id


def test_a_file_in_no_folder_of_records_is_a_finding_with_the_nearest_folder() -> None:
    (finding,) = validate_records([raw(GOOD, "catalogue/jurisdiction/testland.yml")]).findings
    assert finding.code == "unknown-folder"
    assert finding.fix is not None
    assert "catalogue/jurisdictions/" in finding.fix.en


def _keywords(node: object) -> set[str]:
    """Every keyword of a schema; names of properties and definitions are no keywords."""
    found: set[str] = set()
    if isinstance(node, list):
        for entry in node:
            found |= _keywords(entry)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("properties", "$defs"):
                for entry in value.values():
                    found |= _keywords(entry)
            elif key not in ("examples", "enum"):
                found |= {key} | _keywords(value)
    return found


def test_every_keyword_of_the_schemas_has_words_of_our_own() -> None:
    texts = {"title", "description", "markdownDescription", "examples", "x-quantity"}
    texts |= {"x-title-zh", "x-description-zh", "x-title-en", "x-description-en"}
    structure = {"$schema", "$id", "$ref", "$defs", "properties", "items", "if", "then", "else"}
    schemas = open_schemas()
    for name in RECORD_TYPES:
        keywords = _keywords(schemas.document(name))
        assert keywords - texts - structure - {"x-ref"} <= set(_WORDINGS)


def test_every_pattern_of_the_schemas_is_said_in_words() -> None:
    schemas = open_schemas()
    for name in RECORD_TYPES:
        text = json.dumps(schemas.document(name))
        patterns = {json.loads(f'"{part}"') for part in _patterns(text)}
        assert patterns <= set(PATTERN_WORDS)


def _patterns(text: str) -> list[str]:
    return [part.partition('", "')[0].partition('"}')[0] for part in text.split('"pattern": "')[1:]]


def test_the_committed_schemas_are_the_gate(repository: Path) -> None:
    committed = repository / "schema" / "v1" / "item.schema.json"
    assert open_schemas().document("item") == json.loads(committed.read_text("utf-8"))


def test_no_pattern_takes_long_over_adverse_text() -> None:
    import time

    validator = open_schemas().validator("item")
    started = time.perf_counter()
    for text in ("a-" * 50_000, "a" * 100_000, "1" * 100_000 + "!", "https://" + "a" * 100_000):
        record = {"id": text, "aliases": [text], "levels": [{"from": text, "value": text}]}
        assert not validator.is_valid(record)
    assert time.perf_counter() - started < 1


def test_items_are_typed_all_the_way_down(mini_root: Path) -> None:
    path = "catalogue/items/testland/library-card.yml"
    record = raw((mini_root / path).read_text("utf-8"), path)
    (entry,) = validate_records([record]).entries
    assert isinstance(entry.record, Item)
    assert entry.record.levels[1].value == "2"
    assert entry.place("/levels/1/value").line == record.marks.value("/levels/1/value").line
