"""Line and column of every key and value of a file, kept small and unpacked only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable

# A position is one number: the line above this many bits, the column below. A file of 1 MiB has
# neither more lines nor longer lines than fit.
COLUMN_BITS = 21
_COLUMN = (1 << COLUMN_BITS) - 1
# Stands between a key and its number when a file says the key again; no YAML key we accept has it.
REPEATED = "\0"
# Beyond this many questions about one file a table costs less than counting each time.
_FEW_QUESTIONS = 6


class Mark(NamedTuple):
    """A place in a file.

    Attributes:
        line: Line, from 1.
        column: Column in characters, from 1.
    """

    line: int
    column: int


def unpack(position: int) -> Mark:
    """The place that a packed position stands for."""
    return Mark((position >> COLUMN_BITS) + 1, (position & _COLUMN) + 1)


def escape(key: str) -> str:
    """A key as one part of a JSON Pointer.

    Examples:
        >>> escape("a/b~c")
        'a~1b~0c'
    """
    return key.replace("~", "~0").replace("/", "~1")


def unescape(part: str) -> str:
    """One part of a JSON Pointer as the key it stands for."""
    return part.replace("~1", "/").replace("~0", "~")


class Marks:
    """Places of the keys and values of one file, by JSON Pointer.

    Positions were noted in the order of the file, which is also the order in which the data can be
    walked again. The first few questions count their way to the place; a file that is asked about
    again and again gets a table.
    """

    __slots__ = ("_asked", "_data", "_positions", "_table")

    def __init__(self, positions: array[int], data: Any) -> None:
        self._positions = positions
        self._data = data
        self._asked = 0
        self._table: dict[str, tuple[int, int]] | None = None

    def value(self, pointer: str) -> Mark:
        """Place of the value at a pointer; of its nearest ancestor when it is not there."""
        return unpack(self._find(pointer)[1])

    def key(self, pointer: str) -> Mark:
        """Place of the key at a pointer; of the entry itself when it stands in a list."""
        return unpack(self._find(pointer)[0])

    def __len__(self) -> int:
        """How many keys and values the file has."""
        return len(self._positions)

    def packed(self) -> bytes:
        """The positions as bytes, to be given to another process."""
        return self._positions.tobytes()

    def fix_table(self) -> None:
        """Make the table now, because the data is about to change."""
        if self._table is None:
            self._table = self._walked()

    def _find(self, pointer: str) -> tuple[int, int]:
        if self._table is None:
            self._asked += 1
            if self._asked <= _FEW_QUESTIONS:
                return self._counted(pointer)
            self._table = self._walked()
        while pointer not in self._table:
            pointer = pointer[: pointer.rfind("/")] if "/" in pointer else ""
        return self._table[pointer]

    def _counted(self, pointer: str) -> tuple[int, int]:
        """Go down to the pointer, counting the positions of what is passed by."""
        positions = self._positions
        if not positions:
            return 0, 0
        found = (positions[0], positions[0])
        at, value = 1, self._data
        for part in pointer.split("/")[1:]:
            wanted = unescape(part)
            width = 2 if isinstance(value, dict) else 1
            for name, child in _children(value):
                if name == wanted:
                    break
                at += width + _size(child)
            else:
                return found
            found = (positions[at], positions[at + width - 1])
            at, value = at + width, child
        return found

    def _walked(self) -> dict[str, tuple[int, int]]:
        positions = iter(self._positions)
        first = next(positions, 0)
        table = {"": (first, first)}
        # A stack of iterators instead of recursion; the depth is bounded by the reader anyway.
        stack = [("", isinstance(self._data, dict), iter(_children(self._data)))]
        while stack:
            pointer, is_key, children = stack[-1]
            entry = next(children, None)
            if entry is None:
                stack.pop()
                continue
            name, child = entry
            key_position = next(positions) if is_key else 0
            value_position = next(positions)
            path = f"{pointer}/{escape(name)}"
            table[path] = (key_position if is_key else value_position, value_position)
            if isinstance(child, (dict, list)):
                stack.append((path, isinstance(child, dict), iter(_children(child))))
        return table


def _children(value: Any) -> Iterable[tuple[str, Any]]:
    """Names and values of what stands directly inside a value."""
    if isinstance(value, dict):
        return value.items()
    if isinstance(value, list):
        return ((str(index), child) for index, child in enumerate(value))
    return ()


def _size(value: Any) -> int:
    """How many positions the inside of a value takes: two an entry of a mapping, one of a list."""
    if value.__class__ is dict:
        return 2 * len(value) + sum(map(_size, value.values()))
    if value.__class__ is list:
        return len(value) + sum(map(_size, value))
    return 0
