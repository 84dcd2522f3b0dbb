"""How a service is provided: who pays, who helps, where to ask, how long it takes, what it costs."""

from __future__ import annotations

from typing import Literal

from bps.model.base import Line, Strict, Text, Url, about, field
from bps.model.evidence import RowEvidence
from bps.model.record import UnitRef


class Funding(Strict):
    """Who pays."""

    model_config = about(
        "Funding",
        "支出责任",
        "Which level of government or which fund pays.",
        "由哪级财政或哪项基金支出。",
    )

    model: Literal["central", "local", "shared", "insurance", "employer", "mixed", "unknown"] = (
        field(
            "Model",
            "方式",
            "central, local, shared, insurance, employer, mixed or unknown.",
            "central 中央；local 地方；shared 中央和地方共同；insurance 保险基金；"
            "employer 用人单位；mixed 多方；unknown 不详。",
            "shared",
            required=True,
        )
    )
    text: Text | None = field(
        "In words",
        "说明",
        "As the list says it, in our words.",
        "清单中的说法，用自己的话写。",
        {"zh": "中央财政和地方财政共同承担", "en": "Shared by central and local finance"},
    )


class Role(Strict):
    """A unit that takes part without leading."""

    model_config = about(
        "Other unit", "其他单位", "A unit that takes part, and its role.", "参与单位及其职责。"
    )

    unit: UnitRef = field(
        "Unit", "单位", "The unit.", "单位。", "cn/ministry-of-finance", required=True
    )
    role: Text = field(
        "Role",
        "职责",
        "What it does.",
        "做什么。",
        {"zh": "经费保障", "en": "Funding"},
        required=True,
    )


class Channel(Strict):
    """One way to ask for the service or to ask about it."""

    model_config = about(
        "Channel",
        "办理渠道",
        "One way to ask for the service or to ask about it.",
        "办理或咨询的一种途径。",
    )

    kind: Literal["hotline", "window", "online", "place", "mobile", "post"] = field(
        "Kind",
        "类别",
        "hotline, window, online, place, mobile or post.",
        "hotline 热线；window 窗口；online 网上；place 场所；mobile 手机；post 邮寄。",
        "hotline",
        required=True,
    )
    name: Text | None = field(
        "Name",
        "名称",
        "Name of the channel.",
        "名称。",
        {"zh": "人社服务热线", "en": "Human resources hotline"},
    )
    number: Line | None = field(
        "Telephone", "电话", "Number to call, as text.", "电话号码，按文字填写。", "12333"
    )
    url: Url | None = field(
        "Address", "网址", "Official address.", "官方网址。", "https://si.12333.gov.cn/"
    )
    text: Text | None = field(
        "Explanation",
        "说明",
        "Where to go or what it is for.",
        "去哪里、办什么。",
        {"zh": "户籍所在地村（居）委会", "en": "The village or residents' committee"},
    )
    hours: Text | None = field(
        "Hours", "时间", "When it is open.", "服务时间。", {"zh": "工作日", "en": "Weekdays"}
    )
    evidence: RowEvidence | None = field(
        "Evidence",
        "依据",
        "Where this comes from.",
        "出处。",
        {"source": "mohrss-hotline", "how": "stated"},
    )


class TimeLimit(Strict):
    """How long it may take."""

    model_config = about(
        "Time limit", "办理时限", "How long handling may take.", "办理需要多长时间。"
    )

    kind: Literal["statutory", "promised"] = field(
        "Kind",
        "类别",
        "statutory or promised.",
        "statutory 法定；promised 承诺。",
        "statutory",
        required=True,
    )
    text: Text = field(
        "Limit",
        "时限",
        "The limit in words.",
        "时限。",
        {"zh": "20个工作日", "en": "20 working days"},
        required=True,
    )


class Charge(Strict):
    """What it costs the person."""

    model_config = about("Charge", "收费", "What the person pays.", "个人要付多少。")

    kind: Literal["free", "partly", "paid", "unknown"] = field(
        "Kind",
        "类别",
        "free, partly, paid or unknown.",
        "free 免费；partly 部分收费；paid 收费；unknown 不详。",
        "free",
        required=True,
    )
    text: Text | None = field(
        "In words",
        "说明",
        "The charge in words.",
        "收费说明。",
        {"zh": "个人缴费部分自付", "en": "Own contribution"},
    )
