"""Small language tables: traditional characters, syllables, and words that ask but mean nothing."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# Signs that come out of an input method in place of the character they look like.
LOOKS_ALIKE: Final = {"ㄦ": "儿"}


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables that the plan needs in every language of the search.

    Attributes:
        traditional: Simplified character by traditional one.
        syllables: Usual syllable, without tone, by character.
        asking: Words of a question that say nothing about what is wanted, zh and en.
        dialect: Word that is looked for instead of a word of a dialect.
    """

    traditional: Mapping[str, str]
    syllables: Mapping[str, str]
    asking: frozenset[str]
    dialect: Mapping[str, str]


def read_tables() -> Tables:
    """Read the tables that are shipped with the package."""
    dialect = parse_dialect(_read("dialect.txt"))
    silent = [word for word, instead in dialect.items() if not instead]
    return Tables(
        traditional=MappingProxyType({**LOOKS_ALIKE, **parse_pairs(_read("traditional.txt"))}),
        syllables=MappingProxyType(parse_syllables(_read("syllables.txt"))),
        asking=frozenset(
            word
            for line in _read("asking.txt").splitlines()
            if not line.startswith("#")
            for word in line.split()
        ).union(silent),
        dialect=MappingProxyType({word: instead for word, instead in dialect.items() if instead}),
    )


def parse_pairs(text: str) -> dict[str, str]:
    """Read lines of equal length two by two: characters above, what stands for them below."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {
        old: new
        for above, below in zip(lines[::2], lines[1::2], strict=True)
        for old, new in zip(above, below, strict=True)
    }


def parse_syllables(text: str) -> dict[str, str]:
    """Read lines "syllable characters"."""
    table: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            syllable, characters = line.split(" ")
            table.update(dict.fromkeys(characters, syllable))
    return table


def parse_dialect(text: str) -> dict[str, str]:
    """Read lines "standard word word": the standard word by dialect word, "-" is none."""
    table: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            standard, *words = line.split()
            for word in words:
                table.setdefault(word, "" if standard == "-" else standard)
    return table


def _read(name: str) -> str:
    return files("bps.search").joinpath("tables", name).read_text(encoding="utf-8")
