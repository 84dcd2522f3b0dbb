"""From YAML events to plain data and the place of every node.

Events come from PyYAML's C parser; its composer is not used, because it recurses without a limit
and a small file can end the process. The builder keeps its own stack, so depth is only a number.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING, Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from bps.load.limits import MAX_KEYS
from bps.load.marks import COLUMN_BITS, Marks
from bps.load.scalars import NUMBER_STARTS, UNUSUAL_WORDS
from bps.load.state import MERGE_KEY, State, Stop
from bps.load.syntax import colon_finding, syntax_finding

if TYPE_CHECKING:
    from bps.findings import Finding

# No limit on nodes or texts can be reached in a file of so few characters.
_SMALL = 16 * 1024


@dataclass(frozen=True, slots=True)
class Built:
    """What one file holds.

    Attributes:
        data: The mapping.
        marks: Place of every key and value.
        flaws: Pointers below which the data are not what the file says, because something there
            was refused.
    """

    data: dict[str, Any]
    marks: Marks
    flaws: frozenset[str]


def build(text: str, path: str, findings: list[Finding]) -> Built | None:
    """Build the mapping of one file and note its faults.

    Args:
        text: The file, already free of forbidden characters.
        path: Relative path, for the places of findings.
        findings: Where faults are added.

    Returns:
        The data and the marks, or None when nothing can be made of the file.
    """
    state = State(path, findings)
    parser = CParser(text)
    try:
        _open_document(parser, state)
        _read_mapping(parser, state, text)
        _close_document(parser, state)
    except Stop:
        _say_wide_colon(path, text, findings)
        return None
    except YAMLError as error:
        findings.append(syntax_finding(error, path, text))
        return None
    finally:
        parser.dispose()
    marks = Marks(array("Q", state.positions), state.root)
    if state.repeated:
        marks.fix_table()
        state.drop_repeated()
    return Built(state.root, marks, frozenset(state.flaws))


def _say_wide_colon(path: str, text: str, findings: list[Finding]) -> None:
    """A file that is one text is most often a record with the colons of Chinese."""
    if findings[-1].code == "root-not-mapping":
        wide = colon_finding(path, text, text.count("\n") + 1)
        if wide is not None:
            findings[-1] = wide


def _open_document(parser: CParser, state: State) -> None:
    """Read up to the start of the one mapping that a file holds."""
    parser.get_event()
    event: Any = parser.get_event()
    if event.__class__ is StreamEndEvent:
        state.stop("empty-file", event)
    if event.version is not None or event.tags:
        state.say("yaml-directive", event)
    root: Any = parser.get_event()
    if root.__class__ is ScalarEvent and not root.value and not root.style:
        state.stop("empty-file", root)
    if root.__class__ is not MappingStartEvent:
        state.stop("root-not-mapping", root)
    mark: Any = root.start_mark
    state.positions.append(mark.line << COLUMN_BITS | mark.column)
    state.inspect(root, None)


def _close_document(parser: CParser, state: State) -> None:
    """Nothing may follow the mapping."""
    parser.get_event()
    event = parser.get_event()
    if event.__class__ is DocumentStartEvent:
        state.say("second-document", event, "")


def _read_mapping(parser: CParser, state: State, text: str) -> None:  # noqa: C901, PLR0912, PLR0915 - hot loop
    """Read everything inside the root mapping.

    One loop over local names, scalars first: it runs once for each node of a register. Whatever is
    unusual is handed to `state`.
    """
    get_event, note = parser.get_event, state.positions.append
    closely = any(sign in text for sign in "&!\\") or len(text) > _SMALL
    current: Any = state.root
    in_mapping = True
    key: str | None = None
    event: Any
    while True:
        event = get_event()
        kind = event.__class__
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            if len(current) > MAX_KEYS:
                state.too_many_keys(current, event)
            if not state.stack:
                return
            state.current = current = state.stack.pop()
            in_mapping = current.__class__ is dict
            continue
        mark = event.start_mark
        note(mark.line << COLUMN_BITS | mark.column)
        if closely:
            state.inspect(event, key)
        value: Any
        if kind is ScalarEvent:
            value = event.value
            if key is None and in_mapping:
                if value in current or value == MERGE_KEY:
                    value = state.unusual_key(value, event)
                # The same few keys stand in every file: each is kept once.
                key = intern(value)
                continue
            if not event.style and (value in UNUSUAL_WORDS or value[0] in NUMBER_STARTS):
                value = state.unusual_value(value, event, key)
            else:
                value = intern(value)  # ids, dates and words of tables come again and again
        elif key is None and in_mapping:
            key = state.refused_key(event, parser)
            continue
        elif kind is AliasEvent:
            value = state.alias(event, key)
        else:
            value = state.opened(kind, event)
        if key is None:
            current.append(value)
        else:
            current[key] = value
            key = None
        if value.__class__ is dict or value.__class__ is list:
            state.current = current = value
            in_mapping = current.__class__ is dict
