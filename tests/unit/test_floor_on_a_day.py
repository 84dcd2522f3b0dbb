"""The floor on the day asked about: right values written by hand, one for each rule of the guide."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from bps.analysis.compare import compare_levels
from bps.analysis.floor import compare_item, floor
from bps.analysis.groups_of_levels import relation
from bps.cli import main
from bps.model import Level
from bps.relations.counterparts import higher_items
from bps.relations.places import items_by_place
from bps.relations.state import AsOf
from tests.support.register import ROW, indicator, item, level, small_registry
from tests.support.source import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from bps.analysis.floor import ItemComparison
    from bps.link import Registry

BACK = {"item": "land/aid", "scope": "unknown"}
TODAY = date(2026, 6, 1)


def grant(value: str, start: str | None = None, end: str | None = None, **more: Any) -> Any:
    dates = {key: text for key, text in (("from", start), ("to", end)) if text}
    return level("grant", value, **dates, **more)


def made(value: str, comparator: str | None = None, **more: Any) -> Level:
    raw = {"measure": "grant", "kind": "amount", "unit": "CNY", "per": "person", "evidence": ROW}
    raw |= {"value": value} | ({"comparator": comparator} if comparator else {}) | more
    return Level.model_validate(raw)


def judged(
    folder: Path, national: list[Any], local: list[Any], *, on: str = "2026-06-01", **fields: Any
) -> ItemComparison:
    registry = small_registry(
        folder,
        item=[
            item("land/aid", levels=national),
            item(
                "north/aid",
                **({"counterpart": BACK} | ({"levels": local} if local else {}) | fields),
            ),
        ],
    )
    record = registry.get("item", "north/aid")
    return compare_item(registry, record, today=date.fromisoformat(on))


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2019-12-31", "unknown"),  # the local level has not begun
        ("2020-01-01", "above"),
        ("2024-12-31", "above"),
        ("2025-01-01", "look-again"),  # the nation rose past it
        ("2026-01-01", "above"),  # the nation was lowered again
    ],
)
def test_the_day_asked_about_decides(tmp_path: Path, on: str, standing: str) -> None:
    national = [grant("100", "2010-01-01"), grant("150", "2025-01-01"), grant("90", "2026-01-01")]
    assert judged(tmp_path, national, [grant("120", "2020-01-01")], on=on).standing == standing


def test_a_level_that_begins_later_is_never_judged_earlier(tmp_path: Path) -> None:
    found = judged(
        tmp_path, [grant("100", "2010-01-01")], [grant("200", "2021-01-01")], on="2015-01-01"
    )
    assert found.levels == ()
    assert found.standing == "unknown"


def test_a_level_below_since_it_was_set_is_below_and_said_so(tmp_path: Path) -> None:
    found = judged(tmp_path, [grant("100", "2010-01-01")], [grant("80", "2020-01-01")])
    assert found.standing == "below"
    assert (found.levels[0].below_when_set, found.levels[0].raised_since) == (True, False)


def test_a_floor_that_came_after_the_local_level_asks_for_a_second_look(tmp_path: Path) -> None:
    found = judged(tmp_path, [grant("100", "2025-01-01")], [grant("80", "2020-01-01")])
    assert found.standing == "look-again"
    assert found.levels[0].raised_since


def test_a_floor_that_ended_is_no_floor(tmp_path: Path) -> None:
    found = judged(
        tmp_path, [grant("100", "2010-01-01", "2025-12-31")], [grant("80", "2020-01-01")]
    )
    assert found.levels[0].verdict is None
    assert found.standing == "no-floor"


@pytest.mark.parametrize(
    ("on", "expected"), [("2025-12-31", ("below", False)), ("2026-01-01", (None, True))]
)
def test_a_local_level_that_ended_compares_nothing(
    tmp_path: Path, on: str, expected: tuple[str | None, bool]
) -> None:
    local = [grant("80", "2020-01-01", "2025-12-31")]
    row = judged(tmp_path, [grant("100", "2010-01-01")], local, on=on).levels[0]
    assert (row.verdict, row.ended) == expected


def test_scope_alone_is_no_level(tmp_path: Path) -> None:
    same: dict[str, Any] = {"counterpart": {"item": "land/aid", "scope": "same"}}
    assert judged(tmp_path / "a", [grant("100", "2010-01-01")], [], **same).standing == "same-scope"
    local = [grant("100", "2020-01-01")]
    assert judged(tmp_path / "b", [grant("100", "2010-01-01")], local, **same).standing == "equal"


def test_a_wider_scope_is_above_unless_a_level_is_below(tmp_path: Path) -> None:
    wider: dict[str, Any] = {"counterpart": {"item": "land/aid", "scope": "wider"}}
    assert judged(tmp_path / "a", [grant("100", "2010-01-01")], [], **wider).standing == "above"
    low = [grant("80", "2020-01-01")]
    assert judged(tmp_path / "b", [grant("100", "2010-01-01")], low, **wider).standing == "below"


@pytest.mark.parametrize("status", ["withdrawn", "replaced", "ended", "planned"])
def test_a_national_item_that_does_not_hold_is_no_floor(tmp_path: Path, status: str) -> None:
    registry = small_registry(
        tmp_path,
        item=[
            item("land/aid", levels=[grant("100", "2010-01-01")], status=status),
            item("north/aid", counterpart=BACK, levels=[grant("80", "2020-01-01")]),
        ],
    )
    found = compare_item(registry, registry.get("item", "north/aid"), today=TODAY)
    assert found.standing == "no-floor"


def test_a_local_item_that_was_withdrawn_is_not_judged(tmp_path: Path) -> None:
    registry = small_registry(
        tmp_path,
        item=[
            item("land/aid", levels=[grant("100", "2010-01-01")]),
            item("north/aid", counterpart=BACK, status="withdrawn", levels=[grant("80", "2020")]),
        ],
    )
    assert floor(registry, "north", today=TODAY).items == ()


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2024-12", (True, "below")),
        ("2025", (False, "look-again")),
        (None, (False, "look-again")),
    ],
)
def test_coarse_dates_make_a_verdict_certain_only_if_every_day_gives_it(
    tmp_path: Path, start: str | None, expected: tuple[bool, str]
) -> None:
    local = [grant("80", start)]
    found = judged(tmp_path, [grant("100", "2010-01-01")], local, on="2025-06-30")
    assert (found.levels[0].certain, found.standing) == expected


def test_two_national_values_that_dates_cannot_tell_apart_settle_nothing(tmp_path: Path) -> None:
    national = [grant("143", "2025"), grant("163", "2026")]
    local = [grant("150", "2024-01-01")]
    assert judged(tmp_path / "a", national, local).levels[0].verdict == "undetermined"
    lower = [grant("120", "2024-01-01")]
    assert judged(tmp_path / "b", national, lower).levels[0].verdict == "below"


@pytest.mark.parametrize(
    ("local", "national", "verdict"),
    [
        (made("100"), made("100", "more-than"), "below"),
        (made("100", "at-least"), made("100", "more-than"), "below"),
        (made("100", "more-than"), made("100", "more-than"), "equal"),
        (made("100", "more-than"), made("100", "at-least"), "above"),
        (made("100", "at-least"), made("100"), "equal"),
        (made("99", "about"), made("100"), "undetermined"),
        (made("100"), made("100", "about"), "undetermined"),
        (made("150", "about"), made("100", "at-least"), "above"),
        (made("50", "about"), made("100", "at-least"), "below"),
        (made("100", "less-than"), made("100", "at-least"), "below"),
        (made("100", "at-most"), made("100", "at-least"), "undetermined"),
        (made("100", "at-most"), made("100", "more-than"), "below"),
        (made("100", "less-than"), made("100", "at-most"), "below"),
        (made("100", "at-most"), made("100", "less-than"), "above"),
    ],
)
def test_comparators_are_ends_of_intervals(local: Level, national: Level, verdict: str) -> None:
    assert compare_levels(local, national, "higher").verdict == verdict


@pytest.mark.parametrize(
    ("local", "national", "verdict"),
    [
        (made("7", "at-most"), made("7", "less-than"), "below"),
        (made("7", "less-than"), made("7", "at-most"), "above"),
        (made("6", "at-most"), made("7", "at-most"), "above"),
        (made("8", "at-least"), made("7", "at-most"), "below"),
        (made("7", "at-least"), made("7", "at-most"), "undetermined"),
        (made("7"), made("7", "at-most"), "equal"),
    ],
)
def test_where_less_is_better_the_ends_change_sides(
    local: Level, national: Level, verdict: str
) -> None:
    assert compare_levels(local, national, "lower").verdict == verdict


@pytest.mark.parametrize(
    ("mine", "theirs", "local", "national", "verdict", "shown"),
    [
        ("month", "year", "10", "120", "equal", "10 × 12 = 120"),
        ("month", "year", "10", "121", "below", "10 × 12 = 120"),
        ("year", "month", "240", "10", "above", "240 ÷ 12 = 20"),
        ("quarter", "year", "30", "120", "equal", "30 × 4 = 120"),
        ("quarter", "month", "30", "10", "equal", "30 ÷ 3 = 10"),
    ],
)
def test_periods_of_the_calendar_convert_and_the_sum_is_shown(
    mine: str, theirs: str, local: str, national: str, verdict: str, shown: str
) -> None:
    found = compare_levels(made(local, period=mine), made(national, period=theirs), "higher")
    assert found.verdict == verdict
    assert found.conversion is not None
    assert shown in found.conversion.zh
    assert shown in found.reason.en


@pytest.mark.parametrize("period", ["day", "week", "term"])
def test_other_periods_are_refused(period: str) -> None:
    found = compare_levels(made("10", period=period), made("10", period="year"), "higher")
    assert found.verdict == "not-comparable"


def test_a_share_of_a_month_is_no_share_of_a_year() -> None:
    monthly, yearly = (made("50", period=p, kind="ratio") for p in ("month", "year"))
    assert compare_levels(monthly, yearly, "higher").verdict == "not-comparable"


GROUPS = [
    {"id": "old", "name": {"zh": "老人", "en": "Old"}},
    {"id": "aged-65-79", "name": {"zh": "六十五到七十九", "en": "65 to 79"}, "broader": "old"},
    {"id": "aged-80", "name": {"zh": "八十以上", "en": "80 and over"}, "broader": "old"},
    {"id": "poor", "name": {"zh": "困难", "en": "Poor"}},
]


@pytest.fixture
def grouped(tmp_path: Path) -> Registry:
    recipients = {
        "id": "recipients",
        "name": {"zh": "对象", "en": "Groups"},
        "concepts": GROUPS,
        "evidence": [{"fields": ["name", "concepts"], **ROW}],
    }
    return small_registry(tmp_path, recipients=[recipients])


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (["old"], ["old"], "same"),
        (["aged-80"], ["aged-65-79"], "different"),
        (["poor"], ["old"], "different"),
        (["aged-80"], ["old"], "part"),
        (["old"], ["aged-80"], "covers"),
        (["aged-80", "poor"], ["old"], "overlap"),
        ([], ["old"], "covers"),
        (["old"], [], "part"),
        ([], [], "same"),
    ],
)
def test_people_are_compared_by_the_ids_of_their_groups(
    grouped: Registry, mine: list[str], theirs: list[str], expected: str
) -> None:
    given: list[dict[str, Any]] = [{"groups": ids} if ids else {} for ids in (mine, theirs)]
    local, national = (made("1", **fields) for fields in given)
    assert relation(grouped, local, national) == expected


def test_groups_in_words_only_are_compared_by_nothing_but_equal_words(grouped: Registry) -> None:
    one = made("1", applies_to={"zh": "65至79岁", "en": "65 to 79"})
    other = made("1", applies_to={"zh": "80岁以上", "en": "80 and over"})
    assert relation(grouped, one, one) == "same"
    assert relation(grouped, one, other) == "unsettled"


def test_levels_of_different_people_are_not_compared(tmp_path: Path) -> None:
    national = [grant("100", "2010-01-01", applies_to={"zh": "80岁以上"})]
    local = [grant("200", "2020-01-01", applies_to={"zh": "65至79岁"})]
    found = judged(tmp_path, national, local)
    assert found.levels[0].verdict == "undetermined"
    assert "65至79岁" in found.levels[0].reason.zh
    assert found.standing == "unknown"


def chain(folder: Path) -> Registry:
    return small_registry(
        folder,
        item=[
            item("land/aid", levels=[grant("100", "2010-01-01")]),
            item("north/aid", counterpart=BACK, levels=[grant("150", "2020-01-01")]),
            item("town/aid", counterpart=BACK, levels=[grant("120", "2021-01-01")]),
        ],
    )


def test_a_lower_place_is_held_against_the_one_between_it_and_the_nation(tmp_path: Path) -> None:
    registry = chain(tmp_path)
    town = registry.get("item", "town/aid")
    above = higher_items(AsOf(registry, TODAY), town, items_by_place(registry))
    assert [each.id for each in above] == ["north/aid", "land/aid"]
    found = compare_item(registry, town, today=TODAY)
    assert [(row.against, row.verdict) for row in found.levels] == [
        ("north/aid", "below"),
        ("land/aid", "above"),
    ]
    assert found.standing == "below"


def test_every_measure_keeps_the_direction_of_its_indicator(tmp_path: Path) -> None:
    days = {"unit": "days", "kind": "time", "comparator": "at-most"}
    registry = small_registry(
        tmp_path,
        indicator=[indicator("wait", "lower", "time")],
        item=[
            item("land/aid", levels=[level("wait", "7", **days, **{"from": "2010-01-01"})]),
            item(
                "north/aid",
                counterpart=BACK,
                levels=[level("wait", "5", **days, **{"from": "2020-01-01"})],
            ),
        ],
    )
    found = compare_item(registry, registry.get("item", "north/aid"), today=TODAY)
    assert found.standing == "above"


def bps(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["--root", str(REPOSITORY), "--lang", "en", *words])
    return done.exit_code, done.output


def test_a_verdict_explains_itself_row_by_row() -> None:
    code, said = bps("floor", "--on", "2026-11-27", "--explain", "shenzhen/minimum-living")
    assert code == 0
    assert "shenzhen/minimum-living: 1483 CNY/person/month" in said
    assert "guangdong/minimum-living: ≥1165 CNY/person/month" in said
    assert "higher is better" in said
    assert "Rule: Where there is a uniform national level" in said
    assert said.rstrip().endswith("Standing: above the floor")


def test_a_day_before_anything_is_refused_in_one_sentence() -> None:
    code, said = bps("floor", "--on", "1900-01-01")
    assert code == 2
    assert said.count("\n") == 1
    assert "too early" in said


@pytest.mark.parametrize(("gate", "exit_code"), [("below", 0), ("look-again", 1)])
def test_the_gate_fails_on_the_standing_it_names_and_worse(gate: str, exit_code: int) -> None:
    code, _ = bps("floor", "kaifeng", "--on", "2026-11-27", "--fail-on", gate)
    assert code == exit_code
