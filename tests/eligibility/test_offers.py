"""A place has its own services first, and the national ones where it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from bps.analysis.eligibility import offers_at, outcome, read_situation
from bps.errors import UnknownRecord
from bps.link import Registry, link_records
from bps.load import load_records
from bps.validate import validate_records

if TYPE_CHECKING:
    from pathlib import Path

EVIDENCE = [
    {"fields": ["name"], "source": "test-data", "how": "stated", "checked_on": "2026-11-22"}
]
OLD = {"age": {"min": 65}}


def place(name: str, level: str, parent: str | None = None) -> dict[str, Any]:
    record = {"id": name, "name": {"zh": f"试{name}"}, "level": level, "type": level}
    return record | ({"parent": parent} if parent else {}) | {"evidence": EVIDENCE}


def item(name: str, jurisdiction: str, **more: Any) -> dict[str, Any]:
    record = {
        "id": f"{jurisdiction}/{name}",
        "name": {"zh": f"试验事项{name}"},
        "status": "in-force",
        "jurisdiction": jurisdiction,
        "domain": "test-areas/one",
    }
    return record | more | {"evidence": EVIDENCE}


@pytest.fixture
def build(tmp_path: Path) -> Any:
    def make(*items: dict[str, Any]) -> Registry:
        files: dict[str, dict[str, Any]] = {
            f"jurisdictions/{one['id']}": one
            for one in (
                place("land", "country"),
                place("coast", "province", "land"),
                place("harbour", "prefecture", "coast"),
                place("pier", "county", "harbour"),
            )
        }
        files["sources/test-data"] = {
            "id": "test-data", "name": {"zh": "试验数据"}, "kind": "project-source", "type": "report",
        }  # fmt: skip
        files["domains/test-areas"] = {
            "id": "test-areas", "name": {"zh": "试验领域"},
            "concepts": [{"id": "one", "name": {"zh": "一"}}],
            "evidence": [EVIDENCE[0] | {"fields": ["concepts"]}],
        }  # fmt: skip
        files |= {f"items/{one['id']}": one for one in items}
        for path, record in files.items():
            target = tmp_path / "catalogue" / f"{path}.yml"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")
        loaded = load_records(tmp_path)
        validated = validate_records(loaded.records)
        linked = link_records(validated.entries, files=loaded.files)
        faults = [*loaded.findings, *validated.findings, *linked.findings]
        assert [one for one in faults if one.severity == "error"] == []
        return linked.registry

    return make


def ids(registry: Registry, at: str) -> list[str]:
    return [offer.id for offer in offers_at(registry, at).offers]


def counterpart(of: str, scope: str) -> dict[str, Any]:
    return {"counterpart": {"item": of, "scope": scope}}


def groups(registry: Registry, at: str, *pairs: tuple[str, str]) -> dict[str, str]:
    situation = read_situation(pairs)
    return {
        offer.id: str(outcome(offer, situation).group) for offer in offers_at(registry, at).offers
    }


def test_a_place_without_own_items_falls_back_to_the_nation_and_knows_it(build: Any) -> None:
    registry = build(item("tea", "land", eligibility=OLD))
    offers = offers_at(registry, "pier")
    assert [offer.id for offer in offers.offers] == ["land/tea"]
    assert offers.falls_back
    assert offers.chain == ("pier", "harbour", "coast", "land")


def test_the_nation_itself_does_not_fall_back(build: Any) -> None:
    assert not offers_at(build(item("tea", "land", eligibility=OLD)), "land").falls_back


def test_the_nearest_item_stands_for_all_its_counterparts_up_the_chain(build: Any) -> None:
    registry = build(
        item("tea", "land", eligibility=OLD),
        item("tea", "coast", **counterpart("land/tea", "same")),
        item("tea", "pier", **counterpart("coast/tea", "same")),
        item("boat", "land", eligibility=OLD),
    )
    assert ids(registry, "pier") == ["land/boat", "pier/tea"]
    assert ids(registry, "harbour") == ["coast/tea", "land/boat"]
    assert ids(registry, "land") == ["land/boat", "land/tea"]
    assert offers_at(registry, "pier").recorded == ("pier", "coast")


def test_of_two_that_stand_for_the_same_only_the_nearer_one_is_offered(build: Any) -> None:
    registry = build(
        item("tea", "land", eligibility=OLD),
        item("tea", "coast", **counterpart("land/tea", "unknown")),
        item("tea", "harbour", **counterpart("land/tea", "unknown")),
    )
    assert ids(registry, "pier") == ["harbour/tea"]
    assert ids(registry, "coast") == ["coast/tea"]


@pytest.mark.parametrize("scope", ["narrower", "split"])
def test_what_covers_a_part_leaves_the_whole_standing_beside_it(build: Any, scope: str) -> None:
    registry = build(
        item("tea", "land", eligibility=OLD),
        item("green-tea", "coast", **counterpart("land/tea", scope)),
    )
    assert ids(registry, "coast") == ["coast/green-tea", "land/tea"]


def test_items_of_a_neighbour_do_not_count(build: Any) -> None:
    registry = build(item("tea", "land", eligibility=OLD), item("boat", "pier"))
    assert ids(registry, "harbour") == ["land/tea"]


def test_an_own_condition_goes_before_the_national_one(build: Any) -> None:
    registry = build(
        item("tea", "land", eligibility=OLD),
        item("tea", "coast", eligibility={"age": {"min": 60}}, **counterpart("land/tea", "wider")),
    )
    assert groups(registry, "coast", ("age", "62")) == {"coast/tea": "yes"}
    assert groups(registry, "land", ("age", "62")) == {"land/tea": "no"}


@pytest.mark.parametrize(
    ("scope", "old", "young"),
    [
        ("same", "yes", "no"),
        ("unknown", "yes", "no"),
        ("wider", "yes", "maybe"),
        ("narrower", "maybe", "no"),
        ("split", "maybe", "no"),
        ("merged", "maybe", "no"),
    ],
)
def test_without_an_own_condition_the_national_one_counts_as_far_as_the_scope_allows(
    build: Any, scope: str, old: str, young: str
) -> None:
    registry = build(
        item("tea", "land", eligibility=OLD), item("tea", "coast", **counterpart("land/tea", scope))
    )
    assert groups(registry, "coast", ("age", "70"))["coast/tea"] == old
    assert groups(registry, "coast", ("age", "20"))["coast/tea"] == young


def test_without_any_condition_the_office_has_to_be_asked(build: Any) -> None:
    registry = build(item("boat", "pier"))
    (offer,) = offers_at(registry, "pier").offers
    found = outcome(offer, {})
    assert found.group == "maybe"
    assert "not recorded" in found.untested[0].en


@pytest.mark.parametrize("status", ["planned", "project", "replaced", "withdrawn", "ended"])
def test_what_is_not_in_force_is_not_offered(build: Any, status: str) -> None:
    registry = build(
        item("tea", "land", eligibility=OLD), item("boat", "land") | {"status": status}
    )
    assert ids(registry, "land") == ["land/tea"]


def test_an_untested_condition_keeps_a_service_from_being_a_clear_yes(build: Any) -> None:
    registry = build(
        item("tea", "land", eligibility=OLD, untested=[{"zh": "有茶杯。", "en": "A cup."}])
    )
    (offer,) = offers_at(registry, "land").offers
    found = outcome(offer, read_situation([("age", "80")]))
    assert (found.group, found.missing, found.untested[0].en) == ("maybe", (), "A cup.")


def test_an_unknown_place_is_named_with_the_nearest_one(build: Any) -> None:
    with pytest.raises(UnknownRecord, match="harbour"):
        offers_at(build(item("tea", "land")), "harbor")
