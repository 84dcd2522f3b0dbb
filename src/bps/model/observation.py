"""Measured or reported values, targets and ranks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bps.model.base import (
    SLUG_PATTERN,
    Count,
    DecimalText,
    Many,
    PartialDate,
    Reference,
    Strict,
    Text,
    about,
    field,
)
from bps.model.concepts import ConceptRef
from bps.model.declared import COMPARATOR_TEXTS, Comparator
from bps.model.evidence import RowEvidence
from bps.model.level import IndicatorRef
from bps.model.quantities import MeasureUnitRef, PerRef
from bps.model.record import JurisdictionRef, SourcedRecord

SurveyRef = Annotated[str, Reference("survey"), Field(pattern=SLUG_PATTERN)]


class Observation(Strict):
    """One value as one source reports it."""

    model_config = about(
        "Result", "结果", "One value as one source reports it.", "一份来源报告的一个数值。"
    )

    indicator: IndicatorRef | None = field(
        "Indicator", "指标", "What was measured.", "衡量的指标。", "satisfaction-index"
    )
    domain: ConceptRef | None = field(
        "Area",
        "领域",
        "Area the value is about.",
        "所属领域。",
        "monitoring-domains/public-culture",
    )
    label: Text | None = field(
        "Label",
        "名目",
        "What is counted, where the indicator says too little.",
        "指标不足以说明时填写。",
        {"zh": "新纳入低保户数", "en": "Households newly covered"},
    )
    period: PartialDate | None = field(
        "Period", "时期", "Year, month or day the value is for.", "数值所属的年、月或日。", "2021"
    )
    period_note: Text | None = field(
        "Period in words",
        "时期说明",
        "Quarter or an undated period.",
        "季度或未注明的时期。",
        {"zh": "第四季度", "en": "Fourth quarter"},
    )
    value: DecimalText | None = field(
        "Value", "数值", "The number as text.", "数值，按文字填写。", "82.78"
    )
    comparator: Comparator | None = field(*COMPARATOR_TEXTS)
    unit: MeasureUnitRef | None = field("Unit", "单位", "Unit of the value.", "单位。", "points")
    per: PerRef | None = field(
        "Per", "按…计", "What the value is counted per.", "按什么计。", "person"
    )
    numerator: Count | None = field("Numerator", "分子", "Number counted.", "计入的数量。", 11)
    denominator: Count | None = field("Denominator", "分母", "Number out of which.", "总数。", 16)
    sample: Count | None = field(
        "Sample", "样本量", "Valid answers.", "有效样本。", 400, quantity="answers"
    )
    rank: Count | None = field("Rank", "位次", "Rank, 1 is best.", "位次，1为最好。", 5)
    of: Count | None = field(
        "Of how many", "共多少个", "Number of places ranked.", "参加排名的数量。", 120
    )
    target: DecimalText | None = field("Target", "目标", "Value aimed at.", "目标值。", "85")
    target_comparator: Comparator | None = field(
        "Target comparator",
        "目标比较",
        "at-least, at-most or exactly.",
        "at-least 不低于；at-most 不高于；exactly 等于。",
        "at-least",
    )
    target_date: PartialDate | None = field(
        "Target date", "目标年份", "When the target is due.", "目标到期时间。", "2025"
    )
    met: bool | None = field(
        "Target met",
        "是否达标",
        "Whether the source says the target was met.",
        "来源是否说明已达标。",
        True,  # noqa: FBT003 - the example is a boolean
    )
    note: Text | None = field(
        "Remark",
        "说明",
        "What a reader should know.",
        "需要说明的情况。",
        {"zh": "年份数字缺失", "en": "Year digits lost"},
    )
    evidence: RowEvidence = field(
        "Evidence",
        "依据",
        "Who reports it.",
        "出处。",
        {"source": "zhenjiang-2022", "how": "stated"},
        required=True,
    )


class ObservationSet(SourcedRecord):
    """Values of one place on one subject."""

    model_config = about(
        "Results",
        "监测结果",
        "Measured or reported values of one place on one subject.",
        "一个地区某一方面的监测或报告数值。",
    )

    jurisdiction: JurisdictionRef = field(
        "Place", "地区", "The place.", "地区。", "zhushan", required=True
    )
    survey: SurveyRef | None = field(
        "Survey", "调查", "Survey the values come from.", "所属调查。", "zhushan-2023"
    )
    rows: Many[Observation] = field(
        "Rows",
        "数据行",
        "The values.",
        "各数值。",
        [
            {
                "indicator": "satisfaction-index",
                "period": "2021",
                "value": "82.78",
                "unit": "points",
                "evidence": {"source": "zhenjiang-2022", "how": "stated"},
            }
        ],
        required=True,
    )
