"""Items rest on standards that are in force."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bps.findings import CODES, Finding, Words
from bps.model import Item, Standard
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bps.validate import Entry

_STATES: Mapping[str, Words] = MappingProxyType(
    {
        "replaced": Words("被代替", "replaced"),
        "withdrawn": Words("废止", "withdrawn"),
        "ended": Words("失效", "no longer in force"),
    }
)


@record_rule("standard-not-in-force", types=("item",))
def STANDARD_NOT_IN_FORCE(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """No tie leads to a replaced or withdrawn standard without a note that says why."""
    if not isinstance(entry.record, Item):
        return
    for index, tie in enumerate(entry.record.standards):
        standard = context.registry.find("standard", tie.standard)
        if standard is None or standard.status not in _STATES or tie.note is not None:
            continue
        yield CODES["standard-not-in-force"].at(
            entry.place(f"/standards/{index}/standard"),
            standard=standard.code or standard.id,
            state=_STATES[standard.status],
            successor=_successor(standard),
        )


def _successor(standard: Standard) -> Words:
    names = [relation.standard or relation.code or "" for relation in standard.replaced_by]
    if not names:
        return Words("", "")
    return Words(f"，现行的是 {'、'.join(names)}", f"; its successor is {', '.join(names)}")
