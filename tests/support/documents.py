"""What the prose says: commands, links and blocks of code."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.source import PACKAGE, REPOSITORY, committed_files

FENCE = re.compile(r"^( *)```(\w*)[^\n]*\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)|!\[[^\]\n]*\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Command:
    """One call of the command line that a document shows."""

    path: Path
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.path.relative_to(REPOSITORY)}: bps {' '.join(self.words)}"


def documents() -> tuple[Path, ...]:
    """Every Markdown file of the project; texts for other registers are tried where these begin."""
    return tuple(
        path
        for path in committed_files()
        if path.suffix == ".md" and not path.is_relative_to(PACKAGE)
    )


def iter_blocks(path: Path) -> Iterator[tuple[str, str]]:
    """Language and text of each block of code."""
    for match in FENCE.finditer(path.read_text(encoding="utf-8")):
        yield match.group(2), match.group(3)


def iter_commands(path: Path) -> Iterator[Command]:
    """Every `bps …` in blocks for a shell and in inline code."""
    text = path.read_text(encoding="utf-8")
    lines = [
        line
        for language, block in iter_blocks(path)
        if language in {"sh", "bash", "shell", "console"}
        for line in block.replace("\\\n", " ").splitlines()
    ]
    lines += INLINE.findall(FENCE.sub("", text))
    for line in lines:
        bare = line.strip().removeprefix("$ ").split("  #")[0]
        if not bare.startswith(("bps ", ".venv/bin/bps ")):
            continue
        try:
            words = shlex.split(re.split(r" [|>] | && ", bare)[0])
        except ValueError:
            words = bare.split()
        yield Command(path, tuple(words[1:]))


def iter_links(path: Path) -> Iterator[str]:
    """Targets of links and pictures that stay inside the project."""
    text = INLINE.sub("", FENCE.sub("", path.read_text(encoding="utf-8")))
    for match in LINK.finditer(text):
        target = match.group(1) or match.group(2)
        if not re.match(r"[a-z]+:", target):
            yield target
