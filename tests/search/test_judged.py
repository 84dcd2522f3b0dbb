"""What people type must bring what they mean among the first three results, with every engine."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from bps.search.answer import Engine, answer
from bps.search.memory_engine import MemoryEngine
from bps.search.tantivy_engine import TantivyEngine
from bps.search.whoosh_engine import WhooshEngine
from tests.search.judging import figures_by_kind, judge, read_judged

if TYPE_CHECKING:
    from pathlib import Path

    from bps.search.index import SearchIndex

GOAL = 0.95
# Kinds with a dozen queries: one miss more than the goal allows must not hide in the mean.
KIND_GOAL = 0.9
LEAST_QUERIES = 150
# The optional engine takes part wherever it is installed.
ENGINES = ["memory", "whoosh", *(["tantivy"] if find_spec("tantivy") else [])]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, real_index: SearchIndex, tmp_path: Path) -> Engine:
    made: dict[str, Engine] = {
        "memory": MemoryEngine(),
        "whoosh": WhooshEngine(tmp_path / "whoosh"),
    }
    chosen = made.get(request.param) or TantivyEngine()
    chosen.index(real_index)
    return chosen


def test_enough_queries_of_every_kind_are_judged() -> None:
    queries = read_judged()
    assert len(queries) >= LEAST_QUERIES
    assert len({judged.query for judged in queries}) == len(queries)


def test_right_results_come_early(engine: Engine, real_index: SearchIndex) -> None:
    def search(query: str) -> list[tuple[str, ...]]:
        hits = answer(query, real_index, engine).hits
        return [(hit.entry.document.id, *hit.entry.document.codes) for hit in hits]

    places = judge(read_judged(), search)
    missed = [judged.query for judged, place in places.items() if not 0 < place <= 3]
    figures = figures_by_kind(places)
    assert figures["all"].hit >= GOAL, missed
    assert figures["held out"].hit >= GOAL, missed
    assert {kind for kind, each in figures.items() if each.hit < KIND_GOAL} == set(), missed


def test_every_right_answer_is_a_record(real_index: SearchIndex) -> None:
    known = {entry.document.id for entry in real_index.entries}
    known |= {code for entry in real_index.entries for code in entry.document.codes}
    wrong = [each.query for each in read_judged() if not set(each.find) <= known]
    assert not wrong
