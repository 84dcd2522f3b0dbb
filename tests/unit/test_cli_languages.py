"""The command line speaks one language at a time: its own words, and those of Click."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bps.cli import COMMANDS, main
from bps.cli.cells import width, wrapped
from bps.cli.click_words import CHINESE, ENGLISH, MODULES, teach_click
from bps.cli.language import language_in, language_of, speaking
from bps.cli.one_language import half

HAN = re.compile(r"[\u4e00-\u9fff]")
# Said to those who write commands, never to those who use them.
FOR_AUTHORS = re.compile(r"deprecated|declar|flag|twice|color|No options")
# Taken up when a command is made, before anybody speaks: our own table of placeholders has them.
PLACEHOLDERS = {"file", "directory", "path"}
OPTION = re.compile(r"--[a-z-]+")
ENGLISH_WORD = re.compile(r"\b(the|of|and|or|with|to|a|is|in|this|that|for)\b", re.IGNORECASE)

WRONG_USE = {
    "no such option": ["check", "--fmt"],
    "no such option, none near": ["--zzz"],
    "no such command": ["chek"],
    "no such command in a group": ["edition", "nww"],
    "no command": ["--root", "."],
    "missing argument": ["show"],
    "missing option": ["score", "answers.csv"],
    "missing choice": ["review", "testland/library-card"],
    "extra argument": ["show", "a", "b"],
    "extra arguments": ["show", "a", "b", "c"],
    "not one of the choices": ["check", "--format", "word"],
    "no number": ["search", "a", "--limit", "x"],
    "out of range": ["search", "a", "--limit", "99"],
    "no such file": ["import", "/no-file.xlsx"],
    "a folder and no file": ["import", "/"],
    "option without a value": ["check", "--lang"],
    "value for a flag": ["check", "--notices=1"],
}


def said_by_click() -> set[str]:
    """Every sentence that Click looks up before it says it."""
    folder = Path(click.__file__).parent
    calls = (
        node
        for name in MODULES
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )
    return {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext"}
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def test_every_sentence_of_click_has_a_chinese_one() -> None:
    said = said_by_click()
    left = {text for text in said - set(CHINESE) if not FOR_AUTHORS.search(text)}
    assert left == PLACEHOLDERS
    # "required" is looked up by a name and not as a sentence.
    assert set(CHINESE) - said == {"required"}
    assert set(ENGLISH) <= said


@pytest.mark.parametrize("text", sorted(CHINESE))
def test_a_chinese_sentence_fills_only_blanks_that_click_fills(text: str) -> None:
    blank = re.compile(r"\{(\w+)(?:![a-z])?\}|%\((\w+)\)s")
    assert set(blank.findall(CHINESE[text])) <= set(blank.findall(text))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", sorted(WRONG_USE))
def test_wrong_use_is_answered_in_one_language(case: str, language: str) -> None:
    arguments = [part for part in WRONG_USE[case] if part != "--lang"]
    environment = {"LC_ALL": "zh_CN.UTF-8" if language == "zh" else "en_GB.UTF-8"}
    if "--lang" in WRONG_USE[case]:
        arguments = WRONG_USE[case]
    result = CliRunner().invoke(main, arguments, env=environment, prog_name="bps")
    assert result.exit_code == 2
    words = result.stderr
    if language == "en":
        assert not HAN.search(words)
        return
    assert words.startswith(("用法：", "错误："))
    sentence = words.partition("错误：")[2].rstrip() or words
    assert HAN.search(sentence)
    assert sentence.endswith(("。", "？"))
    assert not re.search(r"Error|Usage|Missing|Invalid|such|must", words)
    # No half-width mark, space or quote between Chinese words.
    assert not re.search(r"[\u4e00-\u9fff][,;:?!' ]+[\u4e00-\u9fff]", words)


@pytest.mark.parametrize("name", ["", *COMMANDS, "edition new"])
def test_help_is_in_one_language_and_fits_the_screen(name: str) -> None:
    helps = {
        language: CliRunner()
        .invoke(main, ["--lang", language, *name.split(), "--help"], prog_name="bps")
        .output
        for language in ("zh", "en")
    }
    assert not HAN.search(helps["en"])
    assert helps["zh"].startswith("用法：bps")
    assert "选项：" in helps["zh"]
    assert all(width(line) <= 80 for line in helps["zh"].splitlines() if "http" not in line)
    assert not ENGLISH_WORD.search(OPTION.sub("", helps["zh"]))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_and_option_is_explained(language: str) -> None:
    commands = main.in_language(language)
    context = click.Context(commands)
    found = [commands.get_command(context, name) for name in COMMANDS]
    found += [
        each
        for group in found
        if isinstance(group, click.Group)
        for each in group.commands.values()
    ]
    for command in found:
        assert command is not None
        assert command.help
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, (command.name, option.name)


def test_the_language_may_be_named_after_help() -> None:
    for arguments in (["check", "--help", "--lang", "zh"], ["--lang=zh", "check", "--help"]):
        assert "检查全部记录" in CliRunner().invoke(main, arguments).output


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_CN.UTF-8", "zh"),
        ("zh_TW", "zh"),
        ("C.UTF-8", "zh"),
        ("POSIX", "zh"),
        ("", "zh"),
        ("en_US.UTF-8", "en"),
        ("de_DE.UTF-8", "en"),
    ],
)
def test_chinese_comes_first(monkeypatch: pytest.MonkeyPatch, locale: str, language: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert language_of(None) == language
    assert language_in(["check", "--lang"]) == language
    assert (language_in(["--lang", "en"]), language_in(["--lang=zh"])) == ("en", "zh")


def test_questions_of_click_are_in_the_language_spoken() -> None:
    @click.command()
    def ask() -> None:
        click.prompt("几岁", type=int)
        click.confirm("写入？")

    teach_click()
    with speaking("zh"):
        heard = CliRunner().invoke(ask, input="x\n9\nmaybe\ny\n").output
    assert "错误：“x”不是数字。" in heard
    assert "请回答 y（是）或 n（否）。" in heard
    assert "Error" not in heard


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("Form of the answer. 输出格式。", "输出格式。", "Form of the answer."),
        ("Address of X. OpenSearch 的地址。", "OpenSearch 的地址。", "Address of X."),
        ("列出全部行。", "列出全部行。", ""),
        ("Print every row.", "", "Print every row."),
    ],
)
def test_a_text_in_both_languages_has_two_halves(text: str, zh: str, en: str) -> None:
    assert (half(text, "zh"), half(text, "en")) == (zh, en)


def test_lines_are_wrapped_by_the_cells_that_han_characters_take() -> None:
    lines = wrapped("把办公表格（XLSX、DOCX、CSV）导入登记库；要么全部写入，要么一条不写。", 20)
    assert "".join(lines) == "把办公表格（XLSX、DOCX、CSV）导入登记库；要么全部写入，要么一条不写。"
    assert all(width(line) <= 24 for line in lines)
    assert not any(line[0] in "，。；、）" for line in lines)
