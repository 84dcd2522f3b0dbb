"""What residents say, and the official word for it."""

from __future__ import annotations

from bps.model.base import Line, Many, Strict, about, field
from bps.model.concepts import ItemRef
from bps.model.record import SourcedRecord


class Synonym(Strict):
    """One official word with the words residents use for it."""

    model_config = about(
        "Synonym",
        "同义词",
        "One official word and what residents say instead.",
        "一个正式用语和百姓的说法。",
    )

    official: Line = field(
        "Official word",
        "正式用语",
        "The word used in records.",
        "记录中的用语。",
        "特困人员",
        required=True,
    )
    lay: Many[Line] = field(
        "What people say",
        "百姓的说法",
        "Lay words, short and old names, English words.",
        "俗称、简称、旧称、英文说法。",
        ["五保户", "三无人员"],
        required=True,
    )
    items: Many[ItemRef] = field(
        "Items",
        "事项",
        "Items meant when the words alone do not lead there.",
        "仅凭用语找不到时所指的事项。",
        ["cn/destitute-support"],
        many=True,
    )


class Synonyms(SourcedRecord):
    """The synonym file, written by people who know how residents speak."""

    model_config = about(
        "Synonyms",
        "同义词表",
        "Lay words with their official words, for the search.",
        "供检索使用的俗称与正式用语对照。",
    )

    entries: Many[Synonym] = field(
        "Entries",
        "词条",
        "The entries.",
        "各词条。",
        [{"official": "特困人员", "lay": ["五保户"]}],
        required=True,
    )
