"""RTF, which older word processors and many office systems write."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bps.intake.grid import OfficeFile
from bps.intake.readers.limits import damaged
from bps.intake.readers.line import Line
from bps.intake.readers.prose import Prose
from bps.intake.readers.reasons import COMMENT, DELETED, FOOTNOTE, HIDDEN, MARGIN, PICTURE, STRUCK
from bps.intake.readers.sheet import Sheet

if TYPE_CHECKING:
    from pathlib import Path

    from bps.findings import Words

_TOKEN: Final = re.compile(
    rb"\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\(?P<sign>[^A-Za-z'])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_SILENT: Final = frozenset(
    {
        *(
            b"nesttableprops",
            b"nonesttables",
            b"fonttbl",
            b"colortbl",
            b"stylesheet",
            b"info",
            b"themedata",
            b"colorschememapping",
        ),
        *(b"datastore", b"listtable", b"listoverridetable", b"rsidtbl", b"generator", b"fldinst"),
        *(b"latentstyles", b"xmlnstbl", b"pgptbl", b"filetbl", b"revtbl", b"mmathPr", b"bkmkstart"),
        *(b"bkmkend", b"nonshppict", b"listpicture", b"objdata", b"sn", b"sv", b"datafield"),
        *(b"atnid", b"atnauthor", b"atndate", b"atnref", b"atrfstart", b"atrfend", b"ffname"),
    }
)
_ASIDE: Final[dict[bytes, Words]] = {
    b"footnote": FOOTNOTE,
    b"annotation": COMMENT,
    **dict.fromkeys((b"header", b"headerl", b"headerr", b"headerf"), MARGIN),
    **dict.fromkeys((b"footer", b"footerl", b"footerr", b"footerf"), MARGIN),
}
_CHARACTERS: Final = {
    b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"nestcell": " ", b"nestrow": "\n",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
# Parts that a program may leave out, and we do not.
_KEPT: Final = frozenset({b"shptxt", b"shpinst", b"fldrslt"})
_SIGNS: Final = {b"~": "\u00a0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}"}
_PAGES: Final = {134: "gb18030", 136: "big5", 128: "cp932", 0: "cp1252"}
_MAX_DEPTH: Final = 500


@dataclass(slots=True)
class _State:
    """What holds inside a pair of braces."""

    skip: bool = False
    aside: Words | None = None
    struck: bool = False
    hidden: bool = False
    deleted: bool = False
    encoding: str = "cp1252"
    after: int = 1  # bytes that stand in for a Unicode character, for old programs
    in_table: bool = False


@dataclass(slots=True)
class _Cell:
    right: int
    merge: str = ""  # clmgf, clmrg
    down: str = ""  # clvmgf, clvmrg


@dataclass(slots=True)
class _Row:
    cells: list[_Cell] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def read_rtf(path: Path) -> OfficeFile:
    """Read tables and paragraphs of an RTF document in their order.

    Args:
        path: The document.

    Returns:
        A grid per table; the paragraphs as one grid of text rows.

    Raises:
        IntakeError: If it is damaged or a table has too many rows.
    """
    office = OfficeFile(path.name)
    reader = _Reader(office)
    reader.read(path.read_bytes())
    return office


class _Reader:
    """Goes through the words of the document; a table ends where a paragraph stands outside it."""

    def __init__(self, office: OfficeFile) -> None:
        self._office = office
        self._prose = Prose(office)
        self._states = [_State()]
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._page = "cp1252"
        self._bytes = bytearray()
        self._swallow = 0
        self._line = Line()
        self._cells: list[Line] = []
        self._shape: list[_Cell] = []
        self._next = _Cell(0)
        self._rows: list[_Row] = []
        self._is_starred = False

    def read(self, data: bytes) -> None:
        """Read the whole document."""
        for match in _TOKEN.finditer(data):
            kind = match.lastgroup
            if kind == "hex":
                self._byte(bytes.fromhex(match["hex"].decode()))
            elif kind == "text":
                self._byte(match["text"])
            elif kind in {"word", "number"}:
                number = match["number"]
                self._word(match["word"], None if number is None else int(number))
            elif kind == "sign":
                self._sign(match["sign"])
            elif kind == "brace":
                self._brace(match["brace"])
        if len(self._states) != 1 or self._states[0].skip:
            raise damaged(self._office.name)
        self._paragraph()
        self._close_table()
        self._prose.close()

    @property
    def _state(self) -> _State:
        return self._states[-1]

    def _byte(self, raw: bytes) -> None:
        if self._swallow:
            kept = raw[self._swallow :]
            self._swallow = max(0, self._swallow - len(raw))
            raw = kept
        if not self._state.skip:
            self._bytes += raw

    def _flush(self) -> None:
        if self._bytes:
            text = bytes(self._bytes).decode(self._state.encoding, "replace")
            self._bytes.clear()
            self._add(text)

    def _add(self, text: str) -> None:
        state = self._state
        if state.skip:
            return
        why = state.aside
        if why is None and state.deleted:
            why = DELETED
        elif why is None and state.struck:
            why = STRUCK
        elif why is None and state.hidden:
            why = HIDDEN
        self._line.add(text, why)

    def _brace(self, brace: bytes) -> None:
        self._flush()
        if brace == b"{":
            self._states.append(replace(self._state))
            if len(self._states) > _MAX_DEPTH:
                raise damaged(self._office.name)
        elif len(self._states) > 1:
            self._states.pop()
        else:
            raise damaged(self._office.name)
        self._is_starred = False

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._is_starred = True
            return
        self._flush()
        if sign in {b"\n", b"\r"}:
            self._word(b"par", None)
        else:
            self._add(_SIGNS.get(sign, ""))

    def _word(self, word: bytes, number: int | None) -> None:
        self._flush()
        if word in {b"f", b"fcharset"} or (word == b"ansicpg" and number):
            self._set_font(word, number or 0)
        state = self._state
        if word in _SILENT:
            state.skip = True
        if state.skip:
            return
        if word == b"u" and number is not None:
            self._add(chr(number % 0x10000))
            self._swallow = state.after
        elif word in _ASIDE:
            state.aside = _ASIDE[word]
        elif word == b"pict":
            self._line.gone.append(("", PICTURE))
            state.skip = True
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif not self._look(word, number) and not self._structure(word, number):
            state.skip = self._is_starred and word not in _KEPT
        self._is_starred = False

    def _set_font(self, word: bytes, number: int) -> None:
        if word == b"ansicpg":
            self._page = "gb18030" if number == 936 else f"cp{number}"  # noqa: PLR2004
            try:
                "".encode(self._page)
            except LookupError:
                self._page = "cp1252"
            self._state.encoding = self._page
        elif word == b"fcharset":
            self._fonts[self._font] = _PAGES.get(number, self._page)
        else:
            self._font = number
            known = self._fonts.get(number, self._page)
            # A Latin font holds no Chinese; where the file is Chinese its page goes before.
            self._state.encoding = self._page if known == "cp1252" else known

    def _look(self, word: bytes, number: int | None) -> bool:
        state, is_on = self._state, number != 0
        if word in {b"strike", b"striked"}:
            state.struck = is_on
        elif word == b"v":
            state.hidden = is_on
        elif word == b"deleted":
            state.deleted = is_on
        elif word == b"uc":
            state.after = number or 0
        elif word == b"plain":
            state.struck = state.hidden = state.deleted = False
        else:
            return False
        return True

    def _structure(self, word: bytes, number: int | None) -> bool:
        """Paragraphs, cells and rows; whether the word was one of theirs."""
        if self._state.aside is not None:
            if word == b"par":
                self._add("\n")
            return word == b"par"
        if word in {b"par", b"sect", b"page"}:
            self._paragraph()
        elif word in {b"pard", b"intbl"}:
            self._state.in_table = word == b"intbl"
        else:
            return self._row_part(word, number)
        return True

    def _row_part(self, word: bytes, number: int | None) -> bool:
        """Cells, rows and their shape; whether the word was one of theirs."""
        if word == b"trowd":
            self._shape, self._next = [], _Cell(0)
        elif word in {b"clmgf", b"clmrg"}:
            self._next.merge = word.decode()
        elif word in {b"clvmgf", b"clvmrg"}:
            self._next.down = word.decode()
        elif word == b"cellx":
            self._next.right = number or 0
            self._shape.append(self._next)
            self._next = _Cell(0)
        elif word == b"cell":
            self._cells.append(self._line)
            self._line = Line()
        elif word == b"row":
            self._rows.append(_Row(self._shape, self._cells))
            self._cells = []
        else:
            return False
        return True

    def _paragraph(self) -> None:
        if self._cells or self._state.in_table:
            self._line.text += "\n"
            return
        line, self._line = self._line, Line()
        if line.text.strip():
            self._close_table()
        self._prose.put(line.text)
        for text, why in line.gone:
            self._office.leave(self._prose.spot, self._office.clean(text), why)

    def _close_table(self) -> None:
        """Put the rows that were collected into a table; columns are told by their right edges."""
        rows, self._rows = self._rows, []
        if not rows:
            return
        edges = sorted({cell.right for row in rows for cell in row.cells})
        sheet = Sheet(self._prose.next_table(), self._office)
        starts: dict[int, tuple[int, int]] = {}  # column to row and right column of a cell
        areas: dict[tuple[int, int], tuple[int, int]] = {}
        for number, row in enumerate(rows, start=1):
            left = 1
            anchor = (number, left)
            for at, line in enumerate(row.lines):
                shape = row.cells[at] if at < len(row.cells) else _Cell(0)
                right = edges.index(shape.right) + 1 if shape.right in edges else left
                right = max(right, left)
                if shape.down == "clvmrg" and left in starts:
                    anchor = starts[left]
                elif shape.merge != "clmrg":
                    anchor = (number, left)
                    starts[left] = anchor
                low = areas.get(anchor, anchor)
                areas[anchor] = (max(low[0], number), max(low[1], right))
                self._put(sheet, (number, left), line, is_covered=anchor != (number, left))
                left = right + 1
        sheet.merges = [(*start, *end) for start, end in areas.items() if start != end]
        self._prose.add(sheet, columns=len(edges))

    def _put(self, sheet: Sheet, place: tuple[int, int], line: Line, *, is_covered: bool) -> None:
        if not is_covered:
            sheet.put(*place, line.text)
        for text, why in line.gone:
            if text and not line.text.strip():
                sheet.leave(*place, text, why)
            else:
                self._office.leave(sheet.spot(*place), self._office.clean(text), why)
