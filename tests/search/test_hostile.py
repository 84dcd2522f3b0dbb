"""Whatever is typed: an answer, quickly, never an exception and never everything."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from bps.search.answer import answer
from bps.search.memory_engine import MemoryEngine
from bps.search.rank import MOST_HITS
from bps.search.whoosh_engine import WhooshEngine

if TYPE_CHECKING:
    from bps.search.answer import Engine
    from bps.search.index import SearchIndex

FILE = Path(__file__).with_name("hostile.yml")
LONG = (
    "低保" * 50_000,
    "<" * 100_000,
    "a" * 100_000,
    "養" * 100_000,
    "1" * 100_000,
    "低 " * 50_000,
)
LONE_SURROGATES = ("\ud800低保", "低\udfff保", "\udc00\ud800")
# Generous on a busy machine; a pattern that explodes needs minutes.
SECONDS = 5.0


def hostile_queries() -> list[str]:
    return [*yaml.safe_load(FILE.read_text(encoding="utf-8")), *LONG, *LONE_SURROGATES]


@pytest.fixture(scope="module", params=["memory", "whoosh"])
def engine(
    request: pytest.FixtureRequest,
    real_index: SearchIndex,
    tmp_path_factory: pytest.TempPathFactory,
) -> Engine:
    chosen: Engine = MemoryEngine()
    if request.param == "whoosh":
        chosen = WhooshEngine(tmp_path_factory.mktemp("index") / "whoosh")
    chosen.index(real_index)
    return chosen


def test_enough_hostile_queries_are_tried() -> None:
    assert len(hostile_queries()) >= 60


def test_hostile_queries_get_a_calm_and_quick_answer(
    engine: Engine, real_index: SearchIndex
) -> None:
    for query in hostile_queries():
        start = time.monotonic()
        found = answer(query, real_index, engine, limit=MOST_HITS)
        assert time.monotonic() - start < SECONDS, query[:40]
        assert len(found.hits) <= MOST_HITS
        assert found.hits or found.hubs, query[:40]


def test_random_characters_never_break_the_search(real_index: SearchIndex) -> None:
    chance = random.Random(20261122)  # noqa: S311 (queries, no secrets)
    engine = MemoryEngine()
    engine.index(real_index)
    alphabet = "低保养老残疾人GB/T4691６ a-z.<>\"'&{}$\\\u200b\u0301\ud800😀十岁多"
    for _ in range(150):
        query = "".join(chance.choices(alphabet, k=chance.randint(0, 40)))
        answer(query, real_index, engine)
