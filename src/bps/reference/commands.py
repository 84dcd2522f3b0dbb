"""The reference page of the command line, one in each language, read from the commands themselves."""

from __future__ import annotations

import re
from inspect import cleandoc

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
_OPTIONS = Words("选项 | 说明 | 默认", "option | meaning | default")
_GENERAL = Words("通用选项", "Options of every command")
_SHARED = frozenset({"root", "lang", "format"})
_CHINESE = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”]")
# A paragraph is Chinese when it has more Chinese characters than Latin words would explain.
_CHINESE_SHARE = 0.3


def commands_page(language: str, group: click.Group) -> str:
    """Markdown of the page that explains every command.

    Args:
        language: "zh" or "en".
        group: The command line.

    Returns:
        The whole file.
    """
    context = click.Context(group, info_name="bps")
    lines = [_INTRODUCTION.in_language(language), ""]
    lines += [f"## {_GENERAL.in_language(language)} {{ #general }}", ""]
    lines += _options(group, language)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None and not command.hidden:
            lines += _section(name, command, context, language)
    header = markdown_header("src/bps/cli", _TITLE.in_language(language))
    return header + "\n".join(lines).rstrip() + "\n"


def _section(name: str, command: click.Command, parent: click.Context, language: str) -> list[str]:
    context = click.Context(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [
        f"## bps {name} {{ #{name} }}",
        "",
        *_paragraphs(command.help or "", language),
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
        *_paragraphs(command.help or "", language),
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
        _row(option, language)
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


def _row(option: click.Option, language: str) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    choices = getattr(option.type, "choices", ())
    if choices:
        names += " " + " · ".join(f"`{choice}`" for choice in choices)
    default = option.default
    # Click marks "no default" with a value of its own; flags are off unless said otherwise.
    plain = isinstance(default, str | int | float) and not isinstance(default, bool)
    shown = f"`{default}`" if plain else ""
    meaning = _in_language(option.help or "", language).replace("|", "\\|")
    return f"| {names} | {meaning} | {shown} |"


def _in_language(text: str, language: str) -> str:
    """The half of a help text that is in the language: English comes first, then Chinese."""
    found = _CHINESE.search(text)
    if found is None:
        return text
    english, chinese = text[: found.start()].strip(), text[found.start() :].strip()
    return (chinese if language == "zh" else english) or text


def _paragraphs(text: str, language: str) -> list[str]:
    """The paragraphs of a help text that are in the language, or in both."""
    lines: list[str] = []
    for paragraph in cleandoc(text.replace("\b", "")).split("\n\n"):
        words = " ".join(paragraph.split())
        share = len(_CHINESE.findall(words)) / max(1, len(words))
        mixed = 0 < share <= _CHINESE_SHARE
        if words and (mixed or (share > 0) == (language == "zh")):
            lines += [words.replace("<", "\\<"), ""]
    return lines
