"""What stands before headings, items and notes: 一、（一）1. （1） 注：."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

Rank = Literal["area", "category", "item", "point"]

_CHINESE: Final = "〇零一二三四五六七八九十百"
_PATTERNS: Final[tuple[tuple[Rank, re.Pattern[str]], ...]] = (
    ("area", re.compile(rf"^(?:第)?([{_CHINESE}]{{1,4}})(?:、|\.|．|部分|章|\s)\s*")),
    ("category", re.compile(rf"^[（(]\s*([{_CHINESE}]{{1,4}})\s*[）)]\s*[、.]?\s*")),
    ("item", re.compile(r"^([0-9]{1,4})\s*(?:[.．、](?![0-9])|\s(?=\D))\s*")),
    ("point", re.compile(r"^[（(]\s*([0-9]{1,3})\s*[）)]\s*")),
)
_NOTE: Final = re.compile(r"^(?:注|备注|说明|填表说明|附注|note)s?\s*[:：0-9．.]", re.IGNORECASE)
_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A text without the number before it.

    Attributes:
        rank: What such a number stands before; None without one.
        number: Its value.
        text: The rest.
    """

    rank: Rank | None
    number: int | None
    text: str


def split_number(text: str) -> Numbered:
    """Take the number off the front of a heading or an item.

    Examples:
        >>> split_number("（一）优孕优生服务")
        Numbered(rank='category', number=1, text='优孕优生服务')
        >>> split_number("１．农村免费孕前优生健康检查").number
        1
    """
    plain = half_width_digits(text).strip()
    for rank, pattern in _PATTERNS:
        match = pattern.match(plain)
        if match is None:
            continue
        number = (
            int(match[1]) if match[1].isdigit() and match[1].isascii() else chinese_number(match[1])
        )
        return Numbered(rank, number, plain[match.end() :].strip())
    return Numbered(None, None, plain)


def is_heading_number(text: str) -> bool:
    """Whether a cell of the number column numbers a heading: 一, 一、, （一）, 第一.

    Examples:
        >>> [is_heading_number(text) for text in ("一", "（十二）", "12", "合计")]
        [True, True, False, False]
    """
    return re.fullmatch(rf"第?[（(]?[{_CHINESE}]{{1,4}}[）)]?[、.．]?", text.strip()) is not None


def is_note(text: str) -> bool:
    """Whether a line is a note to a table or a text, and no part of an item.

    Examples:
        >>> [is_note(text) for text in ("注：自发布之日起施行", "附注: 见文件", "注册登记")]
        [True, True, False]
    """
    return _NOTE.match(text) is not None


def half_width_digits(text: str) -> str:
    """Full-width digits as plain ones; everything else as it is."""
    return "".join(
        unicodedata.normalize("NFKC", char) if "０" <= char <= "９" else char for char in text
    )


def whole_number(text: str) -> int | None:
    """A cell of the number column as a number: 12, １２, 12., 十二, 第12项.

    Examples:
        >>> [whole_number(text) for text in ("12", "１２．", "十二", "'12", "1.1", "合计")]
        [12, 12, 12, 12, None, None]
    """
    plain = half_width_digits(text).strip().strip(".．、()（）第项号'‘’ ")
    if re.fullmatch(r"[0-9]{1,5}", plain):
        return int(plain)
    if plain and all(char in _CHINESE for char in plain):
        return chinese_number(plain)
    return None


def chinese_number(text: str) -> int:
    """A number below 1000 written in Chinese.

    Examples:
        >>> [chinese_number(text) for text in ("九", "十", "二十二", "一百零五")]
        [9, 10, 22, 105]
    """
    total, digit = 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char == "十":
            total += (digit or 1) * 10
            digit = 0
        elif char == "百":
            total += (digit or 1) * 100
            digit = 0
    return total + digit
