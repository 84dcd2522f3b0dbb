"""On which line of a TOML file a table or key stands; the parser of Python keeps no places."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_FENCES = ('"""', "'''")


class Lines:
    """Where tables and keys of one file stand."""

    def __init__(self, text: str) -> None:
        """Note the lines.

        Args:
            text: The file.
        """
        self._tables: dict[str, list[int]] = {}
        self._keys: dict[tuple[str, int, str], int] = {}
        table, row, fence = "", 0, ""
        for number, line in enumerate(text.splitlines(), start=1):
            if fence:
                fence = "" if fence in line else fence
                continue
            header = _HEADER.match(line)
            key = _KEY.match(line)
            if header is not None and key is None:
                table = _plain(header.group(1))
                found = self._tables.setdefault(table, [])
                row = len(found)
                found.append(number)
            elif key is not None:
                self._note(table, row, _plain(key.group(1)), number)
            fence = next((each for each in _FENCES if line.count(each) == 1), "")

    def _note(self, table: str, row: int, key: str, number: int) -> None:
        path = f"{table}.{key}" if table else key
        first, _, rest = path.partition(".")
        self._tables.setdefault(first, [number])
        self._keys.setdefault((first, row, rest.partition(".")[0]), number)

    def of(self, table: str, key: str = "", *, row: int = 0) -> int:
        """Line of a key, else of its table, else the first.

        Args:
            table: Name of the table.
            key: Name of the key in it.
            row: Which of several tables of the name, from 0.
        """
        known = self._keys.get((table, row, key))
        if known is not None:
            return known
        tables = self._tables.get(table, [])
        return tables[row] if row < len(tables) else (tables or [1])[0]


def _plain(name: str) -> str:
    """A dotted name without quotes and blanks."""
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
