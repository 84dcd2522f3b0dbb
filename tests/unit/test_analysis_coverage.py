from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bps.analysis.coverage import coverage
from bps.analysis.reach import reach
from bps.analysis.ties import ties
from bps.errors import UnknownRecord
from bps.link import Registry
from tests.support.register import evidence, item, listed, small_registry, standard

TODAY = date(2026, 6, 1)


def tie(ref: str, kind: str = "procedure") -> dict[str, str]:
    return {"standard": ref, "tie": kind, "basis": "stated", "confidence": "high"}


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    both = [{"list": "edition-2021"}, {"list": "edition-2024"}]
    same = {"item": "land/one", "scope": "same"}
    return small_registry(
        tmp_path,
        list=[
            listed("edition-2021", published="2021", status="replaced"),
            listed("edition-2024", published="2024-05-01"),
            listed("edition-2030", published="2030", status="planned"),
        ],
        standard=[
            standard("gb-t-990001-2020"),
            standard("gb-t-990002-2020", status="withdrawn"),
            standard("gb-t-990003-2020"),
        ],
        item=[
            item(
                "land/one",
                domain="areas/birth",
                listed_in=both,
                standards=[tie("gb-t-990001-2020")],
            ),
            item(
                "land/two", domain="areas/old", listed_in=both, standards=[tie("gb-t-990002-2020")]
            ),
            item("land/gone", domain="areas/old", listed_in=both[:1]),
            item("north/one", counterpart=same),
            item("north/ended", counterpart={"item": "land/two", "scope": "same"}, status="ended"),
            item("town/one", counterpart={"item": "land/one", "scope": "wider"}),
            item("town/own", counterpart={"scope": "local-only"}),
            item("town/loose"),
        ],
    )


def test_the_rows_are_the_items_of_the_list_in_force_that_day(registry: Registry) -> None:
    assert coverage(registry, today=TODAY).items == ("land/one", "land/two")
    assert "land/gone" in coverage(registry, today=date(2022, 1, 1)).items


def test_a_cell_without_a_record_is_not_recorded(registry: Registry) -> None:
    found = coverage(registry, today=TODAY)
    assert found.state("land/one", "north") == "same"
    assert found.state("land/one", "town") == "wider"
    assert found.state("land/two", "town") == "not-recorded"
    assert found.state("land/two", "north") == "not-applicable"


def test_local_only_and_unrelated_items_are_counted_apart(registry: Registry) -> None:
    town = next(one for one in coverage(registry, today=TODAY).places if one.place == "town")
    assert (town.recorded, town.total, town.local_only, town.unrelated) == (1, 2, 1, 1)
    assert town.share == 50


def test_areas_count_the_items_below_them(registry: Registry) -> None:
    found = {(one.area, one.place): one for one in coverage(registry, today=TODAY).area_cells}
    assert (found["areas/young", "town"].recorded, found["areas/young", "town"].total) == (1, 1)
    assert found["areas/old", "town"].recorded == 0


def test_only_places_asked_for_are_compared_and_unknown_ones_refused(registry: Registry) -> None:
    assert [one.place for one in coverage(registry, today=TODAY, places=("town",)).places] == [
        "town"
    ]
    with pytest.raises(UnknownRecord):
        coverage(registry, today=TODAY, places=("atlantis",))


def test_a_register_without_a_country_has_an_empty_matrix(tmp_path: Path) -> None:
    found = coverage(small_registry(tmp_path), today=TODAY)
    assert found.items == ()
    assert found.share == 0


def test_an_item_tied_to_withdrawn_standards_only_is_not_governed(registry: Registry) -> None:
    found = ties(registry, today=TODAY, place="land")
    states = {one.item: one.state for one in found.items}
    assert states == {"land/one": "governed", "land/two": "only-withdrawn", "land/gone": "none"}
    assert found.items[0].item == "land/gone"
    assert found.idle == ("gb-t-990003-2020",)


def test_a_group_is_served_by_items_for_narrower_groups(tmp_path: Path) -> None:
    groups = [
        {"id": "people", "name": {"zh": "人"}},
        {"id": "old-people", "name": {"zh": "老人"}, "broader": "people"},
        {"id": "ghosts", "name": {"zh": "鬼"}},
    ]
    found = reach(
        small_registry(
            tmp_path,
            recipients=[
                {
                    "id": "recipients",
                    "name": {"zh": "对象"},
                    "concepts": groups,
                    "evidence": evidence("name", "concepts"),
                }
            ],
            item=[item("land/aid", recipients=["old-people"])],
        )
    )
    served = {one.concept: (one.items, one.below, one.unserved) for one in found.recipients}
    assert served == {
        "people": (0, 1, False),
        "old-people": (1, 0, False),
        "ghosts": (0, 0, True),
    }
    assert found.measured[0].indicators == ()
