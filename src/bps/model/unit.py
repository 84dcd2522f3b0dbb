"""Bodies that answer for a service, a list or a standard."""

from __future__ import annotations

from typing import Literal

from bps.model.base import Line, Many, PartialDate, Strict, Text, Words, about, field
from bps.model.evidence import RowEvidence
from bps.model.record import JurisdictionRef, SourcedRecord, UnitRef


class Contact(Strict):
    """One way to reach a unit."""

    model_config = about(
        "Contact", "联系方式", "One way to reach the unit.", "联系该单位的一种方式。"
    )

    kind: Literal["telephone", "address", "website", "email", "hours"] = field(
        "Kind",
        "类别",
        "telephone, address, website, email or hours.",
        "telephone 电话；address 地址；website 网址；email 邮箱；hours 时间。",
        "telephone",
        required=True,
    )
    value: Words = field(
        "Value",
        "内容",
        "Number, address or hours, verbatim.",
        "号码、地址或时间，照录。",
        "12345",
        required=True,
    )
    note: Text | None = field(
        "Remark", "说明", "What the contact is for.", "用途。", {"zh": "工作日", "en": "Weekdays"}
    )


class NameVariant(Strict):
    """A name the unit bore for some time."""

    model_config = about(
        "Name variant", "名称变体", "A name in use for some time.", "某段时间使用的名称。"
    )

    text: Line = field("Name", "名称", "The name.", "名称。", "市场监管局", required=True)
    from_: PartialDate | None = field(
        "From", "起", "First day.", "起始时间。", "2019", alias="from"
    )
    to: PartialDate | None = field("To", "止", "Last day.", "结束时间。", "2024")


class Predecessor(Strict):
    """A body whose work the unit took over, in whole or in part."""

    model_config = about(
        "Predecessor",
        "前身",
        "A body whose work was taken over, in whole or in part.",
        "职责全部或部分划入本单位的机构。",
    )

    name: Text = field(
        "Name",
        "名称",
        "Name of the former body.",
        "原机构名称。",
        {"zh": "卫生部", "en": "Ministry of Health"},
        required=True,
    )
    until: PartialDate | None = field("Until", "止于", "When it ended.", "撤销时间。", "2013")
    note: Text | None = field(
        "Remark",
        "说明",
        "What was taken over.",
        "划入的职责。",
        {"zh": "部分职责划入", "en": "Part of its work"},
    )
    evidence: RowEvidence | None = field(
        "Evidence",
        "依据",
        "Where this comes from.",
        "出处。",
        {"source": "general-knowledge", "how": "background"},
    )


class Unit(SourcedRecord):
    """A responsible body."""

    model_config = about(
        "Responsible body",
        "责任单位",
        "A ministry, bureau, federation or other body that leads, issues or provides.",
        "牵头、发布或提供服务的部委、局、联合会等单位。",
    )

    kind: Literal[
        "ministry",
        "commission",
        "administration",
        "bureau",
        "federation",
        "party-department",
        "committee",
        "court",
        "government",
        "other",
    ] = field(
        "Kind",
        "类别",
        "What sort of body it is.",
        "单位类别：ministry 部委；commission 委员会（如发展和改革委员会）；administration 总局或直属局；"
        "bureau 局；federation 联合会；party-department 党委部门；committee 议事协调机构；court 法院；"
        "government 政府；other 其他单位。",
        "bureau",
        required=True,
    )
    jurisdiction: JurisdictionRef = field(
        "Place",
        "所属地区",
        "The place whose body it is.",
        "所属地区。",
        "shenzhen-futian",
        required=True,
    )
    parent: UnitRef | None = field(
        "Parent",
        "上级单位",
        "The body directly above.",
        "直接上级单位。",
        "cn/ministry-of-civil-affairs",
    )
    contacts: Many[Contact] = field(
        "Contacts",
        "联系方式",
        "Ways to reach it.",
        "联系方式。",
        [{"kind": "telephone", "value": "12345"}],
        many=True,
    )
    name_variants: Many[NameVariant] = field(
        "Name variants",
        "名称变体",
        "Names in use for some time.",
        "某段时间使用的名称。",
        [{"text": "市场监管局"}],
        many=True,
    )
    predecessors: Many[Predecessor] = field(
        "Predecessors",
        "前身",
        "Bodies it took over.",
        "其前身。",
        [{"name": {"zh": "卫生部"}, "until": "2013"}],
        many=True,
    )
    successors: Many[UnitRef] = field(
        "Successors",
        "后继",
        "Units that took over.",
        "承接单位。",
        ["cn/national-health-commission"],
        many=True,
    )
