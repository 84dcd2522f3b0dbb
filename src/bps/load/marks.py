"""Line and column of every key and value of a file, kept small and unpacked only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from array import array

# A position is one number: the line above this many bits, the column below. A file of 1 MiB has
# neither more lines nor longer lines than fit.
COLUMN_BITS = 21
_COLUMN = (1 << COLUMN_BITS) - 1
# Stands between a key and its number when a file says the key again; no YAML key we accept has it.
REPEATED = "\0"


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


class Marks:
    """Places of the keys and values of one file, by JSON Pointer.

    Positions were noted in the order of the file, which is also the order in which the data can be
    walked again; the table is made at the first question, since most files are never asked about.
    """

    __slots__ = ("_data", "_positions", "_table")

    def __init__(self, positions: array[int], data: Any) -> None:
        self._positions = positions
        self._data = data
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

    def fix_table(self) -> None:
        """Make the table now, because the data is about to change."""
        if self._table is None:
            self._table = self._walked()

    def _find(self, pointer: str) -> tuple[int, int]:
        if self._table is None:
            self._table = self._walked()
        while pointer not in self._table:
            pointer = pointer[: pointer.rfind("/")] if "/" in pointer else ""
        return self._table[pointer]

    def _walked(self) -> dict[str, tuple[int, int]]:
        positions = iter(self._positions)
        first = next(positions, 0)
        table = {"": (first, first)}
        # A stack of iterators instead of recursion; the depth is bounded by the reader anyway.
        stack = [("", self._children(self._data))]
        while stack:
            pointer, children = stack[-1]
            entry = next(children, None)
            if entry is None:
                stack.pop()
                continue
            name, child, is_key = entry
            key_position = next(positions) if is_key else 0
            value_position = next(positions)
            path = f"{pointer}/{name}"
            table[path] = (key_position if is_key else value_position, value_position)
            if isinstance(child, (dict, list)):
                stack.append((path, self._children(child)))
        return table

    @staticmethod
    def _children(value: Any) -> Any:
        if isinstance(value, dict):
            return ((escape(key), child, True) for key, child in value.items())
        if isinstance(value, list):
            return ((str(index), child, False) for index, child in enumerate(value))
        return iter(())
