"""Files are old or new, never half; several are written all or none, at every point of failure."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from bps.errors import UsageError
from bps.write import Batch, WriteError, heal, hold_lock, open_record, put, record_text, write_file
from bps.write.batch import STAGING
from bps.write.edit import close_record
from bps.write.text import scalar

if TYPE_CHECKING:
    from pathlib import Path

    from bps.findings import Finding

OLD = {"catalogue/a.yml": b"old a\n", "catalogue/b.yml": b"old b\n"}
NEW = {"catalogue/a.yml": b"new a\n", "catalogue/b.yml": b"new b\n", "catalogue/new/c.yml": b"c\n"}
CALLS = ("open", "write", "fsync", "replace", "makedirs", "unlink")


class Killed(BaseException):
    """Stands for the end of the process: nothing after it runs but what cannot be skipped."""


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_relative_to(root / "build")
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, data in OLD.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def fail_at(
    monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException, *, dead: bool
) -> list[str]:
    """Let call `number` fail, and every later one too if the process counts as dead."""
    calls: list[str] = []

    def wrap(name: str) -> None:
        real = getattr(os, name)

        def call(*args: Any, **options: Any) -> Any:
            calls.append(name)
            if len(calls) == number or (dead and len(calls) > number):
                raise error
            return real(*args, **options)

        monkeypatch.setattr(os, name, call)

    for name in CALLS:
        wrap(name)
    return calls


def commit(root: Path) -> None:
    batch = Batch(root)
    for path, data in NEW.items():
        batch.add(path, data)
    batch.commit()


def count_calls(root: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    with monkeypatch.context() as patch:
        calls = fail_at(patch, 0, OSError(), dead=False)
        commit(root)
    for path in NEW:
        (root / path).unlink()
    for path, data in OLD.items():
        (root / path).write_bytes(data)
    return len(calls)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whatever_call_fails_all_files_are_old_or_all_are_new(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    total = count_calls(root, monkeypatch)
    assert total > 20
    for number in range(1, total + 1):
        with monkeypatch.context() as patch:
            fail_at(patch, number, OSError(error, os.strerror(error)), dead=False)
            with contextlib.suppress(WriteError):
                commit(root)
        assert tree(root) in (OLD, NEW), number
        heal(root)
        assert tree(root) in (OLD, NEW), number
        assert not (root / STAGING).exists()
        commit(root)
        assert tree(root) == NEW
        (root / "catalogue/new/c.yml").unlink()
        for path, data in OLD.items():
            (root / path).write_bytes(data)


def test_a_process_that_dies_anywhere_leaves_what_the_next_command_completes(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    total = count_calls(root, monkeypatch)
    outcomes = set()
    for number in range(1, total + 1):
        with monkeypatch.context() as patch:
            fail_at(patch, number, Killed(), dead=True)
            with contextlib.suppress(Killed):
                commit(root)
        heal(root)
        after = tree(root)
        assert after in (OLD, NEW), number
        outcomes.add("new" if after == NEW else "old")
        (root / "catalogue/new/c.yml").unlink(missing_ok=True)
        for path, data in OLD.items():
            (root / path).write_bytes(data)
    assert outcomes == {"old", "new"}


def test_a_single_file_reaches_the_disk_before_its_name_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = fail_at(monkeypatch, 0, OSError(), dead=False)
    write_file(tmp_path / "a.yml", b"x")
    assert calls == ["open", "write", "fsync", "replace", "open", "fsync"]


def test_a_killed_writer_leaves_all_or_nothing(root: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from bps.write import Batch\n"
        "root = Path(sys.argv[1])\n"
        "for n in range(10**6):\n"
        "    batch = Batch(root)\n"
        "    [batch.add(f'catalogue/{name}.yml', str(n) + chr(10)) for name in 'abcdefgh']\n"
        "    batch.commit()\n"
    )
    for pause in (0.25, 0.3, 0.36, 0.43):
        process = subprocess.Popen([sys.executable, "-c", program, str(root)])
        time.sleep(pause)
        process.kill()
        process.wait()
        heal(root)
        contents = {data for path, data in tree(root).items() if path[10] in "abcdefgh"}
        assert len(contents) <= 2 if b"old a\n" in contents else len(contents) == 1


def test_a_second_command_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with hold_lock(tmp_path), pytest.raises(UsageError) as caught, hold_lock(tmp_path, wait=0.1):
        pass
    assert str(os.getpid()) in caught.value.words.en
    with hold_lock(tmp_path, wait=0.1):
        note = json.loads((tmp_path / "build/lock.json").read_text())
        assert note["process"] == os.getpid()


def test_the_lock_of_a_killed_command_is_free(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from bps.write import hold_lock\n"
        "with hold_lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"held"
    process.kill()
    process.wait()
    process.stdout.close()
    with hold_lock(tmp_path, wait=2):
        pass


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("预防接种", "预防接种"),
        ("2021", '"2021"'),
        ("2021-03-30", '"2021-03-30"'),
        ("no", '"no"'),
        ("0-6岁儿童", "0-6岁儿童"),
        ("a: b", '"a: b"'),
        ("第一行\n第二行", '"第一行\\n第二行"'),
        ("=1+1", '"=1+1"'),
        ("", '""'),
        (True, "true"),
        (3, "3"),
    ],
)
def test_a_value_is_quoted_only_where_it_has_to_be(value: Any, text: str) -> None:
    assert scalar(value) == text


def test_the_text_of_a_record_reads_back_as_the_record(mini_root: Path) -> None:
    from bps.load import load_records
    from bps.load.records import read_record
    from bps.validate import type_of_path

    for raw in load_records(mini_root).records:
        kind = type_of_path(raw.path)
        assert kind is not None
        findings: list[Finding] = []
        text = record_text(kind.name, raw.path, raw.data)
        again = read_record(text.encode(), raw.path, findings)
        assert again is not None
        assert (again.data, findings) == (raw.data, [])


def test_the_text_of_every_real_record_reads_back_as_the_record(repository: Path) -> None:
    from bps.load import load_records
    from bps.load.records import read_record
    from bps.validate import type_of_path

    for raw in load_records(repository).records:
        kind = type_of_path(raw.path)
        assert kind is not None
        findings: list[Finding] = []
        text = record_text(kind.name, raw.path, raw.data)
        again = read_record(text.encode(), raw.path, findings)
        assert again is not None
        assert (again.data, findings) == (raw.data, [])


def test_a_new_key_goes_where_the_order_has_it_and_comments_stay() -> None:
    data = open_record("id: a  # the id\n# about\nnotes: {zh: 乙}\n")
    put(data, "status", "unknown", order=("id", "name", "status", "notes"))
    put(data, "name", {"zh": "甲", "en": "A"}, order=("id", "name", "status", "notes"))
    assert close_record(data) == (
        "id: a  # the id\n# about\nname: {zh: 甲, en: A}\nstatus: unknown\nnotes: {zh: 乙}\n"
    )
