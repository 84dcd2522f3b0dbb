"""Codes of standards in the one spelling: half-width, one space, plain dash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.codes import parse_code
from bps.write import close_record, open_record

if TYPE_CHECKING:
    from bps.load import RawRecord


def respelled(code: str) -> str | None:
    """The canonical spelling of a code, or None when it is right or more than spelling differs.

    Examples:
        >>> respelled("ＧＢ／Ｔ　39735—2020"), respelled("CJJ 14-87"), respelled("GB/T 1-2020")
        ('GB/T 39735-2020', None, None)
    """
    parsed = parse_code(code)
    canonical = parsed.canonical
    if canonical is None or canonical == code or parsed.reason is not None:
        return None
    # A year printed with two digits stays as it was printed.
    digits = sum(char.isdigit() for char in code)
    return canonical if digits == sum(char.isdigit() for char in canonical) else None


def mend_codes(text: str, raw: RawRecord) -> str:
    """A standard with its own code and the codes of its relations respelled."""
    spots = _spots(raw.data)
    if not spots:
        return text
    data = open_record(text)
    for key, at, code in spots:
        if at is None:
            data[key] = code
        else:
            data[key][at]["code"] = code
    return close_record(data)


def _spots(data: dict[str, Any]) -> list[tuple[str, int | None, str]]:
    found: list[tuple[str, int | None, str]] = []
    own = data.get("code")
    if isinstance(own, str) and data.get("level") != "internal" and (new := respelled(own)):
        found.append(("code", None, new))
    for key in ("replaces", "replaced_by"):
        rows = data.get(key)
        for at, row in enumerate(rows if isinstance(rows, list) else ()):
            code = row.get("code") if isinstance(row, dict) else None
            if isinstance(code, str) and (new := respelled(code)):
                found.append((key, at, new))
    return found
