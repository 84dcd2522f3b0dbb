"""Service items: who gets what, at what level, from whom."""

from __future__ import annotations

from typing import Literal

from bps.model.base import Line, Many, Strict, Text, about, field
from bps.model.concepts import ConceptRef, ItemRef, LifeEventRef, RecipientRef
from bps.model.eligibility import Expression
from bps.model.evidence import SourceRef
from bps.model.level import IndicatorRef, Level
from bps.model.provision import Channel, Charge, Funding, Role, TimeLimit
from bps.model.published_list import Listing
from bps.model.record import STATUS_TEXTS, JurisdictionRef, SourcedRecord, Status, UnitRef
from bps.model.standard import StandardRef


class Basis(Strict):
    """A document that the service rests on."""

    model_config = about(
        "Basis",
        "设定依据",
        "A law, notice or list that the service rests on.",
        "服务所依据的法律、通知或清单。",
    )

    text: Text = field(
        "Document",
        "文件",
        "Its title.",
        "文件名称。",
        {"zh": "社会救助暂行办法", "en": "Interim Measures for Social Assistance"},
        required=True,
    )
    document_number: Line | None = field(
        "Document number", "文号", "Its number, verbatim.", "文号，照录。", "国务院令第649号"
    )
    source: SourceRef | None = field(
        "Source", "来源", "Source record of the document.", "来源记录。", "ndrc-notice-443"
    )


class Tie(Strict):
    """A standard that governs the item, and in what respect."""

    model_config = about(
        "Governing standard",
        "适用标准",
        "A standard that governs the item, in what respect and how that is known.",
        "规范本事项的标准、规范的方面和认定依据。",
    )

    standard: StandardRef = field(
        "Standard",
        "标准",
        "Id of the standard.",
        "标准记录编号。",
        "gb-t-46916-2025",
        required=True,
    )
    tie: Literal[
        "sets-level", "facility", "procedure", "staffing", "quality", "evaluation", "terms"
    ] = field(
        "Kind of tie",
        "规范方面",
        "sets-level, facility, procedure, staffing, quality, evaluation or terms.",
        "sets-level 规定水平；facility 设施；procedure 流程；staffing 人员；"
        "quality 质量；evaluation 评价；terms 术语。",
        "procedure",
        required=True,
    )
    clause: Line | None = field("Clause", "条款", "Clause, where read.", "条款号。", "5.2")
    basis: Literal["stated", "stated-in-scope", "derived-from-title"] = field(
        "Basis",
        "认定依据",
        "Whether the tie is stated, read in the scope, or derived from the title.",
        "stated 原文写明；stated-in-scope 范围中写明；derived-from-title 由标题推定。",
        "derived-from-title",
        required=True,
    )
    confidence: Literal["high", "medium", "low"] = field(
        "Confidence",
        "把握",
        "high, medium or low.",
        "high 高；medium 中；low 低。",
        "high",
        required=True,
    )
    note: Text | None = field(
        "Remark",
        "说明",
        "What a reader should know.",
        "需要说明的情况。",
        {"zh": "仅第3部分相关", "en": "Only part 3 is about it"},
    )


class Counterpart(Strict):
    """The item of the higher list that a local item carries out."""

    model_config = about(
        "Counterpart",
        "对应事项",
        "The item of the higher list that this one carries out, and how the scopes compare.",
        "本事项所落实的上级清单事项，以及范围的比较。",
    )

    item: ItemRef | None = field(
        "Item",
        "事项",
        "The item of the higher list; left out for a local-only item.",
        "上级清单事项；本地独有的不填。",
        "cn/vaccination",
    )
    scope: Literal["same", "wider", "narrower", "split", "merged", "local-only", "unknown"] = field(
        "Scope",
        "范围",
        "same, wider, narrower, split, merged, local-only or unknown.",
        "same 相同；wider 更宽；narrower 较窄；split 拆分；merged 合并；local-only 本地独有；unknown 未比较。",
        "same",
        required=True,
    )
    reason: Text | None = field(
        "Reason",
        "理由",
        "Why the scope is judged so.",
        "作此判断的理由。",
        {"zh": "对象扩大到常住老人", "en": "Extended to all resident older people"},
    )


class Item(SourcedRecord):
    """One service item of one place."""

    model_config = about(
        "Service item",
        "服务事项",
        "One service that a government promises: who gets what, at what level, from whom.",
        "政府承诺的一项服务：谁能得到什么、达到什么水平、由谁负责。",
    )

    status: Status = field(*STATUS_TEXTS, required=True)
    jurisdiction: JurisdictionRef = field(
        "Place",
        "地区",
        "Id of the place that promises the service.",
        "承诺这项服务的地区，写地区的编号。",
        "cn",
        required=True,
    )
    domain: ConceptRef | None = field(
        "Area",
        "领域",
        "The subject it belongs to, as scheme/area.",
        "属于哪个领域，写作“分类/领域”。",
        "national-areas/child-health",
    )
    listed_in: Many[Listing] = field(
        "Listed in",
        "所在清单",
        "List editions that name it.",
        "收入它的各版清单。",
        [{"list": "national-2023", "number": 12}],
        many=True,
    )
    recipients: Many[RecipientRef] = field(
        "Recipients",
        "服务对象",
        "Ids of the groups it is for, so that people find it.",
        "给谁：写服务对象的编号，居民才能按人查到。",
        ["children-0-6"],
        many=True,
    )
    recipients_text: Text | None = field(
        "Recipients in words",
        "服务对象说明",
        "Who it is for, in our words.",
        "给谁，用自己的话写清楚。",
        {"zh": "0—6岁儿童", "en": "Children aged 0 to 6"},
    )
    content: Text | None = field(
        "Content",
        "服务内容",
        "What people get, in our words.",
        "得到什么，用自己的话写。",
        {"zh": "免费接种国家免疫规划疫苗", "en": "Free vaccines of the national programme"},
    )
    level_summary: Text | None = field(
        "Level in words",
        "服务标准",
        "The level as the list words it, in our words.",
        "清单写明的标准，用自己的话写。",
        {"zh": "按国家免疫规划执行", "en": "As the national programme sets it"},
    )
    levels: Many[Level] = field(
        "Levels",
        "标准数值",
        "Dated levels, one value a row.",
        "分时间的标准数值，一行一个值。",
        [
            {
                "measure": "basic-pension-minimum",
                "kind": "amount",
                "value": "123",
                "comparator": "at-least",
                "unit": "CNY",
                "per": "person",
                "period": "month",
                "from": "2024-07-01",
                "evidence": {"source": "mof-notice-2024", "how": "stated"},
            }
        ],
        many=True,
    )
    eligibility: Expression | None = field(
        "Eligibility",
        "资格条件",
        "Who qualifies, as a condition over a person's situation.",
        "符合条件的人，写成可判定的条件。",
        {"age": {"max": 6}},
    )
    untested: Many[Text] = field(
        "Conditions not tested",
        "无法自动判定的条件",
        "Conditions that cannot be computed and are shown instead.",
        "无法自动判定、需要提示的条件。",
        [{"zh": "家庭财产符合当地规定", "en": "Family assets within the local limit"}],
        many=True,
    )
    funding: Funding | None = field(
        "Funding", "支出责任", "Who pays.", "钱由谁出。", {"model": "shared"}
    )
    lead_units: Many[UnitRef] = field(
        "Lead units",
        "牵头负责单位",
        "Ids of the units that answer for it.",
        "主要由谁负责，写单位的编号。",
        ["cn/national-health-commission"],
        many=True,
    )
    lead_units_text: Text | None = field(
        "Lead units in words",
        "牵头负责单位说明",
        "What the source says of who leads, where the units alone do not say it all.",
        "资料里怎么说由谁牵头；只列单位就说清了的不填。",
        {
            "zh": "教育部、财政部按职责分工负责",
            "en": "Ministries of Education and Finance, by duty",
        },
    )
    other_units: Many[Role] = field(
        "Other units",
        "其他单位",
        "Units that take part, each with its part.",
        "还有谁参与、各做什么。",
        [{"unit": "cn/ministry-of-finance", "role": {"zh": "经费保障"}}],
        many=True,
    )
    channels: Many[Channel] = field(
        "Channels",
        "办理渠道",
        "Ways to ask for it or about it.",
        "办理或咨询途径。",
        [{"kind": "hotline", "number": "12320"}],
        many=True,
    )
    documents: Many[Text] = field(
        "Documents needed",
        "办理材料",
        "What to bring.",
        "需要带什么。",
        [{"zh": "身份证", "en": "Identity card"}],
        many=True,
    )
    steps: Many[Text] = field(
        "Steps",
        "办理流程",
        "What to do, in order.",
        "先后步骤。",
        [{"zh": "到社区提出申请", "en": "Apply at the community office"}],
        many=True,
    )
    places: Many[Text] = field(
        "Where",
        "办理地点",
        "Where to go.",
        "去哪里办。",
        [{"zh": "户籍所在地乡镇卫生院", "en": "The township clinic"}],
        many=True,
    )
    hours: Text | None = field(
        "Hours", "办理时间", "When it is open.", "什么时候办。", {"zh": "工作日", "en": "Weekdays"}
    )
    time_limits: Many[TimeLimit] = field(
        "Time limits",
        "办理时限",
        "How long handling may take.",
        "办理需要多久。",
        [{"kind": "statutory", "text": {"zh": "20个工作日"}}],
        many=True,
    )
    charge: Charge | None = field(
        "Charge", "收费", "What it costs the person.", "个人要付多少。", {"kind": "free"}
    )
    outputs: Many[Text] = field(
        "Result",
        "办理结果",
        "What the person holds in the end.",
        "最后得到什么。",
        [{"zh": "预防接种证", "en": "Vaccination record"}],
        many=True,
    )
    basis: Many[Basis] = field(
        "Basis",
        "设定依据",
        "Documents it rests on.",
        "所依据的文件。",
        [{"text": {"zh": "疫苗管理法", "en": "Vaccine Administration Law"}}],
        many=True,
    )
    standards: Many[Tie] = field(
        "Governing standards",
        "适用标准",
        "Standards that govern it.",
        "规范本事项的标准。",
        [
            {
                "standard": "gb-t-46916-2025",
                "tie": "evaluation",
                "basis": "stated-in-scope",
                "confidence": "high",
            }
        ],
        many=True,
    )
    counterpart: Counterpart | None = field(
        "Counterpart",
        "对应事项",
        "Item of the higher list and how the scopes compare.",
        "上级清单的对应事项和范围比较。",
        {"item": "cn/vaccination", "scope": "same"},
    )
    life_events: Many[LifeEventRef] = field(
        "Life events",
        "人生大事",
        "Events of life in which it serves.",
        "在哪些人生大事中用得上。",
        ["having-a-child"],
        many=True,
    )
    indicators: Many[IndicatorRef] = field(
        "Indicators",
        "指标",
        "Indicators by which it is measured.",
        "衡量它的指标。",
        ["satisfaction-medical-services"],
        many=True,
    )
    featured: bool | None = field(
        "Featured",
        "特色事项",
        "Whether the place names it as a feature of its own.",
        "当地是否列为特色事项。",
        True,  # noqa: FBT003 - the example is a boolean
    )
