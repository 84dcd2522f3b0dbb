"""Migrations: numbered, explained, shown by example, harmless when run again, all or nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from scripts.migrate import (
    MIGRATIONS,
    Migration,
    apply_plan,
    find_migrations,
    main,
    name_of,
    plan_migrations,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

# A folder for each migration: records `before` it and `after` it.
EXAMPLES = Path(__file__).parent / "migrations"
EVERY = find_migrations()
NAMES = [name_of(migration) for migration in EVERY]


def tree(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*.yml"))
    }


def test_the_numbers_run_from_one_without_a_gap() -> None:
    files = sorted(path.stem for path in MIGRATIONS.glob("*.py"))
    assert files == NAMES
    assert [name[:4] for name in NAMES] == [f"{at:03}_" for at in range(1, len(NAMES) + 1)]


def test_every_example_belongs_to_a_migration() -> None:
    assert sorted(path.name for path in EXAMPLES.iterdir()) == NAMES


@pytest.mark.parametrize("migration", EVERY, ids=NAMES)
def test_a_migration_says_what_it_does_in_both_languages(migration: Migration) -> None:
    english, empty, chinese = (migration.__doc__ or "").splitlines()[:3]
    assert english.endswith(".")
    assert not empty
    assert re.search("[\u4e00-\u9fff]", chinese)
    assert chinese.endswith("。")


@pytest.mark.parametrize("migration", EVERY, ids=NAMES)
def test_a_migration_makes_what_its_example_shows_and_a_second_run_changes_nothing(
    migration: Migration, tmp_path: Path
) -> None:
    example = EXAMPLES / name_of(migration)
    root = tmp_path / "register"
    shutil.copytree(example / "before", root)
    plan = plan_migrations(root, [migration])
    assert plan.faults == []
    assert plan.texts
    apply_plan(root, plan)
    assert tree(root) == tree(example / "after")
    assert plan_migrations(root, [migration]).texts == {}


@pytest.mark.parametrize("migration", EVERY, ids=NAMES)
def test_the_example_of_a_migration_holds_a_comment_and_a_record_to_be_left_alone(
    migration: Migration,
) -> None:
    before, after = (tree(EXAMPLES / name_of(migration) / side) for side in ("before", "after"))
    assert before.keys() == after.keys()
    left_alone = [path for path, text in before.items() if after[path] == text]
    assert left_alone
    changed = before.keys() - left_alone
    assert any("\n  #" in before[path] for path in changed)


def test_the_real_register_has_the_present_shape(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--check", "--root", str(repository)]) == 0
    assert capsys.readouterr().out == ""


def test_check_names_the_records_and_changes_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "register"
    shutil.copytree(EXAMPLES / NAMES[0] / "before", root)
    before = tree(root)
    assert main(["--check", "--root", str(root)]) == 1
    assert f"testland/imported.yml {NAMES[0]}" in capsys.readouterr().out
    assert tree(root) == before
    assert main(["--root", str(root)]) == 0
    assert "更新了 1 条记录" in capsys.readouterr().out
    assert main(["--check", "--root", str(root)]) == 0


def test_the_list_tells_each_migration_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in NAMES)


def made_up(name: str, **parts: Any) -> Migration:
    return cast("Migration", SimpleNamespace(__name__=name, __doc__="", TYPE="item", **parts))


def renamed_key(old: str, new: str) -> dict[str, Any]:
    def migrate(record: Any) -> None:
        record[new] = record.pop(old)

    return {"is_old": lambda record: old in record, "migrate": migrate}


def test_migrations_build_on_each_other(tmp_path: Path) -> None:
    root = tmp_path / "register"
    shutil.copytree(EXAMPLES / NAMES[0] / "before", root)
    steps = [
        made_up("901_first", **renamed_key("lead_units", "interim")),
        made_up("902_second", **renamed_key("interim", "lead_units")),
    ]
    plan = plan_migrations(root, steps)
    assert all(names == ["901_first", "902_second"] for names in plan.reasons.values())
    assert len(plan.reasons) == 2
    assert plan.faults == []


def test_when_one_record_would_not_pass_no_record_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "register"
    shutil.copytree(EXAMPLES / NAMES[0] / "before", root)
    before = tree(root)

    def is_old(record: Mapping[str, Any]) -> bool:
        return "life_events" in record

    bad = made_up("903_bad", **{**renamed_key("life_events", "no_such_key"), "is_old": is_old})
    monkeypatch.setattr("scripts.migrate.find_migrations", lambda: (*EVERY, bad))
    assert main(["--root", str(root)]) == 2
    said = capsys.readouterr().err
    assert "no_such_key" in said
    assert "No file was changed" in said
    assert tree(root) == before


def test_a_migration_that_changes_nothing_is_found_out(tmp_path: Path) -> None:
    root = tmp_path / "register"
    shutil.copytree(EXAMPLES / NAMES[0] / "before", root)
    idle = made_up("904_idle", is_old=lambda _: True, migrate=lambda _: None)
    with pytest.raises(RuntimeError, match="904_idle leaves"):
        plan_migrations(root, [idle])


def test_a_folder_without_records_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(tmp_path)]) == 2
    assert "catalogue" in capsys.readouterr().err


def test_a_record_that_cannot_be_read_is_named_and_nothing_is_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "register"
    shutil.copytree(EXAMPLES / NAMES[0] / "before", root)
    path = root / "catalogue/items/testland/imported.yml"
    path.write_text(path.read_text("utf-8") + "status: ended\n", encoding="utf-8")
    before = tree(root)
    assert main(["--root", str(root)]) == 2
    assert "imported.yml" in capsys.readouterr().err
    assert tree(root) == before
