from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bps.analysis.compare import compare_levels
from bps.analysis.floor import compare_item, floor, floors
from bps.analysis.ladder import ladders
from bps.analysis.levels_on import levels_on
from bps.errors import UnknownRecord
from bps.link import Registry
from bps.model import Level
from bps.relations.days import days_of, in_force
from tests.support.register import ROW, indicator, item, level, listed, small_registry

TODAY = date(2026, 6, 1)


def made(value: str | None = "100", **fields: Any) -> Level:
    raw = {"measure": "grant", "kind": "amount", "unit": "CNY", "per": "person", "evidence": ROW}
    if value is not None:
        raw["value"] = value
    if "start" in fields:
        fields["from"] = fields.pop("start")
    return Level.model_validate(raw | fields)


@pytest.mark.parametrize(
    ("local", "national", "direction", "verdict"),
    [
        (made("90"), made("100"), "higher", "below"),
        (made("100"), made("100"), "higher", "equal"),
        (made("120"), made("100", comparator="at-least"), "higher", "above"),
        (made("0.3"), made("0.30"), "higher", "equal"),
        (made("5"), made("7", comparator="at-most"), "lower", "above"),
        (made("9", comparator="at-most"), made("7", comparator="at-most"), "lower", "below"),
        (made("120", comparator="at-most"), made("100"), "higher", "undetermined"),
        (made("80", comparator="at-most"), made("100"), "higher", "below"),
        (made("100", comparator="more-than"), made("100"), "higher", "above"),
        (made("120"), made("100", comparator="at-most"), "higher", "not-comparable"),
        (
            made("90", comparator="at-most"),
            made("100", comparator="at-most"),
            "higher",
            "below",
        ),
        (made("120"), made("100"), "none", "not-comparable"),
        (made("120"), made("100"), None, "not-comparable"),
    ],
)
def test_levels_compare_by_what_they_guarantee_and_by_direction(
    local: Level, national: Level, direction: str | None, verdict: str
) -> None:
    assert compare_levels(local, national, direction).verdict == verdict


@pytest.mark.parametrize("other", [{"unit": "days"}, {"per": "child"}, {"period": "term"}])
def test_unlike_units_bases_and_periods_are_refused_not_converted(other: dict[str, str]) -> None:
    judgement = compare_levels(made("1"), made("100", **other), "higher")
    assert judgement.verdict == "not-comparable"
    assert "Unlike units" in judgement.reason.en
    assert "口径不同" in judgement.reason.zh


def test_a_level_in_words_is_not_compared_by_value() -> None:
    words = made(None, kind="qualitative", text={"zh": "免费"})
    assert compare_levels(words, made(), "higher").verdict == "not-comparable"


@pytest.mark.parametrize(
    ("start", "end", "on", "holds"),
    [
        ("2022", None, date(2023, 1, 1), True),
        ("2022", None, date(2022, 6, 1), None),
        ("2022-07", None, date(2022, 6, 30), False),
        (None, "2022-06-30", date(2022, 6, 30), True),
        (None, "2022-06-30", date(2022, 7, 1), False),
        (None, "2022", date(2022, 6, 1), None),
        (None, None, date(2022, 6, 1), True),
    ],
)
def test_coarse_dates_settle_only_what_they_can(
    start: str | None, end: str | None, on: date, *, holds: bool | None
) -> None:
    assert in_force(start, end, on) is holds


def test_a_month_ends_on_its_last_day_also_in_leap_years() -> None:
    assert days_of("2024-02").last == date(2024, 2, 29)
    assert days_of("2023").first == date(2023, 1, 1)


def test_a_raised_amount_replaces_the_older_one_on_its_day() -> None:
    rows = [made("90", start="2020"), made("100", start="2023-07-01"), made("50", measure="wait")]
    then = {row.level.value for row in levels_on(rows, date(2022, 5, 1))}
    now = {row.level.value for row in levels_on(rows, date(2024, 1, 1))}
    assert then == {"90", "50"}
    assert now == {"100", "50"}


def test_an_undated_level_is_uncertain_on_any_day() -> None:
    assert not levels_on([made("90")], TODAY)[0].certain


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    national = [
        level("grant", "100", **{"from": "2020"}),
        level("grant", "150", **{"from": "2025-01-01"}),
        level("wait", "7", unit="days", comparator="at-most", kind="time"),
    ]
    back = {"item": "land/aid", "scope": "unknown"}
    return small_registry(
        tmp_path,
        indicator=[indicator("relief")],
        list=[listed("nation-2021", published="2021-04-20")],
        item=[
            item("land/aid", listed_in=[{"list": "nation-2021"}], levels=national),
            item("north/low", counterpart=back, levels=[level("grant", "80", **{"from": "2023"})]),
            item("north/old", counterpart=back, levels=[level("grant", "120", **{"from": "2023"})]),
            item(
                "north/high",
                counterpart=back,
                levels=[level("grant", "200", **{"from": "2025-06"})],
            ),
            item(
                "north/slow",
                counterpart=back,
                levels=[
                    level(
                        "wait",
                        "9",
                        unit="days",
                        comparator="at-most",
                        kind="time",
                        **{"from": "2019"},
                    )
                ],
            ),
            item(
                "north/slow-now",
                counterpart=back,
                levels=[
                    level(
                        "wait",
                        "9",
                        unit="days",
                        comparator="at-most",
                        kind="time",
                        **{"from": "2022"},
                    )
                ],
            ),
            item("north/narrow", counterpart={"item": "land/aid", "scope": "narrower"}),
            item("north/extra", counterpart={"scope": "local-only"}),
            item(
                "north/other",
                counterpart=back,
                levels=[level("grant", "9", per="child", **{"from": "2023"})],
            ),
            item(
                "north/own",
                counterpart=back,
                levels=[level("relief", "9", **{"from": "2023"})],
            ),
            item("north/bare", counterpart=back),
            item("north/alone"),
        ],
    )


@pytest.mark.parametrize(
    ("ref", "standing"),
    [
        ("north/low", "below"),
        ("north/old", "look-again"),
        ("north/high", "above"),
        ("north/slow", "look-again"),
        ("north/slow-now", "below"),
        ("north/narrow", "below"),
        ("north/extra", "local-only"),
        ("north/other", "not-comparable"),
        ("north/own", "no-floor"),
        ("north/bare", "unknown"),
        ("north/alone", "unknown"),
    ],
)
def test_an_item_stands_by_its_worst_certain_level(
    registry: Registry, ref: str, standing: str
) -> None:
    record = registry.get("item", ref)
    assert compare_item(registry, record, today=TODAY).standing == standing


def test_levels_are_compared_on_the_day_asked_and_what_rose_since_is_a_note(
    registry: Registry,
) -> None:
    row = compare_item(registry, registry.get("item", "north/old"), today=TODAY).levels[0]
    assert row.on == TODAY
    assert row.national is not None
    assert row.national.value == "150"
    assert row.verdict == "below"
    assert row.raised_since
    assert not row.below_when_set


def test_an_undated_national_level_counts_from_the_first_list_that_has_the_item(
    registry: Registry,
) -> None:
    before = compare_item(registry, registry.get("item", "north/slow"), today=TODAY).levels[0]
    after = compare_item(registry, registry.get("item", "north/slow-now"), today=TODAY).levels[0]
    assert (before.raised_since, before.below_when_set) == (True, False)
    assert (after.raised_since, after.below_when_set) == (False, True)


def test_what_goes_beyond_the_nation_is_asked_for_its_document(registry: Registry) -> None:
    high = compare_item(registry, registry.get("item", "north/high"), today=TODAY)
    extra = compare_item(registry, registry.get("item", "north/extra"), today=TODAY)
    assert "document" in high.asks[0].en
    assert "依据文件" in extra.asks[0].zh


def test_the_worst_come_first(registry: Registry) -> None:
    found = floor(registry, "north", today=TODAY)
    standings = [one.standing for one in found.items]
    assert standings[:3] == ["below", "below", "below"]
    assert found.count("below") == 3


def test_an_unknown_place_is_refused(registry: Registry) -> None:
    with pytest.raises(UnknownRecord):
        floor(registry, "nowhere", today=TODAY)


def test_a_place_without_items_has_an_empty_floor(registry: Registry) -> None:
    assert floor(registry, "town", today=TODAY).items == ()


def test_a_declared_number_of_unnamed_levels_keeps_its_place(tmp_path: Path) -> None:
    total = {"of": "levels", "count": 11, "evidence": ROW}
    found = floors(
        small_registry(tmp_path, list=[listed("town-levels", "town", declared=[total])]),
        today=TODAY,
    )
    assert [one.place for one in found] == ["town"]
    assert found[0].declared_above == (("list", "town-levels", 11),)


def test_a_ladder_puts_the_nation_first_and_keeps_unlike_units_apart(registry: Registry) -> None:
    found = ladders(registry, measure="grant")
    assert [one.per for one in found] == ["person", "child"]
    assert found[0].rungs[0].place == "land"
    assert found[0].has_national
    assert found[0].places == 1
    assert not found[1].has_national
