"""What is known of one file while it is read, and everything that is not the usual case."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NoReturn

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bps.findings import CODES, Finding, Place
from bps.load.characters import forbidden, is_plain, kind_of
from bps.load.limits import (
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_KEYS,
    MAX_NODES,
    MAX_REPEATS,
    MAX_SCALAR_BYTES,
)
from bps.load.marks import REPEATED, Marks, escape
from bps.load.scalars import WORDS, is_ambiguous, is_long_number, number

if TYPE_CHECKING:
    from yaml._yaml import CParser

MERGE_KEY = "<<"


class Stop(Exception):  # noqa: N818 - not an error: the reading of this file ends here
    """Nothing after this place can be read."""


class State:
    """What is known of one file while it is read.

    Attributes:
        path: File, for the places of findings.
        findings: Faults so far.
        positions: Packed place of every node, in the order of the file.
        root: The mapping of the file.
        stack: Open containers, outermost first, without the current one.
        current: The innermost open container.
        key: The key that waits for its value, as far as the reader has said so.
        flaws: Pointers below which the data are not what the file says.
        repeated: How many keys were said again or refused.
    """

    __slots__ = (
        "current",
        "findings",
        "flaws",
        "key",
        "path",
        "positions",
        "repeated",
        "root",
        "stack",
    )

    def __init__(self, path: str, findings: list[Finding]) -> None:
        self.path = path
        self.findings = findings
        self.positions: list[int] = []
        self.root: dict[str, Any] = {}
        self.stack: list[Any] = []
        self.current: Any = self.root
        self.key: str | None = None
        self.flaws: set[str] = set()
        self.repeated = 0

    # Where we are

    def pointer(self) -> str:
        """Pointer of the innermost open container."""
        parts = []
        for container in self.stack:
            if isinstance(container, dict):
                parts.append(_plain_name(next(reversed(container))))
            else:
                parts.append(str(len(container) - 1))
        return "".join(f"/{part}" for part in parts)

    def here(self, key: str | None = None) -> str:
        """Pointer of the node that comes next, below `key` when that is a mapping's key."""
        if isinstance(self.current, list):
            return f"{self.pointer()}/{len(self.current)}"
        return self.pointer() if key is None else f"{self.pointer()}/{_plain_name(key)}"

    # What is said

    def say(self, code: str, event: Any, pointer: str | None = None, **values: Any) -> None:
        """Note a fault at the start of an event."""
        mark = event.start_mark
        where = self.here(self.key) if pointer is None else pointer
        place = Place(self.path, mark.line + 1, mark.column + 1, where)
        if not self._said_enough(code):
            self.findings.append(CODES[code].at(place, **values))

    def _said_enough(self, code: str) -> bool:
        """Whether a fault was reported so often in this file that more would not help."""
        return sum(finding.code == code for finding in self.findings) >= MAX_REPEATS

    def stop(self, code: str, event: Any, **values: Any) -> NoReturn:
        """Note a fault after which the file cannot be read any further."""
        self.say(code, event, self.pointer(), **values)
        raise Stop

    # What is unusual

    def inspect(self, event: Any, key: str | None) -> None:
        """Look at one node closely: anchor, tag, size, characters written as escapes."""
        self.key = key
        if len(self.positions) > MAX_NODES:
            self.stop("too-many-nodes", event, limit=MAX_NODES)
        if event.anchor is not None and event.__class__ is not AliasEvent:
            self.say("anchor-used", event, name=event.anchor)
        if event.__class__ is AliasEvent:
            return
        if event.tag is not None:
            self.say("tag-used", event, tag=event.tag)
            self.flaws.add(self.here(self.key))
        if event.__class__ is ScalarEvent:
            self._inspect_scalar(event)

    def _inspect_scalar(self, event: ScalarEvent) -> None:
        value = event.value
        if len(value) * 4 > MAX_SCALAR_BYTES and len(value.encode()) > MAX_SCALAR_BYTES:
            self.say("text-too-large", event, size=len(value.encode()), limit=MAX_SCALAR_BYTES)
        if event.style == '"' and not is_plain(value):
            bad = [char for _, char in forbidden(value)] + (["\t"] if "\t" in value else [])
            for char in dict.fromkeys(bad):
                self.say(
                    "forbidden-character",
                    event,
                    character=f"U+{ord(char):04X}",
                    kind=kind_of(char),
                )
            event.value = value.translate({ord(char): "?" for char in bad})

    def opened(self, kind: type, event: Any) -> dict[str, Any] | list[Any]:
        """A new container inside the current one."""
        self.stack.append(self.current)
        if len(self.stack) >= MAX_DEPTH:
            self.stack.pop()
            self.stop("too-deep", event, limit=MAX_DEPTH)
        return {} if kind is MappingStartEvent else []

    def too_many_keys(self, container: Any, event: Any) -> None:
        """A finished container is large; a list may be, a mapping may not."""
        if isinstance(container, dict):
            self.say("too-many-keys", event, self.pointer(), count=len(container), limit=MAX_KEYS)

    def unusual_key(self, key: str, event: ScalarEvent) -> str:
        """A key that is said again, or that merges; the name under which it is set aside."""
        if key == MERGE_KEY and not event.style:
            self.say("merge-key", event, self.pointer())
            self.flaws.add(self.pointer())
        elif key not in self.current:
            return key
        elif not self._said_enough("duplicate-key"):
            first = Marks(array("Q", self.positions), self.root).key(self.here(key))
            related = (f"{self.path}:{first.line}:{first.column}",)
            self.say("duplicate-key", event, self.here(key), key=key, related=related)
        return self._set_aside(key)

    def refused_key(self, event: Any, parser: CParser) -> str:
        """Skip a key that is not text; the name under which it is set aside."""
        self.say("key-not-text", event, self.pointer())
        self.flaws.add(self.pointer())
        depth = 0
        count = len(self.positions)
        while True:
            if event.__class__ in (MappingStartEvent, SequenceStartEvent):
                depth += 1
            elif event.__class__ in (MappingEndEvent, SequenceEndEvent):
                depth -= 1
            if depth == 0:
                return self._set_aside("?")
            if depth + len(self.stack) >= MAX_DEPTH:
                self.stop("too-deep", event, limit=MAX_DEPTH)
            count += 1
            if count > MAX_NODES:
                self.stop("too-many-nodes", event, limit=MAX_NODES)
            event = parser.get_event()

    def alias(self, event: AliasEvent, key: str | None) -> Any:
        """A reference to another node: refused, and nothing can be said about the value."""
        self.key = key
        self.say("alias-used", event, name=event.anchor)
        self.flaws.add(self.here(self.key))
        return None

    def unusual_value(self, value: str, event: ScalarEvent, key: str | None) -> Any:
        """A plain value that is a number or a word of JSON, or that others take for one."""
        if value in WORDS:
            return WORDS[value]
        self.key = key
        figure = number(value)
        if figure is not None:
            return figure
        if is_long_number(value):
            self.say("long-number", event, given=value, limit=MAX_DIGITS)
        elif is_ambiguous(value):
            self.say("ambiguous-value", event, given=value)
        return value

    # Keys set aside

    def _set_aside(self, key: str) -> str:
        self.repeated += 1
        return f"{key}{REPEATED}{self.repeated}"

    def drop_repeated(self) -> None:
        """Take the keys that were set aside out of the data: the first one counts."""
        waiting: list[Any] = [self.root]
        while waiting:
            container = waiting.pop()
            if isinstance(container, dict):
                for key in [key for key in container if REPEATED in key]:
                    del container[key]
                waiting.extend(container.values())
            elif isinstance(container, list):
                waiting.extend(container)


def _plain_name(key: str) -> str:
    return escape(key.partition(REPEATED)[0])
