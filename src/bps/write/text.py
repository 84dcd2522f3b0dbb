"""A record as the text of its file, in the one style of this register.

Short mappings and lists stand on one line, long ones are opened up; only what YAML readers could
take for something else is quoted.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from bps.model import RECORD_TYPES, keys_in_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# A Chinese character is two columns wide in an editor.
WIDTH: Final = 112
_INDENT: Final = "  "
_WIDE: Final = 0x2E7F
_RESERVED: Final = frozenset(
    {"true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", "="}
)
_STARTS_BADLY: Final = re.compile(r"""^[-?:,\[\]{}#&*!|>'"%@`=<+.0-9\s]""")
_ENDS_BADLY: Final = re.compile(r"[:\s]$")
_HOLDS_BADLY: Final = re.compile(r": | #|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_IN_FLOW: Final = re.compile(r"[,\[\]{}]")
_NUMBER_LIKE: Final = re.compile(r"^[0-9][0-9_.,:eE+-]*$")
# These are opened up even when they would fit: each entry is read and changed alone.
_ALWAYS_OPEN: Final = frozenset({"evidence"})


def modeline(type_name: str, path: str) -> str:
    """First line of a record: tells editors which schema the file follows.

    Args:
        type_name: Key of `RECORD_TYPES`.
        path: Path of the record, relative to the root.

    Returns:
        A comment line with its line break.
    """
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}schema/v1/{type_name}.schema.json\n"


def record_text(type_name: str, path: str, data: Mapping[str, Any]) -> str:
    """Text of a record file.

    Args:
        type_name: Key of `RECORD_TYPES`.
        path: Path of the record, relative to the root.
        data: The record; keys in any order.

    Returns:
        YAML with the modeline, keys in the order of the type.
    """
    order = keys_in_order(RECORD_TYPES[type_name].model)
    ranked = {key: data[key] for key in order if key in data}
    ranked.update({key: value for key, value in data.items() if key not in ranked})
    lines = _mapping(ranked, 0)
    return modeline(type_name, path) + "\n".join(lines) + "\n"


def scalar(value: Any, *, flow: bool = False) -> str:
    """One value, quoted only where it has to be.

    Examples:
        >>> [scalar(value) for value in ("预防接种", "2021", "a: b", 3, True)]
        ['预防接种', '"2021"', '"a: b"', '3', 'true']
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return text if _is_plain(text, flow=flow) else json.dumps(text, ensure_ascii=False)


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or text.lower() in _RESERVED or _ENDS_BADLY.search(text):
        return False
    if _STARTS_BADLY.match(text) and not _plain_digits(text):
        return False
    if _HOLDS_BADLY.search(text):
        return False
    return not (flow and (_IN_FLOW.search(text) or ":" in text))


def _plain_digits(text: str) -> bool:
    """A text that begins with a digit but can be no number: 2021年版, 12项."""
    return (
        text[0].isascii()
        and text[0].isdigit()
        and not _NUMBER_LIKE.match(text)
        and any(ord(char) > _WIDE for char in text)
    )


def one_line(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        inside = ", ".join(f"{key}: {one_line(each)}" for key, each in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(one_line(each) for each in value)}]"
    return scalar(value, flow=True)


def _mapping(data: Mapping[str, Any], depth: int) -> list[str]:
    lines: list[str] = []
    for key, value in data.items():
        lines += _entry(key, value, depth)
    return lines


def _entry(key: str, value: Any, depth: int) -> list[str]:
    space = _INDENT * depth
    if isinstance(value, dict):
        line = f"{space}{key}: {one_line(value)}"
        if _width(line) <= WIDTH and _depth(value) == 1:
            return [line]
        return [f"{space}{key}:", *_mapping(value, depth + 1)]
    if isinstance(value, list | tuple):
        return _sequence(key, value, depth)
    return [f"{space}{key}: {scalar(value)}"]


def _sequence(key: str, values: Sequence[Any], depth: int) -> list[str]:
    space = _INDENT * depth
    if not any(isinstance(each, dict | list | tuple) for each in values):
        line = f"{space}{key}: {one_line(list(values))}"
        if _width(line) <= WIDTH:
            return [line]
        return [f"{space}{key}:", *(f"{space}  - {scalar(each)}" for each in values)]
    lines = [f"{space}{key}:"]
    is_open = key in _ALWAYS_OPEN and depth == 0
    for each in values:
        line = f"{space}  - {one_line(each)}"
        if not is_open and _width(line) <= WIDTH and _depth(each) <= 1 + 1:
            lines.append(line)
        else:
            inner = _mapping(each, depth + 2)
            lines += [f"{space}  - {inner[0].lstrip()}", *inner[1:]]
    return lines


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value
    if not isinstance(value, dict | list | tuple):
        return 0
    return 1 + max((_depth(each) for each in inner), default=0)


def _width(line: str) -> int:
    return sum(2 if ord(char) > _WIDE else 1 for char in line)
