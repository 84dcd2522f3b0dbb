"""Places that govern: countries, provinces, cities, districts, towns, communities."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bps.model.base import Many, PartialDate, Slug, Strict, Text, about, field
from bps.model.evidence import RowEvidence
from bps.model.record import JurisdictionRef, SourcedRecord


class CodeChange(Strict):
    """A change of a division code or of the area behind it."""

    model_config = about(
        "Change of code",
        "代码变更",
        "A change of the division code, the name or the area.",
        "区划代码、名称或范围的变更。",
    )

    date: PartialDate = field(
        "Date", "日期", "When it changed.", "变更时间。", "2005", required=True
    )
    text: Text = field(
        "Change",
        "变更内容",
        "What changed.",
        "变更了什么。",
        {"zh": "原东山区并入", "en": "Former Dongshan District merged in"},
        required=True,
    )
    evidence: RowEvidence | None = field(
        "Evidence",
        "依据",
        "Where this comes from.",
        "出处。",
        {"source": "gb2260-2014", "how": "derived"},
    )


class Jurisdiction(SourcedRecord):
    """A place with its level, its parent and its codes."""

    model_config = about(
        "Place",
        "地区",
        "A country, province, city, district, town, community or functional area.",
        "国家、省、市、县区、乡镇街道、社区或功能区。",
    )

    level: Literal[
        "country", "province", "prefecture", "county", "township", "community", "functional-area"
    ] = field(
        "Level",
        "层级",
        "country, province, prefecture, county, township, community or functional-area.",
        "country 国家；province 省；prefecture 地市；county 县区；"
        "township 乡镇街道；community 社区；functional-area 功能区。",
        "county",
        required=True,
    )
    type: Slug | None = field(
        "Type", "类型", "What the place is called in law.", "法定类型。", "district"
    )
    parent: JurisdictionRef | None = field(
        "Parent", "上级", "The place directly above.", "直接上级。", "shenzhen"
    )
    division_code: Annotated[str, Field(pattern=r"^[1-9][0-9]{5}$")] | None = field(
        "Division code",
        "行政区划代码",
        "Six digits of GB/T 2260, as text.",
        "GB/T 2260 的六位代码，按文字填写。",
        "440304",
    )
    code_revision: Slug | None = field(
        "Code table",
        "代码表版本",
        "Table and year the code was taken from.",
        "代码取自哪一年的哪张表。",
        "nbs-2023",
    )
    statistical_code: Annotated[str, Field(pattern=r"^[1-9][0-9]{8}([0-9]{3})?$")] | None = field(
        "Statistical code",
        "统计用区划代码",
        "9 digits (township) or 12 digits (community), as text.",
        "乡镇街道九位、社区十二位，按文字填写。",
        "440304006023",
    )
    code_changes: Many[CodeChange] = field(
        "Changes of code",
        "代码变更",
        "Changes of the code, the name or the area.",
        "代码、名称或范围的变更。",
        [{"date": "2005", "text": {"zh": "原东山区并入"}}],
        many=True,
    )
    successors: Many[JurisdictionRef] = field(
        "Successors",
        "后继",
        "Places that took over its area.",
        "承接其范围的地区。",
        ["guangzhou-yuexiu"],
        many=True,
    )
