"""Totals that a document declares: stored as claims, never reckoned into one another."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bps.model.base import (
    SLUG_PATTERN,
    Count,
    Many,
    PartialDate,
    Reference,
    Strict,
    Text,
    about,
    field,
)
from bps.model.concepts import ConceptRef, ItemRef
from bps.model.evidence import RowEvidence

ListRef = Annotated[str, Reference("list"), Field(pattern=SLUG_PATTERN)]
Comparator = Literal["at-least", "at-most", "exactly", "about", "more-than", "less-than"]
COMPARATOR_TEXTS = (
    "Comparator",
    "比较",
    "at-least, at-most, exactly, about, more-than or less-than.",
    "at-least 不低于；at-most 不高于；exactly 等于；about 约；more-than 超过；less-than 不足。",
    "at-least",
)
Counted = Literal[
    "items",
    "areas",
    "categories",
    "standards",
    "national-standards",
    "local-standards",
    "provincial-standards",
    "municipal-standards",
    "group-standards",
    "internal-norms",
    "featured-items",
    "monitored-items",
    "monitored-domains",
    "questions",
    "levels",
    "documents",
    "issuers",
    "pilots",
    "places",
    "other",
]


class Declared(Strict):
    """One total as one document states it."""

    model_config = about(
        "Declared total",
        "公布数",
        "One total as one document states it. Competing totals are separate rows.",
        "一份文件公布的一个总数。说法不一的分行并列。",
    )

    of: Counted = field(
        "Of what",
        "统计对象",
        "What is counted.",
        "统计的是什么：items 服务事项；areas 领域；categories 类别；standards 标准；"
        "national-standards 国家标准；local-standards 地方标准；provincial-standards 省级地方标准；"
        "municipal-standards 市级地方标准；group-standards 团体标准；internal-norms 内部规范；"
        "featured-items 特色事项；monitored-items 监测事项；monitored-domains 监测领域；questions 题目；"
        "levels 保障标准；documents 文件；issuers 发布单位；pilots 试点；places 地方；other 其他。",
        "items",
        required=True,
    )
    label: Text | None = field(
        "Label",
        "名目",
        "Name of the total where `of` says too little.",
        "统计对象需要说明时填写。",
        {"zh": "省级已发布", "en": "Provincial, released"},
    )
    domain: ConceptRef | None = field(
        "Area",
        "领域",
        "Area the total is limited to.",
        "限于哪个领域。",
        "national-areas/childcare",
    )
    part: Text | None = field(
        "Part",
        "其中",
        "Part of a larger total.",
        "属于更大总数的哪一部分。",
        {"zh": "已发布", "en": "Released"},
    )
    count: Count = field("Count", "数量", "The number.", "数量。", 145, required=True)
    comparator: Comparator | None = field(*COMPARATOR_TEXTS)
    as_of: PartialDate | None = field(
        "As of", "截至", "Date the total refers to.", "统计截止时间。", "2021-08"
    )
    evidence: RowEvidence = field(
        "Evidence",
        "依据",
        "Who states it.",
        "出处。",
        {"source": "futian-report-2021", "how": "stated"},
        required=True,
    )


class DeclaredChange(Strict):
    """How many items a new edition changed in one way, as published."""

    model_config = about(
        "Declared change",
        "公布的变化",
        "How many items an edition changed in one way, as published, and those named.",
        "新版在某一方面变化的事项数量和已点名的事项。",
    )

    kind: Literal[
        "touched",
        "added",
        "removed",
        "raised",
        "widened",
        "narrowed",
        "reworded",
        "renamed",
        "new-lead-unit",
        "restructured",
    ] = field(
        "Kind",
        "变化类别",
        "What changed.",
        "变化的方面：touched 有改动；added 新增；removed 取消；raised 提标；widened 扩面；"
        "narrowed 缩小范围；reworded 改表述；renamed 改名称；new-lead-unit 换牵头单位；"
        "restructured 调整结构。",
        "raised",
        required=True,
    )
    count: Count | None = field("Count", "数量", "The number as published.", "公布的数量。", 3)
    items: Many[ItemRef] = field(
        "Items named",
        "点名的事项",
        "Items the document names.",
        "文件点名的事项。",
        ["cn/rural-school-meals"],
        many=True,
    )
    text: Text | None = field(
        "Explanation",
        "说明",
        "What the document says in short.",
        "文件的简要说法。",
        {"zh": "整体结构不变", "en": "Structure unchanged"},
    )
    evidence: RowEvidence = field(
        "Evidence",
        "依据",
        "Who states it.",
        "出处。",
        {"source": "ndrc-2023-qa", "how": "stated"},
        required=True,
    )
