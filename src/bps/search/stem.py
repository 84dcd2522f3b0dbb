"""English word stems, so that "subsidies" finds "subsidy".

After Porter (1980), with three changes that bring more forms of one word together: irregular plurals
by a table, "y" stays after a vowel (employ, employment), and a final "i" goes (injury, injured).

The browser runs the same steps (`assets/search/stem.js`); a test compares both word by word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_C: Final = "[^aeiou][^aeiouy]*"
_V: Final = "[aeiouy][aeiou]*"
_MEASURE_1: Final = re.compile(f"^({_C})?{_V}{_C}")
_MEASURE_EXACTLY_1: Final = re.compile(f"^({_C})?{_V}{_C}({_V})?$")
_MEASURE_2: Final = re.compile(f"^({_C})?{_V}{_C}{_V}{_C}")
_VOWEL: Final = re.compile(f"^({_C})?[aeiouy]")
_SHORT_END: Final = re.compile(f"^{_C}[aeiouy][^aeiouwxy]$")
_DOUBLE: Final = re.compile(r"([^aeiouylsz])\1$")

IRREGULAR: Final[Mapping[str, str]] = MappingProxyType(
    {
        "children": "child", "men": "man", "women": "woman", "wives": "wife", "lives": "life",
        "feet": "foot", "teeth": "tooth", "died": "die", "dying": "die", "paid": "pay",
        "lost": "lose", "taught": "teach",
    }
)  # fmt: skip
_STEP_2: Final = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ("logi", "log"),
)  # fmt: skip
_STEP_3: Final = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"),
    ("ful", ""), ("ness", ""),
)  # fmt: skip
_STEP_4: Final = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip
_SHORTEST: Final = 3
# More words than a register of this kind has.
_KEPT: Final = 1 << 14


@lru_cache(maxsize=_KEPT)
def stem_word(word: str) -> str:
    """Reduce one lower-case English word to its stem; anything else comes back as it is.

    Args:
        word: A word of the letters a to z.

    Returns:
        The stem: `stem_word("vaccines") == stem_word("vaccination") == "vaccin"`.
    """
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return word
    word = IRREGULAR.get(word, word)
    word = _plural(word)
    word = _past(word)
    if len(word) >= _SHORTEST and word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    word = _replace_first(word, _STEP_2)
    word = _replace_first(word, _STEP_3)
    word = _drop_suffix(word)
    word = _tidy(word)
    return word[:-1] if len(word) > _SHORTEST and word.endswith("i") else word


def _has_vowel(stem: str) -> bool:
    return _VOWEL.match(stem) is not None


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _MEASURE_1.match(word[:-3]) else word
    for suffix in ("ed", "ing"):
        stem = word.removesuffix(suffix)
        if stem != word and _has_vowel(stem):
            if stem.endswith(("at", "bl", "iz")):
                return stem + "e"
            if _DOUBLE.search(stem):
                return stem[:-1]
            return stem + "e" if _SHORT_END.match(stem) else stem
    return word


def _replace_first(word: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """Replace the longest suffix of the table when a whole syllable stands before it."""
    for suffix, instead in sorted(pairs, key=lambda pair: -len(pair[0])):
        if word.endswith(suffix):
            stem = word[: -len(suffix)]
            return stem + instead if _MEASURE_1.match(stem) else word
    return word


def _drop_suffix(word: str) -> str:
    for suffix in sorted(_STEP_4, key=lambda suffix: -len(suffix)):
        if word.endswith(suffix):
            stem = word[: -len(suffix)]
            return stem if _MEASURE_2.match(stem) else word
    if word.endswith(("sion", "tion")):
        stem = word[:-3]
        return stem if _MEASURE_2.match(stem) else word
    return word


def _tidy(word: str) -> str:
    if word.endswith("e"):
        stem = word[:-1]
        short = _MEASURE_EXACTLY_1.match(stem) and not _SHORT_END.match(stem)
        if _MEASURE_2.match(stem) or short:
            word = stem
    if word.endswith("ll") and _MEASURE_2.match(word):
        word = word[:-1]
    return word
