"""Prefixes of local standards: DB with digits, Shenzhen's own, and local building codes."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bps.codes.code import Reason
from bps.codes.regions import city_name, province_name

_DB: Final = re.compile(
    r"^DB[ /]?(?P<digits>[0-9]{1,8})[-/ ]?(?P<mark>[TZ](?![A-Z]))?[-/ ]?(?P<rest>.*)$"
)
_SHENZHEN: Final = re.compile(
    r"^(?P<prefix>SZDB|SZJG)[-/ ]?(?P<mark>[TZ](?![A-Z]))?[-/ ]?(?P<rest>.*)$"
)
_BUILDING: Final = re.compile(
    r"^(?P<prefix>DBJ|DGJ|DG|DBS)[-/ ]?(?P<mark1>TJ|T|J)?[-/ ]?(?P<digits>[0-9]{2,6}(?=[-/ ]))?"
    r"[-/ ]?(?P<mark2>TJ|T|J)?[-/ ]?(?P<rest>.*)$"
)
PROVINCE: Final = 2
CITY: Final = 4
SHENZHEN: Final = "4403"


class LocalPrefix(NamedTuple):
    """Prefix of a local standard with the text behind it."""

    letters: str
    mark: str | None
    region: str | None
    shown: str
    rest: str
    fault: Reason | None = None
    remark: Reason | None = None


def read_local(text: str) -> LocalPrefix | None:
    """Read the prefix of a local standard.

    Args:
        text: Normalised code without tails.

    Returns:
        The prefix, with a fault when its digits name no place; None when the text begins with
        something else. `DB/T` without digits is the earthquake sector and gives None.
    """
    if match := _BUILDING.match(text):
        return _building(match)
    if match := _SHENZHEN.match(text):
        shown = match["prefix"] + (f"/{match['mark']}" if match["mark"] else "")
        return LocalPrefix(match["prefix"], match["mark"], SHENZHEN, shown, match["rest"])
    if match := _DB.match(text):
        digits, mark = match["digits"], match["mark"]
        fault, remark = check_region(digits)
        return LocalPrefix(
            "DB", mark, digits, f"DB{digits}/{mark or ''}", match["rest"], fault, remark
        )
    return None


def check_region(digits: str) -> tuple[Reason | None, Reason | None]:
    """Compare the digits of a DB prefix with the table of places.

    Args:
        digits: What stands between DB and the slash.

    Returns:
        A fault, or a remark for a city that the table does not know; both None when it does.
    """
    if len(digits) not in {PROVINCE, CITY}:
        return Reason(
            f"DB 之后应为两位（省）或四位（市）区划代码，“{digits}”有{len(digits)}位；县区不发布地方标准",
            f'DB takes two digits (province) or four (city), "{digits}" has {len(digits)}; '
            "counties and districts issue no local standards",
        ), None
    if province_name(digits[:2]) is None:
        return Reason(
            f"区划代码表中没有以“{digits[:2]}”开头的省份",
            f'No province has the digits "{digits[:2]}"',
        ), None
    if len(digits) == PROVINCE or city_name(digits) is not None:
        return None, None
    if digits.endswith("00"):
        return Reason(
            f"“{digits}”不是市的代码；省级标准写“DB{digits[:2]}”",
            f'"{digits}" names no city; a provincial standard is written "DB{digits[:2]}"',
        ), None
    return None, Reason(
        f"代码表中没有市级代码“{digits}”，只核对了省份",
        f'City code "{digits}" is not in the table; only the province was checked',
    )


def _building(match: re.Match[str]) -> LocalPrefix:
    prefix, digits = match["prefix"], match["digits"]
    letters = match["mark1"] or match["mark2"] or ""
    rest = match["rest"]
    mark = "T" if letters.startswith("T") else None
    if match["mark1"] and digits:  # DG/TJ08-2002-2006, DBJ/T 15-38-2005: digits follow the mark
        shown = f"{prefix}/{letters}"
        rest = f"{digits}-{rest}"
        known = None
    else:
        tail = f"/{letters}" if letters or prefix == "DBS" else ""
        shown = f"{prefix}{digits or ''}{tail}"
        known = digits if digits and province_name(digits[:2]) and len(digits) <= CITY else None
    remark = None
    if known is None:
        remark = Reason(
            "工程建设地方标准的地区编号未按区划代码核对",
            "The place digits of local building codes were not checked against the division codes",
        )
    return LocalPrefix(prefix, mark, known, shown, rest, None, remark)
