"""CSV files, also those that Excel writes in China."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from bps.formulas import unguard_cell
from bps.intake.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, OfficeFile, Row, clean_text
from bps.intake.notice import IntakeError, Spot, note
from bps.intake.readers.limits import too_many_rows

if TYPE_CHECKING:
    from pathlib import Path

_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DELIMITERS: Final = (",", "\t", ";", "，")
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
    text = _decoded(path.read_bytes(), office)
    rows = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    csv.field_size_limit(MAX_CELL)
    try:
        for number, values in enumerate(reader, start=1):
            if number > MAX_ROWS:
                raise too_many_rows(path.name)
            cells = (
                Cell(clean_text(unguard_cell(value)), (number, at))
                for at, value in enumerate(values[:MAX_COLUMNS], start=1)
            )
            rows.append(Row(number, tuple(cells)))
    except csv.Error:
        raise IntakeError(
            f"这一行有单元格超过{MAX_CELL}个字符，或引号没有配对",
            f"A cell of this row has more than {MAX_CELL} characters, or a quote is not closed",
            spot=Spot(path.name, reader.line_num),
        ) from None
    office.grids.append(Grid(path.name, tuple(rows)))
    return office


def _decoded(data: bytes, office: OfficeFile) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding, office.name)
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


def _delimiter(text: str) -> str:
    """The separator that cuts the first lines into the most cells."""
    head = text.splitlines()[:10]
    return max(_DELIMITERS, key=lambda sign: max((line.count(sign) for line in head), default=0))
