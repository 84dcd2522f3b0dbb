"""The layout of the national standard: items as running text with labelled lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bps.findings import Words
from bps.intake.notice import Notice, Spot
from bps.intake.numbering import is_note, split_number
from bps.intake.rows import ReadRow, Understood

if TYPE_CHECKING:
    from bps.intake.grid import Cell, Grid

_LABELS: Final = {
    "服务对象": "recipients",
    "保障对象": "recipients",
    "对象": "recipients",
    "服务内容": "content",
    "内容": "content",
    "服务标准": "level",
    "保障标准": "level",
    "标准": "level",
    "支出责任": "funding",
    "资金来源": "funding",
    "牵头负责单位": "lead_units",
    "牵头单位": "lead_units",
    "牵头部门": "lead_units",
    "责任单位": "lead_units",
    "责任部门": "lead_units",
    "负责单位": "lead_units",
    "备注": "notes",
}
_WORDS: Final = "|".join(sorted(_LABELS, key=len, reverse=True))
# Before a label stands nothing or the end of what is before it; behind it a colon, or it is in brackets.
_LABEL: Final = re.compile(
    rf"(?:^|(?<=[。；;，,、\s]))(?:[（(]?[一二三四五六0-9]{{1,2}}[）)、.．]\s*)?"
    rf"(?:[【\[〔](?P<boxed>{_WORDS})[】\]〕]\s*[:：]?|(?P<plain>{_WORDS})\s*[:：])\s*"
)
_SENTENCE_END: Final = "。；;"
_NAME_LENGTH: Final = 60
# Fewer labels may stand in any covering letter.
ENOUGH_LABELS: Final = 2


def is_running_text(grid: Grid) -> bool:
    """Whether the paragraphs hold items with labelled lines."""
    labels = sum(
        1
        for row in grid.rows
        if _LABEL.match(row.cells[0].text)
        for _ in _LABEL.finditer(row.cells[0].text)
    )
    return labels >= ENOUGH_LABELS


def read_running_text(grid: Grid, understood: Understood) -> None:
    """Read items from paragraphs.

    A short line followed by a labelled one is the name of an item; a labelled line belongs to the
    item above it, and so does what follows until the next heading.

    Args:
        grid: Paragraphs of a document.
        understood: Where items and unread rows are added.
    """
    reader = _Reader(grid.sheet, understood)
    cells = [row.cells[0] for row in grid.rows]
    for cell, following in zip(cells, [*cells[1:], None], strict=True):
        reader.line(
            cell, is_labelled=following is not None and _LABEL.match(following.text) is not None
        )


class _Reader:
    """Goes through the lines of a text; each is taken, or it is said why not."""

    def __init__(self, sheet: str, understood: Understood) -> None:
        self._sheet = sheet
        self._out = understood
        self._area: str | None = None
        self._category: str | None = None
        self._current: ReadRow | None = None
        self._field: str | None = None

    def line(self, cell: Cell, *, is_labelled: bool) -> None:
        """Read one line; `is_labelled` tells of the line below it."""
        text = cell.text
        numbered = split_number(text)
        if _LABEL.match(text):
            self._labelled(cell)
        elif numbered.rank == "area" and _is_heading(text):
            self._area, self._category, self._current, self._field = numbered.text, None, None, None
            self._take(cell, "area")
        elif numbered.rank == "category" and _is_heading(text) and not is_labelled:
            self._category, self._current, self._field = numbered.text, None, None
            self._take(cell, "category")
        elif _is_heading(text) and is_labelled:
            spot = Spot(self._sheet, cell.anchor[0])
            values = {"name": numbered.text}
            self._current = ReadRow(spot, values, numbered.number, self._area, self._category)
            self._out.rows.append(self._current)
            self._field = None
            self._take(cell, "name")
        elif is_note(text):
            self._field = None
            self._say(cell, f"文后的说明“{text[:30]}”", f'a note, "{text[:30]}"')
        elif self._current is not None and self._field is not None:
            self._current.values[self._field] += f"\n{text}"
            self._take(cell, self._field)
        else:
            self._say(cell, f"不属于任何事项：“{text[:30]}”", f'belongs to no item: "{text[:30]}"')

    def _labelled(self, cell: Cell) -> None:
        """Put the labelled parts of a line where they belong."""
        text = cell.text
        if self._current is None:
            self._say(
                cell, f"上面没有事项名称：“{text[:30]}”", f'no item name above: "{text[:30]}"'
            )
            return
        values = self._current.values
        marks = list(_LABEL.finditer(text))
        for at, mark in enumerate(marks):
            end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
            self._field = _LABELS[mark["boxed"] or mark["plain"]]
            value = text[mark.end() : end].strip()
            if self._field == "lead_units":
                value = value.rstrip("。")
            known = values.get(self._field)
            values[self._field] = f"{known}\n{value}" if known else value
            self._take(cell, self._field)

    def _take(self, cell: Cell, field: str) -> None:
        self._out.ledger.take(self._sheet, cell.anchor, field=field)

    def _say(self, cell: Cell, zh: str, en: str) -> None:
        words = Words(zh, en)
        self._out.unread.append(Notice(Spot(self._sheet, cell.anchor[0]), words))
        self._out.ledger.say(self._sheet, cell.anchor, words)


def _is_heading(text: str) -> bool:
    return len(text) <= _NAME_LENGTH and not text.endswith(tuple(_SENTENCE_END))
