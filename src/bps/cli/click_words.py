"""The words of Click itself, which knows English only, in the language of the command that runs.

Click asks gettext for every sentence it says, through the two names `_` and `ngettext` of its
modules. Here these two names lead to the table below.
"""

from __future__ import annotations

import importlib
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from bps.cli.language import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
# What Click puts together by itself: a range as in mathematics, spaces, quotes and commas.
_REPAIRS: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = MappingProxyType(
    {
        "en": ((re.compile(r"([0-9]+)<=x<=([0-9]+)"), r"\1 to \2"),),
        "zh": (
            (re.compile(r"([0-9]+)<=x<=([0-9]+)"), r"\1 到 \2"),
            (re.compile(r"(?<=[。，；：！？（）]) +"), ""),
            (re.compile(r"'([^'\s]+)'"), r"\1"),
            (re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])"), ""),
            (re.compile(r"(?<=[\w-]), (?=[\w-])"), "、"),
        ),
    }
)

# Where Click is terse, the same in a plain sentence.
ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "Got unexpected extra argument ({args})": (
            "This is one word too many: {args}. Put text with spaces into quotes."
        ),
        "Got unexpected extra arguments ({args})": (
            "These are too many words: {args}. Put text with spaces into quotes."
        ),
        "{value!r} is not a valid {number_type}.": "{value!r} is not a number.",
        "Error: invalid input": "Please answer y (yes) or n (no).",
        "Aborted!": "Interrupted.",
    }
)

# A sentence of Click -> the same in Chinese. Blanks keep their names; "!r" only adds quotes.
CHINESE: Mapping[str, str] = MappingProxyType(
    {
        # Help.
        "Usage:": "用法：",
        "Options": "选项",
        "Commands": "命令",
        "Positional arguments": "参数",
        "default: {default}": "默认：{default}",
        "env var: {var}": "环境变量：{var}",
        "required": "必填",
        "(dynamic)": "（视情况而定）",
        "Show this message and exit.": "显示这份说明。",
        "Show the version and exit.": "显示版本号。",
        "%(prog)s, version %(version)s": "%(prog)s %(version)s",
        "Confirm the action without prompting.": "不再询问，直接执行。",
        "Try '{command} {option}' for help.": "用法说明请看：{command} {option}",
        "Choose from:\n\t{choices}": "可选：\n\t{choices}",
        "Choice({choices})": "可选 {choices}",
        # Wrong use.
        "Error: {message}": "错误：{message}",
        "Aborted!": "已中断。",
        "No such option {name!r}.": "没有 {name} 这个选项。",
        "No such command {name!r}.": "没有 {name} 这个命令。",
        "Did you mean {possibility}?": "是否指 {possibility}？",
        "(Did you mean one of: {possibilities}?)": "是否指其中之一：{possibilities}？",
        "Missing argument": "还缺",
        "Missing option": "还缺",
        "Missing parameter": "还缺",
        "Missing command.": "还没有写命令；bps --help 列出全部命令。",
        "Missing {param_type}": "还缺 {param_type}",
        "Missing parameter: {param_name}": "还缺 {param_name}",
        "Option {name!r} requires an argument.": "选项 {name} 后面要写一个值。",
        "Option {name!r} requires {nargs} arguments.": "选项 {name} 后面要写 {nargs} 个值。",
        "Option {name!r} does not take a value.": "选项 {name} 后面不用写值。",
        "Argument {name!r} takes {nargs} values.": "参数 {name} 要写 {nargs} 个值。",
        "Invalid start character for option ({option})": "选项的写法不对：{option}",
        "Got unexpected extra argument ({args})": "多写了：{args}。里面有空格的内容要加引号。",
        "Got unexpected extra arguments ({args})": "多写了：{args}。里面有空格的内容要加引号。",
        "Invalid value: {message}": "值不对：{message}",
        "Invalid value for {param_hint}: {message}": "{param_hint}：{message}",
        "Value must be an iterable.": "应当是一组值。",
        "Takes {nargs} values but 1 was given.": "要写 {nargs} 个值，只写了 1 个。",
        "Takes {nargs} values but {len} were given.": "要写 {nargs} 个值，写了 {len} 个。",
        "{len_type} values are required, but {len_value} was given.": (
            "要写 {len_type} 个值，只写了 {len_value} 个。"
        ),
        "{len_type} values are required, but {len_value} were given.": (
            "要写 {len_type} 个值，写了 {len_value} 个。"
        ),
        # Values.
        "{value!r} is not {choice}.": "不能写“{value}”，只能写 {choice}。",
        "{value!r} is not one of {choices}.": "不能写“{value}”，可选：{choices}。",
        "{value!r} is not a valid {number_type}.": "“{value}”不是数字。",
        "{value} is not in the range {range}.": "{value} 不在 {range} 之内。",
        "{value!r} is not a valid boolean. Recognized values: {states}": (
            "“{value}”既不是“是”也不是“否”，可选：{states}"
        ),
        "{value!r} is not a valid UUID.": "“{value}”不是 UUID。",
        "{value!r} does not match the format {format}.": "“{value}”的写法不对，应为 {format}。",
        "{value!r} does not match the formats {formats}.": "“{value}”的写法不对，应为 {formats} 之一。",
        "{name} {filename!r} does not exist.": "找不到“{filename}”。",
        "{name} {filename!r} is a file.": "“{filename}”是文件，这里要文件夹。",
        "{name} {filename!r} is a directory.": "“{filename}”是文件夹，这里要文件。",
        "{name} {filename!r} is not readable.": "“{filename}”没有读取权限。",
        "{name} {filename!r} is not writable.": "“{filename}”没有写入权限。",
        "{name} {filename!r} is not executable.": "“{filename}”不能运行。",
        "Could not open file {filename!r}: {message}": "打不开“{filename}”：{message}",
        "unknown error": "原因不明",
        # Questions.
        "Do you want to continue?": "继续吗？",
        "Repeat for confirmation": "再输入一次",
        "Press any key to continue...": "按任意键继续……",
        "Error: invalid input": "请回答 y（是）或 n（否）。",
        "Error: The two entered values do not match.": "两次输入不一样，请再来一次。",
    }
)


def teach_click() -> None:
    """Let Click say its sentences in the language of the command that runs."""
    for name in MODULES:
        vars(importlib.import_module(f"click.{name}")).update(_=_say, ngettext=_say_counted)


def show(error: click.ClickException) -> None:
    """Write what Click has to say about wrong use to standard error."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    sentence = _sentence(error)
    for pattern, repair in _REPAIRS[spoken()]:
        sentence = pattern.sub(repair, sentence)
    if isinstance(error, click.UsageError):
        click.UsageError(sentence, error.ctx).show()
    else:
        click.ClickException(sentence).show()


def _sentence(error: click.ClickException) -> str:
    """The sentence; what is missing is put together by Click with English marks, over lines."""
    if not isinstance(error, click.MissingParameter) or error.param is None:
        return error.format_message()
    missing = error.param.get_error_hint(error.ctx)
    choices = [str(choice) for choice in getattr(error.param.type, "choices", ())]
    if spoken() == "zh":
        return f"还缺 {missing}" + (f"；可选：{'、'.join(choices)}。" if choices else "。")
    return f"{missing} is missing" + (f"; choose from {', '.join(choices)}." if choices else ".")


def _say(message: str) -> str:
    return (CHINESE if spoken() == "zh" else ENGLISH).get(message, message)


def _say_counted(singular: str, plural: str, count: int) -> str:
    return _say(singular if count == 1 else plural)
