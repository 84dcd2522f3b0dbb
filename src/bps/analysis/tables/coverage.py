"""Tables of the coverage analyses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.coverage import STATES
from bps.analysis.table import Table, column, words
from bps.analysis.ties import ITEM_STATES, KINDS
from bps.findings.words import Words

if TYPE_CHECKING:
    from bps.analysis.coverage import Coverage
    from bps.analysis.names import Names
    from bps.analysis.reach import Reach, Served
    from bps.analysis.ties import Ties


def coverage_tables(result: Coverage, names: Names) -> tuple[Table, ...]:
    """Places, areas and cells of the coverage matrix."""
    places = Table(
        name="coverage-places",
        title=Words(zh="各地收录情况", en="Places"),
        columns=(
            column("place", "地区", "Place", target="jurisdiction"),
            column("place_name", "地区名称", "Name"),
            column("recorded", "已收录的国家事项", "National items recorded", unit="items"),
            column("total", "国家事项总数", "National items", unit="items"),
            column("share", "收录比例", "Share recorded", unit="percent"),
            column("local_only", "地方自设事项", "Local-only items", unit="items"),
            column("unrelated", "未与国家事项对应", "Not related to a national item", unit="items"),
            column("items", "收录事项总数", "Items recorded", unit="items"),
        ),
        rows=tuple(
            (
                one.place,
                names.of("jurisdiction", one.place),
                one.recorded,
                one.total,
                f"{one.share:.1f}",
                one.local_only,
                one.unrelated,
                one.items,
            )
            for one in result.places
        ),
    )
    areas = Table(
        name="coverage-areas",
        title=Words(zh="领域 × 地区", en="Areas by place"),
        columns=(
            column("area", "领域", "Area", target="concept"),
            column("area_name", "领域名称", "Name of the area"),
            column("place", "地区", "Place", target="jurisdiction"),
            column("place_name", "地区名称", "Name of the place"),
            column("recorded", "已收录", "Recorded", unit="items"),
            column("total", "国家事项数", "National items", unit="items"),
        ),
        rows=tuple(
            (
                one.area,
                names.concept(one.area),
                one.place,
                names.of("jurisdiction", one.place),
                one.recorded,
                one.total,
            )
            for one in result.area_cells
        ),
    )
    return places, areas, _cells(result, names)


def _cells(result: Coverage, names: Names) -> Table:
    position = {item: number for number, item in enumerate(result.items)}
    cells = sorted(result.cells.values(), key=lambda one: (position[one.item], one.place))
    return Table(
        name="coverage-matrix",
        title=Words(
            zh="国家事项 × 地区（未列出的为未收录）",
            en="National items by place (not listed: not recorded)",
        ),
        columns=(
            column("item", "国家事项", "National item", target="item"),
            column("item_name", "事项名称", "Name of the item"),
            column("area", "领域", "Area", target="concept"),
            column("place", "地区", "Place", target="jurisdiction"),
            column("place_name", "地区名称", "Name of the place"),
            column("state", "状态代码", "State code", code=True),
            column("state_name", "状态", "State"),
            column("local_items", "地方事项", "Local items"),
        ),
        rows=tuple(
            (
                cell.item,
                names.of("item", cell.item),
                result.area_of.get(cell.item),
                cell.place,
                names.of("jurisdiction", cell.place),
                cell.state,
                words(STATES, cell.state),
                " ".join(cell.local_items),
            )
            for cell in cells
        ),
    )


def ties_tables(result: Ties, names: Names) -> tuple[Table, ...]:
    """Items with their standards, and standards without an item."""
    items = Table(
        name="items-standards",
        title=Words(zh="事项 × 标准 × 规范方面", en="Items, standards and kinds of tie"),
        columns=(
            column("item", "事项", "Item", target="item"),
            column("item_name", "事项名称", "Name of the item"),
            column("state", "状态代码", "State code", code=True),
            column("state_name", "状态", "State"),
            *(column(kind, text.zh, text.en) for kind, text in KINDS.items()),
        ),
        rows=tuple(
            (
                one.item,
                names.of("item", one.item),
                one.state,
                words(ITEM_STATES, one.state),
                *(" ".join(one.standards.get(kind, ())) or None for kind in KINDS),
            )
            for one in result.items
        ),
    )
    idle = Table(
        name="standards-without-item",
        title=Words(zh="没有对应事项的标准", en="Standards serving no item"),
        columns=(
            column("standard", "标准", "Standard", target="standard"),
            column("standard_name", "标准名称", "Name"),
        ),
        rows=tuple((one, names.of("standard", one)) for one in result.idle),
    )
    return items, idle


def reach_tables(result: Reach, names: Names) -> tuple[Table, ...]:
    """Stages of life, groups of people, and items with their indicators."""
    measured = Table(
        name="items-indicators",
        title=Words(zh="事项 × 指标 × 结果", en="Items, indicators and results"),
        columns=(
            column("item", "事项", "Item", target="item"),
            column("item_name", "事项名称", "Name of the item"),
            column("indicators", "指标数", "Indicators", unit="indicators"),
            column("with_results", "有结果的指标数", "Indicators with results", unit="indicators"),
            column("indicator_ids", "指标", "Indicator ids"),
        ),
        rows=tuple(
            (
                one.item,
                names.of("item", one.item),
                len(one.indicators),
                len(one.with_results),
                " ".join(one.indicators) or None,
            )
            for one in result.measured
        ),
    )
    return (
        _served(
            "life-events", Words(zh="生命周期阶段", en="Stages of life"), result.life_events, names
        ),
        _served(
            "recipients", Words(zh="服务对象", en="Groups of people"), result.recipients, names
        ),
        measured,
    )


def _served(kind: str, title: Words, rows: tuple[Served, ...], names: Names) -> Table:
    return Table(
        name=f"served-{kind}",
        title=title,
        columns=(
            column("concept", "编号", "Id"),
            column("name", "名称", "Name"),
            column("items", "直接服务的事项", "Items that serve it", unit="items"),
            column("below", "只服务其中一部分的事项", "Items for a narrower group", unit="items"),
            column("unserved", "无事项服务", "Served by nothing"),
        ),
        rows=tuple(
            (
                one.concept,
                names.concept(f"{kind}/{one.concept}"),
                one.items,
                one.below,
                one.unserved,
            )
            for one in rows
        ),
    )
