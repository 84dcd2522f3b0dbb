"""The reference page of the command line, one in each language, read from the commands themselves."""

from __future__ import annotations

import re

import click

from bps.findings import Words
from bps.reference.header import markdown_header

_TITLE = Words("命令参考", "Command reference")
_INTRODUCTION = Words(
    "装好后命令在 `.venv/bin/bps`。`--root`、`--lang`、`--format` 可写在命令名之前或之后；"
    "`bps 命令 --help` 在终端显示同样的说明。",
    "Once installed, the command is `.venv/bin/bps`. `--root`, `--lang` and `--format` may stand "
    "before or after the name of a command; `bps COMMAND --help` says the same in a terminal.",
)
_LANGUAGE = Words(
    "命令说中文还是英文，看 `--lang zh` 或 `--lang en`；不写时看系统的语言设置（环境变量 `LC_ALL`、`LANG`）："
    "设成别的语言时说英文，没有设置时说中文。",
    "Commands speak the language of `--lang zh` or `--lang en`. Without it they follow the language of "
    "the system (`LC_ALL`, `LANG`): Chinese where it is Chinese or not set, English elsewhere.",
)
_EXIT_CODES = Words("退出码", "Exit codes")
_EXIT_CODE = Words("退出码 | 意思", "code | meaning")
_MEANINGS = (
    (0, Words("完成，没有问题", "done, nothing to mend")),
    (
        1,
        Words(
            "有结果要您处理：检查出问题、有问题等您回答、没有达到 `--fail-…` 的要求",
            "something for you to settle: findings, open questions, a `--fail-…` that is not met",
        ),
    ),
    (
        2,
        Words(
            "用法、文件或设置不对，什么都没有改动", "wrong use, file or settings; nothing changed"
        ),
    ),
    (3, Words("程序自身出错，请报告给维护者", "a fault of the program; please report it")),
    (130, Words("您中断了它", "you interrupted it")),
)
_OPTIONS = Words("选项 | 说明 | 默认", "option | meaning | default")
_GENERAL = Words("通用选项", "Options of every command")
# A line break between Chinese characters is no space.
_BREAK = re.compile(r"(?<=[^ -~])\n *")
_SHARED = frozenset({"root", "lang", "format"})


def commands_page(language: str, group: click.Group) -> str:
    """Markdown of the page that explains every command.

    Args:
        language: "zh" or "en".
        group: The command line with its help in that language.

    Returns:
        The whole file.
    """
    context = click.Context(group, info_name="bps")
    lines = [_INTRODUCTION.in_language(language), "", _LANGUAGE.in_language(language), ""]
    lines += _exit_codes(language)
    lines += [f"## {_GENERAL.in_language(language)} {{ #general }}", ""]
    lines += _options(group, language)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None and not command.hidden:
            lines += _section(name, command, context, language)
    header = markdown_header("src/bps/cli", _TITLE.in_language(language))
    return header + "\n".join(lines).rstrip() + "\n"


def _exit_codes(language: str) -> list[str]:
    rows = [f"| `{code}` | {meaning.in_language(language)} |" for code, meaning in _MEANINGS]
    title = f"## {_EXIT_CODES.in_language(language)} {{ #exit-codes }}"
    return [title, "", f"| {_EXIT_CODE.in_language(language)} |", "|---|---|", *rows, ""]


def _section(name: str, command: click.Command, parent: click.Context, language: str) -> list[str]:
    context = click.Context(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [
        f"## bps {name} {{ #{name} }}",
        "",
        *_paragraphs(command.help or ""),
        "```text",
        f"bps {name} {usage}",
        "```",
        "",
    ]
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                lines += _inner_command(f"{name} {inner}", found, context, language)
    return lines + _options(command, language, without=_SHARED)


def _inner_command(
    name: str, command: click.Command, parent: click.Context, language: str
) -> list[str]:
    """A command below a command, such as `import formats`."""
    context = click.Context(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    return [
        f"### bps {name} {{ #{name.replace(' ', '-')} }}",
        "",
        *_paragraphs(command.help or ""),
        "```text",
        f"bps {name} {usage}",
        "```",
        "",
        *_options(command, language, without=_SHARED),
    ]


def _options(
    command: click.Command, language: str, *, without: frozenset[str] = frozenset()
) -> list[str]:
    rows = [
        _row(option)
        for option in command.params
        if isinstance(option, click.Option)
        and not option.hidden
        and (option.name not in without or _has_own_choices(option))
    ]
    if not rows:
        return []
    return [f"| {_OPTIONS.in_language(language)} |", "|---|---|---|", *rows, ""]


def _has_own_choices(option: click.Option) -> bool:
    """Whether a shared option takes other values here, such as `check --format sarif`."""
    return option.name == "format" and tuple(getattr(option.type, "choices", ())) != (
        "text",
        "json",
    )


def _row(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    choices = getattr(option.type, "choices", ())
    if choices:
        names += " " + " · ".join(f"`{choice}`" for choice in choices)
    default = option.default
    # Click marks "no default" with a value of its own; flags are off unless said otherwise.
    plain = isinstance(default, str | int | float) and not isinstance(default, bool)
    shown = f"`{default}`" if plain else ""
    meaning = (option.help or "").replace("|", "\\|")
    return f"| {names} | {meaning} | {shown} |"


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a help text, each on one line with an empty one behind it."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        words = " ".join(_BREAK.sub("", paragraph).split())
        lines += [words.replace("<", "\\<"), ""]
    return lines
