"""Linking: every reference resolved, both ways, whatever the order of files."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bps.errors import UnknownRecord
from bps.findings import Example
from bps.link import Backlink, Registry, link_records
from bps.link.nearest import nearest_id
from bps.link.paths import references_in, steps_of
from bps.load import load_records
from bps.model import RECORD_TYPES, Item
from bps.pipeline import Register, open_register
from bps.validate import validate_records
from tests.support.overlay import lay_over


def test_get_find_and_iter_agree(mini_register: Register) -> None:
    registry = mini_register.registry
    assert registry.get("item", "testland/library-card").id == "testland/library-card"
    assert registry.find("item", "testland/nothing") is None
    assert [item.id for item in registry.iter("item")] == [
        "testland-riverside/library-card",
        "testland/library-card",
        "testland/reading-room",
    ]


def test_an_unknown_id_names_the_nearest(mini_register: Register) -> None:
    with pytest.raises(UnknownRecord) as caught:
        mini_register.registry.get("item", "testland/libary-card")
    assert "testland/library-card" in caught.value.words.zh
    assert caught.value.nearest == "testland/library-card"


def test_every_link_has_its_backlink_and_the_other_way_round(mini_register: Register) -> None:
    registry = mini_register.registry
    forward = {
        (link.type, link.id, Backlink(entry.type, entry.id, link.pointer))
        for entry in registry.iter_entries()
        for link in registry.links(entry.type, entry.id)
    }
    named = {(kind, record_id) for kind, record_id, _ in forward}
    back = {
        (kind, record_id, link)
        for kind, record_id in named
        for link in registry.backlinks(kind, record_id)
    }
    assert forward
    assert forward == back


def test_things_inside_records_are_addressed(mini_register: Register) -> None:
    registry = mini_register.registry
    assert registry.concept("testland-areas/reading").name.en == "Reading"
    group = registry.address("recipient", "readers")
    assert (group.owner, group.pointer) == (("recipients", "recipients"), "/concepts/1")
    assert Backlink("item", "testland/library-card", "/recipients/0") in registry.backlinks(
        "recipient", "readers"
    )
    assert registry.ids("per") == ("application", "library", "reader")
    with pytest.raises(UnknownRecord):
        registry.concept("testland-areas/nothing")


def test_a_moved_id_resolves_to_its_target(mini_register: Register) -> None:
    registry = mini_register.registry
    assert registry.resolve("item", "testland/reader-ticket") == ("testland/library-card",)
    assert registry.resolve("item", "testland/library-card") == ("testland/library-card",)
    assert registry.resolve("item", "testland/nothing") == ()
    assert registry.find("item", "testland/reader-ticket") is None
    assert [entry.id for entry in registry.iter_forwardings("item")] == ["testland/reader-ticket"]


def _linked(root: Path, seed: int | None) -> tuple[list[object], list[str]]:
    loaded = load_records(root)
    entries = list(validate_records(loaded.records).entries)
    if seed is not None:
        random.Random(seed).shuffle(entries)  # noqa: S311 - an order, not a secret
    linked = link_records(entries, files=loaded.files)
    registry: Registry = linked.registry
    dump = [
        (
            entry.type,
            entry.id,
            registry.links(entry.type, entry.id),
            registry.backlinks(entry.type, entry.id),
        )
        for entry in registry.iter_entries()
    ]
    return list(dump), [str(finding) for finding in sorted(linked.findings)]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_files_does_not_matter(mini_root: Path, tmp_path: Path, seed: int) -> None:
    example = Example(
        "catalogue/units/testland/second.yml",
        "id: testland/culture-office\nname: {zh: 甲}\nkind: bureau\njurisdiction: testlandia\n"
        "evidence: [{fields: [name], source: testland-gazette, how: stated}]\n",
    )
    root = lay_over(mini_root, tmp_path / "register", example)
    assert _linked(root, None) == _linked(root, seed)


def test_an_id_used_twice_is_reported_at_the_later_file(mini_root: Path, tmp_path: Path) -> None:
    text = (mini_root / "catalogue/units/testland/culture-office.yml").read_text("utf-8")
    example = Example("catalogue/units/testland/zz-second.yml", text)
    report = open_register(lay_over(mini_root, tmp_path / "register", example)).report
    (finding,) = [found for found in report.findings if found.code == "duplicate-id"]
    assert finding.path == "catalogue/units/testland/zz-second.yml"
    assert finding.related == ("catalogue/units/testland/culture-office.yml:1:5",)


def test_a_reference_to_a_broken_record_is_not_a_second_fault(
    mini_root: Path, tmp_path: Path
) -> None:
    for number, (path, text) in enumerate(
        {
            "catalogue/units/testland/culture-office.yml": "kind: buro\n",
            "catalogue/sources/testland-gazette.yml": "type: [\n",
            "catalogue/recipients.yml": "concepts: 1\n",
            "catalogue/domains/testland-areas.yml": "concepts: 1\n",
            "catalogue/quantities.yml": "units: 1\n",
        }.items()
    ):
        root = lay_over(mini_root, tmp_path / str(number), Example(path, text))
        errors = [
            found for found in open_register(root).report.findings if found.severity == "error"
        ]
        assert {found.path for found in errors} == {path}


def test_references_follow_former_ids(mini_root: Path, tmp_path: Path) -> None:
    example = Example(
        "catalogue/units/testland/culture-office.yml",
        "former_ids: [testland/arts-office]\n",
        also=(
            (
                "catalogue/units/testland-riverside/culture-bureau.yml",
                "parent: testland/arts-office\n",
            ),
        ),
    )
    register = open_register(lay_over(mini_root, tmp_path / "register", example))
    assert [
        found.code for found in register.report.findings if found.code != "evidence-missing"
    ] == ["moved-reference"]
    assert Backlink("unit", "testland-riverside/culture-bureau", "/parent") in (
        register.registry.backlinks("unit", "testland/culture-office")
    )


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_paths_to_references_are_found_for_every_type(name: str) -> None:
    """The schema marks references too: both must know the same ones."""
    from bps.schema import build_schema

    schema = build_schema(name)
    marked = _marked(schema, schema["$defs"][RECORD_TYPES[name].model.__name__], ())
    walked = _walked(RECORD_TYPES[name].model)
    assert walked == marked


def _marked(schema: object, node: object, above: tuple[str, ...]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    if not isinstance(node, dict) or not isinstance(schema, dict):
        return found
    reference = node.get("$ref", "").rpartition("/")[2]
    if reference and reference not in above:
        found |= _marked(schema, schema["$defs"][reference], (*above, reference))
    for key, value in node.get("properties", {}).items():
        for inner in (value, value.get("items", {})):
            if "x-ref" in inner:
                found.add((key, inner["x-ref"]))
            found |= _marked(schema, inner, above)
    return found


def _walked(model: type) -> set[tuple[str, str]]:
    found = set()
    for step in steps_of(model):
        if step.target is not None:
            found.add((step.key, step.target))
        elif step.model is not None:
            found |= _walked(step.model)
    return found


def test_references_come_with_their_pointers(mini_register: Register) -> None:
    item = mini_register.registry.get("item", "testland/library-card")
    assert isinstance(item, Item)
    references = references_in(item)
    assert ("indicator", "days-to-card", "/levels/0/measure") in references
    assert ("source", "testland-gazette", "/levels/1/evidence/source") in references
    assert ("concept", "testland-areas/reading", "/domain") in references


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("futian-civil-afairs", "shenzhen-futian/civil-affairs"),
        ("shenzhen/civil-affairs", "shenzhen-futian/civil-affairs"),
        ("cn/ministry-of-educaton", "cn/ministry-of-education"),
        ("nothing-like-it", None),
    ],
)
def test_the_nearest_id_is_the_one_that_was_meant(given: str, expected: str | None) -> None:
    ids = ("cn/ministry-of-education", "cn/ministry-of-finance", "shenzhen-futian/civil-affairs")
    assert nearest_id(given, ids) == expected
