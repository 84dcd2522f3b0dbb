"""Tables of differences between editions, days and revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.diff import CHANGES
from bps.analysis.labels import LABELS
from bps.analysis.tables.sheet import ITEM_NAME, NAME, Sheet
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.diff import Change, EditionDiff
    from bps.analysis.names import Names
    from bps.analysis.revisions import DateDiff, RecordChange
    from bps.analysis.table import Table

_BASES = {
    "records": Words(zh="记录显示", en="shown by the records"),
    "published": Words(zh="发布单位公布", en="named by the publisher"),
}


def edition_tables(result: EditionDiff, names: Names) -> tuple[Table, ...]:
    """Changes of items, and the published summary against them."""
    published = Sheet(result.published, names)
    published.coded("kind", "变化", "Change", lambda one: one.kind, CHANGES)
    published.add("declared", "公布数", "Declared", lambda one: one.declared, unit="items")
    published.add("named", "点名", "Named", lambda one: one.named, unit="items")
    published.add("confirmed", "印证", "Confirmed", lambda one: one.confirmed, unit="items")
    published.add("shown", "同期记录", "In the records", lambda one: one.shown, unit="items")
    published.add("source", "来源", "Source", lambda one: one.source, target="source")
    return (
        change_table(result.changes, names),
        published.table(
            "published-changes", "公布的修订情况与记录", "Published summary against the records"
        ),
    )


def change_table(rows: Sequence[Change], names: Names) -> Table:
    """Changes of items."""
    changes = Sheet(rows, names)
    changes.coded("kind", "变化", "Change", lambda one: one.kind, CHANGES)
    changes.record("item", "事项", "Item", lambda one: one.item, type="item", name=ITEM_NAME)
    changes.add("measure", "指标", "Measure", _measure, target="indicator")
    changes.add("before", "原为", "Before", lambda one: one.before)
    changes.add("after", "现为", "After", lambda one: one.after)
    changes.coded("how", "现数取得方式", "How the later value is known", _how, LABELS["how"])
    changes.add("basis", "依据", "Basis", lambda one: _BASES[one.basis])
    return changes.table("changes", "变化", "Changes")


def _measure(change: Change) -> str | None:
    return next((level.measure for level in change.levels if level is not None), None)


def _how(change: Change) -> str | None:
    later = change.levels[1]
    return later.evidence.how if later is not None else None


def date_tables(result: DateDiff, names: Names) -> tuple[Table, ...]:
    """Levels, standards and lists that changed between two days."""
    rows = [("standard", *row) for row in result.standards]
    rows += [("list", *row) for row in result.lists]
    documents = Sheet(rows, names)
    documents.record_of_type("record", "type", lambda row: row[:2])
    documents.add("event", "变化", "Event", lambda row: row[2])
    documents.add("on", "日期", "On", lambda row: row[3])
    return (
        change_table(result.levels, names),
        documents.table(
            "documents-changed", "标准和清单的变化", "Standards and lists that changed"
        ),
    )


def revision_table(rows: Sequence[RecordChange], before: Names, after: Names) -> Table:
    """Records that differ between two revisions of the register, by their names of then or now."""
    changes = Sheet(rows, after)
    changes.add("kind", "变化", "Change", lambda one: one.kind)
    changes.add("type", "类型", "Type", lambda one: one.type)
    changes.add("record", "记录", "Record", lambda one: one.record, target="@type")
    changes.add(
        "record_name",
        NAME.zh,
        NAME.en,
        lambda one: after.of(one.type, one.record) or before.of(one.type, one.record),
    )
    changes.add("former", "原编号", "Former id", lambda one: one.former)
    changes.ids("fields", "变化的字段", "Fields that differ", lambda one: one.fields)
    return changes.table(
        "records-changed", "两个 git 版本之间的记录变化", "Records changed between two revisions"
    )
