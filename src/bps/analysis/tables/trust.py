"""Tables of the evidence and of the quality of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.evidence import GRADES
from bps.analysis.quality import STEPS
from bps.analysis.table import Table, column, words
from bps.findings.words import Words
from bps.model import RECORD_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.analysis.evidence import EvidenceReport
    from bps.analysis.names import Names
    from bps.analysis.quality import Quality
    from bps.analysis.table import Cell


def evidence_tables(result: EvidenceReport, names: Names) -> tuple[Table, ...]:
    """Facts by grade, the list to close, stale records, sources."""
    rows: list[tuple[Cell, ...]] = [
        (None, Words(zh="合计", en="all"), *(number for _, number in result.facts))
    ]
    rows.extend(
        (name, RECORD_TYPES[name].plural, *(number for _, number in row))
        for name, row in result.by_type
    )
    grades = Table(
        name="facts-by-grade",
        title=Words(zh="依据情况", en="How facts are known"),
        columns=(
            column("type", "类型代码", "Type code", code=True),
            column("type_name", "类型", "Type"),
            *(column(key, text.zh, text.en, unit="facts") for key, text in GRADES.items()),
        ),
        rows=tuple(rows),
    )
    to_close = Table(
        name="facts-to-close",
        title=Words(zh="待核实清单（按影响面排序）", en="Facts to close, by readers touched"),
        columns=(
            column("type", "类型", "Type"),
            column("record", "记录", "Record", target="@type"),
            column("record_name", "名称", "Name"),
            column("grade", "依据代码", "Grade code", code=True),
            column("grade_name", "依据", "Grade"),
            column("fields", "字段", "Fields"),
            column("readers", "被引用", "Referred to", unit="records"),
        ),
        rows=tuple(
            (
                one.type,
                one.record,
                names.of(one.type, one.record),
                one.grade,
                words(GRADES, one.grade),
                " ".join(one.fields),
                one.readers,
            )
            for one in result.open
        ),
    )
    return grades, to_close, _stale(result, names), _sources(result, names)


def _stale(result: EvidenceReport, names: Names) -> Table:
    return Table(
        name="stale-records",
        title=Words(zh="久未核对的记录", en="Records not checked for long"),
        columns=(
            column("type", "类型", "Type"),
            column("record", "记录", "Record", target="@type"),
            column("record_name", "名称", "Name"),
            column("checked_on", "最近核对", "Last checked"),
        ),
        rows=tuple((kind, ref, names.of(kind, ref), day) for kind, ref, day in result.stale),
    )


def _sources(result: EvidenceReport, names: Names) -> Table:
    return Table(
        name="sources-by-use",
        title=Words(zh="来源的分量", en="What rests on each source"),
        columns=(
            column("source", "来源", "Source", target="source"),
            column("source_name", "名称", "Name"),
            column("kind", "类别", "Kind"),
            column("facts", "所支持的事实", "Facts", unit="facts"),
            column("records", "所支持的记录", "Records", unit="records"),
        ),
        rows=tuple(
            (one.source, names.of("source", one.source), one.kind, one.facts, one.records)
            for one in result.sources
        ),
    )


def quality_tables(result: Quality, names: Names) -> tuple[Table, ...]:
    """Every record with its step, and counts by type, place and list."""
    records = Table(
        name="quality-records",
        title=Words(zh="各记录的完整程度", en="Quality of each record"),
        columns=(
            column("type", "类型", "Type"),
            column("record", "记录", "Record", target="@type"),
            column("record_name", "名称", "Name"),
            column("place", "地区", "Place", target="jurisdiction"),
            column("step", "程度代码", "Step code", code=True),
            column("step_name", "程度", "Step"),
            column("missing", "还差", "Lacks"),
        ),
        rows=tuple(
            (
                one.type,
                one.record,
                names.of(one.type, one.record),
                one.place,
                one.step,
                words(STEPS, one.step),
                " ".join(one.missing) or None,
            )
            for one in result.records
        ),
    )
    return (
        records,
        _counts("type", Words(zh="按类型", en="By type"), result.by_type, None, names),
        _counts("place", Words(zh="按地区", en="By place"), result.by_place, "jurisdiction", names),
        _counts("list", Words(zh="按清单", en="By list"), result.by_list, "list", names),
    )


def _counts(
    key: str,
    title: Words,
    counts: Mapping[str, Mapping[str, int]],
    target: str | None,
    names: Names,
) -> Table:
    return Table(
        name=f"quality-by-{key}",
        title=title,
        columns=(
            column(key, "编号", "Id", target=target),
            column("name", "名称", "Name"),
            *(column(step, text.zh, text.en, unit="records") for step, text in STEPS.items()),
        ),
        rows=tuple(
            (
                ref,
                names.of(target, ref) if target else RECORD_TYPES[ref].plural,
                *(row.get(step, 0) for step in STEPS),
            )
            for ref, row in sorted(counts.items())
        ),
    )
