"""Tables of the levels that applied on a day, and of the list editions that named the item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.compare import level_value
from bps.analysis.labels import LABELS
from bps.analysis.tables.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.levels_on import LevelOn
    from bps.analysis.names import Names
    from bps.analysis.table import Table
    from bps.model import Level
    from bps.relations.listed_on import ListedOn


def levels_table(rows: Sequence[LevelOn], names: Names) -> Table:
    """Levels with their dates, and whether the dates are certain for that day."""
    levels = Sheet(rows, names)
    levels.record("measure", "指标", "Measure", lambda row: row.level.measure, type="indicator")
    levels.add("applies_to", "适用对象", "Applies to", lambda row: row.level.applies_to)
    levels.add("value", "数值", "Value", lambda row: level_value(row.level) or None)
    levels.basis(
        lambda row: row.level.unit, lambda row: row.level.per, lambda row: row.level.period
    )
    levels.add("text", "文字标准", "In words", lambda row: row.level.text)
    levels.add("from", "起", "From", lambda row: row.level.from_)
    levels.add("to", "止", "To", lambda row: row.level.to)
    levels.add("certain", "日期确定", "Dates certain", lambda row: row.certain)
    levels.coded("how", "取得方式", "How", lambda row: row.level.evidence.how, LABELS["how"])
    levels.add("source", "来源", "Source", lambda row: row.level.evidence.source, target="source")
    return levels.table("levels", "当日执行的水平", "Levels that applied")


def ended_table(rows: Sequence[Level], names: Names) -> Table:
    """Levels that had ended by that day, with no newer one known."""
    ended = Sheet(rows, names)
    ended.record("measure", "指标", "Measure", lambda row: row.measure, type="indicator")
    ended.add("applies_to", "适用对象", "Applies to", lambda row: row.applies_to)
    ended.add("value", "数值", "Value", lambda row: level_value(row) or None)
    ended.basis(lambda row: row.unit, lambda row: row.per, lambda row: row.period)
    ended.add("text", "文字标准", "In words", lambda row: row.text)
    ended.add("to", "止", "To", lambda row: row.to)
    return ended.table("ended", "已到期、没有更新标准的", "Ended, no newer level known")


def editions_table(rows: Sequence[ListedOn], names: Names) -> Table:
    """List editions in force on that day that name the item, with its number there."""
    editions = Sheet((row for row in rows if row.applied != "no"), names)
    editions.record("list", "清单", "List", lambda row: row.edition.id, type="list")
    editions.add("number", "序号", "Number", lambda row: row.listing.number)
    editions.add("name_there", "清单中的名称", "Name there", lambda row: row.listing.name)
    editions.add("from", "起", "From", lambda row: row.period.start)
    editions.add("to", "止", "To", lambda row: row.period.end)
    editions.add("certain", "日期确定", "Dates certain", lambda row: row.applied == "yes")
    return editions.table("editions", "当日有效的清单", "List editions in force")
