"""The layout of the national standard: items as running text with labelled lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bps.findings import Words
from bps.intake.notice import Notice, Spot
from bps.intake.numbering import is_note, split_number
from bps.intake.rows import ReadRow, Understood

if TYPE_CHECKING:
    from bps.intake.grid import Grid

_LABELS: Final = {
    "服务对象": "recipients",
    "服务内容": "content",
    "服务标准": "level",
    "保障标准": "level",
    "支出责任": "funding",
    "牵头负责单位": "lead_units",
    "牵头单位": "lead_units",
    "责任单位": "lead_units",
    "备注": "notes",
}
_LABEL: Final = re.compile(rf"(?:^|(?<=[。；;\s]))[【\[]?({'|'.join(_LABELS)})[】\]]?\s*[:：]\s*")
_SENTENCE_END: Final = "。；;"
_NAME_LENGTH: Final = 60
# Fewer labelled lines may stand in any covering letter.
ENOUGH_LABELS: Final = 2


def is_running_text(grid: Grid) -> bool:
    """Whether the paragraphs hold items with labelled lines."""
    return sum(bool(_LABEL.match(row.cells[0].text)) for row in grid.rows) >= ENOUGH_LABELS


def read_running_text(grid: Grid, understood: Understood) -> None:
    """Read items from paragraphs.

    A short line followed by a labelled one is the name of an item; a labelled line belongs to the
    item above it, and so does what follows until the next heading.

    Args:
        grid: Paragraphs of a document.
        understood: Where items and unread rows are added.
    """
    area: str | None = None
    category: str | None = None
    current: ReadRow | None = None
    field: str | None = None
    lines = [(row.number, row.cells[0].text) for row in grid.rows]
    for at, (number, text) in enumerate(lines):
        following = lines[at + 1][1] if at + 1 < len(lines) else ""
        numbered = split_number(text)
        spot = Spot(grid.sheet, number)
        if _LABEL.match(text):
            field = _labelled(text, current, spot, understood)
        elif numbered.rank == "area" and _is_heading(text):
            area, category, current, field = numbered.text, None, None, None
        elif numbered.rank == "category" and _is_heading(text):
            category, current, field = numbered.text, None, None
        elif _is_heading(text) and _LABEL.match(following):
            current = ReadRow(spot, {"name": numbered.text}, numbered.number, area, category)
            understood.rows.append(current)
            field = None
        elif is_note(text):
            field = None
            words = Words(f"文后的说明“{text[:30]}”", f'a note, "{text[:30]}"')
            understood.unread.append(Notice(spot, words))
        elif current is not None and field is not None:
            current.values[field] += f"\n{text}"
        else:
            understood.unread.append(
                Notice(
                    spot,
                    Words(f"不属于任何事项：“{text[:30]}”", f'belongs to no item: "{text[:30]}"'),
                )
            )


def _is_heading(text: str) -> bool:
    return len(text) <= _NAME_LENGTH and not text.endswith(tuple(_SENTENCE_END))


def _labelled(text: str, current: ReadRow | None, spot: Spot, understood: Understood) -> str | None:
    """Put the labelled parts of a line where they belong; returns the last field."""
    if current is None:
        understood.unread.append(
            Notice(
                spot,
                Words(f"上面没有事项名称：“{text[:30]}”", f'no item name above: "{text[:30]}"'),
            )
        )
        return None
    field: str | None = None
    marks = list(_LABEL.finditer(text))
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        field = _LABELS[mark[1]]
        value = text[mark.end() : end].strip()
        if field == "lead_units":
            value = value.rstrip("。")
        current.values[field] = (
            f"{current.values[field]}\n{value}" if current.values.get(field) else value
        )
    return field
