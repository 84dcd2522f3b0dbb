"""A replacement is said on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding, Words
from bps.model import Standard
from bps.rules.rule import Context, registry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bps.model.standard import Relation

# A field, the one that has to answer it, and what is missing there.
_SIDES = (
    (
        "replaces",
        "replaced_by",
        Words("被本标准代替", "that it was replaced by this one"),
    ),
    (
        "replaced_by",
        "replaces",
        Words("代替了本标准", "that it replaces this one"),
    ),
)


@registry_rule("replacement-one-sided")
def REPLACEMENT_ONE_SIDED(context: Context) -> Iterator[Finding]:  # noqa: N802
    """If A replaces B then B says that it was replaced by A, and the other way round."""
    by_code = {one.code: one for one in context.registry.iter("standard") if one.code}
    for entry in context.registry.iter_entries():
        record = entry.record
        if not isinstance(record, Standard):
            continue
        for own, back, missing in _SIDES:
            for index, relation in enumerate(getattr(record, own)):
                other = _named(context, relation, by_code)
                if other is None or other.id == record.id:
                    continue
                if context.registry.entry("standard", other.id).base and not entry.base:
                    continue  # the other side is not ours to write
                answers: tuple[Relation, ...] = getattr(other, back)
                if not any(_means(answer, record) for answer in answers):
                    yield CODES["replacement-one-sided"].at(
                        entry.place(f"/{own}/{index}"), other=other.id, missing=missing, field=back
                    )


def _named(
    context: Context, relation: Relation, by_code: Mapping[str, Standard]
) -> Standard | None:
    """The record that a relation names, by its id or by its code."""
    if relation.standard:
        return context.registry.find("standard", relation.standard)
    return by_code.get(relation.code) if relation.code else None


def _means(relation: Relation, record: Standard) -> bool:
    return relation.standard == record.id or (
        record.code is not None and relation.code == record.code
    )
