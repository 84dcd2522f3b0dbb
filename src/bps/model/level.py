"""One dated level of a service: what people are entitled to, in figures or in words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bps.model.base import (
    SLUG_PATTERN,
    DecimalText,
    Line,
    Many,
    PartialDate,
    Reference,
    Strict,
    Text,
    about,
    field,
)
from bps.model.concepts import RecipientRef
from bps.model.declared import COMPARATOR_TEXTS, Comparator
from bps.model.evidence import RowEvidence
from bps.model.quantities import MeasureUnitRef, PerRef

IndicatorRef = Annotated[str, Reference("indicator"), Field(pattern=SLUG_PATTERN)]
Period = Literal["day", "week", "month", "quarter", "term", "year"]
PERIOD_TEXTS = (
    "Period",
    "周期",
    "Time the value is counted for.",
    "数值按什么时间计：day 每天；week 每周；month 每月；quarter 每季度；term 每学期；year 每年。",
    "month",
)


class Level(Strict):
    """One value of one measure for one group of people, valid from one day on."""

    model_config = about(
        "Level",
        "服务标准",
        "One dated value of one measure. A raised amount is a new row, never an overwrite.",
        "一项标准的一个值及其起止时间。提高标准时另起一行，不覆盖旧值。",
    )

    measure: IndicatorRef = field(
        "Measure",
        "指标",
        "Indicator that defines the value, so that places can be compared.",
        "界定该数值的指标，便于各地比较。",
        "basic-pension-minimum",
        required=True,
    )
    kind: Literal["amount", "ratio", "frequency", "coverage", "time", "facility", "qualitative"] = (
        field(
            "Kind",
            "类别",
            "amount, ratio, frequency, coverage, time, facility or qualitative.",
            "amount 金额；ratio 比例；frequency 次数；coverage 覆盖；time 时间；facility 设施；qualitative 文字。",
            "amount",
            required=True,
        )
    )
    applies_to: Text | None = field(
        "Applies to",
        "适用对象",
        "Group or case the value is for.",
        "适用的人群或情形。",
        {"zh": "小学", "en": "Primary school"},
    )
    groups: Many[RecipientRef] = field(
        "Groups",
        "对象编号",
        "Ids of the groups the value is for; the words beside are for reading only.",
        "该数值所对应的服务对象编号；旁边的文字只供阅读。",
        ["people-aged-80-and-over"],
        many=True,
    )
    value: DecimalText | None = field(
        "Value",
        "数值",
        "The number as text; left out for a level in words.",
        "数值，按文字填写；文字类标准不填。",
        "720",
    )
    text: Text | None = field(
        "In words",
        "文字标准",
        "The level where it is not a number.",
        "非数值标准的内容。",
        {"zh": "免除学费，不含住宿费", "en": "Tuition waived, boarding not included"},
    )
    comparator: Comparator | None = field(*COMPARATOR_TEXTS)
    unit: MeasureUnitRef | None = field("Unit", "单位", "Unit of the value.", "数值的单位。", "CNY")
    per: PerRef | None = field(
        "Per", "按…计", "What the value is counted per.", "按什么计。", "person"
    )
    period: Period | None = field(*PERIOD_TEXTS)
    from_: PartialDate | None = field(
        "From",
        "起",
        "First day of validity; left out where not seen.",
        "开始执行的时间；未见到的不填。",
        "2023-01-01",
        alias="from",
    )
    to: PartialDate | None = field(
        "To",
        "止",
        "Last day of validity; left out while in force or not seen.",
        "停止执行的时间；仍在执行或未见到的不填。",
        "2024-12-31",
    )
    document: Text | None = field(
        "Document",
        "文件",
        "Document that sets the level.",
        "确定该标准的文件。",
        {"zh": "关于提高扶助标准的通知", "en": "Notice on raising the support"},
    )
    document_number: Line | None = field(
        "Document number",
        "文号",
        "Number of that document, verbatim.",
        "文号，照录。",
        "财社〔2022〕49号",
    )
    note: Text | None = field(
        "Remark",
        "说明",
        "What a reader should know about the value.",
        "关于该数值需要说明的情况。",
        {"zh": "由上年数额加增幅推算", "en": "Reckoned from last year's amount and the rise"},
    )
    evidence: RowEvidence = field(
        "Evidence",
        "依据",
        "Where the value comes from.",
        "出处。",
        {"source": "mof-notice-2022", "how": "stated", "checked_on": "2026-11-22"},
        required=True,
    )
