"""What a source says of who leads moves from a note of the evidence to a field of its own.

资料里对“由谁牵头”的说法，从依据的说明移到单独的字段 lead_units_text。

Before, `bps import` kept a cell such as 教育部、财政部按职责分工负责 in the note of the evidence for
`lead_units`, where readers of the page did not meet it and no translation could stand beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.model import RECORD_TYPES, keys_in_order
from bps.write import put

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ruamel.yaml.comments import CommentedMap

TYPE = "item"
# How `bps import` began such a note.
_PREFIX = "原文写作："


def is_old(record: Mapping[str, Any]) -> bool:
    """Whether a document's own words on the lead units stand in a note, and in no field."""
    return "lead_units_text" not in record and any(map(_holds_words, record.get("evidence", ())))


def migrate(record: CommentedMap) -> None:
    """Move the words of the first such note; notes of other sources stay where they are."""
    entry = next(filter(_holds_words, record["evidence"]))
    note = dict(entry.pop("note"))
    if "zh" in note:
        note["zh"] = str(note["zh"]).removeprefix(_PREFIX)
    order = keys_in_order(RECORD_TYPES[TYPE].model)
    put(record, "lead_units_text", note, order=order)
    entry["fields"].append("lead_units_text")


def _holds_words(entry: Mapping[str, Any]) -> bool:
    """Whether this is evidence for the lead units alone, stated, with what the document says."""
    is_stated = list(entry["fields"]) == ["lead_units"] and entry["how"] == "stated"
    return is_stated and "note" in entry
