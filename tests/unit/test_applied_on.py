from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bps.relations.applied_on import Period, applied_on
from bps.relations.listed_on import list_periods, listed_on
from tests.support.dated_rows import applied_vectors, random_day, random_rows
from tests.support.register import item, listed, small_registry
from tests.support.situations import dice

if TYPE_CHECKING:
    from bps.pipeline import Register
    from bps.relations.applied_on import Applied

CASES = applied_vectors()


def answers(rows: list[list[str | None]], on: str) -> tuple[Applied, ...]:
    periods = [Period(about, start, end) for about, start, end in rows]
    return applied_on(periods, date.fromisoformat(on))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_shared_vector_gets_its_answers(case: dict[str, Any]) -> None:
    assert list(answers(case["rows"], case["on"])) == case["applied"]


def test_vectors_have_names_of_their_own() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES)


def test_a_row_is_judged_by_rows_about_the_same_thing_only() -> None:
    random = dice(5)
    for _ in range(500):
        rows, on = random_rows(random), random_day(random)
        whole = answers(rows, on)
        for about in "ab":
            own = [(row, found) for row, found in zip(rows, whole, strict=True) if row[0] == about]
            assert answers([row for row, _ in own], on) == tuple(found for _, found in own)


def test_exact_dates_leave_no_doubt_and_one_row_at_most_per_thing_and_first_day() -> None:
    random = dice(6)
    for _ in range(500):
        rows = [["a", random_day(random), None] for _ in range(random.randint(1, 6))]
        found = answers(rows, random_day(random))
        assert "maybe" not in found
        assert len({row[1] for row, one in zip(rows, found, strict=True) if one == "yes"}) <= 1


def test_an_edition_ends_where_its_successor_begins(tmp_path: Path) -> None:
    registry = small_registry(
        tmp_path,
        list=[
            listed("land-2017"),
            listed("land-2021", published="2021-04-20", replaces="land-2017"),
            listed("land-2023", published="2023-08", replaces="land-2021"),
            listed("land-draft", published="2020-01-01", status="project"),
        ],
        item=[
            item(
                "land/one", listed_in=[{"list": "land-2021", "number": 3}, {"list": "land-draft"}]
            ),
        ],
    )
    periods = list_periods(registry)
    assert periods == {
        "land-2017": Period("land-2017", None, "2021-04-19"),
        "land-2021": Period("land-2021", "2021-04-20", "2023-08"),
        "land-2023": Period("land-2023", "2023-08", None),
    }
    one = registry.get("item", "land/one")

    def on(day: date) -> list[tuple[str, int | None, Applied]]:
        rows = listed_on(registry, one, day, periods=periods)
        return [(row.edition.id, row.listing.number, row.applied) for row in rows]

    assert on(date(2021, 4, 20)) == [("land-2021", 3, "yes")]
    assert on(date(2023, 8, 9)) == [("land-2021", 3, "maybe")]
    assert on(date(2023, 9, 1)) == [("land-2021", 3, "no")]


def test_the_national_editions_hand_over_on_the_day_of_publication(
    real_register: Register,
) -> None:
    registry = real_register.registry
    periods = list_periods(registry)
    meals = registry.get("item", "cn/rural-school-meals")

    def names(day: date) -> list[str]:
        rows = listed_on(registry, meals, day, periods=periods)
        return [
            (row.listing.name or meals.name).in_language("zh")
            for row in rows
            if row.applied == "yes"
        ]

    assert names(date(2023, 8, 8)) == ["贫困地区学生营养膳食补助"]
    assert names(date(2023, 8, 9)) == ["农村义务教育学生营养膳食补助"]
    assert names(date(2020, 1, 1)) == []
