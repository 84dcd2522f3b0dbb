from __future__ import annotations

from datetime import date
from pathlib import Path

from bps.analysis.eight_facts import EIGHT_FACTS, eight_facts
from bps.analysis.evidence import evidence_report
from bps.analysis.facts import facts_of
from bps.analysis.quality import quality, record_quality
from tests.support.register import evidence, item, level, listed, small_registry

TODAY = date(2026, 6, 1)


def test_a_fact_is_known_as_well_as_its_best_evidence(tmp_path: Path) -> None:
    record = item(
        "land/aid",
        content={"zh": "内容"},
        charge={"kind": "free"},
        levels=[level("grant", "1"), level("grant", "2")],
    )
    record["evidence"] = [
        *evidence("name", "content", how="background"),
        *evidence("content", how="derived"),
    ]
    registry = small_registry(tmp_path, item=[record])
    facts = {(one.field, one.how) for one in facts_of(registry.get("item", "land/aid"))}
    assert facts == {
        ("name", "background"),
        ("content", "derived"),
        ("charge", None),
        ("levels", "stated"),
        ("status", None),
    }


def test_what_to_close_first_touches_most_readers(tmp_path: Path) -> None:
    weak = item("land/weak") | {"evidence": evidence("name", "status", how="background")}
    lonely = item("land/lonely") | {"evidence": evidence("name", "status", how="background")}
    followers = [
        item(f"town/follower-{n}", counterpart={"item": "land/weak", "scope": "same"})
        for n in range(3)
    ]
    found = evidence_report(small_registry(tmp_path, item=[weak, lonely, *followers]), today=TODAY)
    named = [one for one in found.open if one.grade == "background"]
    assert [one.record for one in named] == ["land/weak", "land/lonely"]
    assert named[0].readers == 3
    assert round(sum(found.share(grade) for grade, _ in found.facts)) == 100


def test_a_record_not_checked_for_years_is_stale(tmp_path: Path) -> None:
    old = item("land/old") | {"evidence": evidence("name", checked_on="2020-01-01")}
    found = evidence_report(small_registry(tmp_path, item=[old]), today=TODAY)
    assert ("item", "land/old", "2020-01-01") in found.stale


def test_sources_are_weighed_by_the_facts_that_rest_on_them(tmp_path: Path) -> None:
    found = evidence_report(
        small_registry(tmp_path, source=[{"id": "idle", "name": {"zh": "闲"}, "kind": "press"}]),
        today=TODAY,
    )
    assert found.sources[0].source == "gazette"
    assert found.idle == ("idle",)


def test_records_climb_from_empty_over_valid_and_useful_to_complete(tmp_path: Path) -> None:
    base = {
        "recipients_text": {"zh": "人"},
        "content": {"zh": "内容"},
        "lead_units": ["land/ministry"],
    }
    registry = small_registry(
        tmp_path,
        item=[
            item("land/empty"),
            item("land/valid", content={"zh": "内容"}),
            item("land/useful", domain="areas/old", **base),
        ],
    )
    steps = {
        ref: record_quality("item", registry.get("item", f"land/{ref}"))
        for ref in ("empty", "valid", "useful")
    }
    assert {ref: one.step for ref, one in steps.items()} == {
        "empty": "empty",
        "valid": "valid",
        "useful": "useful",
    }
    assert "domain" in steps["valid"].missing
    assert "steps" in steps["useful"].missing
    assert quality(registry, place="land").by_type["item"]["useful"] == 1


def test_a_guide_has_eight_facts_in_the_official_order(tmp_path: Path) -> None:
    full = item(
        "land/full",
        basis=[{"text": {"zh": "法"}}],
        recipients_text={"zh": "人"},
        documents=[{"zh": "证"}],
        places=[{"zh": "窗口"}],
        hours={"zh": "工作日"},
        channels=[{"kind": "hotline", "number": "12345"}],
        steps=[{"zh": "申请"}],
    )
    registry = small_registry(tmp_path, item=[full, item("land/bare")])
    assert tuple(eight_facts(registry.get("item", "land/full"), registry)) == tuple(EIGHT_FACTS)
    assert all(eight_facts(registry.get("item", "land/full"), registry).values())
    assert not any(eight_facts(registry.get("item", "land/bare"), registry).values())


def test_a_name_alone_is_no_fact_of_a_guide_and_counts_beside_another(tmp_path: Path) -> None:
    registry = small_registry(
        tmp_path,
        item=[item("land/named"), item("land/told", steps=[{"zh": "申请"}])],
    )
    named, told = (registry.get("item", ref) for ref in ("land/named", "land/told"))
    assert sum(eight_facts(named, registry).values()) == 0
    assert sum(eight_facts(told, registry).values()) == 2
    assert eight_facts(told, registry)["name"]


def test_the_hours_of_a_telephone_and_the_name_of_a_counter_are_no_facts(tmp_path: Path) -> None:
    phone = {"kind": "hotline", "number": "990", "hours": {"zh": "全天"}}
    nameless = {"kind": "window", "name": {"zh": "服务大厅"}}
    counter = {"kind": "window", "text": {"zh": "东街1号"}, "hours": {"zh": "工作日"}}
    registry = small_registry(
        tmp_path,
        item=[
            item("land/asked", channels=[phone, nameless]),
            item("land/served", channels=[phone, nameless, counter]),
        ],
    )
    asked, served = (registry.get("item", ref) for ref in ("land/asked", "land/served"))
    known = eight_facts(asked, registry)
    assert (known["telephone"], known["place"], known["hours"]) == (True, False, False)
    known = eight_facts(served, registry)
    assert (known["telephone"], known["place"], known["hours"]) == (True, True, True)


def test_the_hotline_of_a_ministry_is_no_telephone_of_each_of_its_services(tmp_path: Path) -> None:
    body = {
        "id": "land/bureau",
        "name": {"zh": "局"},
        "kind": "bureau",
        "jurisdiction": "land",
        "contacts": [{"kind": "telephone", "value": "990"}],
        "evidence": evidence("name", "contacts"),
    }
    registry = small_registry(
        tmp_path, unit=[body], item=[item("land/a", lead_units=["land/bureau"])]
    )
    assert not eight_facts(registry.get("item", "land/a"), registry)["telephone"]


def test_a_list_or_the_document_of_a_level_is_a_basis(tmp_path: Path) -> None:
    named = item("land/named", listed_in=[{"list": "land-list"}])
    paid = item("land/paid", levels=[level("grant", "1", document_number="X〔2025〕1号")])
    registry = small_registry(
        tmp_path, list=[listed("land-list")], item=[named, paid, item("land/bare")]
    )
    known = [eight_facts(one, registry)["basis"] for one in registry.iter("item")]
    assert known == [False, True, True]  # bare, named, paid
