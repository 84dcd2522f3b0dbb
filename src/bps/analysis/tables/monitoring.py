"""Table of monitoring results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.labels import LABELS
from bps.analysis.monitoring import FAMILIES
from bps.analysis.tables.sheet import PLACE_NAME, Sheet
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.monitoring import Result
    from bps.analysis.names import Names
    from bps.analysis.table import Table


def results_table(rows: Sequence[Result], names: Names) -> Table:
    """Monitoring results with their denominators, ranks and targets."""
    results = Sheet(rows, names)
    results.coded("family", "类别", "Kind", lambda one: one.family, FAMILIES)
    results.add("survey", "调查", "Survey", lambda one: one.survey, target="survey")
    results.record(
        "place", "地区", "Place", lambda one: one.place, type="jurisdiction", name=PLACE_NAME
    )
    results.record(
        "indicator",
        "指标",
        "Indicator",
        lambda one: one.indicator,
        type="indicator",
        name=Words("指标名称", "Name of the indicator"),
    )
    results.add("area", "领域", "Area", lambda one: one.domain, target="concept")
    results.add("label", "名目", "Label", lambda one: one.label)
    results.add("period", "时期", "Period", lambda one: one.period)
    results.coded(
        "comparator", "比较", "Comparator", lambda one: one.comparator, LABELS["comparator"]
    )
    results.add("value", "数值", "Value", lambda one: one.value)
    results.coded("unit", "单位", "Unit", lambda one: one.unit, names.quantities("measure-unit"))
    results.add("numerator", "分子", "Numerator", lambda one: one.numerator)
    results.add("denominator", "分母", "Denominator", lambda one: one.denominator)
    results.add("sample", "样本量", "Sample", lambda one: one.sample, unit="answers")
    results.add("rank", "位次", "Rank", lambda one: one.rank)
    results.add("of", "共多少个", "Of how many", lambda one: one.of)
    results.add("target", "目标", "Target", lambda one: one.target)
    results.add("target_date", "目标时间", "Target date", lambda one: one.target_date)
    results.add("met", "达标", "Met", lambda one: one.met)
    results.add("met_by", "达标依据", "Met, by", lambda one: one.met_by)
    results.add("source", "来源", "Source", lambda one: one.source, target="source")
    return results.table("results", "监测结果", "Monitoring results")
