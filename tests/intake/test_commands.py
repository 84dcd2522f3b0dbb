"""The commands `bps import`, `bps table` and `bps code`, as a person uses them."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from bps.cli import main
from tests.intake.conftest import official_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Take = Callable[[Path], dict[str, bytes]]


def bps(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *words])


def test_a_dry_run_shows_a_count_per_area_and_writes_nothing(
    small_root: Path, make_xlsx: Callable[..., Path], snapshot: Take
) -> None:
    path, before = make_xlsx(official_rows(6)), snapshot(small_root)
    result = bps(
        small_root, "--lang", "zh", "import", str(path), "--list", "test-2024", "--dry-run"
    )
    assert result.exit_code == 0
    assert "  幼有所育  4\n  学有所教  2\n" in result.output
    assert "新增 6，更新 0，不变 0；另建来源 1" in result.output
    assert snapshot(small_root) == before


def complaints(root: Path, below: str) -> list[str]:
    """Errors and warnings about files below a folder; the other test data are not perfect."""
    findings = json.loads(bps(root, "check", "--format", "json").stdout)["findings"]
    return [
        each["message"]
        for each in findings
        if each["severity"] != "notice" and each["path"].startswith(below)
    ]


def test_a_table_of_standards_is_counted_by_class(small_root: Path, tmp_path: Path) -> None:
    table = tmp_path / "标准.csv"
    table.write_text(
        "标准编号,标准名称,状态\nGB/T 39735-2020,测试一,\nMZ/T 170-2021,测试二,\n", "utf-8"
    )
    result = bps(small_root, "--lang", "zh", "import", str(table), "--yes")
    assert "  国家标准  1\n  行业标准  1\n新增 2，更新 0，不变 0；另建来源 1\n" in result.output
    table.write_text(table.read_text("utf-8").replace("测试二,", "测试二,现行"), "utf-8")
    again = bps(small_root, "--lang", "en", "import", str(table), "--yes")
    assert "0 new, 1 changed, 1 unchanged\n  ~ mz-t-170-2021: Status as printed, Status" in (
        again.output
    )
    assert complaints(small_root, "standards/") == []


def test_what_was_imported_has_nothing_to_complain_of(
    small_root: Path, make_xlsx: Callable[..., Path]
) -> None:
    words = ("import", str(make_xlsx(official_rows(4))), "--list", "test-2024", "--yes")
    assert bps(small_root, *words).exit_code == 0
    assert complaints(small_root, "catalogue/items/test-city/") == []
    assert complaints(small_root, "catalogue/sources/test-2024-table") == []


def test_an_empty_list_gives_a_header_and_says_so(small_root: Path, tmp_path: Path) -> None:
    out = tmp_path / "empty.csv"
    result = bps(small_root, "--lang", "zh", "table", "test-2024", "--to", "csv", "--out", str(out))
    assert result.exit_code == 0
    assert "这份清单下还没有事项，表里只有表头。" in result.output
    assert out.read_text("utf-8-sig").splitlines()[1].startswith("序号,服务项目,")


class Terminal(io.StringIO):
    """Takes what is written to a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_import_says_how_far_it_is_on_a_terminal_only(
    small_root: Path,
    make_xlsx: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    language: str,
) -> None:
    path = make_xlsx(official_rows(4))
    monkeypatch.setattr("bps.cli.shared._SLOW_SECONDS", 0.0)
    words = ["--root", str(small_root), "--lang", language, "import", str(path)]
    words += ["--list", "test-2024", "--yes"]
    steps = {
        "zh": ("读取记录", "读取表格", "逐行核对", "查找相近的名称", "检查新记录", "写入文件"),
        "en": (
            "Reading records",
            "Reading the table",
            "Looking up the rows",
            "Looking for similar names",
            "Checking the records",
            "Writing files",
        ),
    }[language]
    piped = CliRunner().invoke(main, [*words[:-1], "--dry-run"])
    assert piped.exit_code == 0
    assert not any(step in piped.output for step in steps)

    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with contextlib.suppress(SystemExit):
        main(words)
    said = terminal.getvalue()
    assert [step for step in steps if step in said] == list(steps)
    assert not any(step in capfd.readouterr().out for step in steps)


def test_without_yes_nothing_is_written_where_nobody_can_be_asked(
    small_root: Path, make_xlsx: Callable[..., Path], snapshot: Take
) -> None:
    path, before = make_xlsx(official_rows(2)), snapshot(small_root)
    result = bps(small_root, "--lang", "en", "import", str(path), "--list", "test-2024")
    assert result.exit_code == 2
    assert "--yes" in result.output
    assert snapshot(small_root) == before


def test_open_questions_stop_the_import_and_come_as_a_file_that_answers_them(
    small_root: Path, make_xlsx: Callable[..., Path], snapshot: Take, tmp_path: Path
) -> None:
    rows = official_rows(2)
    rows[4] = (*rows[4][:6], "某某局")
    path, before, answers = make_xlsx(rows), snapshot(small_root), tmp_path / "m.yml"
    words = ("import", str(path), "--list", "test-2024", "--yes")
    result = bps(small_root, "--lang", "zh", *words, "--write-mapping", str(answers))
    assert result.exit_code == 1
    assert "不认识的单位“某某局”（“清单”第5行，1 处" in result.output
    assert snapshot(small_root) == before
    again = bps(small_root, *words, "--mapping", str(answers))
    assert again.exit_code == 0
    assert len(snapshot(small_root)) == len(before) + 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--list", "no-such-list"), "Unknown list: no-such-list"),
        ((), "--list"),
        (("--list", "test-2024", "--source", "no-such-source"), "Unknown source: no-such-source"),
    ],
)
def test_wrong_use_is_said_in_one_sentence(
    small_root: Path, make_xlsx: Callable[..., Path], words: tuple[str, ...], said: str
) -> None:
    path = make_xlsx(official_rows(1))
    result = bps(small_root, "--lang", "en", "import", str(path), *words, "--yes")
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_bad_file_leaves_no_trace(small_root: Path, tmp_path: Path, snapshot: Take) -> None:
    path, before = tmp_path / "a.xlsx", snapshot(small_root)
    path.write_bytes(b"PK\x03\x04broken")
    result = bps(small_root, "--lang", "zh", "import", str(path), "--list", "test-2024", "--yes")
    assert (result.exit_code, "已损坏" in result.output) == (2, True)
    assert snapshot(small_root) == before


def test_the_preview_is_also_for_programs(small_root: Path, make_xlsx: Callable[..., Path]) -> None:
    path = make_xlsx([*official_rows(2), ("注：测试",)])
    result = bps(
        small_root, "import", str(path), "--list", "test-2024", "--dry-run", "--format", "json"
    )
    preview = json.loads(result.output)
    assert preview["rows"] == 2
    assert preview["unread"][0]["sheet"] == "清单"
    assert len(preview["new"]) == 3


def test_a_table_is_written_where_asked(
    small_root: Path, make_xlsx: Callable[..., Path], tmp_path: Path
) -> None:
    path = make_xlsx(official_rows(3))
    assert bps(small_root, "import", str(path), "--list", "test-2024", "--yes").exit_code == 0
    for kind in ("xlsx", "csv", "docx"):
        out = tmp_path / f"out.{kind}"
        result = bps(small_root, "table", "test-2024", "--to", kind, "--out", str(out))
        assert result.exit_code == 0
        assert out.stat().st_size > 100
        again = bps(small_root, "--lang", "en", "import", str(out), "--list", "test-2024", "--yes")
        assert "0 new, 0 changed, 3 unchanged" in again.output


@pytest.mark.parametrize(
    ("text", "language", "code", "said"),
    [
        ("DB3212T1077-2021", "zh", 0, "DB3212/T 1077-2021  地方标准，推荐性\n"),
        ("gb 5749-2022", "en", 0, "GB 5749-2022  national standard, mandatory\n"),
        ("GB/T 19001", "zh", 0, "GB/T 19001  未注日期的引用，推荐性\n"),
        (
            "ISO 9001",
            "zh",
            1,
            "“ISO 9001”不是标准编号：ISO 是国际或国外标准的编号，不是中国标准编号\n",
        ),
    ],
)
def test_a_code_is_read_aloud(text: str, language: str, code: int, said: str) -> None:
    result = CliRunner().invoke(main, ["--lang", language, "code", text])
    assert (result.exit_code, result.output) == (code, said)


def test_a_code_for_programs_has_the_nine_keys() -> None:
    result = CliRunner().invoke(main, ["code", "SZDB/Z 12-2010", "--format", "json"])
    value = json.loads(result.output)
    assert list(value) == [
        "class", "mandate", "canonical", "prefix", "region", "number", "part", "year", "reason",
    ]  # fmt: skip
    assert (value["class"], value["mandate"], value["region"]) == ("local", "guidance", "4403")


def test_each_text_that_was_not_taken_is_told_with_its_place(
    small_root: Path, tmp_path: Path
) -> None:
    table = tmp_path / "清单.csv"
    table.write_text(
        "序号,服务项目,服务对象,自定列\n1,测试甲,老人,随记\n2,测试乙,老人,一,二\n3,#N/A,老人,\n",
        "utf-8",
    )
    words = ("import", str(table), "--list", "test-2024", "--dry-run")
    shown = bps(small_root, "--lang", "zh", *words).output
    assert "“清单.csv”第2行D列：这一格没有对应的字段：“随记”" in shown
    assert "“清单.csv”第3行：这一行比表头多出单元格" in shown
    assert "“清单.csv”第4行：没有名称：“3”“老人”" in shown
    assert "“清单.csv”第4行B列：出错的单元格，未读取：“#N/A”" in shown
    assert "文件里共有 16 处文字" in shown
    ledger = json.loads(bps(small_root, *words, "--format", "json").stdout)["ledger"]
    assert ledger["taken"] + ledger["said"] == ledger["all"] == len(ledger["entries"]) == 16
    by_text = {each["text"]: each for each in ledger["entries"]}
    assert by_text["测试甲"]["fields"] == ["name"]
    assert by_text["随记"]["fields"] == []
    assert by_text["随记"]["column"] == 4
