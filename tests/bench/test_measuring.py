"""Measuring still works: the generated register is sound, and the table says what was measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.clock import Pair, Taken, side_by_side
from bench.load import measure_load
from bench.records import write_register
from bench.report import page
from bps.findings import Severity
from bps.pipeline import open_register


def test_generated_register_is_sound_and_has_all_its_links(tmp_path: Path) -> None:
    write_register(tmp_path, count=60)
    register = open_register(tmp_path)
    # Thousands of rooms of one kind do look alike: that is a notice and may stand.
    assert not register.report.exit_code(Severity.WARNING)
    assert len(list(register.registry.iter("item"))) == 60
    assert register.registry.backlinks("unit", "example-town-0/office")


def test_loading_is_measured_on_the_same_files(tmp_path: Path) -> None:
    write_register(tmp_path, count=20)
    pair = measure_load(tmp_path)
    assert pair.our_time.seconds > 0
    assert pair.their_time.processor > 0
    assert pair.amount[1] == "126 files"


def test_both_sides_run_in_every_round() -> None:
    calls: list[str] = []
    side_by_side(lambda: calls.append("ours"), lambda: calls.append("theirs"), rounds=2)
    assert calls == ["ours", "theirs", "ours", "theirs"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_table_gives_versions_times_ratio_and_goal(language: str) -> None:
    pair = Pair(
        work=("做事", "do work"),
        amount=("一件", "one"),
        ours="bps 1",
        neighbour="other 2",
        our_time=Taken(2.0, 1.0),
        their_time=Taken(9.0, 3.0),
        goal=4.0,
    )
    text = page([pair], language)
    for part in (
        "bps 1",
        "other 2",
        "2.0 s (1.0 s)",
        "9.0 s (3.0 s)",
        "| 4.5 |",
        "| 3.0 |",
        "| 4 |",
    ):
        assert part in text
