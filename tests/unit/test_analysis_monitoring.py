from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bps.analysis.loop import loop
from bps.analysis.monitoring import results
from bps.link import Registry
from tests.support.register import ROW, evidence, indicator, item, small_registry, standard

TODAY = date(2026, 6, 1)


def observed(ref: str, *rows: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": ref,
        "name": {"zh": ref},
        "jurisdiction": ref.split("/", maxsplit=1)[0],
        "rows": [row | {"evidence": ROW} for row in rows],
        "evidence": evidence("rows"),
    }


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    tie = {
        "standard": "gb-t-990001-2015",
        "tie": "quality",
        "basis": "stated",
        "confidence": "high",
    }
    return small_registry(
        tmp_path,
        indicator=[
            indicator("happy", kind="satisfaction"),
            indicator("beds", kind="facility"),
            indicator("faults", "lower", kind="outcome"),
        ],
        standard=[standard("gb-t-990001-2015", effective="2015-01-01")],
        item=[
            item("land/birth", domain="areas/birth", lead_units=["land/ministry"], standards=[tie]),
            item(
                "town/birth",
                domain="areas/birth",
                counterpart={"item": "land/birth", "scope": "same"},
                standards=[tie],
                lead_units=["land/ministry"],
            ),
        ],
        observation_set=[
            observed(
                "north/results",
                {"indicator": "happy", "domain": "areas/young", "period": "2025", "value": "80"},
            ),
            observed(
                "town/results",
                {"indicator": "happy", "domain": "areas/young", "period": "2025", "value": "75"},
                {"indicator": "happy", "domain": "areas/old", "period": "2025", "value": "90"},
                {"indicator": "beds", "domain": "areas/old", "value": "5", "target": "10"},
                {"indicator": "happy", "target": "85", "target_date": "2025"},
                {"indicator": "happy", "rank": 17, "of": 28},
                {"indicator": "faults", "numerator": 22, "denominator": 55, "value": "22"},
            ),
        ],
    )


def test_satisfaction_and_facilities_are_different_families(registry: Registry) -> None:
    found = results(registry, place="town")
    assert {one.family for one in found} == {"satisfaction", "facility", "outcome"}
    happy = next(one for one in found if one.indicator == "happy" and one.value)
    beds = next(one for one in found if one.indicator == "beds")
    assert happy.comparable != beds.comparable


def test_a_target_is_reckoned_only_when_the_source_does_not_say(registry: Registry) -> None:
    beds = next(one for one in results(registry) if one.indicator == "beds")
    assert (beds.met, beds.met_by) == (False, "reckoned")


def test_a_domain_below_the_level_above_leads_to_items_standards_units_and_what_is_due(
    registry: Registry,
) -> None:
    found = loop(registry, "town", today=TODAY)
    weak = {one.domain: one for one in found.domains if one.weaknesses}
    assert set(weak) == {"areas/young", "areas/old"}
    young = weak["areas/young"]
    assert "north 80" in young.weaknesses[0].reason.en
    assert young.items == ("town/birth",)
    assert young.standards == ("gb-t-990001-2015",)
    assert young.units == ("land/ministry",)
    assert young.due == ("gb-t-990001-2015",)


def test_the_whole_place_is_judged_by_rank_target_date_and_shares(registry: Registry) -> None:
    words = " ".join(one.reason.en for one in loop(registry, "town", today=TODAY).overall)
    assert "rank 17 of 28" in words
    assert "85 was due 2025" in words
    assert "22 of 55" in words


def test_a_target_that_is_not_due_yet_is_no_weakness(registry: Registry) -> None:
    words = " ".join(
        one.reason.en for one in loop(registry, "town", today=date(2025, 6, 1)).overall
    )
    assert "was due" not in words


def test_a_place_without_results_has_an_empty_loop(registry: Registry) -> None:
    assert loop(registry, "land", today=TODAY).domains == ()
