from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bps.analysis.diff import diff_editions
from bps.analysis.levels_on import levels_on
from bps.analysis.revisions import diff_dates, diff_registries
from bps.errors import UnknownRecord, UsageError
from bps.link import Registry
from tests.support.register import ROW, item, level, listed, small_registry, standard


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    declared = [
        {"kind": "touched", "count": 3, "evidence": ROW},
        {"kind": "raised", "count": 1, "items": ["land/more"], "evidence": ROW},
        {"kind": "widened", "count": 2, "items": ["land/kept"], "evidence": ROW},
    ]
    return small_registry(
        tmp_path,
        list=[
            listed("first", published="2021-01-01", status="replaced"),
            listed(
                "second", published="2024-01-01", changes={"since": "first", "declared": declared}
            ),
            listed("foreign", "town", published="2022"),
        ],
        item=[
            item(
                "land/kept",
                listed_in=[
                    {"list": "first", "number": 1, "name": {"zh": "旧名"}},
                    {"list": "second", "number": 2},
                ],
            ),
            item(
                "land/more",
                listed_in=[{"list": "first"}, {"list": "second"}],
                levels=[
                    level("grant", "100", **{"from": "2020"}),
                    level("grant", "120", **{"from": "2023-05-01"}),
                    level("wait", "9", unit="days", kind="time", **{"from": "2020"}),
                    level("wait", "5", unit="days", kind="time", **{"from": "2022"}),
                ],
            ),
            item("land/new", listed_in=[{"list": "second"}]),
            item("land/out", listed_in=[{"list": "first"}]),
            item(
                "land/part",
                listed_in=[{"list": "second"}],
                counterpart={"item": "land/out", "scope": "split"},
            ),
        ],
        standard=[standard("gb-t-990001-2022", effective="2022-06-01")],
    )


def test_editions_show_what_was_added_removed_renamed_renumbered_split_and_raised(
    registry: Registry,
) -> None:
    found = diff_editions(registry, "first", "second")
    shown = {(one.kind, one.item) for one in found.changes if one.basis == "records"}
    assert {
        ("added", "land/new"),
        ("removed", "land/out"),
        ("split", "land/part"),
        ("renamed", "land/kept"),
        ("renumbered", "land/kept"),
        ("raised", "land/more"),
    } <= shown
    assert (found.items_before, found.items_after) == (3, 4)


def test_fewer_days_of_waiting_is_raised_not_lowered(registry: Registry) -> None:
    raised = diff_editions(registry, "first", "second").of_kind("raised", "records")
    assert {one.after for one in raised} == {"120 CNY/person", "5 days/person"}


@pytest.mark.parametrize(
    ("then", "now", "kinds"),
    [
        ({"value": "10", "period": "month"}, {"value": "240", "period": "year"}, ["raised"]),
        ({"value": "10", "period": "month"}, {"value": "110", "period": "year"}, ["lowered"]),
        ({"value": "10", "period": "month"}, {"value": "120", "period": "year"}, ["level-changed"]),
        (
            {"value": "10", "comparator": "at-most"},
            {"value": "10", "comparator": "at-least"},
            ["level-changed"],
        ),
        (
            {"value": "10", "comparator": "at-least"},
            {"value": "10", "comparator": "more-than"},
            ["raised"],
        ),
        (
            {"value": "10", "comparator": "at-least"},
            {"value": "9", "comparator": "more-than"},
            ["lowered"],
        ),
        ({"value": "10"}, {"value": "10.0"}, []),
        ({"value": "10"}, {"value": "10"}, []),
    ],
)
def test_a_later_row_ends_the_earlier_one_also_in_another_period_or_sense(
    tmp_path: Path, then: dict[str, str], now: dict[str, str], kinds: list[str]
) -> None:
    rows = [
        level("grant", **(then | {"from": "2020-01-01"})),
        level("grant", **(now | {"from": "2024-01-01"})),
    ]
    registry = small_registry(tmp_path, item=[item("land/aid", levels=rows)])
    aid = registry.get("item", "land/aid")
    assert [one.level.from_ for one in levels_on(aid.levels, date(2025, 1, 1))] == ["2024-01-01"]
    found = diff_dates(registry, date(2021, 1, 1), date(2025, 1, 1)).levels
    assert [one.kind for one in found] == kinds


def test_the_published_summary_stands_beside_what_the_records_show(registry: Registry) -> None:
    found = {one.kind: one for one in diff_editions(registry, "first", "second").published}
    assert (found["touched"].declared, found["touched"].shown) == (3, 0)
    assert (found["raised"].declared, found["raised"].named, found["raised"].shown) == (1, 1, 1)
    assert (found["widened"].declared, found["widened"].named, found["widened"].shown) == (2, 1, 0)


def test_editions_of_two_places_are_not_compared(registry: Registry) -> None:
    with pytest.raises(UsageError):
        diff_editions(registry, "first", "foreign")
    with pytest.raises(UnknownRecord):
        diff_editions(registry, "first", "third")


def test_two_days_differ_by_what_began_between_them(registry: Registry) -> None:
    found = diff_dates(registry, date(2022, 1, 1), date(2023, 12, 31))
    assert {one.kind for one in found.levels} == {"raised"}
    assert found.standards == (("gb-t-990001-2022", "began", "2022-06-01"),)
    assert diff_dates(registry, date(2024, 6, 1), date(2024, 7, 1)).levels == ()


def test_revisions_tell_moved_records_from_removed_and_added_ones(tmp_path: Path) -> None:
    before = small_registry(
        tmp_path / "a", item=[item("land/one"), item("land/two"), item("land/old")]
    )
    after = small_registry(
        tmp_path / "b",
        item=[
            item("land/one", content={"zh": "内容"}),
            item("land/three"),
            item("land/new", former_ids=["land/old"]),
        ],
    )
    found = {(one.kind, one.record): one for one in diff_registries(before, after)}
    assert set(found) == {
        ("changed", "land/one"),
        ("removed", "land/two"),
        ("added", "land/three"),
        ("moved", "land/new"),
    }
    assert found["changed", "land/one"].fields == ("content", "evidence")
    assert found["moved", "land/new"].former == "land/old"
    assert diff_registries(after, after) == ()
