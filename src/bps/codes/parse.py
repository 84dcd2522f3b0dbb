"""From a text to a `StandardCode`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from bps.codes.code import Class, Mandate, Reason, StandardCode, invalid
from bps.codes.documents import TEXT_LENGTH, refuse, several
from bps.codes.local import LocalPrefix, read_local
from bps.codes.normalise import normalise
from bps.codes.number import Serial, read_serial
from bps.codes.ranges import parts_of_range
from bps.codes.sectors import DASHED_NUMBERS, LETTERED_NUMBERS, NATIONAL, SECTORS
from bps.codes.tails import cut_tails

_MANDATES: Final[dict[str | None, Mandate]] = {
    None: "mandatory",
    "T": "voluntary",
    "Z": "guidance",
}
_CONSTRUCTION: Final = re.compile(r"^建标[-/ ]?(?P<rest>.*)$")
_GROUP: Final = re.compile(
    r"^T[/ ]+(?P<body>[A-Z]{1,15}(?:[0-9]{1,4}[A-Z]{1,10})?)[-/ ]?(?P<rest>[0-9].*)?$"
)
_ENTERPRISE: Final = re.compile(
    r"^Q/ ?(?P<body>[0-9A-Z()\u4e00-\u9fff]{1,25}?[A-Z)\u4e00-\u9fff])[-/ ]?(?P<rest>[0-9].*)?$"
)
_ENTERPRISE_SPACED: Final = re.compile(
    r"^Q/ ?(?P<body>[0-9A-Z()\u4e00-\u9fff/]{1,25}(?: [A-Z\u4e00-\u9fff]{1,10})?) (?P<rest>[0-9].*)$"
)
# An association's code may hold digits, and begin with them: T/31SCTA 001-2022.
_GROUP_WITH_DIGITS: Final = re.compile(
    r"^T[/ ]+(?P<body>(?=[0-9]*[A-Z])[0-9A-Z]{2,20})[-/ ](?P<rest>[0-9].*)$"
)
# Letters that scanning makes of digits.
_READ_FOR: Final = {"B": "8", "G": "6", "I": "1", "L": "1", "O": "0", "Q": "0", "S": "5", "Z": "2"}
_OLD_GROUP: Final = re.compile(r"^CECS[-/ ]?(?P<rest>.*)$")
# Codes that begin with a name of their own: pattern, class, mark, prefix.
_NAMED: Final[tuple[tuple[re.Pattern[str], Class, str | None, str], ...]] = (
    (_CONSTRUCTION, "sector", None, "建标"),
    (_OLD_GROUP, "group", "T", "CECS"),
)
_LETTERS: Final = re.compile(r"^(?P<letters>NB/SH|[A-Z]{1,6})(?P<rest>.*)$")
_MARK: Final = re.compile(r"^[-/ ]?(?P<mark>[TZ])(?![A-Z])[-/ ]?(?P<rest>.*)$")
_OTHER_MARK: Final = re.compile(r"^/(?P<mark>[A-Z]+)(?![A-Z])")


def parse_code(text: str, *, today_year: int | None = None) -> StandardCode:
    """Read the code of a Chinese standard in any spelling.

    Never raises: what is no code comes back with class `invalid` and the reason.

    Args:
        text: The code as printed or typed, with or without adoption and amendment tails.
        today_year: Latest year a standard can bear; None for that of today's clock.

    Returns:
        The code taken apart.

    Examples:
        >>> parse_code("gbt 46916 2025").canonical
        'GB/T 46916-2025'
        >>> parse_code("GB 3095-82").year
        1982
        >>> parse_code("国办发〔2017〕47号").class_
        'invalid'
    """
    if len(text) > TEXT_LENGTH:
        text = text[: TEXT_LENGTH + 1]
    if parts := parts_of_range(text):
        return invalid(
            f"这里写的是{len(parts)}项标准，请分开写：{'、'.join(parts)}",
            f"These are {len(parts)} standards; write them one by one: {', '.join(parts)}",
        )
    plain = normalise(text)
    refusal = refuse(plain)
    if refusal is not None:
        return refusal
    cut = cut_tails(plain)
    code = several(cut.core) or _read(cut.core, today_year=today_year or date.today().year)  # noqa: DTZ011 - a year will do
    if code.is_valid and cut.left_out is not None:
        return _with_remark(code, cut.left_out)
    return code


def _read(core: str, *, today_year: int) -> StandardCode:
    """Try the families in the order in which their first letters tell them apart."""
    for pattern, class_, mark, prefix in _NAMED:
        if match := pattern.match(core):
            return _build(class_, prefix, mark, prefix, match["rest"], today_year=today_year)
    if match := _GROUP.match(core) or _GROUP_WITH_DIGITS.match(core):
        prefix = f"T/{match['body']}"
        return _build("group", prefix, "T", prefix, match["rest"] or "", today_year=today_year)
    if match := _ENTERPRISE_SPACED.match(core) or _ENTERPRISE.match(core):
        prefix = f"Q/{match['body']}"
        return _build("enterprise", prefix, "T", prefix, match["rest"] or "", today_year=today_year)
    if core.startswith(("T/", "Q/")):
        return _without_number(core)
    local = read_local(core)
    if local is not None:
        return _local(local, today_year=today_year)
    return _lettered(core, today_year=today_year)


def _without_number(core: str) -> StandardCode:
    """A group or enterprise standard that lacks its owner's code or its number."""
    if core.startswith("T/"):
        return invalid(
            "团体标准写作“T/社团代号 序号-年份”，如 T/CHAC 001-2020；这里缺社团代号（英文字母）或序号",
            'A group standard is written "T/ASSOCIATION number-year", such as T/CHAC 001-2020; here the '
            "association's code (letters) or the number is missing",
        )
    return invalid(
        "企业标准和内部规范写作“Q/单位代号 序号-年份”，如 Q/CSQ MZ 001-2023；这里缺单位代号或序号",
        'An enterprise standard is written "Q/OWNER number-year", such as Q/CSQ MZ 001-2023; here the '
        "owner's code or the number is missing",
    )


def _suspected(class_: Class, number: str) -> Reason | None:
    """A remark on a last letter that may be a misread digit."""
    last = number[-1]
    if class_ not in {"national", "sector", "local"} or last not in _READ_FOR:
        return None
    digit = _READ_FOR[last]
    return Reason(
        f"序号“{number}”以字母 {last} 结尾，扫描件里常是数字 {digit} 认错了，请核对原件",
        f'The number "{number}" ends with the letter {last}, which scans often make of {digit}; '
        "check the original",
    )


def _lettered(core: str, *, today_year: int) -> StandardCode:
    """National and sector standards: letters, a mark, a number."""
    match = _LETTERS.match(core)
    if match is None:
        return invalid(
            "这不是标准编号：编号以代号开头，如 GB/T、MZ/T、DB44/T、T/…、Q/…",
            "This is no code of a standard: codes begin with a prefix such as GB/T, MZ/T, DB44/T, T/…, Q/…",
        )
    letters, mark, rest = _split_mark(match["letters"], match["rest"])
    known = letters in NATIONAL or letters in SECTORS
    if not known:
        return invalid(
            f"代号“{letters}”不在国家标准和行业标准代号表中",
            f'The prefix "{letters}" is in no table of national and sector standards',
        )
    if mark is None and (other := _OTHER_MARK.match(rest)) and letters not in LETTERED_NUMBERS:
        return invalid(
            f"“{letters}/”之后只能是 T（推荐性）或 Z（指导性），不能是“{other['mark']}”",
            f'After "{letters}/" comes T (voluntary) or Z (guidance), not "{other["mark"]}"',
        )
    class_: Class = "national" if letters in NATIONAL else "sector"
    shown = letters if mark is None else f"{letters}/{mark}"
    return _build(class_, letters, mark, shown, rest.lstrip("-/ "), today_year=today_year)


def _split_mark(letters: str, rest: str) -> tuple[str, str | None, str]:
    """Part the letters from T or Z, which people also write without the slash (GBT, MZT)."""
    if letters == "GB" and rest.startswith("/Z/T"):  # GB/Z/T for GBZ/T
        return "GBZ", "T", rest[4:]
    known = letters in NATIONAL or letters in SECTORS
    if not known and letters[:-1] and letters[-1] in "TZ":
        shorter = letters[:-1]
        if shorter in NATIONAL or shorter in SECTORS:
            return shorter, letters[-1], rest
    match = _MARK.match(rest)
    if match is not None and known:
        return letters, match["mark"], match["rest"]
    return letters, None, rest


def _local(prefix: LocalPrefix, *, today_year: int) -> StandardCode:
    if prefix.fault is not None:
        return StandardCode(class_="invalid", reason=prefix.fault)
    code = _build(
        "local",
        prefix.letters,
        prefix.mark,
        prefix.shown,
        prefix.rest,
        today_year=today_year,
        region=prefix.region,
    )
    if code.class_ == "undated" and prefix.letters == "DB" and _looks_like_year(code):
        return invalid(
            f"“DB{prefix.region}”之后没有序号，只有年份",
            f'No number between "DB{prefix.region}" and the year',
        )
    return _with_remark(code, prefix.remark) if code.is_valid and prefix.remark else code


def _looks_like_year(code: StandardCode) -> bool:
    """Whether a lone number is a year: DB61-2021."""
    number = code.number or ""
    year_length = 4
    return code.mandate == "mandatory" and len(number) == year_length and number[:2] in {"19", "20"}


def _build(
    class_: Class,
    prefix: str,
    mark: str | None,
    shown: str,
    rest: str,
    *,
    today_year: int,
    region: str | None = None,
) -> StandardCode:
    """Read the number and put the one spelling together."""
    serial: Serial = read_serial(
        rest,
        letters=prefix in LETTERED_NUMBERS or class_ == "enterprise",
        dashes=prefix in DASHED_NUMBERS or prefix in {"DBJ", "DGJ", "DG"},
        today_year=today_year,
    )
    if serial.fault is not None:
        return StandardCode(class_="invalid", reason=serial.fault)
    remark = serial.remark or _suspected(class_, serial.number)
    tail = (f".{serial.part}" if serial.part else "") + (f"-{serial.year}" if serial.year else "")
    return StandardCode(
        class_=class_ if serial.year else "undated",
        mandate=_MANDATES[mark],
        canonical=f"{shown} {serial.number}{tail}",
        prefix=prefix,
        region=region,
        number=serial.number,
        part=serial.part,
        year=serial.year,
        reason=remark,
        scope=class_,
    )


def _with_remark(code: StandardCode, remark: Reason) -> StandardCode:
    """Add a remark to the ones that are there."""
    if code.reason is None:
        return replace(code, reason=remark)
    zh = f"{code.reason.zh}；{remark.zh}"
    en = f"{code.reason.en}; {remark.en[:1].lower()}{remark.en[1:]}"
    return replace(code, reason=Reason(zh, en))
