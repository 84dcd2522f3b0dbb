"""Work in a second process: nobody can tell the difference, except by the clock."""

from __future__ import annotations

import os
import threading
from functools import partial
from pathlib import Path

import pytest

from bps import beside
from bps.beside import Beside, can_fork
from bps.load import reading
from bps.load.reading import Loaded, Reading, load_records
from bps.pipeline import Register, open_register
from bps.rules import run

# Later Pythons warn of forking beside threads, and the runner of these tests has some.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
MINI = Path(__file__).parents[1] / "mini"
BROKEN = "id: testland/broken\nid: testland/again\nname: {zh: 测试"


def everything_of(loaded: Loaded) -> list[object]:
    marks = [
        (record.path, record.data, record.marks.packed(), record.flaws) for record in loaded.records
    ]
    return [marks, loaded.findings, loaded.files]


def end_the_process(home: int) -> str:
    """Break down anywhere but at home."""
    if os.getpid() != home:
        os._exit(1)
    return "done at home"


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "can_fork", lambda: True)
    monkeypatch.setattr(reading, "can_fork", lambda: True)
    monkeypatch.setattr(reading, "WORTH_A_PROCESS", 2)
    monkeypatch.setattr(run, "WORTH_A_PROCESS", 2)


@pytest.fixture
def register_with_a_fault(tmp_path: Path) -> Path:
    for path in MINI.rglob("*.yml"):
        copy = tmp_path / path.relative_to(MINI)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    # The last files in order of path are the second process's share.
    last = tmp_path / "standards/local/testland/zz-broken.yml"
    last.parent.mkdir(parents=True, exist_ok=True)
    last.write_text(BROKEN, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("two_processors")
def test_work_is_done_in_another_process() -> None:
    work = Beside(os.getpid)
    assert work.result() != os.getpid()


@pytest.mark.usefixtures("two_processors")
def test_a_process_that_breaks_down_leaves_its_work_to_the_first() -> None:
    assert Beside(partial(end_the_process, os.getpid())).result() == "done at home"


@pytest.mark.usefixtures("two_processors")
def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        Beside(partial(divmod, 1, 0)).result()


@pytest.mark.usefixtures("two_processors")
def test_work_can_be_ended(tmp_path: Path) -> None:
    never_written = tmp_path / "pipe"
    os.mkfifo(never_written)
    work = Beside(never_written.read_text)
    work.stop()
    work.stop()


def test_without_a_second_processor_the_work_is_done_when_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(beside, "can_fork", lambda: False)
    work = Beside(os.getpid)
    work.stop()
    assert work.result() == os.getpid()


def test_a_process_with_threads_is_not_forked() -> None:
    over = threading.Event()
    waiting = threading.Thread(target=over.wait)
    waiting.start()
    try:
        assert not can_fork()
    finally:
        over.set()
        waiting.join()


def test_two_processes_read_what_one_reads(
    register_with_a_fault: Path, request: pytest.FixtureRequest
) -> None:
    alone = load_records(register_with_a_fault)
    assert alone.findings
    request.getfixturevalue("two_processors")
    assert everything_of(load_records(register_with_a_fault)) == everything_of(alone)


def test_two_processes_find_what_one_finds(
    register_with_a_fault: Path, request: pytest.FixtureRequest
) -> None:
    def found() -> Register:
        return open_register(register_with_a_fault, today="2020-01-01")

    alone = found()
    request.getfixturevalue("two_processors")
    assert found().report == alone.report
    begun = Reading(register_with_a_fault)
    carried_on = open_register(register_with_a_fault, today="2020-01-01", reading=begun)
    assert carried_on.report == alone.report


@pytest.mark.parametrize("pointer", ["", "/name", "/name/zh", "/evidence/0/fields/0", "/no/such"])
def test_a_place_is_the_same_whether_counted_or_looked_up(pointer: str) -> None:
    record = load_records(MINI).records[0]
    counted = (record.marks.key(pointer), record.marks.value(pointer))
    record.marks.fix_table()
    assert (record.marks.key(pointer), record.marks.value(pointer)) == counted
