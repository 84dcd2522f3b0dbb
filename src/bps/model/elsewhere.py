"""Well-known matters that are in no list of this register, and who handles them."""

from __future__ import annotations

from bps.model.base import Line, Many, Slug, Strict, Text, about, field
from bps.model.concepts import ItemRef
from bps.model.evidence import RowEvidence
from bps.model.record import SourcedRecord, UnitRef


class Matter(Strict):
    """One matter that people ask about and that is handled elsewhere."""

    model_config = about(
        "Matter handled elsewhere",
        "别处办的事",
        "A well-known matter outside the lists, with the body that handles it and its number.",
        "清单以外、大家常问的事：由谁办、打什么电话。",
    )

    id: Slug = field(
        "Id",
        "编号",
        "Short id, unique in the file.",
        "短编号，本文件内不重复。",
        "residence-permit",
        required=True,
    )
    name: Text = field(
        "Name",
        "名称",
        "What the matter is called.",
        "这件事叫什么。",
        {"zh": "居住证", "en": "Residence permit"},
        required=True,
    )
    aliases: Many[Line] = field(
        "What people say",
        "百姓的说法",
        "Lay words, short and old names, English words.",
        "俗称、简称、旧称、英文说法。",
        ["暂住证", "residence card"],
        many=True,
    )
    body: Text = field(
        "Handled by",
        "由谁办",
        "The body that handles it, as people know it.",
        "去找谁，用大家熟悉的叫法。",
        {"zh": "住处附近的派出所", "en": "The police station near your home"},
        required=True,
    )
    unit: UnitRef | None = field(
        "Unit",
        "单位",
        "Unit of this register that answers for it, where there is one.",
        "本库中负责这件事的单位，没有的不填。",
        "cn/ministry-of-public-security",
    )
    hotline: Line | None = field(
        "Telephone", "电话", "Number to call, as text.", "电话号码，按文字填写。", "12345"
    )
    emergency: bool | None = field(
        "Emergency",
        "紧急号码",
        "Whether the number is for danger only; it is never offered for asking about a service.",
        "是否只用于紧急情况；紧急号码不会当作咨询电话给人。",
        True,  # noqa: FBT003 - the example is a boolean
    )
    items: Many[ItemRef] = field(
        "Items",
        "事项",
        "Items of this register that belong to the same matter.",
        "本库中与它有关的事项。",
        ["cn/childcare-subsidy"],
        many=True,
    )
    note: Text | None = field(
        "Remark",
        "说明",
        "What a reader should know.",
        "需要说明的情况。",
        {"zh": "各地叫法不同", "en": "Its name differs by place"},
    )
    evidence: RowEvidence = field(
        "Evidence",
        "依据",
        "Where this comes from.",
        "出处。",
        {"source": "general-knowledge", "how": "background"},
        required=True,
    )


class Elsewhere(SourcedRecord):
    """Matters that people look for here and that are handled elsewhere."""

    model_config = about(
        "Matters handled elsewhere",
        "别处办的事",
        "Well-known matters outside the lists of this register, so that a search can say where to go.",
        "清单以外、大家常问的事，查找时用来告诉人去哪里办。",
    )

    matters: Many[Matter] = field(
        "Matters",
        "各事",
        "The matters.",
        "各件事。",
        [
            {
                "id": "residence-permit",
                "name": {"zh": "居住证"},
                "body": {"zh": "派出所"},
                "evidence": {"source": "general-knowledge", "how": "background"},
            }
        ],
        required=True,
    )
