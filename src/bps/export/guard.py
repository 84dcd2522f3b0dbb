"""Keep spreadsheet programs from running text as a formula, in a way that can be undone.

A cell that begins with = + - @, a tab or a line break (also after blanks, also in full width) is
made text by one apostrophe in front. A cell that begins with an apostrophe gets one more, so that
taking one away gives back exactly what was there. Plain numbers stay as they are.
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"^[\s\u3000\ufeff\x00]*[=+\-@＝＋－＠']|^[\t\r\n\x00]")
_NUMBER = re.compile(r"^-?[0-9]+(\.[0-9]+)?$")


def guard(text: str) -> str:
    """Make a cell safe to open in a spreadsheet."""
    if _DANGEROUS.match(text) and not _NUMBER.match(text):
        return f"'{text}"
    return text


def unguard(text: str) -> str:
    """Undo `guard`."""
    return text.removeprefix("'")
