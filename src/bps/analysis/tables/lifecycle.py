"""Tables of standards over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.labels import LABELS
from bps.analysis.lifecycle import CLOCK_STATES, STARTS
from bps.analysis.tables.sheet import Sheet

if TYPE_CHECKING:
    from bps.analysis.lifecycle import Lifecycle
    from bps.analysis.names import Names
    from bps.analysis.table import Table


def lifecycle_tables(result: Lifecycle, names: Names) -> tuple[Table, ...]:
    """Clocks, effects, series and the count by status."""
    return (
        _clocks(result, names),
        _effects(result, names),
        _series(result, names),
        _statuses(result, names),
    )


def _clocks(result: Lifecycle, names: Names) -> Table:
    clocks = Sheet(result.clocks, names)
    clocks.record("standard", "标准", "Standard", lambda one: one.standard, type="standard")
    clocks.coded("state", "状态", "State", lambda one: one.state, CLOCK_STATES)
    clocks.add("started", "起算日", "Counted from", lambda one: one.started)
    clocks.coded("start", "起算依据", "What that date is", lambda one: one.start, STARTS)
    clocks.add(
        "due_from",
        "最早到期",
        "Due from",
        lambda one: one.due.first.isoformat() if one.due else None,
    )
    clocks.add("due_to", "到期", "Due", lambda one: one.due.last.isoformat() if one.due else None)
    clocks.add("rule", "规则", "Rule", lambda one: one.rule)
    clocks.add("reason", "说明", "Reason", lambda one: one.reason)
    return clocks.table("review-clock", "复审日程", "Review dates")


def _effects(result: Lifecycle, names: Names) -> Table:
    effects = Sheet(result.effects, names)
    effects.record("standard", "标准", "Standard", lambda one: one.standard, type="standard")
    effects.coded("status", "状态", "Status", lambda one: one.status, LABELS["status"])
    effects.ids("replaced_by", "被代替", "Replaced by", lambda one: one.replaced_by)
    effects.ids("items", "仍引用它的事项", "Items still tied to it", lambda one: one.items)
    effects.ids("units", "牵头单位", "Lead units", lambda one: one.units)
    effects.ids("service_points", "服务点", "Service points", lambda one: one.service_points)
    return effects.table(
        "replacement-effects", "代替和废止的影响", "What replacement and withdrawal touch"
    )


def _series(result: Lifecycle, names: Names) -> Table:
    series = Sheet(result.series, names)
    series.add("base", "标准号", "Code without part", lambda one: one.base)
    series.ids(
        "recorded", "已收录部分", "Parts recorded", lambda one: (str(part) for part, _ in one.parts)
    )
    series.ids("gaps", "未收录部分", "Parts not recorded", lambda one: map(str, one.gaps))
    return series.table("series", "分部分标准的完整性", "Series and their gaps")


def _statuses(result: Lifecycle, names: Names) -> Table:
    statuses = Sheet(result.statuses, names)
    statuses.coded("status", "状态", "Status", lambda row: row[0], LABELS["status"])
    statuses.add("standards", "标准数", "Standards", lambda row: row[1], unit="standards")
    return statuses.table("standards-by-status", "标准状态", "Standards by status")
