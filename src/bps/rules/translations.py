"""Which words stand in one language only, and who translated the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding, Words
from bps.model import Forwarding
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry


@record_rule("translation-missing", "translation-unsigned")
def TRANSLATION(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """Say once per record which of its fields lack a language, and whether the translator is named."""
    if isinstance(entry.record, Forwarding):
        return
    fields: list[str] = []
    first: str | None = None
    for pointer, mapping in context.mappings(entry):
        if len(mapping) == 1 and ("zh" in mapping or "en" in mapping) and pointer:
            first = first or pointer
            name = pointer.split("/")[1]
            if name not in fields:
                fields.append(name)
    if first is not None:
        listed = Words("、".join(fields), ", ".join(fields))
        yield CODES["translation-missing"].at(entry.place(first), fields=listed)
    name_text = entry.record.name
    if name_text.zh and name_text.en and entry.record.translation is None:
        yield CODES["translation-unsigned"].at(entry.place("/name"))
