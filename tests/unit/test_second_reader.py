"""Half of a large register is read by a second process, and nobody can tell the difference."""

from pathlib import Path

import pytest

from bps.load import records
from bps.load.records import Loaded, load_records

MINI = Path(__file__).parents[1] / "mini"
BROKEN = "id: testland/broken\nid: testland/again\nname: {zh: 测试"


def everything_of(loaded: Loaded) -> list[object]:
    marks = [
        (record.path, record.data, record.marks.packed(), record.flaws) for record in loaded.records
    ]
    return [marks, loaded.findings, loaded.files]


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


def test_two_processes_read_what_one_reads(
    register_with_a_fault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = load_records(register_with_a_fault)
    assert alone.findings
    monkeypatch.setattr(records, "WORTH_A_PROCESS", 2)
    monkeypatch.setattr(records, "has_second_processor", lambda: True)
    assert everything_of(load_records(register_with_a_fault)) == everything_of(alone)


def test_a_second_process_that_cannot_start_costs_nothing_but_time(
    register_with_a_fault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = load_records(register_with_a_fault)
    monkeypatch.setattr(records, "WORTH_A_PROCESS", 2)
    monkeypatch.setattr(records, "has_second_processor", lambda: True)
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert everything_of(load_records(register_with_a_fault)) == everything_of(alone)


def test_a_second_process_that_breaks_down_leaves_its_share_to_the_first(
    register_with_a_fault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = load_records(register_with_a_fault)
    monkeypatch.setattr(records, "WORTH_A_PROCESS", 2)
    monkeypatch.setattr(records, "has_second_processor", lambda: True)
    monkeypatch.setattr("sys.executable", "/bin/false")
    assert everything_of(load_records(register_with_a_fault)) == everything_of(alone)


@pytest.mark.parametrize("pointer", ["", "/name", "/name/zh", "/evidence/0/fields/0", "/no/such"])
def test_a_place_is_the_same_whether_counted_or_looked_up(pointer: str) -> None:
    record = load_records(MINI).records[0]
    counted = (record.marks.key(pointer), record.marks.value(pointer))
    record.marks.fix_table()
    assert (record.marks.key(pointer), record.marks.value(pointer)) == counted
