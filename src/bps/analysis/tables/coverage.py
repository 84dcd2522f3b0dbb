"""Tables of the coverage analyses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.coverage import STATES
from bps.analysis.tables.sheet import ITEM_NAME, PLACE_NAME, Sheet
from bps.analysis.ties import ITEM_STATES, KINDS
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bps.analysis.coverage import Coverage
    from bps.analysis.names import Names
    from bps.analysis.reach import Reach, Served
    from bps.analysis.table import Table
    from bps.analysis.ties import ItemTies, Ties


def coverage_tables(result: Coverage, names: Names) -> tuple[Table, ...]:
    """Places, areas and cells of the coverage matrix."""
    return _places(result, names), _areas(result, names), _cells(result, names)


def _places(result: Coverage, names: Names) -> Table:
    places = Sheet(result.places, names)
    places.record(
        "place", "地区", "Place", lambda one: one.place, type="jurisdiction", name=PLACE_NAME
    )
    places.add(
        "recorded",
        "已收录的国家事项",
        "National items recorded",
        lambda one: one.recorded,
        unit="items",
    )
    places.add("total", "国家事项总数", "National items", lambda one: one.total, unit="items")
    places.add(
        "share", "收录比例", "Share recorded", lambda one: f"{one.share:.1f}", unit="percent"
    )
    places.add(
        "local_only", "地方自设事项", "Local-only items", lambda one: one.local_only, unit="items"
    )
    places.add(
        "unrelated",
        "未与国家事项对应",
        "Not related to a national item",
        lambda one: one.unrelated,
        unit="items",
    )
    places.add("items", "收录事项总数", "Items recorded", lambda one: one.items, unit="items")
    return places.table("coverage-places", "各地收录情况", "Places")


def _areas(result: Coverage, names: Names) -> Table:
    areas = Sheet(result.area_cells, names)
    areas.concept(
        "area", "领域", "Area", lambda one: one.area, name=Words("领域名称", "Name of the area")
    )
    areas.record(
        "place", "地区", "Place", lambda one: one.place, type="jurisdiction", name=PLACE_NAME
    )
    areas.add("recorded", "已收录", "Recorded", lambda one: one.recorded, unit="items")
    areas.add("total", "国家事项数", "National items", lambda one: one.total, unit="items")
    return areas.table("coverage-areas", "领域 × 地区", "Areas by place")


def _cells(result: Coverage, names: Names) -> Table:
    position = {item: number for number, item in enumerate(result.items)}
    cells = Sheet(
        sorted(result.cells.values(), key=lambda one: (position[one.item], one.place)), names
    )
    cells.record(
        "item", "国家事项", "National item", lambda one: one.item, type="item", name=ITEM_NAME
    )
    cells.add("area", "领域", "Area", lambda one: result.area_of.get(one.item), target="concept")
    cells.record(
        "place", "地区", "Place", lambda one: one.place, type="jurisdiction", name=PLACE_NAME
    )
    cells.coded("state", "状态", "State", lambda one: one.state, STATES)
    cells.ids("local_items", "地方事项", "Local items", lambda one: one.local_items)
    return cells.table(
        "coverage-matrix",
        "国家事项 × 地区（未列出的为未收录）",
        "National items by place (not listed: not recorded)",
    )


def ties_tables(result: Ties, names: Names) -> tuple[Table, ...]:
    """Items with their standards, and standards without an item."""
    items = Sheet(result.items, names)
    items.record("item", "事项", "Item", lambda one: one.item, type="item", name=ITEM_NAME)
    items.coded("state", "状态", "State", lambda one: one.state, ITEM_STATES)
    for kind, label in KINDS.items():
        items.ids(kind, label.zh, label.en, _tied(kind))
    idle = Sheet(result.idle, names)
    idle.record("standard", "标准", "Standard", lambda standard: standard, type="standard")
    return (
        items.table(
            "items-standards", "事项 × 标准 × 规范方面", "Items, standards and kinds of tie"
        ),
        idle.table("standards-without-item", "没有对应事项的标准", "Standards serving no item"),
    )


def _tied(kind: str) -> Callable[[ItemTies], tuple[str, ...]]:
    return lambda one: one.standards.get(kind, ())


def reach_tables(result: Reach, names: Names) -> tuple[Table, ...]:
    """Stages of life, groups of people, and items with their indicators."""
    return (
        _served("life-events", Words("生命周期阶段", "Stages of life"), result.life_events, names),
        _served("recipients", Words("服务对象", "Groups of people"), result.recipients, names),
        _measured(result, names),
    )


def _measured(result: Reach, names: Names) -> Table:
    items = Sheet(result.measured, names)
    items.record("item", "事项", "Item", lambda one: one.item, type="item", name=ITEM_NAME)
    items.add(
        "indicators", "指标数", "Indicators", lambda one: len(one.indicators), unit="indicators"
    )
    items.add(
        "with_results",
        "有结果的指标数",
        "Indicators with results",
        lambda one: len(one.with_results),
        unit="indicators",
    )
    items.ids("indicator_ids", "指标", "Indicator ids", lambda one: one.indicators)
    return items.table("items-indicators", "事项 × 指标 × 结果", "Items, indicators and results")


def _served(kind: str, title: Words, rows: tuple[Served, ...], names: Names) -> Table:
    served = Sheet(rows, names)
    served.add("concept", "编号", "Id", lambda one: one.concept)
    served.add("name", "名称", "Name", lambda one: names.concept(f"{kind}/{one.concept}"))
    served.add(
        "items", "直接服务的事项", "Items that serve it", lambda one: one.items, unit="items"
    )
    served.add(
        "below",
        "只服务其中一部分的事项",
        "Items for a narrower group",
        lambda one: one.below,
        unit="items",
    )
    served.add("unserved", "无事项服务", "Served by nothing", lambda one: one.unserved)
    return served.table(f"served-{kind}", title.zh, title.en)
