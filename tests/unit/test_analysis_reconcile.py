from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bps.analysis.reconcile import reconcile
from bps.errors import UnknownRecord
from bps.link import Registry
from tests.support.register import ROW, evidence, item, listed, small_registry, standard


def total(of: str, count: int, **fields: Any) -> dict[str, Any]:
    return {"of": of, "count": count} | fields | {"evidence": ROW}


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    row = [{"list": "town-list"}]
    return small_registry(
        tmp_path,
        list=[
            listed(
                "town-list",
                "town",
                scheme="areas",
                declared=[
                    total("items", 3),
                    total("items", 1, domain="areas/young"),
                    total("items", 2, domain="areas/old"),
                    total("items", 5, as_of="2020"),
                    total("areas", 2),
                    total("categories", 1),
                    total("featured-items", 1),
                    total("local-standards", 44),
                    total("provincial-standards", 6),
                    total("municipal-standards", 38),
                    total("internal-norms", 1),
                    total("documents", 900, comparator="more-than"),
                ],
            )
        ],
        item=[
            item("town/a", domain="areas/birth", listed_in=row, featured=True),
            item("town/b", domain="areas/old", listed_in=row),
        ],
        standard=[
            standard("north/db99-t-1-2021", listed_in=row),
            standard("town/db9901-t-1-2021", listed_in=row),
            standard("town/db9901-t-2-2021", listed_in=row),
            standard("town/norm", listed_in=row, level="internal"),
        ],
        service_point=[
            {
                "id": "town/house",
                "name": {"zh": "之家"},
                "jurisdiction": "town",
                "items": ["town/a"],
                "standards": ["town/norm"],
                "declared": [total("items", 1), total("internal-norms", 9)],
                "evidence": evidence("name"),
            }
        ],
    )


def test_every_total_is_counted_in_its_own_way(registry: Registry) -> None:
    counts = {
        (one.holder, one.of, one.domain, one.as_of): (one.recorded, one.state)
        for one in reconcile(registry).claims
    }
    assert counts["town-list", "items", None, None] == (2, "missing")
    assert counts["town-list", "items", "areas/young", None] == (1, "complete")
    assert counts["town-list", "areas", None, None] == (2, "complete")
    assert counts["town-list", "categories", None, None] == (1, "complete")
    assert counts["town-list", "featured-items", None, None] == (1, "complete")
    assert counts["town-list", "local-standards", None, None] == (3, "missing")
    assert counts["town-list", "provincial-standards", None, None] == (1, "missing")
    assert counts["town-list", "municipal-standards", None, None] == (2, "missing")
    assert counts["town-list", "internal-norms", None, None] == (1, "complete")
    assert counts["town-list", "documents", None, None] == (None, "not-counted")
    assert counts["town/house", "items", None, None] == (1, "complete")
    assert counts["town/house", "internal-norms", None, None] == (1, "missing")


def test_missing_and_surplus_are_the_difference(tmp_path: Path) -> None:
    row = [{"list": "short"}]
    found = reconcile(
        small_registry(
            tmp_path,
            list=[
                listed(
                    "short",
                    declared=[
                        total("items", 1),
                        total("items", 1, comparator="at-least", as_of="2020"),
                    ],
                )
            ],
            item=[item("land/a", listed_in=row), item("land/b", listed_in=row)],
        )
    )
    exact, least = found.claims
    assert (exact.state, exact.surplus, exact.missing) == ("surplus", 1, 0)
    assert (least.state, least.surplus) == ("complete", 0)


def test_whether_it_is_a_change_stays_open_where_one_claim_has_no_date(registry: Registry) -> None:
    found = reconcile(registry).contradictions
    assert [(one.of, one.dates) for one in found] == [("items", "unknown")]
    assert [claim.declared for claim in found[0].claims] == [3, 5]


@pytest.mark.parametrize(
    ("first", "second", "dates"),
    [
        ("2020", "2021", "different"),
        ("2021-07-01", "2021-07-02", "different"),
        ("2021-07", "2021-07", "same"),
        ("2021", "2021-07", "unknown"),
        ("2021", None, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_claims_contradict_each_other_only_where_their_dates_are_the_same(
    tmp_path: Path, first: str | None, second: str | None, dates: str
) -> None:
    rows = [
        total("items", count, **({"as_of": on} if on else {}))
        for count, on in ((3, first), (5, second))
    ]
    found = reconcile(small_registry(tmp_path, list=[listed("short", declared=rows)]))
    assert [one.dates for one in found.contradictions] == [dates]


def test_the_worst_pair_of_claims_is_the_one_named(tmp_path: Path) -> None:
    rows = [
        total("items", 3, as_of="2020"),
        total("items", 4, as_of="2021"),
        total("items", 5),
        total("items", 5, as_of="2021"),
    ]
    found = reconcile(small_registry(tmp_path, list=[listed("short", declared=rows)]))
    assert [one.dates for one in found.contradictions] == ["same"]


def test_parts_are_added_up_within_one_date_only(registry: Registry) -> None:
    sums = {(one.of, one.by): one for one in reconcile(registry).sums}
    assert sums["items", "area"].outcome == "agrees"
    assert sums["items", "area"].total == 3
    assert sums["local-standards", "level"].parts == (
        ("provincial-standards", 6),
        ("municipal-standards", 38),
    )
    assert sums["local-standards", "level"].outcome == "agrees"


def test_overlapping_parts_are_called_so(tmp_path: Path) -> None:
    parts = [
        total("items", 8),
        total("items", 5, part={"zh": "甲"}),
        total("items", 6, part={"zh": "乙"}),
    ]
    found = reconcile(small_registry(tmp_path, list=[listed("short", declared=parts)]))
    assert found.sums[0].outcome == "overlap"
    assert found.sums[0].sum == 11


def test_a_place_limits_the_totals_and_an_unknown_one_is_refused(registry: Registry) -> None:
    assert reconcile(registry, place="north").claims == ()
    with pytest.raises(UnknownRecord):
        reconcile(registry, place="atlantis")


@pytest.mark.parametrize(
    ("count", "comparator", "state"),
    [
        (2, "more-than", "missing"),
        (1, "more-than", "complete"),
        (2, "at-least", "complete"),
        (3, "at-least", "missing"),
        (9, "at-most", "complete"),
        (2, "at-most", "complete"),
        (1, "at-most", "surplus"),
        (3, "less-than", "complete"),
        (2, "less-than", "surplus"),
        (2, None, "complete"),
        (3, None, "missing"),
        (1, None, "surplus"),
    ],
)
def test_two_recorded_items_against_every_kind_of_published_number(
    tmp_path: Path, count: int, comparator: str | None, state: str
) -> None:
    fields = {} if comparator is None else {"comparator": comparator}
    row = [{"list": "town-list"}]
    registry = small_registry(
        tmp_path,
        list=[listed("town-list", "town", declared=[total("items", count, **fields)])],
        item=[item("town/a", listed_in=row), item("town/b", listed_in=row)],
    )
    assert [claim.state for claim in reconcile(registry).claims] == [state]


@pytest.mark.parametrize("status", ["withdrawn", "replaced", "ended"])
def test_an_item_that_was_taken_back_is_not_recorded_today(tmp_path: Path, status: str) -> None:
    row = [{"list": "town-list"}]
    registry = small_registry(
        tmp_path,
        list=[listed("town-list", "town", declared=[total("items", 2)])],
        item=[item("town/a", listed_in=row), item("town/b", listed_in=row, status=status)],
    )
    (claim,) = reconcile(registry).claims
    assert (claim.recorded, claim.state) == (1, "missing")


def beyond(tmp_path: Path, *totals: dict[str, Any]) -> list[tuple[str, int, tuple[int, ...]]]:
    """Sums that come to more than their total."""
    registry = small_registry(tmp_path, list=[listed("town-list", "town", declared=list(totals))])
    return [
        (one.of, one.total, tuple(number for _, number in one.parts))
        for one in reconcile(registry).sums
        if one.outcome == "overlap"
    ]


@pytest.mark.parametrize(
    ("whole", "part", "found"),
    [
        (total("items", 5), total("featured-items", 41), [("items", 5, (41,))]),
        (total("items", 5), total("featured-items", 5), []),
        (total("items", 5), total("featured-items", 6), [("items", 5, (6,))]),
        (total("items", 5, comparator="at-least"), total("featured-items", 41), []),
        (total("items", 5), total("featured-items", 41, comparator="at-most"), []),
        (
            total("items", 5),
            total("featured-items", 5, comparator="more-than"),
            [("items", 5, (5,))],
        ),
        (total("items", 5), total("items", 9, domain="areas/young"), [("items", 5, (9,))]),
        (total("items", 5), total("items", 9, part={"zh": "提标"}), [("items", 5, (9,))]),
        (total("standards", 44), total("local-standards", 45), [("standards", 44, (45,))]),
        (total("items", 5), total("local-standards", 44), []),
        (total("items", 5, as_of="2023"), total("featured-items", 41, as_of="2024"), []),
    ],
)
def test_a_part_is_never_larger_than_its_whole(
    tmp_path: Path, whole: dict[str, Any], part: dict[str, Any], found: list[Any]
) -> None:
    assert beyond(tmp_path, whole, part) == found


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ((100, "at-least"), (145, None), False),
        ((145, "more-than"), (145, None), True),
        ((145, None), (144, None), True),
        ((140, "about"), (145, None), False),
        ((100, "about"), (145, None), True),
        ((9, "at-most"), (10, "at-least"), True),
        ((9, "at-most"), (9, "at-least"), False),
        ((9, "less-than"), (9, "at-least"), True),
    ],
)
def test_two_claims_that_can_both_be_true_are_no_contradiction(
    tmp_path: Path, first: tuple[int, str | None], second: tuple[int, str | None], *, differ: bool
) -> None:
    claims = [
        total("items", count, as_of="2024-01-01", **({"comparator": how} if how else {}))
        for count, how in (first, second)
    ]
    registry = small_registry(tmp_path, list=[listed("town-list", "town", declared=claims)])
    assert bool(reconcile(registry).contradictions) == differ
