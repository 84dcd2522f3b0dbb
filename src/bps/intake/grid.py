"""Tables as every reader gives them: rows of cells that know where they came from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bps.intake.fold import fold
from bps.load.characters import forbidden

if TYPE_CHECKING:
    from bps.findings import Words
    from bps.intake.notice import Notice, Spot

MAX_ROWS: Final = 50_000
MAX_COLUMNS: Final = 200
_BLANKS: Final = re.compile(r"[ \t\u00a0]+")
# Blanks to be joined or cut, the mark of damaged text, and what may have to be folded.
_DOUBTFUL: Final = re.compile("^ |  | $|[\u2011\u2e80-\u2fd5\ue000-\ufaff\ufe10-\ufe4f\ufffd]")


def clean_text(text: str) -> str:
    """A text without what a record may not hold: hidden marks, control characters, tabs.

    Examples:
        >>> clean_text("助" + chr(0x200B) + "餐" + chr(9) + "1 ")
        '助餐 1'
    """
    # A hyphen that does not break is a hyphen; nobody would find a code or a number with it.
    ends = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2011", "-")
    plain = unicodedata.normalize("NFC", ends)
    hidden = {at for at, _ in forbidden(plain)}
    if hidden:
        plain = "".join(char for at, char in enumerate(plain) if at not in hidden)
    lines = (_BLANKS.sub(" ", line).strip() for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)


def is_clean(text: str) -> bool:
    """Whether a quick look finds nothing to clean or fold: true of most cells."""
    return (
        text.isprintable() and not _DOUBTFUL.search(text) and unicodedata.is_normalized("NFC", text)
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: Its text, without spaces around it.
        anchor: Row and column, from 1, of the cell that holds the text; another one in merged areas.
        emptied: Whether it is empty only because all of its text was left out (struck out, hidden,
            deleted, an error), so that it does not go on from the cell above.
    """

    text: str
    anchor: tuple[int, int]
    emptied: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its number in the file, from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds text."""
        return not any(cell.text for cell in self.cells)

    @property
    def texts(self) -> tuple[str, ...]:
        """Texts of the distinct cells that hold any, merged ones once."""
        seen: dict[tuple[int, int], str] = {
            cell.anchor: cell.text for cell in self.cells if cell.text
        }
        return tuple(seen.values())


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet, a table, or the running text of a document (one cell per row).

    Attributes:
        sheet: Name for messages and evidence.
        rows: The rows.
        is_text: Whether these are paragraphs.
        heading: Paragraphs right above a table in a document; they stand in its text as well.
        continues: Whether nothing stands between this table and the one before, and both have the
            same number of columns: one without header goes on with the header above.
    """

    sheet: str
    rows: tuple[Row, ...]
    is_text: bool = False
    heading: tuple[Cell, ...] = ()
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Leftover:
    """A text of the file that stands in no cell for a person to read, and why it was left out.

    Attributes:
        spot: Where it stands.
        text: The text; empty where there is none, as for a picture.
        why: Why it was left out.
    """

    spot: Spot
    text: str
    why: Words


@dataclass(slots=True)
class OfficeFile:
    """What a reader gives: grids in order, and what there is to know.

    Attributes:
        name: Name of the file, without its folder.
        grids: Tables and texts in the order of the file.
        notices: What there is to know.
        leftovers: What the reader left out, each with its reason.
        folded: Characters that were folded, with what they became.
    """

    name: str
    grids: list[Grid] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    folded: dict[str, str] = field(default_factory=dict)

    def clean(self, raw: str) -> str:
        """A text as a record may hold it, with the characters that were meant."""
        if is_clean(raw):
            return raw
        return clean_text(fold(raw, seen=self.folded))

    def leave(self, spot: Spot, text: str, why: Words) -> None:
        """Leave a text out, with its reason; it goes into the account of the file."""
        self.leftovers.append(Leftover(spot, text, why))
