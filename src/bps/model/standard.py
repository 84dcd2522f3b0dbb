"""Normative documents: national, sector, local and group standards, internal norms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bps.model.base import (
    ID_PATTERN,
    Line,
    Many,
    PartialDate,
    Reference,
    Strict,
    Text,
    Url,
    about,
    field,
)
from bps.model.concepts import ConceptRef
from bps.model.published_list import Listing
from bps.model.record import STATUS_TEXTS, JurisdictionRef, SourcedRecord, Status, UnitRef

StandardRef = Annotated[str, Reference("standard"), Field(pattern=ID_PATTERN)]


class Relation(Strict):
    """A tie to another standard, recorded or only known by its code."""

    model_config = about(
        "Related standard",
        "相关标准",
        "Another standard, by its record or, where not recorded, by its code.",
        "另一项标准，已收录的写记录编号，未收录的写标准号。",
        minProperties=1,
    )

    standard: StandardRef | None = field(
        "Standard", "标准", "Id of its record.", "记录编号。", "gb-t-35617-2025"
    )
    code: Line | None = field(
        "Code",
        "标准号",
        "Its code, where there is no record.",
        "未收录时填写标准号。",
        "GB/T 35617-2017",
    )
    extent: Literal["whole", "part"] | None = field(
        "Extent", "范围", "whole or part.", "whole 全部；part 部分。", "whole"
    )


class Access(Strict):
    """How the text can be read."""

    model_config = about("Access", "获取方式", "How the text can be read.", "怎样读到全文。")

    kind: Literal["open", "read-online", "paid", "restricted", "unknown"] = field(
        "Kind",
        "类别",
        "open, read-online, paid, restricted or unknown.",
        "open 公开；read-online 在线阅读；paid 付费；restricted 不公开；unknown 不详。",
        "open",
        required=True,
    )
    url: Url | None = field(
        "Address", "网址", "Official address.", "官方网址。", "https://std.samr.gov.cn/"
    )


class Standard(SourcedRecord):
    """A normative document with its code, its dates and its neighbours."""

    model_config = about(
        "Standard",
        "标准",
        "A normative document that says how a service is to be provided.",
        "规定服务怎样提供的规范性文件。",
    )

    status: Status = field(*STATUS_TEXTS, required=True)
    level: Literal["national", "sector", "local", "group", "enterprise", "internal"] = field(
        "Level",
        "标准层级",
        "national, sector, local, group, enterprise or internal.",
        "national 国家标准；sector 行业标准；local 地方标准；group 团体标准；enterprise 企业标准；internal 内部规范。",
        "national",
        required=True,
    )
    jurisdiction: JurisdictionRef = field(
        "Place", "地区", "The place for which it is valid.", "适用地区。", "cn", required=True
    )
    code: Line | None = field(
        "Code",
        "标准号",
        "Code in its usual spelling; left out where not seen.",
        "标准号的通行写法；未见到的不填。",
        "GB/T 46916-2025",
    )
    code_status: Literal["stated", "inferred", "background", "unknown"] | None = field(
        "Code known how",
        "标准号依据",
        "How the code is known.",
        "标准号从何得知：stated 文件写明；inferred 推断；background 一般常识；unknown 不知道。",
        "stated",
    )
    domains: Many[ConceptRef] = field(
        "Areas",
        "领域",
        "Areas it serves.",
        "所属领域。",
        ["national-areas/elderly-care"],
        many=True,
    )
    issuers: Many[UnitRef] = field(
        "Issued by",
        "发布单位",
        "Units that issued it or are in charge of it, as the source names them.",
        "发布或主管、归口的单位，按来源所写。",
        ["cn/standardization-administration"],
        many=True,
    )
    issuers_text: Text | None = field(
        "Issuer in words",
        "发布单位说明",
        "Issuing or responsible body that is not recorded.",
        "未收录的发布或归口单位。",
        {"zh": "全国劳动管理与保护标准化技术委员会"},
    )
    status_printed: Line | None = field(
        "Status as printed",
        "原文状态",
        "Status in the words of the source.",
        "来源中的状态字样。",
        "现行",
    )
    status_as_of: PartialDate | None = field(
        "Status as of", "状态日期", "Day the status was read.", "状态的查阅日期。", "2026-11-22"
    )
    issued: PartialDate | None = field(
        "Issued", "发布日期", "Date of issue.", "发布日期。", "2025-12-31"
    )
    effective: PartialDate | None = field(
        "In force from", "实施日期", "First day in force.", "实施日期。", "2026-04-01"
    )
    filed: PartialDate | None = field(
        "Filed", "备案日期", "Date of filing.", "备案日期。", "2022-01-10"
    )
    filing_number: Line | None = field(
        "Filing number", "备案号", "Number of filing, verbatim.", "备案号，照录。", "87654-2022"
    )
    confirmed_on: PartialDate | None = field(
        "Last confirmed",
        "复审确认日期",
        "Day of the last review that kept it.",
        "最近一次复审确认继续有效的日期。",
        "2024-05",
    )
    withdrawn_on: PartialDate | None = field(
        "Withdrawn", "废止日期", "Day of withdrawal.", "废止日期。", "2025-03-01"
    )
    ics: Many[Annotated[str, Field(pattern=r"^[0-9]{2}(\.[0-9]{3}(\.[0-9]{2})?)?$")]] = field(
        "ICS",
        "ICS 分类号",
        "International classification, as text.",
        "国际标准分类号，按文字填写。",
        ["03.080.01"],
        many=True,
    )
    ccs: Many[Annotated[str, Field(pattern=r"^[A-Z][0-9]{2}(/[0-9]{2})?$")]] = field(
        "CCS", "中国标准分类号", "Chinese classification.", "中国标准分类号。", ["A16"], many=True
    )
    replaces: Many[Relation] = field(
        "Replaces",
        "代替",
        "Standards it replaces.",
        "所代替的标准。",
        [{"code": "GB/T 35617-2017", "extent": "whole"}],
        many=True,
    )
    replaced_by: Many[Relation] = field(
        "Replaced by",
        "被代替",
        "Standards that replace it.",
        "代替它的标准。",
        [{"standard": "gb-t-35617-2025", "extent": "whole"}],
        many=True,
    )
    adopts: Many[Line] = field(
        "Adopts",
        "采用",
        "International standards it adopts.",
        "采用的国际标准。",
        ["ISO 9001:2015, IDT"],
        many=True,
    )
    drafting_units: Many[Text] = field(
        "Drafted by",
        "起草单位",
        "Bodies that drafted it.",
        "起草单位。",
        [{"zh": "深圳市福田区应急管理局"}],
        many=True,
    )
    listed_in: Many[Listing] = field(
        "Part of",
        "所属清单",
        "Series or standard systems that hold it.",
        "所属的批次或标准体系。",
        [{"list": "taizhou-series-2021", "number": 4}],
        many=True,
    )
    system_position: Literal["general", "provision", "guarantee"] | None = field(
        "Place in the system",
        "体系位置",
        "general basis, provision or guarantee.",
        "general 通用基础；provision 服务提供；guarantee 服务保障。",
        "provision",
    )
    scope: Text | None = field(
        "Scope",
        "范围",
        "What it covers, in our words.",
        "适用范围，用自己的话写。",
        {"zh": "适用于全日托育机构", "en": "Full-day childcare centres"},
    )
    access: Access | None = field(
        "Access", "获取方式", "How the text can be read.", "怎样读到全文。", {"kind": "unknown"}
    )
