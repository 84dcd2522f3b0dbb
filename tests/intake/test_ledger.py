"""The account of a file: nothing that stands in it goes without a word."""

from __future__ import annotations

from bps.findings import Words
from bps.intake.grid import Cell, Grid, OfficeFile, Row
from bps.intake.ledger import UNUSED, Ledger, Sums
from bps.intake.notice import Spot

WHY = Words("测试原因", "a test reason")


def office() -> OfficeFile:
    """A sheet of two rows; one cell reaches down over both."""
    tall = Cell("甲", (1, 1))
    rows = (
        Row(1, (tall, Cell("乙", (1, 2)))),
        Row(2, (tall, Cell("丙", (2, 2)), Cell("", (2, 3)))),
    )
    found = OfficeFile("测试.xlsx", [Grid("表", rows)])
    found.leave(Spot("表", 2, 3), "丁", WHY)
    return found


def test_what_nobody_claims_is_said_when_the_ledger_is_closed() -> None:
    ledger = Ledger(office())
    ledger.take("表", (1, 1), field="name")
    ledger.say("表", (1, 2), WHY)
    assert [entry.text for entry in ledger.unclaimed()] == ["丙"]
    ledger.close()
    assert ledger.sums == Sums(all=4, taken=1, said=3)
    assert {entry.text: entry.why for entry in ledger.entries()} == {
        "甲": None,
        "乙": WHY,
        "丙": UNUSED,
        "丁": WHY,
    }


def test_a_cell_that_was_taken_stays_taken_whatever_is_said_of_its_row() -> None:
    found = office()
    ledger = Ledger(found)
    ledger.take("表", (1, 2), field="content")
    ledger.take("表", (1, 2), field="level")
    ledger.say_row("表", found.grids[0].rows[0], WHY)
    assert [(entry.text, entry.fields) for entry in ledger.entries() if entry.fields] == [
        ("乙", ("content", "level"))
    ]


def test_cells_of_one_row_and_one_reason_make_one_line_with_their_place() -> None:
    ledger = Ledger(office())
    ledger.say_grid(office().grids[0], WHY)
    assert [line.line("zh") for line in ledger.lines()] == [
        "“表”第1行：测试原因：“甲”“乙”",
        "“表”第2行：测试原因：“丙”“丁”",
    ]
    assert ledger.lines()[0].line("en") == '"表" row 1: a test reason: "甲", "乙"'


def test_a_line_of_one_cell_names_its_column() -> None:
    found = office()
    found.grids.clear()
    (line,) = Ledger(found).lines()
    assert line.line("zh") == "“表”第2行C列：测试原因：“丁”"
    assert line.line("en") == '"表" row 2 column C: a test reason: "丁"'
