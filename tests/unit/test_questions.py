"""The questions of `bps new`: in one language, with an example, and asked again until answered."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bps.cli import main
from bps.pipeline import open_register

if TYPE_CHECKING:
    from pathlib import Path

HAN = re.compile(r"[\u4e00-\u9fff]")
NOT_YET = ["阅读角", "testland/reading-corner", "", "", "阅读角", "", "nonsense", "unknown"]
PROOF = ["no-such-source", "testland-gazette", "magic", "stated"]


@pytest.fixture
def copy(mini_root: Path, tmp_path: Path) -> Path:
    return shutil.copytree(mini_root, tmp_path / "register")


def heard(copy: Path, language: str) -> str:
    """What a person at a terminal hears who makes every slip once."""
    typist, terminal = pty.openpty()
    os.write(typist, "".join(f"{line}\n" for line in (*NOT_YET, *PROOF)).encode())
    command = ["--root", str(copy), "--lang", language, "new", "item"]
    result = subprocess.run(
        [sys.executable, "-m", "bps", *command],
        stdin=terminal,
        capture_output=True,
        timeout=60,
        check=False,
    )
    os.close(typist)
    os.close(terminal)
    assert result.returncode == 0, result.stderr
    return result.stderr.decode("utf-8")


def test_every_slip_is_met_with_a_sentence_and_the_question_again(copy: Path) -> None:
    words = heard(copy, "zh")
    assert words.count("\n编号：") == 2
    assert "id（编号）不能写成“阅读角”" in words
    assert "名称（中文）：" in words
    assert "status（状态）不能是“nonsense”" in words
    assert "没有“no-such-source”这条记录" in words
    assert "已有的编号：bps list source" in words
    assert "evidence.how（取得方式）不能是“magic”" in words
    register = open_register(copy)
    assert register.registry.get("item", "testland/reading-corner").name.zh == "阅读角"
    assert register.report.summary()["errors"] == 0


def test_questions_in_english_hold_no_chinese_but_the_answers(copy: Path) -> None:
    words = heard(copy, "en")
    assert not HAN.search(words.replace("阅读角", ""))
    assert "Such as cn/vaccination" in words


@pytest.mark.parametrize(
    ("type_name", "record_id", "said"),
    [("item", "reading-corner", "要写成“地区/名称”"), ("list", "testland/list", "不能带“地区/”")],
)
def test_an_id_of_the_wrong_kind_is_refused_before_anything_else_is_asked(
    copy: Path, type_name: str, record_id: str, said: str
) -> None:
    words = ["--root", str(copy), "--lang", "zh", "new", type_name, "--id", record_id]
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, said in result.stderr) == (2, True)


def test_general_knowledge_is_never_put_down_as_stated(copy: Path) -> None:
    source = ["--id", "nobody-saw", "--set", "kind=general-knowledge", "--set", "name.zh=常识"]
    words = ["--id", "testland/a", "--set", "name.zh=甲", "--set", "status=unknown"]
    for arguments in (["source", *source], ["item", *words, "--source", "nobody-saw"]):
        result = CliRunner().invoke(main, ["--root", str(copy), "new", *arguments])
        assert result.exit_code == 0, result.output
    item = open_register(copy).registry.get("item", "testland/a")
    assert {each.how for each in item.evidence} == {"background"}
