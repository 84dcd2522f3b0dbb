"""CSV files, also those that Excel writes in China and those that were written by hand."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bps.formulas import unguard_cell
from bps.intake.grid import OfficeFile
from bps.intake.kinds import utf16_of
from bps.intake.notice import IntakeError, Spot, note
from bps.intake.readers.reasons import OVERLONG
from bps.intake.readers.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DELIMITERS: Final = (",", "\t", ";", "，", "|")
_QUOTED: Final = re.compile(r'"[^"]*"')
_SEPARATOR: Final = re.compile(r"^sep=(.)\s*$", re.IGNORECASE)
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_SAMPLE: Final = 50
_ENOUGH: Final = 3  # cells that make a row of a table
MAX_CELL: Final = 32_767  # what a spreadsheet cell can hold


def read_csv(path: Path) -> OfficeFile:
    """Read a CSV file.

    Args:
        path: The file.

    Returns:
        One grid.

    Raises:
        IntakeError: If its encodings are mixed or unknown, or it has too many rows.
    """
    office = OfficeFile(path.name)
    lines = _LINE_END.split(decoded(path.read_bytes(), office))
    named = _SEPARATOR.match(lines[0])
    delimiter = named[1] if named else _delimiter(lines)
    if named:
        lines[0] = ""
    rows = list(_rows(lines, delimiter, office))
    sheet = Sheet(path.name, office)
    width = _width([cells for _, cells in rows])
    for number, cells in rows:
        is_overlong = _length(cells) > width
        for column, text in enumerate(cells, start=1):
            value = unguard_cell(text)
            if not is_overlong:
                sheet.put(number, column, value)
            elif office.clean(value):
                sheet.leave(number, column, value, OVERLONG)
    office.grids.append(sheet.grid())
    return office


def _rows(lines: list[str], delimiter: str, office: OfficeFile) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number; a cell may go on over several lines when it is in quotes.

    A quote that is never closed would swallow the rest of the file. It is taken as a sign like any
    other when a line below it would make a whole row by itself.
    """
    width = 0
    at = row = 0
    while at < len(lines):
        row += 1
        last = _last_line(lines, at, delimiter, width)
        if last is None:
            cells = lines[at].split(delimiter)
            office.notices.append(
                note(
                    "这一行的引号没有配对，按原文读取",
                    "A quote of this row is not closed; it was read as it stands",
                    sheet=office.name,
                    row=row,
                )
            )
            last = at
        else:
            cells = _cells("\n".join(lines[at : last + 1]), delimiter)
        if any(len(cell) > MAX_CELL for cell in cells):
            raise IntakeError(
                f"这一行有单元格超过{MAX_CELL}个字符",
                f"A cell of this row has more than {MAX_CELL} characters",
                spot=Spot(office.name, row),
            )
        width = width or (len(cells) if len(cells) >= _ENOUGH else 0)
        yield row, cells
        at = last + 1


def _last_line(lines: list[str], at: int, delimiter: str, width: int) -> int | None:
    """The line on which a row ends, or None when its quotes are broken."""
    if lines[at].count('"') % 2 == 0:
        return at
    for last in range(at + 1, len(lines)):
        odd = lines[last].count('"') % 2
        if odd:
            return last
        if width and len(_cells(lines[last], delimiter)) == width:
            return None
    return None


def _cells(text: str, delimiter: str) -> list[str]:
    if '"' not in text:
        return text.split(delimiter)
    csv.field_size_limit(2**31 - 1)  # the limit of a cell is checked by ourselves, with its row
    return next(csv.reader([text], delimiter=delimiter), [])


def _length(cells: list[str]) -> int:
    """Number of cells up to the last that holds text."""
    return max((at for at, text in enumerate(cells, start=1) if text.strip()), default=0)


def _width(rows: list[list[str]]) -> int:
    """How many cells a row may have: as many as the header, or as most rows where it has fewer."""
    tables = [cells for cells in rows if sum(bool(text.strip()) for text in cells) >= _ENOUGH]
    if not tables:
        return max((len(cells) for cells in rows), default=0)
    first = len(tables[0])
    if sum(_length(cells) > first for cells in tables) * 2 <= len(tables):
        return first
    return Counter(_length(cells) for cells in tables).most_common(1)[0][0]


def decoded(data: bytes, office: OfficeFile) -> str:
    """The text of a file, in whatever encoding an office may have saved it.

    Args:
        data: The bytes.
        office: Where it is said when the encoding was guessed.

    Returns:
        The text.

    Raises:
        IntakeError: If its encodings are mixed or unknown.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        return _strictly(data, "utf-8-sig", office.name)
    order = utf16_of(data[:4096])
    if order is not None:
        return _strictly(data, order, office.name).removeprefix("\ufeff")
    try:
        return data.decode()
    except UnicodeDecodeError:
        _refuse_mixture(data, office.name)
    text = _strictly(data, "gb18030", office.name)
    sample = next((line for line in text.splitlines() if not line.isascii()), "")[:30]
    office.notices.append(
        note(
            f"文件按 GB18030 编码读取，请确认文字正确：{sample}",
            f"Read as GB18030; check that the words are right: {sample}",
        )
    )
    return text


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise IntakeError(
            "这一行的文字不是 UTF-8 也不是 GB18030；请用 Excel 另存为“CSV UTF-8”",
            'The text of this row is neither UTF-8 nor GB18030; save as "CSV UTF-8" in Excel',
            spot=Spot(name, row),
        ) from None


def _refuse_mixture(data: bytes, name: str) -> None:
    """Two encodings in one file would import as nonsense without a word."""
    as_utf8, other = [], []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.isascii():
            continue
        try:
            line.decode()
        except UnicodeDecodeError:
            other.append(number)
        else:
            as_utf8.append(number)
    if as_utf8 and other:
        few, rest = (as_utf8, "UTF-8") if len(as_utf8) < len(other) else (other, "GB18030")
        raise IntakeError(
            f"文件混用了两种编码（这一行像是 {rest}）；请用 Excel 另存为“CSV UTF-8”",
            f'The file mixes two encodings (this row looks like {rest}); save as "CSV UTF-8"',
            spot=Spot(name, few[0]),
        )


def _delimiter(lines: list[str]) -> str:
    """The separator that cuts the most of the first lines into the same number of cells."""
    head = [_QUOTED.sub("", line) for line in lines[:_SAMPLE] if line.strip()]

    def steadiness(sign: str) -> tuple[int, int]:
        counts = Counter(line.count(sign) for line in head if sign in line)
        if not counts:
            return 0, 0
        usual, times = counts.most_common(1)[0]
        return times * usual, usual

    return max(_DELIMITERS, key=steadiness)
