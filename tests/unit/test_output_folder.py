"""Folders of results: swapped whole, never over what somebody else made, never over the register."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bps.errors import UsageError
from bps.write import WriteError, output_folder, write_files
from bps.write.output import MARK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register with something of everything that must never be lost."""
    root = tmp_path / "register"
    for name in ("catalogue", "standards", "docs", ".git"):
        (root / name).mkdir(parents=True)
        (root / name / "kept.txt").write_text("kept", "utf-8")
    return root


def everything_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def fill(
    out: Path, root: Path, *, kind: str = "data", register: str = "", text: str = "new"
) -> None:
    with output_folder(out, root=root, kind=kind, register=register) as folder:
        write_files(folder, [("a/b.txt", text.encode())])


def fill_and(after: Callable[[Path], object], out: Path, root: Path) -> None:
    """Begin to fill a folder, then let something happen."""
    with output_folder(out, root=root, kind="data", register="") as folder:
        write_files(folder, [("a/b.txt", b"half")])
        after(folder)


def stop_half_way(_folder: Path) -> None:
    raise RuntimeError("half-way")


def test_results_come_into_a_new_folder_with_the_mark_of_their_maker(
    root: Path, tmp_path: Path
) -> None:
    fill(tmp_path / "out", root, register="testland")
    assert everything_below(tmp_path / "out") == {"a", "a/b.txt", MARK}
    mark = json.loads((tmp_path / "out" / MARK).read_text("utf-8"))
    assert mark == {"made_by": "bps", "kind": "data", "register": "testland"}


def test_an_earlier_result_is_replaced_as_a_whole(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    fill(out, root)
    (out / "only-the-old-one-had-this.txt").write_text("old", "utf-8")
    fill(out, root, text="newer")
    assert everything_below(out) == {"a", "a/b.txt", MARK}
    assert (out / "a" / "b.txt").read_text("utf-8") == "newer"


def test_an_empty_folder_may_be_filled(root: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    fill(tmp_path / "out", root)
    assert (tmp_path / "out" / "a" / "b.txt").is_file()


@pytest.mark.parametrize(
    "place", [".", "..", "catalogue", "catalogue/site", "standards", "docs/built", ".git/x"]
)
def test_the_register_and_what_holds_it_are_never_written_over(root: Path, place: str) -> None:
    before = everything_below(root.parent)
    with pytest.raises(UsageError) as refused:
        fill(root / place, root)
    assert "build/site" in refused.value.words.zh
    assert everything_below(root.parent) == before


def test_a_link_to_the_register_is_the_register(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    with pytest.raises(UsageError, match="register itself"):
        fill(tmp_path / "link", root)


@pytest.mark.parametrize("name", ["thesis.docx", "index.html", ".hidden"])
def test_a_folder_that_somebody_else_filled_is_refused(
    root: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="did not make"):
        fill(tmp_path / "out", root)
    assert everything_below(tmp_path / "out") == {name}


@pytest.mark.parametrize("name", [".git", "bps.toml", "catalogue", "standards"])
def test_a_marked_folder_that_people_work_in_is_refused_too(
    root: Path, tmp_path: Path, name: str
) -> None:
    fill(tmp_path / "out", root)
    (tmp_path / "out" / name).mkdir()
    (tmp_path / "out" / name / "a-record.yml").write_text("id: a-record\n", "utf-8")
    with pytest.raises(UsageError, match=name):
        fill(tmp_path / "out", root)
    assert (tmp_path / "out" / name).is_dir()


def test_a_page_about_standards_is_no_record(root: Path, tmp_path: Path) -> None:
    with output_folder(tmp_path / "out", root=root, kind="site", register="") as folder:
        write_files(folder, [("standards/index.html", b"page"), ("catalogue/index.html", b"page")])
    fill(tmp_path / "out", root, kind="site")
    assert not (tmp_path / "out" / "standards").exists()


def test_a_file_is_no_folder(root: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="is a file"):
        fill(tmp_path / "out", root)


def test_results_of_another_kind_or_register_are_refused(root: Path, tmp_path: Path) -> None:
    fill(tmp_path / "out", root, kind="site", register="testland")
    with pytest.raises(UsageError, match="other results"):
        fill(tmp_path / "out", root, kind="data", register="testland")
    with pytest.raises(UsageError, match="other results"):
        fill(tmp_path / "out", root, kind="site", register="otherland")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"made_by": "someone"}', "\x00"])
def test_a_broken_mark_is_no_mark(root: Path, tmp_path: Path, text: str) -> None:
    fill(tmp_path / "out", root)
    (tmp_path / "out" / MARK).write_text(text, "utf-8")
    with pytest.raises(UsageError, match="did not make"):
        fill(tmp_path / "out", root)


def test_a_failure_half_way_leaves_the_earlier_result_and_nothing_else(
    root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    fill(out, root, text="old")
    with pytest.raises(RuntimeError, match="half-way"):
        fill_and(stop_half_way, out, root)
    assert (out / "a" / "b.txt").read_text("utf-8") == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"register", "out"}


def test_a_refusal_of_the_disk_is_said_and_leaves_the_earlier_result(
    root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    fill(out, root, text="old")
    with pytest.raises(WriteError, match="what stood there before is as it was"):
        fill_and(lambda folder: write_files(folder, [("a", b"a folder is there")]), out, root)
    assert (out / "a" / "b.txt").read_text("utf-8") == "old"


def test_something_put_there_meanwhile_is_not_lost(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(UsageError, match="did not make"):
        fill_and(lambda _: write_files(out, [("mine.txt", b"mine")]), out, root)
    assert everything_below(out) == {"mine.txt"}


def test_what_a_killed_run_left_is_cleared_away_and_a_living_run_is_not(
    root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    program = (
        "import sys, time; from pathlib import Path; from bps.write import output_folder\n"
        "with output_folder(Path(sys.argv[1]), root=Path(sys.argv[2]), kind='data', register=''):\n"
        "    print('filling', flush=True); time.sleep(60)\n"
    )
    command = [sys.executable, "-c", program, str(out), str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"filling\n"
        fill(out, root)
        assert [path for path in tmp_path.iterdir() if path.name.startswith(".out.")]
        other.kill()
    fill(out, root)
    assert {path.name for path in tmp_path.iterdir()} == {"register", "out"}


def test_an_old_result_that_a_killed_run_had_set_aside_comes_back(
    root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    fill(out, root, text="old")
    out.rename(tmp_path / ".out.x1.aside")
    with pytest.raises(RuntimeError):
        fill_and(stop_half_way, out, root)
    assert (out / "a" / "b.txt").read_text("utf-8") == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"register", "out"}


def test_a_folder_of_somebody_else_with_a_like_name_is_left_alone(
    root: Path, tmp_path: Path
) -> None:
    (tmp_path / ".out.mine.aside").mkdir()
    (tmp_path / ".outside").mkdir()
    fill(tmp_path / "out", root)
    assert {".out.mine.aside", ".outside"} <= {path.name for path in tmp_path.iterdir()}


def bps(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bps", "--lang", "en", *words],
        cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ("build", "--no-index", "--out", "."),
        ("build", "--no-index", "--out", ".."),
        ("export", "--out", "."),
        ("render", "--out", "catalogue"),
    ],
    ids=" ".join,
)
def test_no_command_writes_over_its_register(
    mini_root: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    own = tmp_path / "own"
    shutil.copytree(mini_root, own)
    before = everything_below(tmp_path)
    answer = bps(*words, cwd=own)
    assert answer.returncode == 2
    assert answer.stderr.startswith("bps: Cannot write to ")
    assert everything_below(tmp_path) == before


def test_an_export_that_is_asked_to_end_leaves_the_earlier_one(
    mini_root: Path, tmp_path: Path
) -> None:
    own, out = tmp_path / "own", tmp_path / "data"
    shutil.copytree(mini_root, own)
    assert bps("export", "--out", str(out), cwd=own).returncode == 0
    before = everything_below(out)
    command = [sys.executable, "-m", "bps", "--lang", "en", "export", "--out", str(out)]
    with subprocess.Popen(command, cwd=own, stderr=subprocess.PIPE, text=True) as run:
        while run.poll() is None and not any(
            path.name.endswith(".filling") for path in tmp_path.iterdir()
        ):
            time.sleep(0.002)
        os.kill(run.pid, signal.SIGTERM)
        _, said = run.communicate()
    assert (run.returncode, said.strip()) in {(143, "Stopped as asked."), (0, "")}
    assert everything_below(out) == before
    assert {path.name for path in tmp_path.iterdir()} == {"own", "data"}


def test_a_table_is_written_into_a_folder_that_is_there_only(
    mini_root: Path, tmp_path: Path
) -> None:
    answer = bps(
        "table", "testland-2024", "--out", str(tmp_path / "no" / "such" / "x.xlsx"), cwd=mini_root
    )
    assert answer.returncode == 2
    assert "There is no folder" in answer.stderr
    assert list(tmp_path.iterdir()) == []
