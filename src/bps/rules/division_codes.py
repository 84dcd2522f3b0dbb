"""Division codes fit the level and the parent of their place, and belong to one place only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.codes.regions import PROVINCES
from bps.findings import CODES, Finding
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
        wanted = _shape(context.registry, place)
        if not _fits(code, wanted, is_level=place.level in _FILLED):
            yield CODES["division-code-mismatch"].at(
                entry.place("/division_code"), code=code, wanted=wanted
            )
        if code in first:
            yield CODES["division-code-twice"].at(
                entry.place("/division_code"), code=code, first=first[code]
            )
        first.setdefault(code, place.id)


def _shape(registry: Registry, place: Jurisdiction) -> str:
    """What the code of a place looks like: digits that are settled, # for those that are not."""
    parent = registry.find("jurisdiction", place.parent) if place.parent else None
    above = _FILLED.get(parent.level, 0) if parent is not None else 0
    start = (parent.division_code or "")[:above] if parent is not None else ""
    filled = _FILLED.get(place.level, _WHOLE)
    return start + "#" * (filled - len(start)) + "0" * (_WHOLE - filled)


def _fits(code: str, wanted: str, *, is_level: bool) -> bool:
    """Whether a code has the settled digits and, at a level of GB/T 2260, fills its own pair."""
    settled = all(each in {"#", digit} for digit, each in zip(code, wanted, strict=True))
    if not is_level:
        return settled
    own = len(wanted.rstrip("0"))
    return settled and code[:2] in PROVINCES and code[own - 2 : own] != "00"
