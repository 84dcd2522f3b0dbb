"""Cells that a spreadsheet would run: made text on the way out, and themselves on the way in."""

from __future__ import annotations

import re
from typing import Final

# Signs that begin a formula, and what spreadsheets fold into them.
_SIGN: Final = "[=+\\-@＝＋－＠﹦﹢﹣﹫]"
# What programs skip before the sign: blanks of every width, marks of byte order and zero width, NUL.
_SKIPPED: Final = "[\\s\\x00\\u00ad\\u200b-\\u200f\\u2060\\ufeff]*"
_RUNS: Final = re.compile(rf"'*(?:{_SKIPPED}{_SIGN}|[\t\r\n\x00])")
_GUARDED: Final = re.compile(rf"'+(?:{_SKIPPED}{_SIGN}|[\t\r\n\x00])")
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def guard_cell(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    Plain numbers stay as they are.

    Examples:
        >>> guard_cell("=1+1"), guard_cell("预防接种"), guard_cell("-5")
        ("'=1+1", '预防接种', '-5')
    """
    if _RUNS.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def unguard_cell(text: str) -> str:
    """Take off exactly the apostrophe that `guard_cell` put there.

    Examples:
        >>> unguard_cell("'=1+1"), unguard_cell("'quoted'")
        ('=1+1', "'quoted'")
    """
    return text[1:] if _GUARDED.match(text) else text
