"""Serial number, part and year: what stands after the prefix."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bps.codes.code import Reason

# The first national standards were issued in 1958, some ministries' a few years earlier.
FIRST_YEAR: Final = 1950
# Four-digit years became the rule in the 1990s, so two digits mean the last century.
FIRST_SHORT_YEAR: Final = 50

_SHAPE: Final = re.compile(
    r"^(?P<number>[A-Z]{0,2}[0-9]{1,6}[A-Z]?)"
    r"(?P<part>(?:\.[0-9]{1,3}[A-Z]?){0,3})"
    r"(?P<dashed>-[0-9]{1,4}(?=[-: ]))?"
    r"(?:[-: ](?P<year>[0-9]{1,8})年?)?$"
)
_JOINED: Final = re.compile(r"^[0-9]{3,10}(?:19|20)[0-9]{2}$")
_WITH_TEXT: Final = re.compile(
    r"^[0-9]{1,6}(?:\.[0-9]{1,3})?-(?:19|20)[0-9]{2}(?![0-9])(?P<text>.+)$"
)
# A part has at most three digits; four after a dash would be a year.
_PART_LENGTH: Final = 3


class Serial(NamedTuple):
    """A number taken apart, or the reason why it cannot be."""

    number: str = ""
    part: str | None = None
    year: int | None = None
    fault: Reason | None = None
    remark: Reason | None = None


def _fault(zh: str, en: str) -> Serial:
    return Serial(fault=Reason(zh, en))


def read_serial(text: str, *, letters: bool, dashes: bool, today_year: int) -> Serial:
    """Read number, part and year.

    Args:
        text: Normalised text behind the prefix.
        letters: Whether letters may stand at the front of the number (JTG B01).
        dashes: Whether a dash inside the number belongs to it (JTG 3362-01).
        today_year: Latest year a standard can bear.

    Returns:
        The parts, or a fault.
    """
    match = _SHAPE.match(text)
    if match is None:
        return _unreadable(text)
    number, part, dashed = match["number"], match["part"][1:] or None, match["dashed"] or ""
    if number[0].isalpha() and not letters:
        return _unreadable(text)
    if set(number) <= {"0"}:
        return _fault("序号不能全是零", "The number is all zeros")
    remark = None
    if dashed and dashes:
        number += dashed
    elif len(dashed) > _PART_LENGTH + 1:
        return _unreadable(text)
    elif dashed and part is not None:
        part += dashed
    elif dashed:
        part = dashed[1:]
        remark = Reason(
            f"序号后的“{dashed}”按部分号读作“.{part}”",
            f'"{dashed}" after the number was read as part ".{part}"',
        )
    year = _year(match["year"], today_year=today_year)
    if isinstance(year, Reason):
        return Serial(fault=year)
    return Serial(number=number, part=part, year=year, remark=remark)


def _unreadable(text: str) -> Serial:
    if not text:
        return _fault("代号之后没有序号", "No number after the prefix")
    if _JOINED.match(text):
        return _fault(
            "序号与年份连在一起，无法分开，请用“-”隔开",
            "Number and year run together; put a dash between them",
        )
    if match := _WITH_TEXT.match(text):
        return _fault(
            f"编号之后还有文字“{match['text'].strip()}”，这里只写编号",
            f'There is more text after the code: "{match["text"].strip()}"; write the code alone',
        )
    return _fault(
        f"代号之后的“{text}”不是“序号-年份”的样子",
        f'"{text}" after the prefix is not a number with a year',
    )


def _year(text: str | None, *, today_year: int) -> int | Reason | None:
    if text is None:
        return None
    full, short = 4, 2
    year = int(text)
    if len(text) == short and year >= FIRST_SHORT_YEAR:
        return 1900 + year
    if len(text) == short:
        return Reason(
            f"两位年份只用于1999年及以前，“{text}”无法判断；请写四位年份",
            f'Two-digit years end with 1999; "{text}" is unclear, write four digits',
        )
    if len(text) != full:
        return Reason(f"年份“{text}”应为四位数字", f'The year "{text}" must have four digits')
    if year < FIRST_YEAR or year > today_year:
        return Reason(
            f"年份{year}不可能：应在{FIRST_YEAR}年至{today_year}年之间",
            f"The year {year} is impossible: it must lie between {FIRST_YEAR} and {today_year}",
        )
    return year
