"""Tables of differences between editions, days and revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.diff import CHANGES
from bps.analysis.table import Table, column, words
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.diff import Change, EditionDiff
    from bps.analysis.names import Names
    from bps.analysis.revisions import DateDiff, RecordChange

_BASES = {
    "records": Words(zh="记录显示", en="shown by the records"),
    "published": Words(zh="发布单位公布", en="named by the publisher"),
}


def edition_tables(result: EditionDiff, names: Names) -> tuple[Table, ...]:
    """Changes of items, and the published summary against them."""
    published = Table(
        name="published-changes",
        title=Words(zh="公布的修订情况与记录", en="Published summary against the records"),
        columns=(
            column("kind", "变化代码", "Change code", code=True),
            column("kind_name", "变化", "Change"),
            column("declared", "公布数", "Declared", unit="items"),
            column("named", "点名", "Named", unit="items"),
            column("confirmed", "印证", "Confirmed", unit="items"),
            column("shown", "同期记录", "In the records", unit="items"),
            column("source", "来源", "Source", target="source"),
        ),
        rows=tuple(
            (
                one.kind,
                words(CHANGES, one.kind),
                one.declared,
                one.named,
                one.confirmed,
                one.shown,
                one.source,
            )
            for one in result.published
        ),
    )
    return change_table(result.changes, names), published


def change_table(changes: Sequence[Change], names: Names) -> Table:
    """Changes of items."""
    return Table(
        name="changes",
        title=Words(zh="变化", en="Changes"),
        columns=(
            column("kind", "变化代码", "Change code", code=True),
            column("kind_name", "变化", "Change"),
            column("item", "事项", "Item", target="item"),
            column("item_name", "事项名称", "Name of the item"),
            column("measure", "指标", "Measure", target="indicator"),
            column("before", "原为", "Before"),
            column("after", "现为", "After"),
            column("basis", "依据", "Basis"),
        ),
        rows=tuple(
            (
                one.kind,
                words(CHANGES, one.kind),
                one.item,
                names.of("item", one.item),
                next((level.measure for level in one.levels if level is not None), None),
                one.before,
                one.after,
                _BASES[one.basis],
            )
            for one in changes
        ),
    )


def date_tables(result: DateDiff, names: Names) -> tuple[Table, ...]:
    """Levels, standards and lists that changed between two days."""
    rows = [("standard", *row) for row in result.standards]
    rows += [("list", *row) for row in result.lists]
    return (
        change_table(result.levels, names),
        Table(
            name="documents-changed",
            title=Words(zh="标准和清单的变化", en="Standards and lists that changed"),
            columns=(
                column("type", "类型", "Type"),
                column("record", "记录", "Record", target="@type"),
                column("record_name", "名称", "Name"),
                column("event", "变化", "Event"),
                column("on", "日期", "On"),
            ),
            rows=tuple(
                (kind, ref, names.of(kind, ref), event, day) for kind, ref, event, day in rows
            ),
        ),
    )


def revision_table(changes: Sequence[RecordChange]) -> Table:
    """Records that differ between two revisions of the register."""
    return Table(
        name="records-changed",
        title=Words(zh="两个修订版之间的记录变化", en="Records changed between two revisions"),
        columns=(
            column("kind", "变化", "Change"),
            column("type", "类型", "Type"),
            column("record", "记录", "Record", target="@type"),
            column("former", "原编号", "Former id"),
            column("fields", "变化的字段", "Fields that differ"),
        ),
        rows=tuple(
            (one.kind, one.type, one.record, one.former, " ".join(one.fields) or None)
            for one in changes
        ),
    )
