"""What the import has to say about a place in a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bps.errors import UsageError
from bps.findings import Words

# How the parts of a text document are named in evidence, in no language.
TABLE: Final = "table"
TEXT: Final = "text"
PAGE: Final = "page"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in an office file.

    Attributes:
        sheet: Name of the sheet, or of the table in a text document.
        row: Row from 1, of a text the paragraph; 0 for the sheet as a whole.
        column: Column from 1; 0 for the row as a whole.
    """

    sheet: str = ""
    row: int = 0
    column: int = 0

    def words(self) -> Words:
        """The place in words: sheet, row and column."""
        sheet = sheet_words(self.sheet)
        if not self.row:
            return sheet
        if self.sheet == TEXT:
            return Words(f"{sheet.zh}第{self.row}段", f"{sheet.en} paragraph {self.row}")
        zh, en = f"{sheet.zh}第{self.row}行", f"{sheet.en} row {self.row}".strip()
        if not self.column:
            return Words(zh, en)
        if _is_part(self.sheet, TABLE):
            return Words(f"{zh}第{self.column}列", f"{en} column {self.column}")
        letters = column_letters(self.column)
        return Words(f"{zh}{letters}列", f"{en} column {letters}")


def column_letters(column: int) -> str:
    """A column by its letters, as a spreadsheet shows it.

    Examples:
        >>> [column_letters(column) for column in (1, 26, 27)]
        ['A', 'Z', 'AA']
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def sheet_words(sheet: str) -> Words:
    """A sheet by its name, a table of a text document by its number."""
    if sheet == TEXT:
        return Words("正文", "the text")
    if _is_part(sheet, TABLE):
        number = sheet.removeprefix(f"{TABLE} ")
        return Words(f"第{number}个表", f"table {number}")
    if _is_part(sheet, PAGE):
        number = sheet.removeprefix(f"{PAGE} ")
        return Words(f"第{number}页", f"page {number}")
    return Words(f"“{sheet}”", f'"{sheet}"') if sheet else Words("", "")


def _is_part(sheet: str, kind: str) -> bool:
    """Whether the name is that of a numbered part of a document."""
    return sheet.startswith(f"{kind} ") and sheet.removeprefix(f"{kind} ").isdigit()


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """Something a person should know about the file that was read.

    Attributes:
        spot: Where.
        words: What.
        is_item: Whether it is a row of the table that holds an item and was not taken.
    """

    spot: Spot
    words: Words
    is_item: bool = False

    def line(self, language: str) -> str:
        """One line: place, then what there is to know."""
        place = self.spot.words().in_language(language)
        text = self.words.in_language(language)
        if not place:
            return text
        return f"{place}：{text}" if language == "zh" else f"{place}: {text}"


def note(zh: str, en: str, *, sheet: str = "", row: int = 0) -> Notice:
    """A notice at a place."""
    return Notice(Spot(sheet, row), Words(zh, en))


class IntakeError(UsageError):
    """The file cannot be read; nothing was written."""

    def __init__(self, zh: str, en: str, *, spot: Spot | None = None) -> None:
        place = (spot or Spot()).words()
        zh_place = f"{place.zh}：" if place.zh else ""
        en_place = f"{place.en}: " if place.en else ""
        super().__init__(f"{zh_place}{zh}", f"{en_place}{en}")
