"""Tables of the floor: places against the nation, and the ladder of each measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.compare import VERDICTS, level_value
from bps.analysis.floor import STANDINGS
from bps.analysis.table import Table, column, words
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.floor import Floor
    from bps.analysis.ladder import Ladder
    from bps.analysis.names import Names

SCOPES: dict[str, Words] = {
    "same": Words(zh="相同", en="same"),
    "wider": Words(zh="更宽", en="wider"),
    "narrower": Words(zh="更窄", en="narrower"),
    "split": Words(zh="拆分", en="split"),
    "merged": Words(zh="合并", en="merged"),
    "local-only": Words(zh="地方自设", en="local only"),
    "unknown": Words(zh="未知", en="unknown"),
}
_NO_LEVEL = Words(zh="国家未规定", en="nation sets none")


def floor_tables(results: Sequence[Floor], names: Names) -> tuple[Table, ...]:
    """Items and levels of places against the nation, worst first."""
    items = Table(
        name="floor-items",
        title=Words(zh="地方事项与国家标准", en="Local items against the nation"),
        columns=(
            column("place", "地区", "Place", target="jurisdiction"),
            column("place_name", "地区名称", "Name of the place"),
            column("item", "地方事项", "Item", target="item"),
            column("item_name", "事项名称", "Name of the item"),
            column("national", "国家事项", "Nation", target="item"),
            column("scope", "范围", "Scope"),
            column("standing", "结论代码", "Standing code", code=True),
            column("standing_name", "结论", "Standing"),
            column("asks", "需补充", "Ask for"),
        ),
        rows=tuple(
            (
                one.place,
                names.of("jurisdiction", one.place),
                item.item,
                names.of("item", item.item),
                item.national,
                words(SCOPES, item.scope),
                item.standing,
                words(STANDINGS, item.standing),
                Words(
                    zh="；".join(ask.zh for ask in item.asks),
                    en="; ".join(ask.en for ask in item.asks),
                )
                if item.asks
                else None,
            )
            for one in results
            for item in one.items
        ),
    )
    return items, _levels(results, names)


def _levels(results: Sequence[Floor], names: Names) -> Table:
    return Table(
        name="floor-levels",
        title=Words(zh="各项标准的比较", en="Levels compared"),
        columns=(
            column("place", "地区", "Place", target="jurisdiction"),
            column("item", "地方事项", "Item", target="item"),
            column("item_name", "事项名称", "Name of the item"),
            column("measure", "指标", "Measure", target="indicator"),
            column("measure_name", "指标名称", "Name of the measure"),
            column("applies_to", "适用对象", "Applies to"),
            column("local", "地方", "Here"),
            column("national", "国家", "Nation"),
            column("national_now", "国家现行", "Nation now"),
            column("unit", "单位", "Unit"),
            column("per", "按…计", "Per"),
            column("period", "周期", "Period"),
            column("on", "比较日", "As of"),
            column("verdict", "结论代码", "Verdict code", code=True),
            column("verdict_name", "结论", "Verdict"),
            column("certain", "日期明确", "Dates clear"),
            column("overtaken", "其后提高", "Moved since"),
            column("ended", "已到期", "Ended"),
            column("reason", "说明", "Reason"),
        ),
        rows=tuple(
            (
                one.place,
                item.item,
                names.of("item", item.item),
                row.level.measure,
                names.of("indicator", row.level.measure),
                row.level.applies_to,
                level_value(row.level) or None,
                (level_value(row.national) or None) if row.national else None,
                (level_value(row.now) or None) if row.now else None,
                row.level.unit,
                row.level.per,
                row.level.period,
                row.on.isoformat() if row.on else None,
                row.verdict,
                words(VERDICTS, row.verdict) if row.verdict else _NO_LEVEL,
                row.certain,
                row.overtaken,
                row.ended,
                row.reason,
            )
            for one in results
            for item in one.items
            for row in item.levels
        ),
    )


def ladder_table(ladders: Sequence[Ladder], names: Names) -> Table:
    """Every value of every measure that places set, on its ladder."""
    return Table(
        name="level-ladder",
        title=Words(zh="保障水平阶梯", en="Level ladder"),
        columns=(
            column("measure", "指标", "Measure", target="indicator"),
            column("measure_name", "指标名称", "Name of the measure"),
            column("unit", "单位", "Unit"),
            column("per", "按…计", "Per"),
            column("period", "周期", "Period"),
            column("direction", "优劣方向", "Better when"),
            column("place", "地区", "Place", target="jurisdiction"),
            column("place_name", "地区名称", "Name of the place"),
            column("place_level", "层级", "Level of government"),
            column("item", "事项", "Item", target="item"),
            column("applies_to", "适用对象", "Applies to"),
            column("comparator", "比较", "Comparator"),
            column("value", "数值", "Value"),
            column("from", "起", "From"),
            column("to", "止", "To"),
            column("source", "来源", "Source", target="source"),
            column("how", "取得方式", "How"),
        ),
        rows=tuple(
            (
                one.measure,
                names.of("indicator", one.measure),
                one.unit,
                one.per,
                one.period,
                one.direction,
                rung.place,
                names.of("jurisdiction", rung.place),
                rung.place_level,
                rung.item,
                rung.applies_to,
                rung.comparator,
                rung.value,
                rung.start,
                rung.end,
                rung.source,
                rung.how,
            )
            for one in ladders
            for rung in one.rungs
        ),
    )
