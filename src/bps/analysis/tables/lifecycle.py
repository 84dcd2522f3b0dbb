"""Tables of standards over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.lifecycle import CLOCK_STATES
from bps.analysis.table import Table, column, words
from bps.findings.words import Words

if TYPE_CHECKING:
    from bps.analysis.lifecycle import Lifecycle
    from bps.analysis.names import Names


def lifecycle_tables(result: Lifecycle, names: Names) -> tuple[Table, ...]:
    """Clocks, effects, series and the count by status."""
    clocks = Table(
        name="review-clock",
        title=Words(zh="复审时钟", en="Review clock"),
        columns=(
            column("standard", "标准", "Standard", target="standard"),
            column("standard_name", "标准名称", "Name"),
            column("state", "状态代码", "State code", code=True),
            column("state_name", "状态", "State"),
            column("started", "起算日", "Counted from"),
            column("start", "起算依据", "What that date is"),
            column("due_from", "最早到期", "Due from"),
            column("due_to", "到期", "Due"),
            column("rule", "规则", "Rule"),
            column("reason", "说明", "Reason"),
        ),
        rows=tuple(
            (
                one.standard,
                names.of("standard", one.standard),
                one.state,
                words(CLOCK_STATES, one.state),
                one.started,
                one.start,
                one.due.first.isoformat() if one.due else None,
                one.due.last.isoformat() if one.due else None,
                one.rule,
                one.reason,
            )
            for one in result.clocks
        ),
    )
    return clocks, _effects(result, names), _series(result), _statuses(result)


def _effects(result: Lifecycle, names: Names) -> Table:
    return Table(
        name="replacement-effects",
        title=Words(zh="代替和废止的影响", en="What replacement and withdrawal touch"),
        columns=(
            column("standard", "标准", "Standard", target="standard"),
            column("standard_name", "标准名称", "Name"),
            column("status", "状态", "Status"),
            column("replaced_by", "被代替", "Replaced by"),
            column("items", "仍引用它的事项", "Items still tied to it"),
            column("units", "牵头单位", "Lead units"),
            column("service_points", "服务点", "Service points"),
        ),
        rows=tuple(
            (
                one.standard,
                names.of("standard", one.standard),
                one.status,
                " ".join(one.replaced_by) or None,
                " ".join(one.items) or None,
                " ".join(one.units) or None,
                " ".join(one.service_points) or None,
            )
            for one in result.effects
        ),
    )


def _series(result: Lifecycle) -> Table:
    return Table(
        name="series",
        title=Words(zh="分部分标准的完整性", en="Series and their gaps"),
        columns=(
            column("base", "标准号", "Code without part"),
            column("recorded", "已收录部分", "Parts recorded"),
            column("gaps", "未收录部分", "Parts not recorded"),
        ),
        rows=tuple(
            (
                one.base,
                " ".join(str(number) for number, _ in one.parts),
                " ".join(map(str, one.gaps)) or None,
            )
            for one in result.series
        ),
    )


def _statuses(result: Lifecycle) -> Table:
    return Table(
        name="standards-by-status",
        title=Words(zh="标准状态", en="Standards by status"),
        columns=(
            column("status", "状态", "Status"),
            column("standards", "标准数", "Standards", unit="standards"),
        ),
        rows=result.statuses,
    )
