"""Cells that a spreadsheet would run: made text on the way out, and themselves on the way in."""

from __future__ import annotations

import re
from typing import Final

# =, +, -, @ and what Excel folds into them; tab, line ends and NUL hide the first sign.
_RUNS: Final = re.compile(r"^'*[\s\x00]*[=+\-@＝＋－＠]|^'*[\t\r\n\x00]")
_GUARDED: Final = re.compile(r"^'+(?:[\s\x00]*[=+\-@＝＋－＠]|[\t\r\n\x00])")


def guard_cell(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    Examples:
        >>> guard_cell("=1+1"), guard_cell("预防接种")
        ("'=1+1", '预防接种')
    """
    return f"'{text}" if _RUNS.match(text) else text


def unguard_cell(text: str) -> str:
    """Take off exactly the apostrophe that `guard_cell` put there.

    Examples:
        >>> unguard_cell("'=1+1"), unguard_cell("'quoted'")
        ('=1+1', "'quoted'")
    """
    return text[1:] if _GUARDED.match(text) else text
