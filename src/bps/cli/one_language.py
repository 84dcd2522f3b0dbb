"""Help in one language: commands carry both, a reader sees the one that is spoken."""

from __future__ import annotations

import copy
import re
from inspect import cleandoc
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

import click

from bps.cli.cells import padded, width, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Command = TypeVar("Command", bound=click.Command)

_HAN = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”]")
_WORD = re.compile(r"[A-Z]+")
_RANGE = re.compile(r"([0-9]+)<=x<=([0-9]+)")
# What stands in the place of a value, in the line of usage and beside an option.
_PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "AFTER": "后",
        "ARGS": "参数",
        "BEFORE": "前",
        "CODE": "代码",
        "COMMAND": "命令",
        "DATE": "日期",
        "DIRECTORY": "文件夹",
        "FILE": "文件",
        "FLOAT": "数",
        "FORMATS": "格式",
        "ID": "编号",
        "INTEGER": "整数",
        "ITEM": "事项",
        "KEY": "项",
        "LIST": "清单",
        "MEASURE": "指标",
        "NAME": "名称",
        "NEW": "新编号",
        "OLD": "旧编号",
        "OPTIONS": "选项",
        "PATH": "路径",
        "PATHS": "路径",
        "PERCENT": "百分数",
        "PLACE": "地区",
        "QUERY": "词语",
        "RANGE": "",
        "RECORD": "编号",
        "RESPONSES": "答卷",
        "STRING": "标准编号",
        "TEXT": "文字",
        "TYPE": "类型",
        "UNIT": "单位",
        "URL": "网址",
        "VALUE": "值",
        "WORDS": "文字",
    }
)


def in_language(command: Command, language: str) -> Command:
    """A copy of a command whose help and placeholders are in one language.

    Args:
        command: A command whose texts are in both, "English. 中文。".
        language: "zh" or "en".
    """
    found = copy.copy(command)
    found._help_option = None  # noqa: SLF001 - Click keeps it, with its words, from the first call
    found.context_class = _Context
    found.help = _help(command.help or "", language)
    found.options_metavar = _placeholder(command.options_metavar or "", language)
    found.params = [_parameter(each, language) for each in command.params]
    if isinstance(found, click.Group):
        found.subcommand_metavar = _placeholder(found.subcommand_metavar or "", language)
        found.commands = {
            name: in_language(each, language) for name, each in found.commands.items()
        }
    return found


def _parameter(parameter: click.Parameter, language: str) -> click.Parameter:
    found = copy.copy(parameter)
    if isinstance(found, click.Option):
        found.help = half(found.help or "", language)
    if language == "zh" and not isinstance(found.type, click.Choice):
        is_flag = isinstance(found, click.Option) and found.is_flag
        if not is_flag:
            context = click.Context(click.Command(None))
            found.metavar = _placeholder(parameter.make_metavar(context), language)
    return found


def _placeholder(metavar: str, language: str) -> str:
    if language == "en":
        return metavar
    return _WORD.sub(lambda word: _PLACEHOLDERS.get(word[0], word[0]), metavar).strip()


def half(text: str, language: str) -> str:
    """The part of a text that is in the language: English sentences come first, then Chinese."""
    han = _HAN.search(text)
    border = len(text) if han is None else text.rfind(". ", 0, han.start()) + 1
    return text[border:].strip() if language == "zh" else text[:border].strip()


def _help(text: str, language: str) -> str:
    paragraphs = (half(part, language) for part in cleandoc(text).split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)


class _Formatter(click.HelpFormatter):
    """Help whose lines and columns fit where Han characters take two cells."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        if prefix is None and _HAN.search(args):
            prefix = "用法："
        super().write_usage(prog, args, prefix)

    def write_heading(self, heading: str) -> None:
        """Write a heading with the colon of its language."""
        colon = "：" if _HAN.search(heading) else ":"
        self.write(f"{' ' * self.current_indent}{heading}{colon}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, wrapped."""
        indent = " " * self.current_indent
        for number, part in enumerate(text.split("\n\n")):
            joined = re.sub(r"(?<=[^ -~])\n", "", part).replace("\n", " ")
            lines = wrapped(joined, self.width - self.current_indent)
            self.write("\n" if number else "")
            self.write("".join(f"{indent}{line}\n" for line in lines))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write terms with their explanations in two columns."""
        pairs = list(rows)
        first = min(col_max, max(width(term) for term, _ in pairs)) + col_spacing
        indent = " " * self.current_indent
        for term, words in pairs:
            lines = wrapped(
                _RANGE.sub(r"\1–\2", words), max(self.width - first - self.current_indent, 10)
            )
            if width(term) + col_spacing > first:
                self.write(f"{indent}{term}\n")
                term = ""  # noqa: PLW2901 - it has a line of its own
            self.write(f"{indent}{padded(term, first)}{lines[0]}".rstrip() + "\n")
            self.write("".join(f"{indent}{' ' * first}{line}\n" for line in lines[1:]))


class _Context(click.Context):
    """A context that writes help with the formatter above."""

    formatter_class = _Formatter
