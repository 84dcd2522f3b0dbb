"""From a text to a `StandardCode`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bps.codes.code import Class, Mandate, Reason, StandardCode, invalid
from bps.codes.documents import TEXT_LENGTH, refuse, several
from bps.codes.local import LocalPrefix, read_local
from bps.codes.normalise import normalise
from bps.codes.number import Serial, read_serial
from bps.codes.sectors import DASHED_NUMBERS, LETTERED_NUMBERS, NATIONAL, SECTORS
from bps.codes.tails import cut_tails

# Programs that know today's date pass it; without it a code of next year is still believed.
LATEST_YEAR: Final = 2027

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
    r"^Q/ ?(?P<body>[0-9A-Z()\u4e00-\u9fff/]{1,25}) (?P<rest>[0-9].*)$"
)
_OLD_GROUP: Final = re.compile(r"^CECS[-/ ]?(?P<rest>.*)$")
_LETTERS: Final = re.compile(r"^(?P<letters>NB/SH|[A-Z]{1,6})(?P<rest>.*)$")
_MARK: Final = re.compile(r"^[-/ ]?(?P<mark>[TZ])(?![A-Z])[-/ ]?(?P<rest>.*)$")
_OTHER_MARK: Final = re.compile(r"^/(?P<mark>[A-Z]+)(?![A-Z])")


def parse_code(text: str, *, today_year: int | None = None) -> StandardCode:
    """Read the code of a Chinese standard in any spelling.

    Never raises: what is no code comes back with class `invalid` and the reason.

    Args:
        text: The code as printed or typed, with or without adoption and amendment tails.
        today_year: Latest year a standard can bear; None for a fixed bound of this release.

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
    plain = normalise(text)
    refusal = refuse(plain)
    if refusal is not None:
        return refusal
    cut = cut_tails(plain)
    code = several(cut.core) or _read(cut.core, today_year=today_year or LATEST_YEAR)
    if code.is_valid and cut.left_out is not None:
        return _with_remark(code, cut.left_out)
    return code


def _read(core: str, *, today_year: int) -> StandardCode:
    """Try the families in the order in which their first letters tell them apart."""
    if match := _CONSTRUCTION.match(core):
        return _build("sector", "建标", None, "建标", match["rest"], today_year=today_year)
    if match := _GROUP.match(core):
        prefix = f"T/{match['body']}"
        return _build("group", prefix, "T", prefix, match["rest"] or "", today_year=today_year)
    if match := _ENTERPRISE_SPACED.match(core) or _ENTERPRISE.match(core):
        prefix = f"Q/{match['body']}"
        return _build("enterprise", prefix, "T", prefix, match["rest"] or "", today_year=today_year)
    if match := _OLD_GROUP.match(core):
        return _build("group", "CECS", "T", "CECS", match["rest"], today_year=today_year)
    local = read_local(core)
    if local is not None:
        return _local(local, today_year=today_year)
    return _lettered(core, today_year=today_year)


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
        reason=serial.remark,
        scope=class_,
    )


def _with_remark(code: StandardCode, remark: Reason) -> StandardCode:
    """Add a remark to the ones that are there."""
    if code.reason is None:
        return replace(code, reason=remark)
    zh = f"{code.reason.zh}；{remark.zh}"
    en = f"{code.reason.en}; {remark.en[:1].lower()}{remark.en[1:]}"
    return replace(code, reason=Reason(zh, en))
