"""Codes inside a longer text, such as a cell that holds code and title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bps.codes.normalise import normalise
from bps.codes.parse import parse_code

if TYPE_CHECKING:
    from bps.codes.code import StandardCode

_CANDIDATE: Final = re.compile(
    r"(?<![A-Z/])(?:建标|(?:T|Q)/[A-Z0-9]{1,20}|[A-Z]{2,5}[0-9]{0,4})(?:/[TZ])?/?[- ]?"
    r"[0-9]{1,6}[A-Z]?(?:\.[0-9]{1,3}){0,3}-(?:19|20)?[0-9]{2}(?![0-9])"
)


def find_codes(text: str, *, today_year: int | None = None) -> tuple[StandardCode, ...]:
    """Every dated code that a text mentions, in order, each once.

    Args:
        text: Any text.
        today_year: Latest year a standard can bear.

    Returns:
        Valid codes only.

    Examples:
        >>> [code.canonical for code in find_codes("符合GB 5749—2022《生活饮用水卫生标准》")]
        ['GB 5749-2022']
    """
    found: dict[str, StandardCode] = {}
    for match in _CANDIDATE.finditer(normalise(text)):
        code = parse_code(match[0], today_year=today_year)
        if code.is_valid and code.canonical is not None:
            found.setdefault(code.canonical, code)
    return tuple(found.values())
