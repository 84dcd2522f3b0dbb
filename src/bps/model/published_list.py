"""Published lists and their editions, with what they declare about themselves."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bps.model.base import (
    SLUG_PATTERN,
    Count,
    Line,
    Many,
    PartialDate,
    Reference,
    Strict,
    Text,
    about,
    field,
)
from bps.model.declared import Declared, DeclaredChange, ListRef
from bps.model.evidence import RowEvidence
from bps.model.record import STATUS_TEXTS, JurisdictionRef, SourcedRecord, Status, UnitRef

SchemeRef = Annotated[str, Reference("domain-scheme"), Field(pattern=SLUG_PATTERN)]


class Listing(Strict):
    """One place of a record in a list edition."""

    model_config = about(
        "Place in a list",
        "在清单中的位置",
        "One list edition that names the record, with the number and the name there.",
        "收入本记录的一版清单及其中的序号和名称。",
    )

    list: ListRef = field(
        "List", "清单", "The edition.", "哪一版清单。", "national-2023", required=True
    )
    number: Count | None = field(
        "Number",
        "序号",
        "Running number in the edition; left out where it was not seen.",
        "清单中的序号；未见到的不填。",
        12,
    )
    name: Text | None = field(
        "Name there",
        "清单中的名称",
        "Name in that edition where it differs.",
        "与现名不同时填写。",
        {"zh": "贫困地区学生营养膳食补助"},
    )
    note: Text | None = field(
        "Remark",
        "说明",
        "What a reader should know.",
        "需要说明的情况。",
        {"zh": "序号由前后项推定", "en": "Number derived from its neighbours"},
    )


class ListChanges(Strict):
    """What an edition changed against an earlier one, as its publisher says."""

    model_config = about(
        "Published changes",
        "公布的修订情况",
        "What the publisher says has changed since an earlier edition.",
        "发布单位公布的修订情况。",
    )

    since: ListRef = field(
        "Since", "对比版本", "The earlier edition.", "早先的版本。", "national-2021", required=True
    )
    declared: Many[DeclaredChange] = field(
        "Changes",
        "变化",
        "The changes as published.",
        "公布的各项变化。",
        [{"kind": "raised", "count": 3, "evidence": {"source": "ndrc-2023-qa", "how": "stated"}}],
        required=True,
    )


class ListRule(Strict):
    """A rule the list comes with."""

    model_config = about(
        "Rule", "规定", "A rule that the document sets for the list.", "文件对清单作出的规定。"
    )

    text: Text = field(
        "Rule",
        "内容",
        "The rule in our words.",
        "用自己的话写明。",
        {
            "zh": "地方标准不得低于国家标准",
            "en": "Local levels must not be lower than the national ones",
        },
        required=True,
    )
    evidence: RowEvidence = field(
        "Evidence",
        "依据",
        "Where it stands.",
        "出处。",
        {"source": "ndrc-notice-443", "how": "stated"},
        required=True,
    )


class PublishedList(SourcedRecord):
    """One edition of a published list."""

    model_config = about(
        "List",
        "清单",
        "One edition of a published list or series, with what it declares.",
        "一版清单或一批标准，以及文件公布的数量。",
    )

    status: Status = field(*STATUS_TEXTS, required=True)
    jurisdiction: JurisdictionRef = field(
        "Place", "地区", "The place whose list it is.", "哪个地区的清单。", "cn", required=True
    )
    edition: Line | None = field("Edition", "版次", "Edition as printed.", "版次，照录。", "2021")
    document_number: Line | None = field(
        "Document number",
        "文号",
        "Number of the issuing document, verbatim.",
        "印发文件的文号，照录。",
        "发改社会〔2021〕443号",
    )
    issuers: Many[UnitRef] = field(
        "Issued by",
        "发布单位",
        "Units that issued it.",
        "发布单位。",
        ["cn/national-development-and-reform-commission"],
        many=True,
    )
    issuers_text: Text | None = field(
        "Issuers in words",
        "发布单位说明",
        "What is known of further issuers.",
        "其他发布单位的情况。",
        {"zh": "共21个部门", "en": "21 departments in all"},
    )
    issued: PartialDate | None = field(
        "Issued", "印发", "Date of the document.", "文件日期。", "2021-03-30"
    )
    published: PartialDate | None = field(
        "Published", "公布", "Date of publication.", "公布日期。", "2021-04-20"
    )
    effective: PartialDate | None = field(
        "In force from", "施行", "First day in force.", "施行日期。", "2021-04-20"
    )
    scheme: SchemeRef | None = field(
        "Scheme of areas",
        "领域分类",
        "Scheme by which the list is divided.",
        "清单采用的领域分类。",
        "national-areas",
    )
    declared: Many[Declared] = field(
        "Declared totals",
        "公布数",
        "Totals that documents state.",
        "各文件公布的总数。",
        [
            {
                "of": "items",
                "count": 145,
                "evidence": {"source": "futian-report-2021", "how": "stated"},
            }
        ],
        many=True,
    )
    replaces: ListRef | None = field(
        "Replaces", "代替", "Edition it replaces.", "所代替的版本。", "national-2021"
    )
    replaces_text: Text | None = field(
        "Replaces, in words",
        "代替说明",
        "What it replaces where that is not recorded.",
        "所代替的文件未收录时填写。",
        {"zh": "“十三五”清单", "en": "The list of the 13th five-year plan"},
    )
    changes: ListChanges | None = field(
        "Published changes",
        "公布的修订情况",
        "What the publisher says has changed.",
        "发布单位公布的修订情况。",
        {
            "since": "national-2021",
            "declared": [
                {
                    "kind": "raised",
                    "count": 3,
                    "evidence": {"source": "ndrc-2023-qa", "how": "stated"},
                }
            ],
        },
    )
    rules: Many[ListRule] = field(
        "Rules",
        "规定",
        "Rules the document sets.",
        "文件作出的规定。",
        [
            {
                "text": {"zh": "地方标准不得低于国家标准"},
                "evidence": {"source": "ndrc-notice-443", "how": "stated"},
            }
        ],
        many=True,
    )
