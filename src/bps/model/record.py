"""The fields that every record shares, and the entries that stand in for a moved one."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bps.model.base import (
    ID_PATTERN,
    Identifier,
    Line,
    Many,
    PartialDate,
    Reference,
    Strict,
    Text,
    about,
    field,
)
from bps.model.evidence import Evidence, FullDate

Status = Literal["in-force", "planned", "project", "replaced", "withdrawn", "ended", "unknown"]
UnitRef = Annotated[str, Reference("unit"), Field(pattern=ID_PATTERN)]
JurisdictionRef = Annotated[str, Reference("jurisdiction"), Field(pattern=ID_PATTERN)]

STATUS_TEXTS = (
    "Status",
    "状态",
    "in-force, planned (decided, not yet in force), project (being drafted), replaced, withdrawn, "
    "ended, or unknown where no source says.",
    "in-force 现行；planned 已定未施行；project 在编；replaced 被代替；withdrawn 废止；"
    "ended 已结束；unknown 资料未说明。",
    "in-force",
)


class Decision(Strict):
    """A decision of a review about a record."""

    model_config = about(
        "Review decision",
        "审阅决定",
        "What a reviewing body decided about this record, when and why.",
        "审阅单位对本记录作出的决定、日期和理由。",
    )

    kind: Literal["add", "change", "retire", "confirm"] = field(
        "Kind",
        "类别",
        "What was proposed: add, change, retire or confirm.",
        "提议事项：add 新增、change 变更、retire 退出、confirm 确认。",
        "confirm",
        required=True,
    )
    outcome: Literal["accepted", "rejected", "dismissed"] = field(
        "Outcome",
        "结果",
        "accepted, rejected, or dismissed without a decision on the substance.",
        "accepted 同意；rejected 不同意；dismissed 不予受理。",
        "accepted",
        required=True,
    )
    by: UnitRef = field(
        "By",
        "决定单位",
        "Unit that decided.",
        "作出决定的单位。",
        "shenzhen-futian/market-supervision",
        required=True,
    )
    on: FullDate = field(
        "On", "日期", "Day of the decision.", "决定日期。", "2026-11-22", required=True
    )
    reason: Text = field(
        "Reason",
        "理由",
        "Why, in one or two sentences.",
        "一两句话说明理由。",
        {"zh": "与新版清单一致", "en": "Agrees with the new edition of the list"},
        required=True,
    )


class Record(Strict):
    """What every record holds; `keys_in_order` says where the keys stand in a file."""

    id: Identifier = field(
        "Id",
        "编号",
        "Permanent id in lower-case ASCII with hyphens; the last part is the file name. Never "
        "reused.",
        "永久编号，小写英文字母、数字和连字符；最后一段就是文件名。永不重复使用。",
        "cn/vaccination",
        required=True,
    )
    name: Text = field(
        "Name",
        "名称",
        "Official name, verbatim; the other language as a translation.",
        "正式名称，照录原文；另一种语言为译名。",
        {"zh": "预防接种", "en": "Vaccination"},
        required=True,
    )

    translation: Literal["official", "editorial", "machine"] | None = field(
        "Translation",
        "译文来源",
        "Who put the second language in words: official, editorial (by this register) or machine.",
        "第二种语言由谁写成：official 官方；editorial 本库编辑；machine 机器。",
        "editorial",
    )
    former_ids: Many[Identifier] = field(
        "Former ids",
        "曾用编号",
        "Ids under which the record was known before.",
        "本记录以前用过的编号。",
        ["cn/immunisation"],
        many=True,
    )
    aliases: Many[Line] = field(
        "Also called",
        "别名",
        "Short, old or other official names, in any language.",
        "简称、旧称或其他正式名称，语言不限。",
        ["免疫规划"],
        many=True,
    )
    status: Status | None = field(*STATUS_TEXTS)

    notes: Text | None = field(
        "Notes",
        "备注",
        "What a reader should know and no other field can say.",
        "读者应当知道、而其他字段无法写明的情况。",
        {"zh": "第29、30项的次序未见原文", "en": "Order of items 29 and 30 not seen"},
    )
    decisions: Many[Decision] = field(
        "Review decisions",
        "审阅决定",
        "Decisions of reviewing bodies, oldest first.",
        "审阅单位的决定，由早到晚。",
        [
            {
                "kind": "confirm",
                "outcome": "accepted",
                "by": "shenzhen-futian/market-supervision",
                "on": "2026-11-22",
                "reason": {"zh": "与新版清单一致"},
            }
        ],
        many=True,
    )


class SourcedRecord(Record):
    """A record that needs evidence: every one but the sources themselves."""

    evidence: Many[Evidence] = field(
        "Evidence",
        "依据",
        "Where each field of the record comes from; at least one entry.",
        "本记录各字段的出处，至少一条。",
        [{"fields": ["name"], "source": "anhui-list-2023", "how": "stated"}],
        required=True,
    )


class Forwarding(Strict):
    """What stays in place of a record that was moved, split or withdrawn."""

    model_config = about(
        "Forwarding entry",
        "转移说明",
        "Stands in place of a record that was moved, split or withdrawn, so that its id keeps its "
        "meaning.",
        "记录改号、拆分或撤销后留在原处的说明，使旧编号仍有去处。",
    )

    id: Identifier = field(
        "Id", "编号", "The old id.", "原编号。", "cn/immunisation", required=True
    )
    kind: Literal["moved", "split", "withdrawn"] = field(
        "Kind",
        "类别",
        "moved, split or withdrawn.",
        "moved 改号；split 拆分；withdrawn 撤销。",
        "moved",
        required=True,
    )
    to: Many[Identifier] = field(
        "To",
        "去向",
        "Ids of the records to look at instead; none for a record withdrawn without successor.",
        "改看哪些记录；撤销而无后继的不填。",
        ["cn/vaccination"],
        many=True,
    )
    on: PartialDate = field(
        "On", "日期", "Day of the change.", "变更日期。", "2026-11-22", required=True
    )
    reason: Text | None = field(
        "Reason",
        "原因",
        "Why, in one sentence.",
        "一句话说明原因。",
        {"zh": "名称统一", "en": "Names were unified"},
    )


FORWARDING_KINDS = frozenset({"moved", "split", "withdrawn"})

_HEAD = ("id", "name", "kind", "translation", "former_ids", "aliases", "status")
_TAIL = ("notes", "decisions", "evidence")


def keys_in_order(model: type[Strict]) -> tuple[str, ...]:
    """Keys of a model in the one order in which files list them: head, own keys, tail."""
    declared = tuple(info.alias or name for name, info in model.model_fields.items())
    if not issubclass(model, Record):
        return declared
    own = tuple(key for key in declared if key not in _HEAD and key not in _TAIL)
    return (
        *(key for key in _HEAD if key in declared),
        *own,
        *(key for key in _TAIL if key in declared),
    )
