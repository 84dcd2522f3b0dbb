"""Words that have a plainer one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, order=True)
class Offence:
    """A word to avoid and what to say for it.

    Attributes:
        word: As it stands in the text.
        better: A plainer word.
    """

    word: str
    better: str


@cache
def plainer_words(lang: str) -> Mapping[str, str]:
    """The words to avoid in one language, each with a better one."""
    text = resources.files("bps.analysis.plain").joinpath("words.yml").read_text("utf-8")
    table: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return MappingProxyType(table[lang])


def offences(text: str, lang: str) -> tuple[Offence, ...]:
    """Find words that have a plainer one, in the order of the text.

    Args:
        text: Plain text.
        lang: `zh` or `en`.

    Returns:
        Each word as often as it occurs; of overlapping ones the longest.

    Examples:
        >>> offences("逾期不候", "zh")
        (Offence(word='逾期不候', better='过期不等'),)
    """
    better = plainer_words(lang)
    return tuple(
        Offence(match.group(), better[match.group().lower()])
        for match in _pattern(lang).finditer(text)
    )


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    longest_first = sorted(plainer_words(lang), key=len, reverse=True)
    joined = "|".join(re.escape(word) for word in longest_first)
    return re.compile(joined if lang == "zh" else rf"\b(?:{joined})\b", re.IGNORECASE)
