"""Concept trees: subject areas, recipient groups and life events."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bps.model.base import (
    ID_PATTERN,
    SLUG_PATTERN,
    Line,
    Many,
    Reference,
    Slug,
    Strict,
    Text,
    about,
    field,
)
from bps.model.eligibility import Expression
from bps.model.evidence import RowEvidence
from bps.model.record import JurisdictionRef, SourcedRecord

ConceptRef = Annotated[
    str, Reference("concept"), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")
]
RecipientRef = Annotated[str, Reference("recipient"), Field(pattern=SLUG_PATTERN)]
LifeEventRef = Annotated[str, Reference("life-event"), Field(pattern=SLUG_PATTERN)]
ItemRef = Annotated[str, Reference("item"), Field(pattern=ID_PATTERN)]


class Match(Strict):
    """A tie between two concepts of different schemes."""

    model_config = about(
        "Match", "对应", "A tie to a concept of another scheme.", "与另一套分类中某项的对应关系。"
    )

    concept: ConceptRef = field(
        "Concept",
        "对应项",
        "scheme/concept.",
        "分类/项目。",
        "national-areas/childcare",
        required=True,
    )
    kind: Literal["exact", "close", "broader", "narrower"] = field(
        "Kind",
        "关系",
        "exact, close, broader (the other is wider) or narrower.",
        "exact 相同；close 相近；broader 对方较宽；narrower 对方较窄。",
        "exact",
        required=True,
    )
    evidence: RowEvidence | None = field(
        "Evidence",
        "依据",
        "Where this comes from.",
        "出处。",
        {"source": "futian-report-2021", "how": "inferred"},
    )


class Concept(Strict):
    """One subject area."""

    model_config = about("Area", "领域", "One subject area of a scheme.", "分类中的一个领域。")

    id: Slug = field(
        "Id", "编号", "Id inside the scheme.", "分类内的编号。", "childcare", required=True
    )
    name: Text = field(
        "Name",
        "名称",
        "Name of the area.",
        "领域名称。",
        {"zh": "幼有所育", "en": "Childcare"},
        required=True,
    )
    notation: Line | None = field(
        "Number", "序号", "Number printed in the document.", "文件中的序号。", "1"
    )
    broader: Slug | None = field(
        "Broader",
        "上级",
        "The area above it in the same scheme.",
        "同一分类中的上级。",
        "childcare",
    )
    definition: Text | None = field(
        "Definition",
        "释义",
        "What belongs to it.",
        "包括哪些内容。",
        {"zh": "婴幼儿和儿童的服务", "en": "Services for infants and children"},
    )
    matches: Many[Match] = field(
        "Matches",
        "对应",
        "Ties to concepts of other schemes.",
        "与其他分类的对应。",
        [{"concept": "national-areas/childcare", "kind": "exact"}],
        many=True,
    )


class DomainScheme(SourcedRecord):
    """A scheme of subject areas."""

    model_config = about(
        "Scheme of areas",
        "领域分类",
        "A published way of dividing public services into areas.",
        "文件中对公共服务领域的一种划分。",
    )

    jurisdiction: JurisdictionRef | None = field(
        "Place", "地区", "The place whose scheme it is.", "哪个地区的分类。", "cn"
    )
    concepts: Many[Concept] = field(
        "Areas",
        "领域",
        "The areas in document order.",
        "各领域，按文件次序。",
        [{"id": "childcare", "name": {"zh": "幼有所育"}}],
        required=True,
    )


class RecipientGroup(Strict):
    """One group of people a service is for."""

    model_config = about(
        "Recipient group", "服务对象", "One group of people a service is for.", "一类服务对象。"
    )

    id: Slug = field("Id", "编号", "Id of the group.", "编号。", "older-people", required=True)
    name: Text = field(
        "Name",
        "名称",
        "Name of the group.",
        "名称。",
        {"zh": "老年人", "en": "Older people"},
        required=True,
    )
    definition: Text | None = field(
        "Definition",
        "释义",
        "Who belongs to it.",
        "包括哪些人。",
        {"zh": "60周岁及以上的人", "en": "People aged 60 and over"},
    )
    broader: Slug | None = field("Broader", "上级", "The wider group.", "更大的一类。", "everyone")
    eligibility: Expression | None = field(
        "Who belongs to it",
        "判定条件",
        "The group as a condition, where it can be computed.",
        "能够判定时的条件。",
        {"age": {"min": 60}},
    )


class Recipients(SourcedRecord):
    """The tree of recipient groups."""

    model_config = about(
        "Recipient groups", "服务对象分类", "The tree of recipient groups.", "服务对象的分类。"
    )

    concepts: Many[RecipientGroup] = field(
        "Groups",
        "各类对象",
        "The groups.",
        "各类服务对象。",
        [{"id": "older-people", "name": {"zh": "老年人"}}],
        required=True,
    )


class Step(Strict):
    """One step of a journey."""

    model_config = about(
        "Step",
        "步骤",
        "One step of a journey: what to do, when, with which services.",
        "一个步骤：做什么、何时做、有哪些服务。",
    )

    title: Text = field(
        "Title",
        "标题",
        "What to do, in a few words.",
        "做什么，几个字。",
        {"zh": "孕早期建册", "en": "Register early in pregnancy"},
        required=True,
    )
    text: Text | None = field(
        "Explanation",
        "说明",
        "When, where and with whom.",
        "何时、何地、找谁。",
        {"zh": "怀孕13周前到社区医院", "en": "Before week 13, at the community clinic"},
    )
    items: Many[ItemRef] = field(
        "Services",
        "服务事项",
        "National items that serve here.",
        "对应的国家服务事项。",
        ["cn/maternal-health"],
        many=True,
    )


class LifeEvent(Strict):
    """One event of life with its ordered steps."""

    model_config = about(
        "Life event",
        "人生大事",
        "One event of life with its ordered steps.",
        "一件人生大事及其先后步骤。",
    )

    id: Slug = field("Id", "编号", "Id of the event.", "编号。", "having-a-child", required=True)
    name: Text = field(
        "Name",
        "名称",
        "As people say it.",
        "百姓的说法。",
        {"zh": "生孩子", "en": "Having a child"},
        required=True,
    )
    summary: Text | None = field(
        "Summary",
        "简介",
        "One or two plain sentences.",
        "一两句大白话。",
        {"zh": "从备孕到孩子满月", "en": "From planning to the first weeks"},
    )
    steps: Many[Step] = field(
        "Steps",
        "步骤",
        "What to claim, in order.",
        "依次可以办什么。",
        [{"title": {"zh": "孕早期建册"}}],
        required=True,
    )


class LifeEvents(SourcedRecord):
    """The life events."""

    model_config = about(
        "Life events",
        "人生大事分类",
        "Life events as ordered journeys.",
        "按先后步骤写成的人生大事。",
    )

    concepts: Many[LifeEvent] = field(
        "Events",
        "各事件",
        "The events.",
        "各人生大事。",
        [
            {
                "id": "having-a-child",
                "name": {"zh": "生孩子"},
                "steps": [{"title": {"zh": "孕早期建册"}}],
            }
        ],
        required=True,
    )
