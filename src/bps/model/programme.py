"""Pilots, plans and evaluations with their milestones."""

from __future__ import annotations

from typing import Literal

from bps.model.base import DecimalText, Line, Many, PartialDate, Strict, Text, about, field
from bps.model.declared import COMPARATOR_TEXTS, Comparator, Declared, ListRef
from bps.model.evidence import RowEvidence
from bps.model.quantities import MeasureUnitRef
from bps.model.record import JurisdictionRef, SourcedRecord, UnitRef


class Figure(Strict):
    """A figure a programme reports that is not a count of records."""

    model_config = about(
        "Reported figure",
        "报告数字",
        "A figure that a source reports for the programme.",
        "来源为该项目报告的数字。",
    )

    label: Text = field(
        "Label",
        "名目",
        "What the figure is.",
        "数字的含义。",
        {"zh": "三年投入", "en": "Invested in three years"},
        required=True,
    )
    value: DecimalText = field(
        "Value", "数值", "The number as text.", "数值，按文字填写。", "116", required=True
    )
    unit: MeasureUnitRef | None = field(
        "Unit", "单位", "Unit of the value.", "单位。", "100-million-CNY"
    )
    comparator: Comparator | None = field(*COMPARATOR_TEXTS)
    as_of: PartialDate | None = field(
        "As of", "截至", "Date the figure refers to.", "截止时间。", "2023-06"
    )
    evidence: RowEvidence = field(
        "Evidence",
        "依据",
        "Who reports it.",
        "出处。",
        {"source": "futian-report-2023", "how": "stated"},
        required=True,
    )


class Milestone(Strict):
    """One dated event of a programme."""

    model_config = about(
        "Milestone", "节点", "One dated event of a programme.", "项目的一个时间节点。"
    )

    date: PartialDate | None = field(
        "Date",
        "日期",
        "When it happened or is due; left out where not seen.",
        "发生或到期时间；未见到的不填。",
        "2021-08-03",
    )
    date_note: Text | None = field(
        "Date in words",
        "日期说明",
        "What is uncertain about the date.",
        "日期的不确定之处。",
        {"zh": "另有说法为2020年4月", "en": "Another text says April 2020"},
    )
    text: Text = field(
        "Event",
        "事项",
        "What happened.",
        "发生了什么。",
        {"zh": "通过中期评估", "en": "Mid-term assessment passed"},
        required=True,
    )
    outcome: Text | None = field(
        "Outcome", "结果", "With what result.", "结果。", {"zh": "优秀", "en": "Excellent"}
    )
    declared: Many[Declared] = field(
        "Counts then",
        "当时公布数",
        "Totals declared at this event.",
        "当时公布的总数。",
        [
            {
                "of": "items",
                "count": 145,
                "evidence": {"source": "futian-report-2021", "how": "stated"},
            }
        ],
        many=True,
    )
    evidence: RowEvidence = field(
        "Evidence",
        "依据",
        "Who reports it.",
        "出处。",
        {"source": "futian-report-2021", "how": "stated"},
        required=True,
    )


class Programme(SourcedRecord):
    """A pilot, plan or evaluation."""

    model_config = about(
        "Programme",
        "试点和计划",
        "A pilot, plan or evaluation with its milestones.",
        "试点、计划或评价及其时间节点。",
    )

    kind: Literal["pilot", "plan", "evaluation", "monitoring"] = field(
        "Kind",
        "类别",
        "pilot, plan, evaluation or monitoring.",
        "pilot 试点；plan 计划；evaluation 评价；monitoring 监测。",
        "pilot",
        required=True,
    )
    jurisdictions: Many[JurisdictionRef] = field(
        "Places", "地区", "Places that take part.", "参加地区。", ["shenzhen-futian"], required=True
    )
    type: Text | None = field(
        "Type",
        "类型",
        "Type as the source names it.",
        "来源所称的类型。",
        {"zh": "综合试点", "en": "Comprehensive pilot"},
    )
    document_number: Line | None = field(
        "Document number",
        "文号",
        "Number of the document, verbatim.",
        "文号，照录。",
        "天政办发〔2022〕37号",
    )
    undertakers: Many[UnitRef] = field(
        "Carried out by",
        "承担单位",
        "Units that carry it out.",
        "承担单位。",
        ["shenzhen-futian/peoples-government"],
        many=True,
    )
    undertakers_text: Text | None = field(
        "Carried out by, in words",
        "承担单位说明",
        "Bodies that are not recorded.",
        "未收录的承担单位。",
        {"zh": "18个部门", "en": "18 departments"},
    )
    lists: Many[ListRef] = field(
        "Lists", "清单", "Lists that came out of it.", "产生的清单。", ["futian-2021"], many=True
    )
    milestones: Many[Milestone] = field(
        "Milestones",
        "时间节点",
        "Dated events, oldest first.",
        "时间节点，由早到晚。",
        [
            {
                "date": "2021-08-03",
                "text": {"zh": "成果发布"},
                "evidence": {"source": "futian-report-2021", "how": "stated"},
            }
        ],
        many=True,
    )
    declared: Many[Declared] = field(
        "Declared totals",
        "公布数",
        "Totals that sources state for it.",
        "各来源公布的总数。",
        [
            {
                "of": "items",
                "count": 145,
                "evidence": {"source": "futian-report-2021", "how": "stated"},
            }
        ],
        many=True,
    )
    figures: Many[Figure] = field(
        "Reported figures",
        "报告数字",
        "Other figures that sources report.",
        "来源报告的其他数字。",
        [
            {
                "label": {"zh": "三年投入"},
                "value": "116",
                "evidence": {"source": "futian-report-2023", "how": "stated"},
            }
        ],
        many=True,
    )
