"""Table of the levels that applied on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.compare import level_value
from bps.analysis.table import Table, column
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.levels_on import LevelOn
    from bps.analysis.names import Names


def levels_table(rows: Sequence[LevelOn], names: Names) -> Table:
    """Levels with their dates, and whether the dates are certain for that day."""
    return Table(
        name="levels",
        title=Words(zh="当日执行的水平", en="Levels that applied"),
        columns=(
            column("measure", "指标", "Measure", target="indicator"),
            column("measure_name", "指标名称", "Name"),
            column("applies_to", "适用对象", "Applies to"),
            column("value", "数值", "Value"),
            column("unit", "单位", "Unit"),
            column("per", "按…计", "Per"),
            column("period", "周期", "Period"),
            column("text", "文字标准", "In words"),
            column("from", "起", "From"),
            column("to", "止", "To"),
            column("certain", "日期确定", "Dates certain"),
            column("source", "来源", "Source", target="source"),
        ),
        rows=tuple(
            (
                row.level.measure,
                names.of("indicator", row.level.measure),
                row.level.applies_to,
                level_value(row.level) or None,
                row.level.unit,
                row.level.per,
                row.level.period,
                row.level.text,
                row.level.from_,
                row.level.to,
                row.certain,
                row.level.evidence.source,
            )
            for row in rows
        ),
    )
