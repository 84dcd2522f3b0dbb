"""Documents name only what exists: commands, options, codes, files."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from bps.cli import main
from bps.findings import CODES
from tests.support.documents import Command, documents, iter_commands, iter_links
from tests.support.source import REPOSITORY

COMMANDS = sorted({command for path in documents() for command in iter_commands(path)}, key=str)


def option_names(command: click.Command) -> set[str]:
    """Every spelling of every option of a command."""
    return {name for each in command.params for name in (*each.opts, *each.secondary_opts)}


def find_command(words: tuple[str, ...]) -> tuple[click.Command, str, list[str]]:
    """The command that the words call, its name, and the words after it."""
    context = click.Context(main)
    # Options of the program itself come first, each with its value.
    flags = {"--help", "--version", "-h"}
    rest = list(words)
    while rest and rest[0].startswith("-"):
        name = rest.pop(0).split("=")[0]
        assert name in option_names(main) | flags, f"unknown option {name}"
        if name not in flags and "=" not in name and rest:
            rest.pop(0)
    if not rest:
        return main, "", []
    name = rest.pop(0)
    command = main.get_command(context, name)
    assert command is not None, f"unknown command {name}"
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        inner = command.get_command(context, rest.pop(0))
        assert inner is not None, f"unknown command below {name}"
        command = inner
    return command, name, rest


def is_literal(command: Command) -> bool:
    """Whether it is a call and not a pattern such as `bps COMMAND --help`."""
    return bool(command.words) and command.words[0].isascii() and command.words[0].islower()


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_command_in_a_document_exists_with_its_options(command: Command) -> None:
    if not is_literal(command):
        return
    found, _, rest = find_command(command.words)
    known = option_names(found) | option_names(main) | {"--help"}
    used = {word.split("=")[0] for word in rest if word.startswith("--")}
    assert used <= known


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_code_to_explain_in_a_document_exists(command: Command) -> None:
    words = [word for word in command.words if not word.startswith("-")]
    if "explain" in words and words[-1].islower() and words[-1] != "explain":
        assert words[-1] in CODES


@pytest.mark.parametrize(
    "path", documents(), ids=lambda path: path.relative_to(REPOSITORY).as_posix()
)
def test_link_in_a_document_leads_to_a_file(path: Path) -> None:
    missing = [
        target
        for target in iter_links(path)
        if (file := target.split("#")[0]) and not (path.parent / file).exists()
    ]
    assert not missing


def test_every_command_is_in_both_reference_pages(repository: Path) -> None:
    names = main.list_commands(click.Context(main))
    for language in ("zh", "en"):
        page = (repository / "docs" / language / "reference" / "commands.md").read_text("utf-8")
        assert [name for name in names if f"{{ #{name} }}" not in page] == []
