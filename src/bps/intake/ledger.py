"""The account of a file: each cell and each line of it is taken, or it is said why not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bps.findings import Words
from bps.intake.notice import Notice, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.intake.grid import Grid, OfficeFile, Row

_Key = tuple[str, int, int]
UNUSED: Final = Words("没有用到", "not used")
_SHOWN: Final = 60
_QUOTED: Final = 30  # how much of a text its own reason may quote


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell, paragraph, note or comment of the file.

    Attributes:
        spot: Where it stands.
        text: What stands there.
        fields: Fields of a record it went into; empty when it was not taken.
        why: Why it was not taken; None when it was, or when nobody has said yet.
    """

    spot: Spot
    text: str
    fields: tuple[str, ...] = ()
    why: Words | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """How many entries there are, how many were taken, and of how many it is said why not."""

    all: int
    taken: int
    said: int


class Ledger:
    """Says of every text in a file what became of it.

    A reader hands over what it left out, with its reason. Of everything else whoever uses a cell
    says so with `take`, and whoever passes over one with `say`; what nobody claims is said by `close`.
    """

    def __init__(self, office: OfficeFile) -> None:
        self._office = office
        self._taken: dict[_Key, tuple[str, ...]] = {}
        self._said: dict[_Key, Words] = {}

    def take(self, sheet: str, anchor: tuple[int, int], *, field: str) -> None:
        """Say that the text of a cell went into a field; it may go into several.

        Args:
            sheet: Name of the grid.
            anchor: Row and column of the cell that holds the text.
            field: The field.
        """
        key = (sheet, *anchor)
        known = self._taken.get(key, ())
        if field not in known:
            self._taken[key] = (*known, field)

    def say(self, sheet: str, anchor: tuple[int, int], why: Words) -> None:
        """Say why a cell was not taken; of one that was taken this changes nothing."""
        self._said.setdefault((sheet, *anchor), why)

    def say_row(self, sheet: str, row: Row, why: Words) -> None:
        """Say why the cells of a row were not taken, but those that reach down from above."""
        for cell in row.cells:
            if cell.text and cell.anchor[0] == row.number:
                self.say(sheet, cell.anchor, why)

    def say_grid(self, grid: Grid, why: Words) -> None:
        """Say why nothing of a whole table or text was taken."""
        for row in grid.rows:
            self.say_row(grid.sheet, row, why)

    def close(self) -> None:
        """Say of each cell that nobody has claimed that it was not used."""
        for entry in self.unclaimed():
            self.say(entry.spot.sheet, (entry.spot.row, entry.spot.column), UNUSED)

    def entries(self) -> Iterator[Entry]:
        """Everything in the file, in its order, with what became of it."""
        for grid in self._office.grids:
            seen: set[tuple[int, int]] = set()
            for cell in (cell for row in grid.rows for cell in row.cells):
                if not cell.text or cell.anchor in seen:
                    continue
                seen.add(cell.anchor)
                key = (grid.sheet, *cell.anchor)
                fields = self._taken.get(key, ())
                why = None if fields else self._said.get(key)
                yield Entry(Spot(*key), cell.text, fields, why)
        for left in self._office.leftovers:
            yield Entry(left.spot, left.text, (), left.why)

    def unclaimed(self) -> list[Entry]:
        """What was neither taken nor said."""
        return [entry for entry in self.entries() if not entry.fields and entry.why is None]

    @property
    def sums(self) -> Sums:
        """The sums: all = taken + said, once the ledger is closed."""
        entries = list(self.entries())
        taken = sum(bool(entry.fields) for entry in entries)
        return Sums(len(entries), taken, sum(entry.why is not None for entry in entries))

    def lines(self) -> list[Notice]:
        """A line for what was not taken, cells of one row with one reason together."""
        said = [entry for entry in self.entries() if entry.why is not None]

        def place(entry: Entry) -> tuple[str, int, Words | None]:
            return entry.spot.sheet, entry.spot.row, entry.why

        return [_line(list(group)) for _, group in groupby(said, key=place)]

    def as_json(self, *, language: str) -> dict[str, object]:
        """The whole account for programs.

        Args:
            language: "zh" or "en", for the reasons.
        """
        sums = self.sums
        return {
            "all": sums.all,
            "taken": sums.taken,
            "said": sums.said,
            "entries": [
                {
                    "sheet": entry.spot.sheet,
                    "row": entry.spot.row,
                    "column": entry.spot.column,
                    "text": entry.text,
                    "fields": list(entry.fields),
                    "why": entry.why.in_language(language) if entry.why else None,
                }
                for entry in self.entries()
            ],
        }


def _line(entries: list[Entry]) -> Notice:
    first = entries[0]
    why = first.why or UNUSED
    spot = first.spot if len(entries) == 1 else Spot(first.spot.sheet, first.spot.row)
    # A reason that shows the words already does not show them twice.
    texts = [
        _short(entry.text)
        for entry in entries
        if entry.text and f"“{entry.text[:_QUOTED]}”" not in why.zh
    ]
    return Notice(
        spot,
        Words(
            why.zh + ("：" if texts else "") + "".join(f"“{text}”" for text in texts),
            why.en + (": " if texts else "") + ", ".join(f'"{text}"' for text in texts),
        ),
    )


def _short(text: str) -> str:
    plain = text.replace("\n", " ")
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
