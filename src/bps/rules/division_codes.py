"""Division codes fit the level and the parent of their place, and belong to one place only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.codes.regions import PROVINCES
from bps.findings import CODES, Finding
from bps.findings.words import Words
from bps.model import Jurisdiction
from bps.rules.rule import Context, registry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.link import Registry

# Digits of the code that each level fills; the rest are noughts.
_FILLED: Final = {"province": 2, "prefecture": 4, "county": 6}
_WHOLE: Final = 6


@registry_rule("division-code-mismatch", "division-code-twice")
def DIVISION_CODES(context: Context) -> Iterator[Finding]:  # noqa: N802
    """Each code is of the level it stands at, inside the parent's, and used once."""
    first: dict[str, str] = {}
    for entry in context.registry.iter_entries():
        place = entry.record
        if not isinstance(place, Jurisdiction) or place.division_code is None:
            continue
        code = place.division_code
        if (why := _mismatch(context.registry, place, code)) is not None:
            yield CODES["division-code-mismatch"].at(
                entry.place("/division_code"), code=code, why_zh=why.zh, why_en=why.en
            )
        if code in first:
            yield CODES["division-code-twice"].at(
                entry.place("/division_code"), code=code, first=first[code]
            )
        first.setdefault(code, place.id)


def _mismatch(registry: Registry, place: Jurisdiction, code: str) -> Words | None:
    filled = _FILLED.get(place.level)
    if filled is not None and code[:2] not in PROVINCES:
        return Words(zh=f"没有 {code[:2]} 开头的省份", en=f"no province begins with {code[:2]}")
    if filled is not None and not _is_filled(code, filled):
        return _SHAPES[place.level]
    parent = registry.find("jurisdiction", place.parent) if place.parent else None
    above = _FILLED.get(parent.level) if parent is not None else None
    if parent is None or parent.division_code is None or above is None:
        return None
    start = parent.division_code[:above]
    if code.startswith(start):
        return None
    return Words(
        zh=f"上级 {parent.id} 的代码以 {start} 开头", en=f"that of {parent.id} begins with {start}"
    )


def _is_filled(code: str, digits: int) -> bool:
    """Whether the last pair a level fills is not nought, and all after it is."""
    return code[digits - 2 : digits] != "00" and code[digits:] == "0" * (_WHOLE - digits)


_SHAPES: Final = {
    "province": Words(zh="省级代码后四位是 0", en="the last four digits of a province are 0"),
    "prefecture": Words(
        zh="地级代码后两位是 0，前面不是", en="a city's code ends in 00, not in 0000"
    ),
    "county": Words(zh="县级代码后两位不是 00", en="a county's code does not end in 00"),
}
