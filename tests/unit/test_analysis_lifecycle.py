from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bps.analysis.events import events
from bps.analysis.lifecycle import lifecycle, review_clock
from bps.link import Registry, link_records
from bps.model import Standard
from tests.support.register import item, small_registry, standard

TODAY = date(2026, 6, 1)


def made(**fields: Any) -> Standard:
    return Standard.model_validate(standard("gb-t-990001-2020", **fields))


NOBODY = link_records([]).registry


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"effective": "2021-05-31"}, "overdue"),
        ({"effective": "2021-06-02"}, "due-soon"),
        ({"effective": "2021-06-01"}, "due-soon"),
        ({"effective": "2023-01-01"}, "later"),
        ({"effective": "2021"}, "maybe-due"),
        ({"effective": "2020"}, "overdue"),
        ({"issued": "2018-01-01", "confirmed_on": "2024-01"}, "later"),
        ({"issued": "2018-01-01"}, "overdue"),
        ({"code": "GB/T 990001-2019"}, "overdue"),
    ],
)
def test_the_clock_counts_five_years_from_the_last_known_date(
    fields: dict[str, Any], state: str
) -> None:
    clock = review_clock(NOBODY, made(**fields), today=TODAY)
    assert clock.state == state
    assert clock.rule == "standardization-law-2017"


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "unknown", "effective": "2010-01-01"},
        {"status": "replaced", "effective": "2010-01-01"},
        {"status": "withdrawn", "effective": "2010-01-01"},
        {"status": "ended", "effective": "2010-01-01"},
        {"status": "planned", "effective": "2010-01-01"},
        {"status": "project", "issued": "2010-01-01"},
        {"level": "group", "effective": "2010-01-01"},
        {"level": "internal", "effective": "2010-01-01"},
        {"level": "enterprise", "effective": "2010-01-01"},
        {},
        {"code": "GB/T 990001"},
    ],
)
def test_no_alert_without_known_status_date_and_rule(fields: dict[str, Any]) -> None:
    clock = review_clock(NOBODY, made(**fields), today=TODAY)
    assert clock.state in {"unknown", "no-clock"}
    assert clock.reason.zh
    assert clock.reason.en


def test_the_29th_of_february_falls_due_on_the_28th() -> None:
    due = review_clock(NOBODY, made(effective="2020-02-29"), today=TODAY).due
    assert due is not None
    assert due.last == date(2025, 2, 28)


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    link = {"tie": "procedure", "basis": "stated", "confidence": "high"}
    return small_registry(
        tmp_path,
        standard=[
            standard(
                "gb-t-990001-1-2010",
                code="GB/T 990001.1-2010",
                effective="2010-05-01",
                status="replaced",
                replaced_by=[{"code": "GB/T 990001.1-2024"}],
            ),
            standard("gb-t-990001-3-2024", code="GB/T 990001.3-2024", effective="2024-05-01"),
            standard("gb-t-990005-2020", effective="2021-02"),
        ],
        item=[
            item(
                "land/aid",
                lead_units=["land/ministry"],
                standards=[{"standard": "gb-t-990001-1-2010"} | link],
            )
        ],
    )


def test_a_replaced_standard_names_what_still_hangs_on_it(registry: Registry) -> None:
    effect = lifecycle(registry, today=TODAY).effects[0]
    assert effect.standard == "gb-t-990001-1-2010"
    assert effect.replaced_by == ("GB/T 990001.1-2024",)
    assert effect.items == ("land/aid",)
    assert effect.units == ("land/ministry",)


def test_a_series_shows_the_parts_that_are_missing_below_the_highest(registry: Registry) -> None:
    series = lifecycle(registry, today=TODAY).series[0]
    assert series.base == "GB/T 990001"
    assert series.gaps == (2,)


def test_events_carry_reasons_and_only_running_clocks_become_reviews(registry: Registry) -> None:
    found = events(registry, today=TODAY)
    reviews = [one for one in found if one.kind == "review"]
    assert {one.record for one in reviews} == {"gb-t-990001-3-2024", "gb-t-990005-2020"}
    assert all(one.reason.zh and one.reason.en for one in found)
    coarse = next(one for one in reviews if one.record == "gb-t-990005-2020")
    assert (coarse.on, coarse.exact) == (date(2026, 2, 28), False)
    assert len({one.key for one in found}) == len(found)


def clocks(folder: Path, day: str, **fields: Any) -> dict[str, str]:
    """States of all clocks of a small register on a day."""
    registry = small_registry(
        folder,
        standard=[
            standard("old", effective="2015-01-01", **fields),
            standard("new", effective="2024-07-01"),
        ],
    )
    found = lifecycle(registry, today=date.fromisoformat(day))
    return {clock.standard: clock.state for clock in found.clocks}


@pytest.mark.parametrize(("day", "state"), [("2024-06-30", "overdue"), ("2024-07-01", "no-clock")])
def test_a_successor_stops_the_clock_on_its_own_day(tmp_path: Path, day: str, state: str) -> None:
    ties = {"replaced_by": [{"standard": "new", "extent": "whole"}]}
    assert clocks(tmp_path / "a", day, **ties)["old"] == state
    assert clocks(tmp_path / "b", day, status="replaced", **ties)["old"] == state


def test_a_successor_in_part_stops_nothing(tmp_path: Path) -> None:
    ties = {"replaced_by": [{"standard": "new", "extent": "part"}]}
    assert clocks(tmp_path, "2025-01-01", **ties)["old"] == "overdue"


@pytest.mark.parametrize(("day", "state"), [("2023-02-28", "overdue"), ("2023-03-01", "no-clock")])
def test_a_withdrawal_stops_the_clock_on_its_day(tmp_path: Path, day: str, state: str) -> None:
    assert clocks(tmp_path, day, withdrawn_on="2023-03-01")["old"] == state


def test_nothing_issued_later_appears_on_an_earlier_day(tmp_path: Path) -> None:
    assert set(clocks(tmp_path, "2024-06-30")) == {"old"}
    assert set(clocks(tmp_path, "2024-07-01")) == {"old", "new"}


def test_a_confirmation_of_later_does_not_count_yet(tmp_path: Path) -> None:
    assert clocks(tmp_path / "a", "2022-01-01", confirmed_on="2023-01-01")["old"] == "overdue"
    assert clocks(tmp_path / "b", "2023-01-01", confirmed_on="2023-01-01")["old"] == "later"


@pytest.mark.parametrize(("day", "state"), [("2029-06-30", "due-soon"), ("2029-07-02", "overdue")])
def test_a_review_is_overdue_only_the_day_after_it_fell_due(
    tmp_path: Path, day: str, state: str
) -> None:
    assert clocks(tmp_path, day)["new"] == state
