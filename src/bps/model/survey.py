"""Satisfaction instruments: questions, grades, bands and method."""

from __future__ import annotations

from typing import Literal

from bps.model.base import Count, DecimalText, Many, Strict, Text, about, field
from bps.model.concepts import ConceptRef
from bps.model.level import IndicatorRef
from bps.model.record import JurisdictionRef, SourcedRecord


class Question(Strict):
    """One question of the instrument."""

    model_config = about(
        "Question", "问题", "One question of the instrument.", "调查中的一个问题。"
    )

    number: Count = field("Number", "题号", "Number in the instrument.", "题号。", 4, required=True)
    role: Literal["concept", "domain", "overall"] = field(
        "Role",
        "作用",
        "concept (explains), domain (asks about one area) or overall.",
        "concept 概念说明；domain 分领域提问；overall 总体提问。",
        "domain",
        required=True,
    )
    domain: ConceptRef | None = field(
        "Area",
        "领域",
        "Area the question is about.",
        "所属领域。",
        "monitoring-domains/public-education",
    )
    domain_basis: Literal["stated", "inferred", "none"] = field(
        "Area known how",
        "领域依据",
        "Whether the source states the area.",
        "领域是原文写明还是推断。",
        "stated",
        required=True,
    )
    text: Text = field(
        "Topic",
        "内容",
        "What is asked, in our words.",
        "问什么，用自己的话写。",
        {"zh": "公共就业信息、招聘会、培训", "en": "Job information, fairs, training"},
        required=True,
    )
    answer: Text | None = field(
        "Suggested answer",
        "文中答案",
        "Answer that the source itself prints.",
        "来源自己印出的答案。",
        {"zh": "满意", "en": "Satisfied"},
    )
    indicators: Many[IndicatorRef] = field(
        "Indicators",
        "指标",
        "Indicators the source gives behind the answer.",
        "来源在答案后列举的指标。",
        ["pension-outlets"],
        many=True,
    )


class Grade(Strict):
    """One answer grade and its points."""

    model_config = about(
        "Grade", "等级", "One answer grade and its points.", "一个答案等级及其分值。"
    )

    name: Text = field(
        "Name",
        "名称",
        "Grade as offered.",
        "等级名称。",
        {"zh": "较满意", "en": "Rather satisfied"},
        required=True,
    )
    points: DecimalText | None = field(
        "Points",
        "分值",
        "Points on a scale of 0 to 100; left out for an answer that does not count.",
        "0至100的分值；不计分的不填。",
        "80",
    )
    basis: Literal["documented", "assumed", "excluded"] = field(
        "Points known how",
        "分值依据",
        "documented, assumed, or excluded from the score.",
        "documented 有文件；assumed 假定；excluded 不计分。",
        "assumed",
        required=True,
    )


class Band(Strict):
    """A named range of scores."""

    model_config = about(
        "Band",
        "分段",
        "A named range of scores; the upper end is excluded except at 100.",
        "一段分数及其名称；除100外不含上端。",
    )

    name: Text = field(
        "Name",
        "名称",
        "Name of the band.",
        "名称。",
        {"zh": "满意", "en": "Satisfied"},
        required=True,
    )
    from_: DecimalText = field(
        "From", "起", "Lowest score.", "最低分。", "80", required=True, alias="from"
    )
    to: DecimalText = field("To", "止", "Highest score.", "最高分。", "100", required=True)


class Survey(SourcedRecord):
    """A satisfaction instrument."""

    model_config = about(
        "Survey",
        "满意度调查",
        "A satisfaction instrument: questions, grades, bands and method.",
        "满意度调查：问题、等级、分段和方法。",
    )

    jurisdiction: JurisdictionRef | None = field(
        "Place", "地区", "Place it is used in.", "使用地区。", "zhushan"
    )
    questions: Many[Question] = field(
        "Questions",
        "问题",
        "Its questions.",
        "各问题。",
        [{"number": 4, "role": "domain", "domain_basis": "stated", "text": {"zh": "公共教育"}}],
        many=True,
    )
    grades: Many[Grade] = field(
        "Grades",
        "等级",
        "Answer grades, best first.",
        "答案等级，由好到差。",
        [{"name": {"zh": "满意"}, "points": "100", "basis": "assumed"}],
        many=True,
    )
    bands: Many[Band] = field(
        "Bands",
        "分段",
        "Named ranges of scores.",
        "分数段。",
        [{"name": {"zh": "满意"}, "from": "80", "to": "100"}],
        many=True,
    )
    satisfied_from: DecimalText | None = field(
        "Satisfied from",
        "满意分数线",
        "Score from which a result counts as satisfied.",
        "达到多少分算满意。",
        "80",
        quantity="points",
    )
    weights: Text | None = field(
        "Weights",
        "权重",
        "What is known of the weights.",
        "权重情况。",
        {"zh": "未见公布", "en": "Not published"},
    )
    method: Text | None = field(
        "Method",
        "方法",
        "Who asks whom, and how.",
        "由谁、向谁、怎样调查。",
        {"zh": "国家委托第三方", "en": "A third party on behalf of the state"},
    )
    forms: Many[Text] = field(
        "Forms",
        "方式",
        "Ways of asking.",
        "调查方式。",
        [{"zh": "网络测评", "en": "Online"}],
        many=True,
    )
