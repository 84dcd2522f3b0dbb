"""What a plain scalar means: JSON's words and numbers, everything else is text."""

from __future__ import annotations

import re

from bps.load.limits import MAX_DIGITS

WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
# The first characters of whatever may be, or may be taken for, a number or a date.
NUMBER_STARTS = frozenset("0123456789+-.")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
# Words that other YAML readers take for true, false, nothing, a merge or "not a number".
AMBIGUOUS_WORDS = frozenset(
    spelling
    for word in ("yes", "no", "on", "off", "y", "n", "true", "false", "null")
    for spelling in (word, word.capitalize(), word.upper())
    if spelling not in WORDS
) | {"~", "="}
# Plain words that are not simply text.
UNUSUAL_WORDS = AMBIGUOUS_WORDS | set(WORDS)
# What other YAML readers take for a number, a time or a date: octal, hexadecimal, digits with
# underscores, exponents, sexagesimal numbers, dates.
_AMBIGUOUS_NUMBER = re.compile(
    r"""[-+]?0[0-9_]+ | [-+]?0[xXoObB][0-9a-fA-F_]+ | [-+]?[0-9][0-9_]*
    | [-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9_]+|[0-9]+)(?:[eE][-+]?[0-9]+)?
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
    | [0-9]{4}-[0-9]{2}-[0-9]{2}
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[\ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*
    | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)


def number(text: str) -> int | float | None:
    """The number that a plain scalar writes as JSON would, or None when it is text."""
    if _INTEGER.fullmatch(text):
        return int(text) if len(text.lstrip("-")) <= MAX_DIGITS else None
    if _DECIMAL.fullmatch(text):
        return float(text)
    return None


def is_long_number(text: str) -> bool:
    """Whether the scalar is a whole number too long to be more than a code."""
    return len(text.lstrip("-")) > MAX_DIGITS and _INTEGER.fullmatch(text) is not None


def is_ambiguous(text: str) -> bool:
    """Whether other YAML readers would take this text for something else.

    Examples:
        >>> [word for word in ("no", "2022-07-01", "12:30", "010", "北京") if is_ambiguous(word)]
        ['no', '2022-07-01', '12:30', '010']
    """
    return text in AMBIGUOUS_WORDS or (
        text[:1] in NUMBER_STARTS and _AMBIGUOUS_NUMBER.fullmatch(text) is not None
    )
