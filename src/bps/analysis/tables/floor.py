"""Tables of the floor: places against the nation, and the ladder of each measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bps.analysis.compare import VERDICTS, level_value
from bps.analysis.floor import STANDINGS
from bps.analysis.labels import LABELS
from bps.analysis.tables.sheet import ITEM_NAME, PLACE_NAME, Sheet
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.floor import Floor, ItemComparison
    from bps.analysis.floor_levels import LevelComparison
    from bps.analysis.ladder import Ladder, Rung
    from bps.analysis.names import Names
    from bps.analysis.table import Table
    from bps.model import Level

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
_MEASURE_NAME = Words(zh="指标名称", en="Name of the measure")


class _Item(NamedTuple):
    place: str
    item: ItemComparison


class _Level(NamedTuple):
    place: str
    item: str
    level: LevelComparison


class _Rung(NamedTuple):
    ladder: Ladder
    rung: Rung


def floor_tables(results: Sequence[Floor], names: Names) -> tuple[Table, ...]:
    """Items and levels of places against the nation, worst first."""
    return _items(results, names), _levels(results, names)


def _items(results: Sequence[Floor], names: Names) -> Table:
    items = Sheet([_Item(one.place, item) for one in results for item in one.items], names)
    items.record(
        "place", "地区", "Place", lambda row: row.place, type="jurisdiction", name=PLACE_NAME
    )
    items.record("item", "地方事项", "Item", lambda row: row.item.item, type="item", name=ITEM_NAME)
    items.add("national", "国家事项", "Nation", lambda row: row.item.national, target="item")
    items.add("scope", "范围", "Scope", lambda row: SCOPES[row.item.scope])
    items.coded("standing", "结论", "Standing", lambda row: row.item.standing, STANDINGS)
    items.sentences("asks", "需补充", "Ask for", lambda row: row.item.asks)
    return items.table("floor-items", "地方事项与国家标准", "Local items against the nation")


def _levels(results: Sequence[Floor], names: Names) -> Table:
    rows = [
        _Level(one.place, item.item, level)
        for one in results
        for item in one.items
        for level in item.levels
    ]
    levels = Sheet(rows, names)
    levels.add("place", "地区", "Place", lambda row: row.place, target="jurisdiction")
    levels.record("item", "地方事项", "Item", lambda row: row.item, type="item", name=ITEM_NAME)
    levels.record(
        "measure",
        "指标",
        "Measure",
        lambda row: row.level.level.measure,
        type="indicator",
        name=_MEASURE_NAME,
    )
    levels.add("applies_to", "适用对象", "Applies to", lambda row: row.level.level.applies_to)
    levels.add("local", "地方", "Here", lambda row: _value(row.level.level))
    levels.add("national", "国家", "Nation", lambda row: _value(row.level.national))
    levels.add("against", "比较对象", "Held against", lambda row: row.level.against, target="item")
    levels.basis(
        lambda row: row.level.level.unit,
        lambda row: row.level.level.per,
        lambda row: row.level.level.period,
    )
    levels.add("on", "比较日", "As of", lambda row: row.level.on.isoformat())
    levels.coded(
        "verdict", "结论", "Verdict", lambda row: row.level.verdict, VERDICTS, without=_NO_LEVEL
    )
    levels.add("certain", "日期明确", "Dates clear", lambda row: row.level.certain)
    levels.add("raised_since", "国家其后提高", "Raised since", lambda row: row.level.raised_since)
    levels.add(
        "below_when_set", "当时已低于", "Below when set", lambda row: row.level.below_when_set
    )
    levels.add("ended", "已到期", "Ended", lambda row: row.level.ended)
    levels.add("reason", "说明", "Reason", lambda row: row.level.reason)
    return levels.table("floor-levels", "各项标准的比较", "Levels compared")


def _value(level: Level | None) -> str | None:
    return (level_value(level) or None) if level else None


def ladder_table(ladders: Sequence[Ladder], names: Names) -> Table:
    """Every value of every measure that places set, on its ladder."""
    rungs = Sheet([_Rung(one, rung) for one in ladders for rung in one.rungs], names)
    rungs.record(
        "measure",
        "指标",
        "Measure",
        lambda row: row.ladder.measure,
        type="indicator",
        name=_MEASURE_NAME,
    )
    rungs.basis(
        lambda row: row.ladder.unit, lambda row: row.ladder.per, lambda row: row.ladder.period
    )
    rungs.coded(
        "direction", "优劣方向", "Better", lambda row: row.ladder.direction, LABELS["direction"]
    )
    rungs.record(
        "place", "地区", "Place", lambda row: row.rung.place, type="jurisdiction", name=PLACE_NAME
    )
    rungs.coded(
        "place_level",
        "层级",
        "Level of government",
        lambda row: row.rung.place_level,
        LABELS["place.level"],
    )
    rungs.add("item", "事项", "Item", lambda row: row.rung.item, target="item")
    rungs.add("applies_to", "适用对象", "Applies to", lambda row: row.rung.applies_to)
    rungs.coded(
        "comparator", "比较", "Comparator", lambda row: row.rung.comparator, LABELS["comparator"]
    )
    rungs.add("value", "数值", "Value", lambda row: row.rung.value)
    rungs.add("from", "起", "From", lambda row: row.rung.start)
    rungs.add("to", "止", "To", lambda row: row.rung.end)
    rungs.add("source", "来源", "Source", lambda row: row.rung.source, target="source")
    rungs.coded("how", "取得方式", "How", lambda row: row.rung.how, LABELS["how"])
    return rungs.table("level-ladder", "保障水平阶梯", "Level ladder")
