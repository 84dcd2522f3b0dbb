"""Where a fact comes from: evidence for a record's fields and for single rows."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bps.model.base import ID_PATTERN, Line, Many, Reference, Strict, Text, about, field

# stated: the source says so; translated: it says so in another language; derived: follows from
# stated facts by reckoning; inferred: a reading that another reader might not share; background:
# general knowledge, no document seen.
How = Literal["stated", "translated", "derived", "inferred", "background"]
# Of these a document says so itself, in whatever language.
SAID_BY_A_DOCUMENT = frozenset({"stated", "translated"})
SourceRef = Annotated[str, Reference("source"), Field(pattern=ID_PATTERN)]
FullDate = Annotated[str, Field(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]


class RowEvidence(Strict):
    """Evidence of one row, such as a level, a total or a result."""

    model_config = about(
        "Evidence of a row",
        "本行依据",
        "Which source supports this row, where in it, how it was obtained and when it was checked.",
        "这一行出自哪份资料、资料的什么位置、怎样得来、哪天核对过。",
    )

    source: SourceRef = field(
        "Source",
        "来源",
        "Id of the source record that supports the fact.",
        "支持这一事实的来源记录编号。",
        "anhui-list-2023",
        required=True,
    )
    also: Many[SourceRef] = field(
        "Further sources",
        "其他来源",
        "Further sources that say the same.",
        "说法相同的其他来源。",
        ["hainan-list-2021"],
        many=True,
    )
    how: How = field(
        "How it was obtained",
        "取得方式",
        "stated, translated, derived (reckoned from stated facts), inferred (a reading), or "
        "background (general knowledge, no document seen).",
        "stated 原文写明；translated 译自外文；derived 由已知事实推算；inferred 推断；"
        "background 一般常识，未见文件。",
        "stated",
        required=True,
    )
    locator: Line | None = field(
        "Place in the source",
        "资料中的位置",
        "Page, item, table row or clause.",
        "页码、项目序号、表格行或条款。",
        "item 11",
    )
    note: Text | None = field(
        "Remark",
        "说明",
        "What a reader should know about this evidence.",
        "关于这条依据，读者需要知道的情况。",
        {"zh": "年份未印出，由前后文推断", "en": "Year not printed; inferred from the context"},
    )
    checked_on: FullDate | None = field(
        "Checked on",
        "核对日期",
        "Day on which somebody last compared the fact with the source.",
        "最近一次对照来源核对的日期。",
        "2026-11-22",
    )


class Evidence(RowEvidence):
    """Evidence of top-level fields of a record."""

    model_config = about(
        "Evidence",
        "依据",
        "Which source supports which top-level fields of the record, and how.",
        "哪份资料支持本记录的哪些字段，以及怎样得来。",
    )

    fields: Many[Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]] = field(
        "Fields supported",
        "所支持的字段",
        "Top-level fields of this record that the source supports. Rows carry their own evidence.",
        "该来源支持的本记录字段；表格各行另有自己的依据。",
        ["name", "recipients"],
        required=True,
    )
