"""Levels in words against rows written by hand: most are read, and no row is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from bps.intake.level_text import ReadLevel, read_levels

CASES = [
    tuple(line.split(" => "))
    for line in (Path(__file__).parent / "files" / "level-texts.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]


def rows_of(right: str) -> list[tuple[str | None, ...]]:
    if right == "none":
        return []
    return [
        tuple(None if word == "-" else word for word in row.split()) for row in right.split(" ; ")
    ]


def as_written(row: ReadLevel) -> tuple[str | None, ...]:
    return (row.kind, row.comparator, row.value, row.unit, row.per, row.period, row.who)


@pytest.mark.parametrize(("text", "right"), CASES)
def test_no_row_is_wrong(text: str, right: str) -> None:
    got = [as_written(row) for row in read_levels(text).rows]
    assert [row for row in got if row not in rows_of(right)] == []


def test_most_texts_with_a_figure_become_rows() -> None:
    figures = [(text, rows_of(right)) for text, right in CASES if right != "none"]
    missed = [
        text
        for text, right in figures
        if [as_written(row) for row in read_levels(text).rows] != right
    ]
    assert len(CASES) >= 120
    assert len(missed) <= 0.3 * len(figures), missed


@pytest.mark.parametrize(
    "text", ["国家规定标准的50%", "每人每月提高10元", "每两年1次", "每人每月100元，农村减半"]
)
def test_a_figure_that_is_not_understood_is_told_apart(text: str) -> None:
    assert read_levels(text).left == (text,)


def test_words_without_a_figure_leave_nothing_to_tell() -> None:
    assert read_levels("按有关规定执行，标准由各地制定").left == ()


def test_the_first_day_is_read_before_and_behind_the_figure() -> None:
    texts = ["2023年7月起每人每月103元", "每人每月103元，自2024年7月1日起执行"]
    assert [read_levels(text).rows[0].since for text in texts] == ["2023-07", "2024-07-01"]


def test_what_is_measured_is_told_in_the_words_of_the_text() -> None:
    row = read_levels("对80周岁以上老年人发放高龄津贴每人每月100元").rows[0]
    assert (row.measure, row.who) == ("高龄津贴", "80周岁以上老年人")
