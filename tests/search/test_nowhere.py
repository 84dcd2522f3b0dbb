"""What no list holds is handled elsewhere, or nothing fits: said so before anything else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner

from bps.cli import main
from bps.search.answer import answer
from bps.search.memory_engine import MemoryEngine
from tests.search.judging import read_judged
from tests.support.source import REPOSITORY

if TYPE_CHECKING:
    from bps.search.answer import Answer
    from bps.search.index import SearchIndex

GOAL = 0.95
# Of the queries with a right record, hardly any may be told that nothing fits.
WRONGLY_REFUSED = 0.02
ROWS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("nowhere.yml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def engine(real_index: SearchIndex) -> MemoryEngine:
    made = MemoryEngine()
    made.index(real_index)
    return made


def is_right(row: dict[str, Any], found: Answer) -> bool:
    matters = [hit.entry.document.id for hit in found.elsewhere]
    if "matter" in row:
        return row["matter"] in matters
    return not found.fits or bool(set(matters) & set(row.get("may", ())))


@pytest.mark.parametrize("held_out", [True, False], ids=["held out", "tuned on"])
def test_what_is_not_here_is_said_to_be_elsewhere_or_nowhere(
    real_index: SearchIndex, engine: MemoryEngine, *, held_out: bool
) -> None:
    rows = [row for row in ROWS if row.get("held_out", False) == held_out]
    missed = [row["q"] for row in rows if not is_right(row, answer(row["q"], real_index, engine))]
    assert len(rows) == 30
    assert 1 - len(missed) / len(rows) >= GOAL, missed


def test_a_question_with_an_answer_is_hardly_ever_told_that_nothing_fits(
    real_index: SearchIndex, engine: MemoryEngine
) -> None:
    queries = read_judged()
    refused = [one.query for one in queries if not answer(one.query, real_index, engine).fits]
    assert len(refused) <= WRONGLY_REFUSED * len(queries), refused


@pytest.mark.parametrize(
    ("query", "wanted", "unwanted"),
    [
        ("几时", "没有合适的答案", "技师"),
        ("护照怎么办", "护照", "没有合适的答案"),
        ("红烧肉怎么做", "没有合适的答案", "不在本站的清单里"),
    ],
)
def test_the_command_says_it_before_anything_else(query: str, wanted: str, unwanted: str) -> None:
    given = ["--root", str(REPOSITORY), "search", query, "--lang", "zh", "--engine", "memory"]
    found = CliRunner().invoke(main, given)
    first = found.stdout.splitlines()[:2]
    assert any(wanted in line for line in first), found.output
    assert unwanted not in "".join(first)
