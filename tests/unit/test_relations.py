from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bps.analysis.eligibility import offers_at, outcome
from bps.link import Registry
from bps.pipeline import Register
from bps.relations.applying import applying
from bps.relations.places import items_by_place
from bps.relations.state import AsOf
from tests.support.register import item, level, listed, small_registry, standard

NOW = date(2026, 6, 1)


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    old, new = {"list": "edition-2021"}, {"list": "edition-2024"}
    return small_registry(
        tmp_path,
        list=[
            listed("edition-2021", published="2021-03-01", status="replaced"),
            listed("edition-2024", published="2024-05-01", replaces="edition-2021"),
        ],
        standard=[standard("gb-t-990001-2020", effective="2020-07-01", withdrawn_on="2025-01-01")],
        item=[
            item("land/kept", listed_in=[old, new]),
            item("land/new", listed_in=[new]),
            item("land/early", listed_in=[new], levels=[level("grant", "1", **{"from": "2022"})]),
            item("land/gone", listed_in=[old], status="withdrawn"),
            item("land/soon", listed_in=[new], status="planned"),
            item("land/undated"),
        ],
    )


@pytest.mark.parametrize(
    ("on", "ref", "kind"),
    [
        (date(2021, 3, 1), "kept", "in-force"),
        (date(2021, 2, 28), "kept", "planned"),
        (date(2024, 4, 30), "new", "planned"),
        (date(2024, 5, 1), "new", "in-force"),
        (date(2021, 12, 31), "early", "planned"),
        (date(2022, 1, 1), "early", "in-force"),
        (date(2024, 4, 30), "gone", "in-force"),
        (date(2024, 5, 1), "gone", "withdrawn"),
        (date(2021, 2, 28), "gone", "withdrawn"),
        (date(2026, 1, 1), "soon", "planned"),
        (date(1990, 1, 1), "undated", "in-force"),
    ],
)
def test_an_item_holds_from_the_first_list_or_level_that_names_it(
    registry: Registry, on: date, ref: str, kind: str
) -> None:
    found = AsOf(registry, on).state(registry.get("item", f"land/{ref}"))
    assert found.kind == kind
    assert found.holds == (kind == "in-force")


@pytest.mark.parametrize(
    ("on", "states"),
    [
        (date(2021, 2, 28), ("planned", "planned")),
        (date(2021, 3, 1), ("in-force", "planned")),
        (date(2024, 4, 30), ("in-force", "planned")),
        (date(2024, 5, 1), ("replaced", "in-force")),
    ],
)
def test_an_edition_ends_on_the_day_before_the_next_one(
    registry: Registry, on: date, states: tuple[str, str]
) -> None:
    as_of = AsOf(registry, on)
    found = tuple(as_of.state(one).kind for one in registry.iter("list"))
    assert found == states


def test_a_standard_is_judged_by_its_dates_here_too(registry: Registry) -> None:
    (record,) = registry.iter("standard")
    kinds = [
        AsOf(registry, on).state(record).kind
        for on in (date(2020, 6, 30), date(2020, 7, 1), date(2024, 12, 31), date(2025, 1, 1))
    ]
    assert kinds == ["planned", "in-force", "in-force", "withdrawn"]


def local(ref: str, scope: str, **fields: Any) -> dict[str, Any]:
    return item(ref, counterpart={"item": "land/aid", "scope": scope}, **fields)


ANYONE = {"age": {"min": 0}}


@pytest.mark.parametrize(
    ("scope", "ids"),
    [
        ("same", ["town/aid"]),
        ("wider", ["town/aid"]),
        ("narrower", ["land/aid", "town/aid"]),
        ("split", ["land/aid", "town/aid"]),
    ],
)
def test_a_local_item_takes_the_place_of_the_nations_unless_it_covers_a_part(
    tmp_path: Path, scope: str, ids: list[str]
) -> None:
    registry = small_registry(tmp_path, item=[item("land/aid"), local("town/aid", scope)])
    found = applying(AsOf(registry, NOW), "town", items_by_place(registry))
    assert [one.id for one in found.items] == ids
    assert found.chain == ("town", "north", "land")
    assert found.recorded == ("town",)


@pytest.mark.parametrize("status", ["planned", "project", "withdrawn", "ended", "replaced"])
def test_what_does_not_hold_locally_takes_nothing_away(tmp_path: Path, status: str) -> None:
    registry = small_registry(
        tmp_path, item=[item("land/aid"), local("town/aid", "same", status=status)]
    )
    found = applying(AsOf(registry, NOW), "town", items_by_place(registry))
    assert [one.id for one in found.items] == ["land/aid"]
    assert found.falls_back


def test_the_promise_of_the_nation_stands_with_a_warning_beside_a_narrower_local_item(
    tmp_path: Path,
) -> None:
    old, very_old = {"age": {"min": 60}}, {"age": {"min": 80}}
    registry = small_registry(
        tmp_path,
        item=[
            item("land/aid", eligibility=old),
            local("town/aid", "narrower", eligibility=very_old),
        ],
    )
    outcomes = {
        offer.id: outcome(offer, {"age": 65.0}) for offer in offers_at(registry, "town").offers
    }
    assert outcomes["land/aid"].group == "yes"
    assert any("“town/aid”" in words.en for words in outcomes["land/aid"].because)
    assert outcomes["town/aid"].group == "no"
    elsewhere = offers_at(registry, "north").offers
    assert "town/aid" not in str(outcome(elsewhere[0], {"age": 65.0}).because)


def test_no_place_of_the_register_loses_an_item_between_its_page_and_the_finder(
    real_register: Register,
) -> None:
    registry = real_register.registry
    grouped, as_of = items_by_place(registry), AsOf(registry, NOW)
    for place in registry.iter("jurisdiction"):
        page = [one.id for one in applying(as_of, place.id, grouped).items]
        assert page == [one.id for one in offers_at(registry, place.id, on=NOW).offers]
