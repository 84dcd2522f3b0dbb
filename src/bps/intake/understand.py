"""From grids to items: the way from an office's table to rows with meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.findings import Words
from bps.intake.columns import ITEM_HEADERS, STANDARD_HEADERS, field_of
from bps.intake.ledger import Ledger
from bps.intake.notice import Notice, Spot
from bps.intake.repeats import repeats
from bps.intake.rows import Understood
from bps.intake.running_text import is_running_text, read_running_text
from bps.intake.tables import TableReader

if TYPE_CHECKING:
    from bps.intake.grid import Grid, OfficeFile
    from bps.intake.mapping import Mapping

_SAMPLE: Final = 40


def holds_standards(office: OfficeFile) -> bool:
    """Whether the first rows of a table name codes and titles of standards."""
    for grid in office.grids:
        for row in grid.rows[:_SAMPLE]:
            fields = {field_of(text, headers=STANDARD_HEADERS, given={}) for text in row.texts}
            items = {field_of(text, headers=ITEM_HEADERS, given={}) for text in row.texts}
            if {"code", "title"} <= fields and "content" not in items:
                return True
    return False


def understand(office: OfficeFile, *, mapping: Mapping, standards: bool = False) -> Understood:
    """Read every grid of a file.

    Args:
        office: What a reader gave.
        mapping: The office's own answers, where the file leaves questions.
        standards: Whether the rows are standards instead of items.

    Returns:
        Items, rows that were not taken, and what there is to know.
    """
    understood = Understood(notices=list(office.notices), ledger=Ledger(office))
    reader = TableReader(
        understood,
        headers=STANDARD_HEADERS if standards else ITEM_HEADERS,
        given=mapping.columns,
        key="code" if standards else "name",
    )
    for grid in office.grids:
        if mapping.sheets and grid.sheet not in mapping.sheets:
            understood.unread.append(
                Notice(
                    Spot(grid.sheet),
                    Words("对照文件没有选这张表", "not chosen by the mapping file"),
                )
            )
        elif not grid.is_text:
            reader.read(grid)
        elif is_running_text(grid):
            read_running_text(grid, understood)
        elif not any(not other.is_text for other in office.grids):
            _say_no_table(grid, understood)
    understood.ledger.close()
    if not standards:
        understood.notices.extend(repeats(understood.rows))
    return understood


def _say_no_table(grid: Grid, understood: Understood) -> None:
    understood.unread.append(
        Notice(
            Spot(grid.sheet),
            Words(
                f"没有表格，{len(grid.rows)}段文字里也没有“服务对象：”这样的标记",
                f"no table, and no labels such as 服务对象： in {len(grid.rows)} paragraphs",
            ),
        )
    )
