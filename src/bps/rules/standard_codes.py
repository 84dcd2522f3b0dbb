"""The code of a standard agrees with its level and its place."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bps.codes import StandardCode, parse_code
from bps.findings import CODES, Finding, Words
from bps.model import Standard
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bps.validate import Entry

_CLASSES: Mapping[str, Words] = MappingProxyType(
    {
        "national": Words("国家标准", "a national standard"),
        "sector": Words("行业标准", "a sector standard"),
        "local": Words("地方标准", "a local standard"),
        "group": Words("团体标准", "a group standard"),
        "enterprise": Words("企业标准", "an enterprise standard"),
    }
)
_DIVISION_LENGTH = 6


@record_rule(
    "standard-code-unreadable", "standard-code-level", "standard-code-place", types=("standard",)
)
def STANDARD_CODE(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """Class and region of the code are those of the record."""
    standard = entry.record
    # Internal norms carry whatever number their house gives them.
    if not isinstance(standard, Standard) or not standard.code or standard.level == "internal":
        return
    code = parse_code(standard.code)
    if not code.is_valid:
        yield CODES["standard-code-unreadable"].at(entry.place("/code"), code=standard.code)
        return
    coded = code.scope or code.class_
    if coded in _CLASSES and coded != standard.level:
        yield CODES["standard-code-level"].at(
            entry.place("/code"), code=standard.code, coded=_CLASSES[coded], level=standard.level
        )
    elif code.region is not None:
        yield from _place(entry, standard, code, context)


def _place(
    entry: Entry, standard: Standard, code: StandardCode, context: Context
) -> Iterator[Finding]:
    place = context.registry.find("jurisdiction", standard.jurisdiction)
    division = place.division_code if place is not None else None
    region = code.region or ""
    if division is None or region.ljust(_DIVISION_LENGTH, "0") == division:
        return
    wanted = division.rstrip("0")
    wanted = division[: max(2, len(wanted) + len(wanted) % 2)]
    yield CODES["standard-code-place"].at(
        entry.place("/code"),
        code=standard.code,
        region=region,
        jurisdiction=standard.jurisdiction,
        wanted=wanted,
    )
