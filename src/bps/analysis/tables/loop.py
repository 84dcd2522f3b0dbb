"""Tables of the loop: from weak results back to items, standards and units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.tables.sheet import PLACE_NAME, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.analysis.loop import Loop
    from bps.analysis.names import Names
    from bps.analysis.table import Table


def loop_tables(result: Loop, names: Names) -> tuple[Table, ...]:
    """Domains of a place with what stands behind them, and why they are weak."""
    return _domains(result, names), _overall(result, names)


def _domains(result: Loop, names: Names) -> Table:
    domains = Sheet(result.domains, names)
    domains.concept("domain", "领域", "Domain", lambda one: one.domain)
    domains.add("weak", "偏弱", "Weak", lambda one: bool(one.weaknesses))
    domains.sentences(
        "reasons", "原因", "Reasons", lambda one: (weak.reason for weak in one.weaknesses)
    )
    domains.add("results", "结果数", "Results", lambda one: one.results, unit="results")
    domains.ids("items", "事项", "Items", lambda one: one.items)
    domains.ids("standards", "标准", "Standards", lambda one: one.standards)
    domains.ids("units", "责任单位", "Units", lambda one: one.units)
    domains.ids("due", "应复审的标准", "Standards due for review", lambda one: one.due)
    return domains.table("loop", "从结果回到事项和标准", "From results back to items and standards")


def _overall(result: Loop, names: Names) -> Table:
    overall = Sheet(result.overall, names)
    overall.add("period", "时期", "Period", lambda one: one.result.period)
    overall.add("label", "名目", "Label", lambda one: one.result.label)
    overall.add("reason", "原因", "Reason", lambda one: one.reason)
    overall.add("source", "来源", "Source", lambda one: one.result.source, target="source")
    return overall.table("loop-overall", "总体", "The place as a whole")


def weak_domains_table(walks: Iterable[Loop], names: Names) -> Table:
    """Weak domains of all places, with the items and standards behind them."""
    rows = [(walk.place, one) for walk in walks for one in walk.domains if one.weaknesses]
    weak = Sheet(rows, names)
    weak.record("place", "地区", "Place", lambda row: row[0], type="jurisdiction", name=PLACE_NAME)
    weak.concept("domain", "领域", "Domain", lambda row: row[1].domain)
    weak.sentences(
        "reasons", "原因", "Reasons", lambda row: (one.reason for one in row[1].weaknesses)
    )
    weak.ids("items", "事项", "Items", lambda row: row[1].items)
    weak.ids("standards", "标准", "Standards", lambda row: row[1].standards)
    weak.ids("due", "应复审的标准", "Standards due for review", lambda row: row[1].due)
    return weak.table("weak-domains", "偏弱的领域", "Weak domains")
