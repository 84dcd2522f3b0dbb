"""The main figures worked out a second time, naively, from the files alone.

Nothing of the product but its answers is used here: files are read with a plain YAML reader, and
sets of values and days are gone through one by one.
"""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bps.analysis.analyses import Analyses
from bps.analysis.compare import compare_levels
from bps.analysis.eligibility import offers_at
from bps.model import Level
from bps.pipeline import Register
from bps.relations.applied_on import Period, applied_on
from tests.support.register import level

TODAY = date(2026, 11, 27)
GONE = {"withdrawn", "replaced", "ended"}
Record = dict[str, Any]


@pytest.fixture(scope="module")
def files(repository: Path) -> dict[str, list[Record]]:
    """Records by the folder they lie in, as plain mappings."""
    found: dict[str, list[Record]] = {}
    for top in ("catalogue", "standards"):
        for path in sorted((repository / top).rglob("*.yml")):
            below = path.relative_to(repository / top).parts
            kind = below[0] if top == "catalogue" else "standards"
            record = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - makes text only
            if (
                "kind" not in record
                or record["kind"] not in {"moved", "split"}
                or "to" not in record
            ):
                found.setdefault(kind, []).append(record)
    return found


@pytest.fixture(scope="module")
def known(real_register: Register) -> Analyses:
    return Analyses(real_register.registry, today=TODAY)


def chain(items: dict[str, Record], one: Record) -> list[str]:
    """Ids of the items above a local one."""
    found: list[str] = []
    while (above := one.get("counterpart", {}).get("item")) and above in items:
        found.append(above)
        one = items[above]
    return found


def test_cells_of_the_coverage_are_the_national_items_that_local_ones_lead_to(
    files: dict[str, list[Record]], known: Analyses
) -> None:
    items = {one["id"]: one for one in files["items"]}
    lists = {one["id"]: one for one in files["lists"]}
    national = [
        one
        for one in lists.values()
        if one["jurisdiction"] == "cn" and one["status"] in {"in-force", "replaced"}
    ]
    newest = max(
        (one for one in national),
        key=lambda one: one.get("effective") or one.get("published") or one.get("issued") or "",
    )
    rows = {
        ref
        for ref, one in items.items()
        if one["jurisdiction"] == "cn"
        and any(row["list"] == newest["id"] for row in one.get("listed_in", ()))
    }
    cells = {
        (above[-1], one["jurisdiction"])
        for one in items.values()
        if one["jurisdiction"] != "cn" and (above := chain(items, one)) and above[-1] in rows
    }
    assert set(known.coverage.items) == rows
    assert set(known.coverage.cells) == cells


def test_items_without_a_standard_in_force_are_those_of_the_files(
    files: dict[str, list[Record]], known: Analyses
) -> None:
    bare = {one["id"] for one in files["items"] if not one.get("standards")}
    assert {one.item for one in known.ties.items if one.state == "none"} == bare


def test_totals_of_items_count_the_rows_of_the_list(
    files: dict[str, list[Record]], known: Analyses
) -> None:
    rows = Counter(
        row
        for one in files["items"]
        if one["status"] not in GONE
        for row in {row["list"] for row in one.get("listed_in", ())}
    )
    whole = [
        one
        for one in known.reconciliation.claims
        if (one.holder_type, one.of) == ("list", "items")
        and one.domain is None
        and one.part is None
        and one.label is None
    ]
    assert whole
    assert [(one.holder, one.recorded) for one in whole] == [
        (one.holder, rows[one.holder]) for one in whole
    ]


def test_what_applies_in_a_place_is_what_nothing_nearer_takes_the_place_of(
    files: dict[str, list[Record]], real_register: Register
) -> None:
    items = {one["id"]: one for one in files["items"]}
    parents = {one["id"]: one.get("parent") for one in files["jurisdictions"]}
    for place in parents:
        line = [place]
        while above := parents[line[-1]]:
            line.append(above)
        near = [
            (line.index(one["jurisdiction"]), one)
            for one in items.values()
            if one["jurisdiction"] in line and one["status"] in {"in-force", "unknown"}
        ]
        left = set()
        for rank, one in near:
            mine = {one["id"], *chain(items, one)}
            hidden = any(
                nearer < rank
                and other["counterpart"]["scope"] not in {"narrower", "split"}
                and mine & set(chain(items, other))
                for nearer, other in near
                if "counterpart" in other
            )
            if not hidden:
                left.add(one["id"])
        offered = {offer.id for offer in offers_at(real_register.registry, place).offers}
        assert offered == left, place


# Levels as sets of the values they allow, on a grid fine enough for whole numbers.
GRID = [Decimal(step) / 2 for step in range(61)]
ALLOWED = {
    "exactly": lambda value, bound: value == bound,
    "at-least": lambda value, bound: value >= bound,
    "more-than": lambda value, bound: value > bound,
    "at-most": lambda value, bound: value <= bound,
    "less-than": lambda value, bound: value < bound,
}


def by_sets(mine: list[Decimal], theirs: list[Decimal], *, floors: tuple[bool, bool]) -> str:
    """How two sets of allowed values stand, where more is better.

    Args:
        mine: Values that the place allows.
        theirs: Values that the nation allows.
        floors: Whether each of the two says what is the least.
    """
    if not floors[1]:
        if floors[0]:
            return "not-comparable"
        return (
            "below" if max(mine) < max(theirs) else "above" if max(mine) > max(theirs) else "equal"
        )
    if not floors[0]:
        return "below" if max(mine) < min(theirs) else "undetermined"
    return "below" if min(mine) < min(theirs) else "above" if min(mine) > min(theirs) else "equal"


@given(
    st.sampled_from(sorted(ALLOWED)),
    st.integers(3, 12),
    st.sampled_from(sorted(ALLOWED)),
    st.integers(3, 12),
    st.sampled_from(["higher", "lower"]),
)
def test_two_levels_stand_as_the_sets_of_values_they_allow(
    mine: str, here: int, theirs: str, there: int, direction: str
) -> None:
    rows = [
        Level.model_validate(level("grant", str(value), comparator=how))
        for value, how in ((here, mine), (there, theirs))
    ]
    found = compare_levels(rows[0], rows[1], direction).verdict
    sets = [
        [value for value in GRID if ALLOWED[how](value, bound)]
        for how, bound in ((mine, here), (theirs, there))
    ]
    open_above, open_below = {"at-least", "more-than"}, {"at-most", "less-than"}
    if direction == "lower":  # fewer is better: the same, seen from the other side
        sets = [[-value for value in one] for one in sets]
        open_above, open_below = open_below, open_above
    floors = (mine not in open_below, theirs not in open_below)
    assert found == by_sets(sets[0], sets[1], floors=floors)


PARTIAL = st.sampled_from(["2020", "2021", "2020-12", "2021-01", "2020-12-31", "2021-01-01"])
ROWS = st.lists(
    st.tuples(st.none() | PARTIAL, st.none() | PARTIAL).filter(
        lambda row: row[0] is None or row[1] is None or row[0][:4] <= row[1][:4]
    ),
    min_size=1,
    max_size=3,
)


def days(text: str | None, otherwise: date) -> set[date]:
    """First and last day that a partial date can mean."""
    if text is None:
        return {otherwise}
    parts = [int(part) for part in text.split("-")]
    match parts:
        case [year]:
            return {date(year, 1, 1), date(year, 12, 31)}
        case [year, month]:
            following = date(year + month // 12, month % 12 + 1, 1)
            return {date(year, month, 1), following - timedelta(days=1)}
        case _:
            return {date(parts[0], parts[1], parts[2])}


@given(
    ROWS,
    st.sampled_from([date(2020, 12, 30), date(2020, 12, 31), date(2021, 1, 1), date(2022, 6, 1)]),
)
def test_a_row_surely_applies_only_where_it_does_in_every_world_its_dates_allow(
    rows: list[tuple[str | None, str | None]], on: date
) -> None:
    # Dates written alike mean the same day, on whatever row they stand.
    starts = sorted({start or "" for start, _ in rows})
    worlds = itertools.product(
        itertools.product(*(days(start or None, date.min) for start in starts)),
        itertools.product(*(days(end, date.max) for _, end in rows)),
    )
    seen: list[set[bool]] = [set() for _ in rows]
    for begun, ends in worlds:
        day_of = dict(zip(starts, begun, strict=True))
        world = [(day_of[start or ""], last) for (start, _), last in zip(rows, ends, strict=True)]
        alive = [first for first, last in world if first <= on <= last]
        for number, (first, last) in enumerate(world):
            seen[number].add(first <= on <= last and first == max(alive))
    answers = applied_on([Period("grant", start, end) for start, end in rows], on)
    for answer, possible in zip(answers, seen, strict=True):
        if answer == "yes":
            assert possible == {True}
        if answer == "no":
            assert possible == {False}
