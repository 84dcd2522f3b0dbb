"""Every fixable fault has its fixer, comments stay, and a second run changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bps.findings import CODES, Code, Finding, Severity, Words
from bps.fix.codes import respelled
from bps.fix.order import mend_order
from bps.fix.references import CODES as REFERENCE_CODES
from bps.fix.run import apply_fixes, plan_fixes
from bps.fix.values import FIXERS, drop_repeated
from bps.pipeline import open_register
from tests.support.overlay import lay_over

FIXABLE = [code for code in CODES.values() if code.fixable]
WITH_BAD = [code for code in FIXABLE if code.bad is not None]


def codes_in(root: Path) -> set[str]:
    return {finding.code for finding in open_register(root).report.findings}


def test_every_fixable_code_has_its_fixer_and_no_fixer_is_idle() -> None:
    assert {code.name for code in FIXABLE} == {*FIXERS, *REFERENCE_CODES}


@pytest.mark.parametrize("code", WITH_BAD, ids=lambda code: code.name)
def test_bad_example_is_mended_and_stays_mended(
    code: Code, mini_root: Path, tmp_path: Path
) -> None:
    assert code.bad is not None
    root = lay_over(mini_root, tmp_path / "register", code.bad)
    assert code.name in codes_in(root)
    written = apply_fixes(root, plan_fixes(root))
    assert code.bad.path in written
    assert code.name not in codes_in(root)
    assert plan_fixes(root) == {}


def test_a_clean_register_is_left_alone(mini_root: Path) -> None:
    changed = plan_fixes(mini_root)
    texts = {path: (mini_root / path).read_text("utf-8") for path in changed}
    # Test data may lack the line for editors; nothing else may change.
    assert all(changed[path].partition("\n")[2] == text for path, text in texts.items())


def test_the_real_register_changes_by_nothing_but_the_line_for_editors(repository: Path) -> None:
    for path, text in plan_fixes(repository).items():
        old = (repository / path).read_text("utf-8")
        assert text.partition("\n")[2] == old, path


def test_keys_move_with_the_comments_above_them() -> None:
    text = (
        "# top\nname: {zh: 甲}\n# about the id\nid: a/b\nstatus: unknown  # why\n"
        "notes:\n  # inner\n  zh: 乙\njurisdiction: cn\n# end\n"
    )
    mended = mend_order(text, order=("id", "name", "status", "jurisdiction", "notes"))
    assert mended == (
        "# top\n# about the id\nid: a/b\nname: {zh: 甲}\nstatus: unknown  # why\n"
        "jurisdiction: cn\nnotes:\n  # inner\n  zh: 乙\n# end\n"
    )
    assert mend_order(mended, order=("id", "name", "status", "jurisdiction", "notes")) == mended


def test_comments_survive_a_fix_inside_a_record(mini_root: Path, tmp_path: Path) -> None:
    path = next(mini_root.glob("catalogue/items/*/*.yml")).relative_to(mini_root).as_posix()
    code = next(code for code in WITH_BAD if code.name == "empty-list")
    assert code.bad is not None
    root = lay_over(mini_root, tmp_path / "register", code.bad)
    file = root / path
    file.write_text("# 第一行说明\n" + file.read_text("utf-8") + "# 最后一行说明\n", "utf-8")
    apply_fixes(root, plan_fixes(root))
    text = file.read_text("utf-8")
    assert "# 第一行说明" in text
    assert text.endswith("# 最后一行说明\n")


def test_equal_entries_become_one() -> None:
    where = Finding("repeated-entry", Severity.ERROR, "a.yml", 1, 1, "/aliases", Words("", ""))
    assert drop_repeated("aliases: [甲, 乙, 甲]\n", where) == "aliases: [甲, 乙]\n"


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("ＧＢ／Ｔ　39735—2020", "GB/T 39735-2020"),
        ("DB4403T 254.4-2022", "DB4403/T 254.4-2022"),
        ("GB/T 39735-2020", None),
        ("CJJ 14-87", None),
        ("JGJ 39-2016(2019年版)", None),
        ("发改社会〔2021〕443号", None),
    ],
)
def test_a_code_is_respelled_only_where_nothing_but_spelling_differs(
    printed: str, wanted: str | None
) -> None:
    assert respelled(printed) == wanted


def test_only_the_files_asked_for_are_mended(mini_root: Path, tmp_path: Path) -> None:
    code = next(code for code in WITH_BAD if code.name == "unquoted-number")
    assert code.bad is not None
    root = lay_over(mini_root, tmp_path / "register", code.bad)
    assert code.bad.path not in plan_fixes(root, paths=("catalogue/units",))
    assert set(plan_fixes(root, paths=(code.bad.path,))) == {code.bad.path}
