"""The commands for reviewers: forms, exit codes, refusals."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from bps.cli import main
from bps.pipeline import open_register
from bps.write.output import MARK

if TYPE_CHECKING:
    from bps.pipeline import Register

EVERY = (
    ("coverage",),
    ("coverage", "--of", "standards"),
    ("coverage", "--of", "people"),
    ("floor",),
    ("floor", "testland-riverside"),
    ("floor", "--ladder", "days-to-card"),
    ("reconcile",),
    ("due",),
    ("diff", "testland-2020", "testland-2024"),
    ("diff", "2021-01-01", "2025-01-01"),
    ("levels", "testland/library-card", "--on", "2021-06-01"),
    ("results",),
    ("loop", "testland-riverside"),
    ("evidence",),
    ("quality",),
)


def run(*arguments: object) -> Result:
    environment = {"LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.UTF-8", "NO_COLOR": "1"}
    return CliRunner().invoke(main, [str(part) for part in arguments], env=environment)


@pytest.mark.parametrize("arguments", EVERY, ids=" ".join)
def test_text_json_and_csv_say_the_same(arguments: tuple[str, ...], mini_root: Path) -> None:
    shared = ("--root", mini_root)
    text = run(*arguments, *shared, "--lang", "zh")
    assert (text.exit_code, text.stderr) == (0, "")
    body = json.loads(run(*arguments, *shared, "--format", "json").stdout)
    assert body["tables"]
    name, rows = next(iter(body["tables"].items()))
    table = run(*arguments, *shared, "--format", "csv", "--table", name).stdout.removeprefix(
        "\ufeff"
    )
    listed = list(csv.DictReader(io.StringIO(table, newline="")))
    assert len(listed) == len(rows)
    if rows:
        assert list(listed[0]) == list(rows[0])


@pytest.mark.parametrize(
    "arguments",
    [
        ("coverage", "atlantis"),
        ("floor", "atlantis"),
        ("floor", "--ladder", "no-measure"),
        ("reconcile", "atlantis"),
        ("due", "atlantis"),
        ("results", "atlantis"),
        ("loop", "atlantis"),
        ("quality", "atlantis"),
        ("floor", "testland"),
        ("coverage", "testland"),
        ("coverage", ""),
        ("loop", " "),
        ("levels", "testland/nothing"),
        ("levels", "testland/library-card", "--on", "2023-02-30"),
        ("diff", "testland-2020", "no-list"),
        ("diff", "no-list", "no-revision"),
        ("diff", "2023-01-01", "testland-2020"),
        ("diff", "2024-01-01", "2023-01-01"),
        ("diff", "2023-13-01", "2024-01-01"),
        ("diff", "--", "-x", "HEAD"),
        ("due", "--table", "no-table"),
        ("score", "no-file.csv", "--survey", "reader-survey"),
        ("export", "--out", "out", "--only", "docx"),
        ("export", "--out", "out", "--site", "ftp://x"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_sentence_in_the_language_asked_for_and_exit_2(
    arguments: tuple[str, ...], mini_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for language in ("zh", "en"):
        result = run("--root", mini_root, "--lang", language, *arguments)
        assert result.exit_code == 2, result.output
        assert result.stderr.startswith("bps: ")
        assert result.stderr.count("\n") == 1
        assert "Traceback" not in result.output
        assert any(char >= "⺀" for char in result.stderr) == (language == "zh")


@pytest.mark.parametrize("command", ["loop", "results", "reconcile"])
def test_a_place_of_which_nothing_is_recorded_is_said_to_be_one(
    command: str, mini_root: Path, tmp_path: Path
) -> None:
    root = copy_of(mini_root, tmp_path / "register")
    (root / "catalogue/jurisdictions/testland-hills.yml").write_text(
        "id: testland-hills\nname: {zh: 测试山区, en: Test Hills}\nlevel: county\nparent: testland\n"
        "evidence: [{fields: [name, level, parent], source: testland-gazette, how: stated}]\n",
        encoding="utf-8",
    )
    result = run(command, "testland-hills", "--root", root, "--lang", "en")
    assert result.exit_code == 0
    assert "is recorded." in result.stdout


def test_a_revision_without_records_is_wrong_use(mini_root: Path, tmp_path: Path) -> None:
    root = copy_of(mini_root, tmp_path / "register")
    git = ("git", "-C", str(root), "-c", "user.name=T", "-c", "user.email=t@example.org")
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", "nothing yet"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "--quiet", "-m", "records"], check=True)
    result = run("diff", "HEAD~1", "HEAD", "--root", root, "--lang", "en")
    assert result.exit_code == 2
    assert result.stderr == "bps: Revision HEAD~1 holds no records.\n"


def test_thresholds_turn_into_exit_1(mini_root: Path) -> None:
    shared = ("--root", mini_root)
    assert run("coverage", *shared, "--fail-under", 0).exit_code == 0
    assert run("coverage", *shared, "--fail-under", 100).exit_code == 1
    assert run("evidence", *shared, "--fail-under", 100).exit_code == 1
    assert run("coverage", *shared, "--fail-under", 101).exit_code == 2
    assert run("due", *shared, "--on", "2040-01-01", "--fail-on", "overdue").exit_code == 1
    assert run("due", *shared, "--on", "2024-06-01", "--fail-on", "overdue").exit_code == 0


def test_answers_are_scored_or_refused_by_line(mini_root: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.csv"
    survey = ("--survey", "reader-survey", "--root", mini_root, "--lang", "en")
    registry = open_register(mini_root, rules=False).registry
    instrument = registry.get("survey", "reader-survey")
    number = next(one.number for one in instrument.questions if one.role == "domain")
    grade = next(one.name.zh for one in instrument.grades if one.points is not None)
    answers.write_text(f"question,grade\n{number},{grade}\n", encoding="utf-8")
    good = run("score", answers, *survey)
    assert good.exit_code == 0
    assert good.stdout.startswith("Index ")
    answers.write_text(f"question,grade,count\n{number},{grade},-5\n", encoding="utf-8")
    bad = run("score", answers, *survey)
    assert bad.exit_code == 2
    assert bad.stderr == 'bps: Line 2: The count "-5" is not a whole number of zero or more.\n'
    answers.write_bytes("question,grade\n1,满意\n".encode("gb18030"))
    assert run("score", answers, *survey).exit_code == 2
    assert run("score", tmp_path, *survey).exit_code == 2


def copy_of(mini_root: Path, folder: Path) -> Path:
    return shutil.copytree(mini_root, folder)


def test_a_decision_is_written_into_the_record_and_everything_else_stays(
    mini_root: Path, tmp_path: Path, mini_register: Register
) -> None:
    root = copy_of(mini_root, tmp_path / "register")
    path = root / "catalogue/items/testland/library-card.yml"
    before = path.read_text(encoding="utf-8")
    unit = next(mini_register.registry.iter("unit")).id
    options = ("--kind", "confirm", "--outcome", "accepted", "--by", unit, "--root", root)
    for day in ("2026-01-02", "2026-01-03"):
        done = run(
            "review",
            "testland/library-card",
            *options,
            "--reason",
            "与新版一致",
            "--reason-en",
            "Agrees with the new list",
            "--on",
            day,
        )
        assert done.exit_code == 0, done.output
    register = open_register(root)
    record = register.registry.get("item", "testland/library-card")
    assert [one.on for one in record.decisions] == ["2026-01-02", "2026-01-03"]
    assert not register.report.findings
    kept = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in before.splitlines() if line not in kept] == []


@pytest.mark.parametrize(
    ("record", "unit", "reason", "day"),
    [
        ("testland/nothing", None, "理由", "2026-01-02"),
        ("testland/library-card", "testland/nobody", "理由", "2026-01-02"),
        ("testland/library-card", None, "  ", "2026-01-02"),
        ("testland/library-card", None, "理由", "2999-01-01"),
        ("testland/library-card", None, "理由", "yesterday"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_and_nothing_is_written(
    record: str,
    unit: str | None,
    reason: str,
    day: str,
    mini_root: Path,
    tmp_path: Path,
    mini_register: Register,
) -> None:
    root = copy_of(mini_root, tmp_path / "register")
    path = root / "catalogue/items/testland/library-card.yml"
    before = path.read_bytes()
    by = unit or next(mini_register.registry.iter("unit")).id
    result = run("review", record, "--kind", "retire", "--outcome", "rejected", "--by", by,
                 "--reason", reason, "--on", day, "--root", root)  # fmt: skip
    assert result.exit_code == 2, result.output
    assert path.read_bytes() == before


def test_two_git_revisions_are_compared_record_by_record(mini_root: Path, tmp_path: Path) -> None:
    root = copy_of(mini_root, tmp_path / "register")
    git = ["git", "-C", str(root), "-c", "user.name=t", "-c", "user.email=t@example.org"]

    def commit(message: str) -> None:
        subprocess.run([*git, "add", "-A"], check=True, capture_output=True)
        subprocess.run([*git, "commit", "-m", message], check=True, capture_output=True)

    subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)
    commit("one")
    path = root / "catalogue/items/testland/library-card.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("charge: {kind: free}", "charge: {kind: paid}"), encoding="utf-8")
    commit("two")
    body = json.loads(run("diff", "HEAD~1", "HEAD", "--root", root, "--format", "json").stdout)
    assert [(row["record"], row["fields"]) for row in body["tables"]["records-changed"]] == [
        ("testland/library-card", "charge")
    ]


def test_the_open_data_is_written_to_a_folder(mini_root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("export", "--out", out, "--only", "json, csv", "--built-on", "2026-01-01",
               "--root", mini_root, "--format", "json")  # fmt: skip
    assert done.exit_code == 0, done.output
    written = {path for path in out.rglob("*") if path.is_file()} - {out / MARK}
    assert json.loads(done.stdout)["files"] == len(written)
    assert (out / "api/v1/index.json").is_file()
    assert (out / "data/csv/item.csv").is_file()
    assert not (out / "data/register.xlsx").exists()
