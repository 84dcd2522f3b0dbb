"""Tables of the evidence and of the quality of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.evidence import GRADES
from bps.analysis.labels import LABELS
from bps.analysis.quality import STEPS
from bps.analysis.tables.sheet import NAME, Sheet
from bps.findings.words import Words
from bps.model import RECORD_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bps.analysis.evidence import EvidenceReport
    from bps.analysis.names import Names
    from bps.analysis.quality import Quality
    from bps.analysis.table import Table

_ALL = Words(zh="合计", en="all")


def evidence_tables(result: EvidenceReport, names: Names) -> tuple[Table, ...]:
    """Facts by grade, the list to close, stale records, sources."""
    return (
        _grades(result, names),
        _to_close(result, names),
        _stale(result, names),
        _sources(result, names),
    )


def _grades(result: EvidenceReport, names: Names) -> Table:
    rows: list[tuple[str | None, Mapping[str, int]]] = [(None, dict(result.facts))]
    rows += [(type_name, dict(counts)) for type_name, counts in result.by_type]
    grades = Sheet(rows, names)
    grades.add("type", "类型代码", "Type (code)", lambda row: row[0], code=True)
    grades.add(
        "type_name", "类型", "Type", lambda row: RECORD_TYPES[row[0]].plural if row[0] else _ALL
    )
    for grade, label in GRADES.items():
        grades.add(grade, label.zh, label.en, _count(grade), unit="facts")
    return grades.table("facts-by-grade", "依据情况", "How facts are known")


def _to_close(result: EvidenceReport, names: Names) -> Table:
    facts = Sheet(result.open, names)
    facts.record_of_type("record", "type", lambda one: (one.type, one.record))
    facts.coded("grade", "依据", "Grade", lambda one: one.grade, GRADES)
    facts.fields("fields", "字段", "Fields", lambda one: one.type, lambda one: one.fields)
    facts.add("readers", "被引用", "Referred to", lambda one: one.readers, unit="records")
    return facts.table(
        "facts-to-close", "待核实清单（按影响面排序）", "Facts to close, by readers touched"
    )


def _stale(result: EvidenceReport, names: Names) -> Table:
    records = Sheet(result.stale, names)
    records.record_of_type("record", "type", lambda row: row[:2])
    records.add("checked_on", "最近核对", "Last checked", lambda row: row[2])
    return records.table("stale-records", "久未核对的记录", "Records not checked for long")


def _sources(result: EvidenceReport, names: Names) -> Table:
    sources = Sheet(result.sources, names)
    sources.record("source", "来源", "Source", lambda one: one.source, type="source")
    sources.coded("kind", "类别", "Kind", lambda one: one.kind, LABELS["source"])
    sources.add("facts", "所支持的事实", "Facts", lambda one: one.facts, unit="facts")
    sources.add("records", "所支持的记录", "Records", lambda one: one.records, unit="records")
    return sources.table("sources-by-use", "来源的分量", "What rests on each source")


def quality_tables(result: Quality, names: Names) -> tuple[Table, ...]:
    """Every record with its step, and counts by type, place and list."""
    return (
        _steps(result, names),
        _counts("type", Words(zh="类型", en="Type"), result.by_type, None, names),
        _counts("place", Words(zh="地区", en="Place"), result.by_place, "jurisdiction", names),
        _counts("list", Words(zh="清单", en="List"), result.by_list, "list", names),
    )


def _steps(result: Quality, names: Names) -> Table:
    records = Sheet(result.records, names)
    records.record_of_type("record", "type", lambda one: (one.type, one.record))
    records.add("place", "地区", "Place", lambda one: one.place, target="jurisdiction")
    records.coded("step", "程度", "Step", lambda one: one.step, STEPS)
    records.fields("missing", "还差", "Lacks", lambda one: one.type, lambda one: one.missing)
    return records.table("quality-records", "各记录的完整程度", "Quality of each record")


def _counts(
    key: str,
    what: Words,
    counts: Mapping[str, Mapping[str, int]],
    target: str | None,
    names: Names,
) -> Table:
    groups = Sheet(sorted(counts.items()), names)
    groups.add(key, what.zh, what.en, lambda row: row[0], target=target)
    groups.add(
        "name",
        NAME.zh,
        NAME.en,
        lambda row: names.of(target, row[0]) if target else RECORD_TYPES[row[0]].plural,
    )
    for step, label in STEPS.items():
        groups.add(step, label.zh, label.en, _count(step), unit="records")
    return groups.table(f"quality-by-{key}", f"按{what.zh}", f"By {what.en.lower()}")


def _count(key: str) -> Callable[[tuple[object, Mapping[str, int]]], int]:
    return lambda row: row[1].get(key, 0)
