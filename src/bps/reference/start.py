"""The text of a new record: what is known, explained, and below it what could be added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.model import RECORD_TYPES, keys_in_order
from bps.reference.examples import flow
from bps.reference.properties import find_parts, record_part
from bps.write import modeline, record_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.reference.properties import Part, Property

# An example longer than this is written over several lines.
_EXAMPLE = 90
# Written by `bps rename` and `bps review`, not by hand into a new record.
_BY_COMMAND = frozenset({"former_ids", "decisions"})


def start_text(type_name: str, path: str, data: Mapping[str, Any], *, language: str) -> str:
    """A valid record with a comment above each field and the other fields as comments.

    Args:
        type_name: Key of `RECORD_TYPES`.
        path: Path of the record, relative to the root.
        data: What is known; enough to be valid.
        language: Language of the comments, "zh" or "en".

    Returns:
        The text of the file.
    """
    properties = {each.key: each for each in record_part(type_name).properties}
    lines: list[str] = []
    for line in record_text(type_name, path, data).splitlines()[1:]:
        key = line.partition(":")[0]
        if not line.startswith(" ") and key in properties:
            lines.append(f"# {_title(properties[key], language)}")
        lines.append(line)
    order = keys_in_order(RECORD_TYPES[type_name].model)
    given = {*data, *_BY_COMMAND}
    missing = [properties[key] for key in order if key in properties and key not in given]
    lines.append("")
    lines.append(_HEADING[language])
    for each in missing:
        lines.append(f"# {_title(each, language)}")
        example = _ordered(each.example, each.part, find_parts(type_name))
        line = f"{each.key}: {flow(example)}"
        over = record_text(type_name, path, {each.key: example}).splitlines()[1:]
        lines += [f"# {part}" for part in ([line] if len(line) <= _EXAMPLE else over)]
    return modeline(type_name, path) + "\n".join(lines) + "\n"


def _ordered(example: Any, name: str | None, parts: Mapping[str, Part]) -> Any:
    """An example with its keys in the order in which they are written."""
    if isinstance(example, list):
        return [_ordered(entry, name, parts) for entry in example]
    if not isinstance(example, dict) or name is None:
        return example
    return {
        each.key: _ordered(example[each.key], each.part, parts)
        for each in parts[name].properties
        if each.key in example
    } or example


_HEADING = {
    "zh": "# 以下各项知道时填写：去掉行首的“# ”，换成真实内容；不知道的删去。",
    "en": '# Fill in what is known: take the "# " away and put in the real value; delete the rest.',
}


def _title(each: Property, language: str) -> str:
    title, text = each.title.in_language(language), each.description.in_language(language)
    return f"{title}：{text}" if language == "zh" else f"{title}: {text}"
