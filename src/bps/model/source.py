"""Documents and pages that facts come from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bps.model.base import ID_PATTERN, Line, PartialDate, Reference, Text, Url, about, field
from bps.model.evidence import FullDate
from bps.model.record import Record


class Source(Record):
    """A document or page that was read."""

    model_config = about(
        "Source", "来源", "A document or page that a fact comes from.", "事实所依据的文件或网页。"
    )

    kind: Literal[
        "official",
        "press",
        "press-repost",
        "press-translation",
        "document-share",
        "aggregator",
        "school",
        "catalogue",
        "mirror",
        "project-source",
        "general-knowledge",
    ] = field(
        "Kind",
        "类别",
        "Who stands behind the address. A mirror is a copy on an unrelated address and is never shown as a link.",
        "网址背后是谁：official 官方；press 媒体；press-repost 媒体转载；press-translation 媒体译文；"
        "document-share 文档分享；aggregator 资料汇集；school 学校；catalogue 标准目录；"
        "mirror 无关网站上的副本（不给读者链接）；project-source 项目资料；general-knowledge 一般常识。",
        "official",
        required=True,
    )
    type: (
        Literal[
            "law", "notice", "list", "standard", "news", "web-page", "catalogue", "report", "speech"
        ]
        | None
    ) = field(
        "Type",
        "文种",
        "What sort of text it is.",
        "文件类型：law 法律法规；notice 通知；list 清单；standard 标准；news 新闻；web-page 网页；"
        "catalogue 目录；report 报告；speech 讲话。",
        "notice",
    )
    issuer: Annotated[str, Reference("unit"), Field(pattern=ID_PATTERN)] | None = field(
        "Issuer",
        "发文单位",
        "Unit that issued it.",
        "发文单位。",
        "cn/national-development-and-reform-commission",
    )
    publisher: Text | None = field(
        "Publisher",
        "发布者",
        "Newspaper, site or body that published it.",
        "刊登的报纸、网站或单位。",
        {"zh": "深圳商报", "en": "Shenzhen Economic Daily"},
    )
    document_number: Line | None = field(
        "Document number",
        "文号",
        "Number of the document, verbatim.",
        "文号，照录。",
        "发改社会〔2021〕443号",
    )
    issued: PartialDate | None = field(
        "Issued", "日期", "Date of the text.", "文件日期。", "2021-04-20"
    )
    url: Url | None = field(
        "Address", "网址", "Where it was read.", "阅读时的网址。", "https://www.gov.cn/example"
    )
    language: Literal["zh", "en"] | None = field(
        "Language", "语言", "Language it was read in.", "阅读时的语言：zh 中文；en 英文。", "zh"
    )
    machine_translated: bool | None = field(
        "Machine translated",
        "机器翻译",
        "Whether the text read was a machine translation.",
        "所读文本是否为机器翻译。",
        True,  # noqa: FBT003 - the example is a boolean
    )
    retrieved_on: FullDate | None = field(
        "Retrieved on", "查阅日期", "Day on which it was read.", "查阅日期。", "2026-11-22"
    )
    confirms: Text | None = field(
        "Confirms",
        "证实内容",
        "What it confirms, in short.",
        "简要说明证实了什么。",
        {"zh": "九个方面、八十项", "en": "Nine areas, 80 items"},
    )
