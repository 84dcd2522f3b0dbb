"""Tables of items: headings, merged cells, rows that go on, notes below."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bps.findings import Words
from bps.intake.columns import Header, field_of, find_header, read_header
from bps.intake.marks import mark_of_note, split_marks, strip_mark
from bps.intake.notice import TABLE, TEXT, Notice, Spot, note
from bps.intake.numbering import is_heading_number, is_note, split_number, whole_number
from bps.intake.rows import MULTILINE, ReadRow, Understood

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from bps.intake.grid import Grid, Row

_TOTAL: Final = re.compile(r"^(?:合计|小计|总计|共计|total)", re.IGNORECASE)
_SHORT_HEADING: Final = 40
# The caption of a table of its own, such as "表2 普惠服务", is no area.
_CAPTION: Final = re.compile(r"^附?表\s*[0-9０-９一二三四五六七八九十]{1,3}(?:[\s:：.．、]|$)")
_ABOVE: Final = Words("在表头之上，没有用到", "above the header, not used")
_NO_HEADER: Final = Words("没有认出表头，未读取", "no header was recognised, not read")
_NO_FIELD: Final = Words("这一格没有对应的字段", "no field for this cell")


class TableReader:
    """Reads the grids of one file one after the other; areas reach over table borders."""

    def __init__(
        self,
        understood: Understood,
        *,
        headers: Mapping[str, Sequence[str]],
        given: Mapping[str, str],
        key: str,
    ) -> None:
        self._out = understood
        self._headers = headers
        self._given = given
        self._key = key
        self._area: str | None = None
        self._category: str | None = None
        self._last: tuple[ReadRow, tuple[int, int] | None] | None = None
        self._sheet = ""
        self._header: Header | None = None
        self._below = False  # whether the notes below the table have begun
        self._first = 0  # the first row of the table at hand

    def read(self, grid: Grid) -> None:
        """Read one table; says so when it is none."""
        header = find_header(grid.rows, headers=self._headers, given=self._given)
        self._sheet = grid.sheet
        goes_on = header is None and grid.continues and self._header is not None
        if goes_on and self._header is not None:
            # A table that a page break cut in two: its second half has no header of its own.
            header = replace(self._header, row=0, last_row=0)
        if header is None:
            said = note(
                f"没有认出表头，这张表（{len(grid.rows)}行）未读取；可在对照文件的 columns 中写明各列",
                f"No header was recognised, so this table ({len(grid.rows)} rows) was not read; "
                "name its columns under columns in a mapping file",
                sheet=grid.sheet,
            )
            self._out.unread.append(said)
            self._out.ledger.say_grid(grid, _NO_HEADER)
            return
        if not grid.sheet.startswith(f"{TABLE} "):
            # A table of a text goes on on the next page; a sheet of a workbook stands alone.
            self._area = self._category = None
        for line in grid.heading:
            if rank := self._heading(line.text):
                self._out.ledger.take(TEXT, line.anchor, field=rank)
        self._header = header
        if not goes_on:
            self._last, self._below, self._first = None, False, len(self._out.rows)
        self._say_columns(grid, header)
        for at, row in enumerate(grid.rows):
            if row.number <= header.last_row:
                self._claim_top(header, row)
                continue
            again = read_header(grid.rows, at, headers=self._headers, given=self._given)
            if again is not None and self._is_header(row):
                header, self._last, self._below = again, None, False
                self._claim_top(header, row)
                continue
            self._row(grid, header, row)
        self._say_bare_marks()

    def _say_bare_marks(self) -> None:
        """Say of each mark that no note of the table explains."""
        for read in self._out.rows[self._first :]:
            for mark in read.marks:
                if len(mark) == 1 and mark not in read.values.get("notes", ""):
                    words = Words(
                        f"“{read.name}”有标记“{mark}”，表里没有说明它的意思",
                        f'"{read.name}" bears the mark "{mark}", which the table does not explain',
                    )
                    self._out.notices.append(Notice(read.spot, words))

    def _claim_top(self, header: Header, row: Row) -> None:
        """A header is taken as the names of its columns; what stands above it is said."""
        if row.number < header.row:
            self._out.ledger.say_row(self._sheet, row, _ABOVE)
            return
        for column, cell in enumerate(row.cells):
            if cell.text and column in header.fields:
                self._out.ledger.take(self._sheet, cell.anchor, field=header.fields[column])
        self._out.ledger.say_row(self._sheet, row, _NO_FIELD)

    def _claim(self, header: Header, row: Row, *, fields: Container[str] | None = None) -> None:
        """Each cell of a row went into a field, or stands in a column that has none."""
        for column, cell in enumerate(row.cells):
            field = header.fields.get(column)
            if cell.text and field is not None and (fields is None or field in fields):
                self._out.ledger.take(self._sheet, cell.anchor, field=field)
        self._out.ledger.say_row(self._sheet, row, _NO_FIELD)

    def _is_header(self, row: Row) -> bool:
        """Whether most cells are words of headers: an item may well contain one of them."""
        known = sum(
            field_of(text, headers=self._headers, given=self._given) is not None
            for text in row.texts
        )
        return known * 2 > len(row.texts)

    def _say_columns(self, grid: Grid, header: Header) -> None:
        self._out.columns[grid.sheet] = {
            header.words[column]: field for column, field in header.fields.items()
        }
        for text in dict.fromkeys(header.unknown.values()):
            self._out.notices.append(
                note(
                    f"“{text}”列没有对应的字段，未读取；需要时在对照文件的 columns 中写明",
                    f'Column "{text}" matches no field and was not read; '
                    "name it under columns in a mapping file if it matters",
                    sheet=grid.sheet,
                    row=header.row,
                )
            )

    def _row(self, grid: Grid, header: Header, row: Row) -> None:
        spot = Spot(grid.sheet, row.number)
        texts = row.texts
        if len(texts) == 1 and not self._is_item(header, row):
            self._lone(row, texts[0])
            return
        if (heading := self._heading_beside_number(header, row)) is not None:
            self._lone(row, heading)
            return
        values, anchors = self._values(header, row)
        if _TOTAL.match(texts[0]):
            self._say_total(row, texts[0])
            return
        self._places(header, row)
        name = values.get(self._key, "")
        is_emptied = any(
            cell.emptied and header.fields.get(column) == self._key
            for column, cell in enumerate(row.cells)
        )
        if not name and self._goes_on(anchors) and not is_emptied:
            self._join(values)
            self._claim(header, row, fields=(*MULTILINE, "area", "category"))
            return
        if not name:
            self._unread(row, "没有名称", "no name in the row", is_item=True)
            return
        if (
            self._last is not None
            and anchors.get(self._key) == self._last[1]
            and self._merged(row, anchors)
        ):
            self._join(values)
            self._claim(header, row, fields=(*MULTILINE, "area", "category", self._key))
            return
        self._take(spot, values, anchors.get(self._key))
        self._claim(header, row)

    def _heading_beside_number(self, header: Header, row: Row) -> str | None:
        """The heading of a row that has "一" or "（一）" for a number and one text besides."""
        number, others = "", set()
        for column, cell in enumerate(row.cells):
            if cell.text and header.fields.get(column) == "number":
                number = cell.text.strip()
            elif cell.text:
                others.add((cell.anchor, cell.text))
        if len(others) != 1 or not is_heading_number(number):
            return None
        ((_, text),) = others
        point = "" if number.endswith(("）", ")", "、")) else "、"
        return f"{number}{point}{text}"

    def _is_item(self, header: Header, row: Row) -> bool:
        """Whether a row of one text is an item: the text stands alone in the name column."""
        columns = [at for at, cell in enumerate(row.cells) if cell.text]
        if len(columns) != 1 or header.fields.get(columns[0]) != self._key:
            return False
        return split_number(row.cells[columns[0]].text).rank not in {"area", "category"}

    def _merged(self, row: Row, anchors: Mapping[str, tuple[int, int]]) -> bool:
        return anchors[self._key][0] != row.number

    def _goes_on(self, anchors: Mapping[str, tuple[int, int]]) -> bool:
        return self._last is not None and not any(
            field in anchors for field in ("number", self._key)
        )

    def _lone(self, row: Row, text: str) -> None:
        """A row of one text: a heading, a note, or nothing that belongs to the table."""
        numbered = split_number(text).rank in {"area", "category"}
        is_heading = len(text) <= _SHORT_HEADING and not any(mark in text for mark in "。：:")
        if _TOTAL.match(text):
            self._say_total(row, text)
        elif _CAPTION.match(text):
            self._unread(row, f"表题“{text[:30]}”", f'a caption, "{text[:30]}"')
            self._area = self._category = None
        elif (mark := mark_of_note(text)) is not None and self._explain(row, mark, text):
            self._below = True
        elif is_note(text):
            self._below = True
            self._unread(row, f"表注“{text[:30]}”", f'a note, "{text[:30]}"')
        elif is_heading and (numbered or not self._below):
            rank = self._heading(text, force=True) or "area"
            for cell in row.cells:
                if cell.text:
                    self._out.ledger.take(self._sheet, cell.anchor, field=rank)
            self._last, self._below = None, False
        else:
            self._unread(row, f"不像事项：“{text[:30]}”", f'not like an item: "{text[:30]}"')

    def _explain(self, row: Row, mark: str, text: str) -> bool:
        """Write what a mark means into the notes of the items that bear it."""
        marked = [read for read in self._out.rows[self._first :] if mark in read.marks]
        for read in marked:
            above = read.values.get("notes", "")
            line = f"{mark}：{strip_mark(text)}"
            read.values["notes"] = f"{above}\n{line}" if above else line
        if marked:
            for cell in row.cells:
                if cell.text:
                    self._out.ledger.take(self._sheet, cell.anchor, field="notes")
        return bool(marked)

    def _say_total(self, row: Row, text: str) -> None:
        self._unread(row, f"合计行“{text}”", f'a row of totals, "{text}"')

    def _heading(self, text: str, *, force: bool = False) -> str | None:
        """Take a line for an area or a category; says for which, or None for neither."""
        numbered = split_number(text)
        if numbered.rank == "category":
            self._category = numbered.text
            return "category"
        if numbered.rank == "area" or (force and numbered.rank is None):
            self._area, self._category = numbered.text, None
            return "area"
        return None

    def _places(self, header: Header, row: Row) -> None:
        """Area and category columns; an empty cell keeps what stands above."""
        for column, field in header.fields.items():
            if column >= len(row.cells) or field not in {"area", "category"}:
                continue
            text = split_number(row.cells[column].text).text.replace("\n", "")
            if not text:
                continue
            if field == "area":
                if text != self._area:
                    self._category = None
                self._area = text
            else:
                self._category = text

    def _values(
        self, header: Header, row: Row
    ) -> tuple[dict[str, str], dict[str, tuple[int, int]]]:
        values: dict[str, str] = {}
        anchors: dict[str, tuple[int, int]] = {}
        for column, field in header.fields.items():
            cell = row.cells[column] if column < len(row.cells) else None
            if cell is None or not cell.text or field in {"area", "category"}:
                continue
            text = cell.text
            if column in header.labels:
                text = f"{header.labels[column]}：{text}"
            if field in values and anchors.get(field) != cell.anchor:
                values[field] += f"\n{text}"
            else:
                values[field] = text
            anchors.setdefault(field, cell.anchor)
        return values, anchors

    def _take(self, spot: Spot, values: dict[str, str], anchor: tuple[int, int] | None) -> None:
        printed_number = values.pop("number", "").strip()
        number = whole_number(printed_number)
        if printed_number and number is None and self._key == "name":
            _add_note(values, f"原表序号 {printed_number}")  # 1.1: part 1 of item 1
        numbered = split_number(values[self._key])
        if self._key == "name":
            if numbered.rank in {"item", "point"}:
                number = numbered.number if number is None else number
                values["name"] = numbered.text
            values["name"] = values["name"].replace("\n", "")
        marks: tuple[str, ...] = ()
        if self._key == "name":
            values["name"], marks = split_marks(values["name"])
        read = ReadRow(spot, values, number, self._area, self._category, marks)
        if words := [mark for mark in marks if len(mark) > 1]:
            printed = "；".join(f"原表标注“{word}”" for word in words)
            _add_note(values, printed)
        self._out.rows.append(read)
        self._last = (read, anchor)

    def _join(self, values: Mapping[str, str]) -> None:
        """Add a row that goes on to the item above it; equal texts stay one."""
        if self._last is None:
            return
        above = self._last[0].values
        for field in MULTILINE:
            text = values.get(field)
            if text and text not in above.get(field, "").split("\n"):
                above[field] = f"{above[field]}\n{text}" if above.get(field) else text

    def _unread(self, row: Row, zh: str, en: str, *, is_item: bool = False) -> None:
        words = Words(zh, en)
        self._out.unread.append(Notice(Spot(self._sheet, row.number), words, is_item))
        self._out.ledger.say_row(self._sheet, row, words)


def _add_note(values: dict[str, str], words: str) -> None:
    notes = values.get("notes")
    values["notes"] = f"{notes}\n{words}" if notes else words
