"""Places where people are served."""

from __future__ import annotations

from bps.model.base import DecimalText, Line, Many, PartialDate, Text, about, field
from bps.model.concepts import ItemRef
from bps.model.declared import COMPARATOR_TEXTS, Comparator, Declared, ListRef
from bps.model.programme import Figure
from bps.model.record import JurisdictionRef, SourcedRecord, UnitRef
from bps.model.standard import StandardRef


class ServicePoint(SourcedRecord):
    """A house, hall or centre with what it offers."""

    model_config = about(
        "Service point",
        "服务点",
        "A house, hall or centre where people are served.",
        "为群众提供服务的场所。",
    )

    jurisdiction: JurisdictionRef = field(
        "Place", "地区", "Where it stands.", "所在地区。", "shenzhen-futian-meilin", required=True
    )
    units: Many[UnitRef] = field(
        "Run by",
        "运营单位",
        "Units that run it.",
        "运营单位。",
        ["shenzhen-futian/disabled-persons-federation"],
        many=True,
    )
    items: Many[ItemRef] = field(
        "Offers",
        "服务事项",
        "Items offered here.",
        "提供的事项。",
        ["shenzhen-futian/elder-canteen"],
        many=True,
    )
    standards: Many[StandardRef] = field(
        "Works by",
        "执行标准",
        "Standards it works by.",
        "执行的标准。",
        ["gb-t-46916-2025"],
        many=True,
    )
    lists: Many[ListRef] = field(
        "Lists", "清单", "Lists that govern it.", "适用的清单。", ["futian-2021"], many=True
    )
    address: Text | None = field(
        "Address",
        "地址",
        "Address as far as known.",
        "已知的地址。",
        {"zh": "福田区上梅林", "en": "Shangmeilin, Futian"},
    )
    hours: Text | None = field(
        "Hours",
        "开放时间",
        "Opening hours.",
        "开放时间。",
        {"zh": "周一至周五", "en": "Monday to Friday"},
    )
    telephone: Line | None = field("Telephone", "电话", "Number to call.", "电话号码。", "12345")
    documents: Many[Text] = field(
        "Documents needed",
        "办理材料",
        "What to bring, where this place says so.",
        "到这里办事要带什么；这里写明了才填。",
        [{"zh": "身份证", "en": "Identity card"}],
        many=True,
    )
    floor_area: DecimalText | None = field(
        "Floor area",
        "建筑面积",
        "Built area, as text.",
        "建筑面积，按文字填写。",
        "7800",
        quantity="m2",
    )
    floor_area_comparator: Comparator | None = field(*COMPARATOR_TEXTS)
    opened: PartialDate | None = field("Opened", "启用", "When it opened.", "启用时间。", "2013-12")
    facilities: Many[Text] = field(
        "Facilities",
        "设施",
        "What it has.",
        "有哪些设施。",
        [{"zh": "运动场", "en": "Sports ground"}],
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
                "count": 14,
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
                "label": {"zh": "累计服务"},
                "value": "200000",
                "comparator": "more-than",
                "evidence": {"source": "futian-report-2021", "how": "stated"},
            }
        ],
        many=True,
    )
