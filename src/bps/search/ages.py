"""Ages in a query: "七十岁" and "70 years" mean older people, "3岁" means a small child."""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_NUMBER: Final = f"[0-9]{{1,3}}|[{_DIGITS}十]{{1,3}}"
_AGE: Final = re.compile(
    rf"({_NUMBER})(?:多|来|几)?\s*(?:周岁|岁|years? old|year old|years of age)(?:以上|及以上|以下)?"
)
OLD: Final = 60
SMALL: Final = 6
GROWN: Final = 18
TEN: Final = 10


def read_ages(normal: str) -> tuple[list[tuple[str, str]], str]:
    """Take the ages out of a query.

    Args:
        normal: The normalised query.

    Returns:
        Pairs of the age as typed and the word for people of that age, and the rest of the query.
        Ages that make no difference to what one can get stay out of both.
    """
    found: list[tuple[str, str]] = []
    for match in _AGE.finditer(normal):
        word = _word(_number(match[1]))
        if word:
            found.append((match[0], word))
    return found, _AGE.sub(" ", normal) if found else normal


def _word(age: int) -> str:
    if age >= OLD:
        return "老年人"
    if age >= GROWN or age < 0:
        return ""
    return "儿童" if age <= SMALL else "未成年人"


def _number(written: str) -> int:
    """Read 65, 六十五, 十五 or 七十."""
    if written.isdigit() and written.isascii():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS.index(digit)) for digit in written))
    return TEN * (_DIGITS.find(tens) if len(tens) == 1 else 1) + (
        _DIGITS.find(ones) if len(ones) == 1 else 0
    )
