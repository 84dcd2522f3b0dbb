"""Definitions of measures."""

from __future__ import annotations

from typing import Literal

from bps.model.base import Many, Text, about, field
from bps.model.concepts import ConceptRef
from bps.model.level import PERIOD_TEXTS, Period
from bps.model.quantities import MeasureUnitRef, PerRef
from bps.model.record import SourcedRecord


class Indicator(SourcedRecord):
    """What a number means, in which unit it is counted and which way is better."""

    model_config = about(
        "Indicator",
        "指标",
        "Definition of a measure used by levels, results and surveys.",
        "标准、结果和调查所用指标的定义。",
    )

    kind: Literal[
        "facility", "input", "output", "outcome", "time", "satisfaction", "entitlement"
    ] = field(
        "Kind",
        "类别",
        "facility, input, output, outcome, time, satisfaction or entitlement (what a person may claim).",
        "facility 设施；input 投入；output 产出；outcome 成效；time 时间；satisfaction 满意度；entitlement 个人可得。",
        "entitlement",
        required=True,
    )
    definition: Text | None = field(
        "Definition",
        "定义",
        "What is measured.",
        "衡量的是什么。",
        {"zh": "每人每月最低发放的基础养老金", "en": "Lowest basic pension per person and month"},
    )
    formula: Text | None = field(
        "Formula",
        "公式",
        "How it is computed.",
        "计算方法。",
        {"zh": "满意人数÷有效样本", "en": "Satisfied / valid answers"},
    )
    unit: MeasureUnitRef | None = field(
        "Unit", "单位", "Unit of its values.", "数值的单位。", "CNY"
    )
    per: PerRef | None = field(
        "Per", "按…计", "What values are counted per.", "按什么计。", "person"
    )
    period: Period | None = field(*PERIOD_TEXTS)
    direction: Literal["higher", "lower", "none"] = field(
        "Better when",
        "优劣方向",
        "higher, lower, or none where neither is better.",
        "higher 越高越好；lower 越低越好；none 无优劣。",
        "higher",
        required=True,
    )
    domains: Many[ConceptRef] = field(
        "Areas",
        "领域",
        "Areas it belongs to.",
        "所属领域。",
        ["monitoring-domains/elderly-care"],
        many=True,
    )
