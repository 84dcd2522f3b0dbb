"""Changing a record file while everything else in it, comments too, stays as it is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from bps.write.text import WIDTH, one_line, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap

# Lines are never folded by the writer: a folded line is a change nobody asked for.
_NO_FOLD: Final = 1_000_000


def open_record(text: str) -> CommentedMap:
    """The record of a file, with its comments, quotes and line breaks.

    Args:
        text: Text of the file.

    Returns:
        A mapping to be changed in place.
    """
    data: CommentedMap = _yaml().load(text)
    return data


def close_record(data: CommentedMap) -> str:
    """Text of a record that was opened and changed."""
    stream = io.StringIO()
    _yaml().dump(data, stream)
    return stream.getvalue()


def put(data: CommentedMap, key: str, value: Any, *, order: Sequence[str]) -> None:
    """Set a key; a new one goes where the order of the type has it.

    Args:
        data: An opened record.
        key: The key.
        value: Plain value.
        order: Keys of the type in order.
    """
    styled_value = styled(value, room=WIDTH - len(key) - 2)
    if key in data:
        data[key] = styled_value
        return
    after = (
        [known for known in order[order.index(key) + 1 :] if known in data] if key in order else []
    )
    if not after:
        data[key] = styled_value
        return
    data.insert(list(data).index(after[0]), key, styled_value)


def append(data: CommentedMap, key: str, entry: Any, *, order: Sequence[str]) -> None:
    """Add an entry to a list; the other entries stay as they are written.

    Args:
        data: An opened record.
        key: Key of the list, which is made when it is not there.
        entry: Plain value.
        order: Keys of the type in order.
    """
    if key not in data:
        put(data, key, [entry], order=order)
        return
    data[key].append(styled(entry, room=WIDTH - 4))


def plain_value(value: Any) -> Any:
    """A value of an opened record without its style."""
    if isinstance(value, dict):
        return {str(key): plain_value(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain_value(each) for each in value]
    return str(value) if isinstance(value, str) else value


def styled(value: Any, *, room: int = WIDTH, flow: bool = False) -> Any:
    """A plain value in the style of this register: short on one line, quoted where needed.

    Args:
        value: Plain value.
        room: Columns that are left on the line.
        flow: Whether it stands inside brackets, where more has to be quoted.
    """
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, dict):
        flat = _is_flat(value.values()) and _fits(value, room)
        mapping = CommentedMap((key, styled(each, flow=flat)) for key, each in value.items())
        mapping.fa.set_flow_style() if flat else mapping.fa.set_block_style()
        return mapping
    if isinstance(value, list | tuple):
        flat = _is_flat(value) and _fits(list(value), room)
        sequence = CommentedSeq(styled(each, room=room - 4, flow=flat) for each in value)
        if flat:
            sequence.fa.set_flow_style()
        return sequence
    if isinstance(value, str) and scalar(value, flow=flow) != value:
        return DoubleQuotedScalarString(value)
    return value


def _is_flat(values: Iterable[Any]) -> bool:
    return not any(isinstance(each, dict | list) for each in values)


def _fits(value: Any, room: int) -> bool:
    return sum(2 if ord(char) > 0x2E7F else 1 for char in one_line(value)) <= room  # noqa: PLR2004


def _yaml() -> YAML:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _NO_FOLD
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    return yaml
