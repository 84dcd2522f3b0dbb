"""Every analysis by its name, as tables: what is exported, and what a test measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.tables.changes import edition_tables
from bps.analysis.tables.coverage import coverage_tables, reach_tables, ties_tables
from bps.analysis.tables.floor import floor_tables, ladder_table
from bps.analysis.tables.guide import guide_table
from bps.analysis.tables.lifecycle import lifecycle_tables
from bps.analysis.tables.loop import weak_domains_table
from bps.analysis.tables.monitoring import results_table
from bps.analysis.tables.reconcile import reconcile_tables
from bps.analysis.tables.trust import evidence_tables, quality_tables
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bps.analysis.analyses import Analyses
    from bps.analysis.table import Table


@dataclass(frozen=True, slots=True)
class Report:
    """An analysis of the whole register.

    Attributes:
        name: Its name in commands, files and addresses.
        title: Its title.
        question: What it answers.
        tables: Puts what was worked out into tables.
    """

    name: str
    title: Words
    question: Words
    tables: Callable[[Analyses], tuple[Table, ...]]


def _coverage(known: Analyses) -> tuple[Table, ...]:
    return coverage_tables(known.coverage, known.names)


def _standards(known: Analyses) -> tuple[Table, ...]:
    return ties_tables(known.ties, known.names)


def _reach(known: Analyses) -> tuple[Table, ...]:
    return reach_tables(known.reach, known.names)


def _reconcile(known: Analyses) -> tuple[Table, ...]:
    return reconcile_tables(known.reconciliation, known.names)


def _floor(known: Analyses) -> tuple[Table, ...]:
    return (*floor_tables(known.floors, known.names), ladder_table(known.ladders, known.names))


def _due(known: Analyses) -> tuple[Table, ...]:
    return lifecycle_tables(known.lifecycle, known.names)


def _changes(known: Analyses) -> tuple[Table, ...]:
    found = known.latest_change
    return edition_tables(found, known.names) if found is not None else ()


def _monitoring(known: Analyses) -> tuple[Table, ...]:
    return (
        results_table(known.results, known.names),
        weak_domains_table(known.loops, known.names),
    )


def _evidence(known: Analyses) -> tuple[Table, ...]:
    return evidence_tables(known.evidence, known.names)


def _quality(known: Analyses) -> tuple[Table, ...]:
    return (*quality_tables(known.quality, known.names), guide_table(known.registry, known.names))


REPORTS: Mapping[str, Report] = {
    report.name: report
    for report in (
        Report(
            "coverage",
            Words(zh="覆盖", en="Coverage"),
            Words(zh="这里缺什么？", en="What is missing here?"),
            _coverage,
        ),
        Report(
            "floor",
            Words(zh="底线", en="Floor"),
            Words(zh="谁低于国家标准？", en="Who is below the national floor?"),
            _floor,
        ),
        Report(
            "reconcile",
            Words(zh="公布数核对", en="Declared against recorded"),
            Words(zh="公布的总数和收录的对得上吗？", en="Do published totals and records agree?"),
            _reconcile,
        ),
        Report(
            "due",
            Words(zh="复审", en="Review dates"),
            Words(zh="哪些标准该复审了？", en="What is overdue?"),
            _due,
        ),
        Report(
            "changes",
            Words(zh="修订", en="Changes"),
            Words(zh="新版改了什么？", en="What changed?"),
            _changes,
        ),
        Report(
            "monitoring",
            Words(zh="监测", en="Monitoring"),
            Words(zh="做得怎么样？", en="How well is it done?"),
            _monitoring,
        ),
        Report(
            "standards",
            Words(zh="事项与标准", en="Items and standards"),
            Words(zh="哪些事项没有标准？", en="Which items have no standard?"),
            _standards,
        ),
        Report(
            "reach",
            Words(zh="人群与阶段", en="People and stages"),
            Words(zh="哪些人、哪个阶段没有服务？", en="Who is served by nothing?"),
            _reach,
        ),
        Report(
            "evidence",
            Words(zh="依据", en="Evidence"),
            Words(zh="能相信吗？", en="Can I trust it?"),
            _evidence,
        ),
        Report(
            "quality",
            Words(zh="完整程度", en="Quality"),
            Words(zh="哪些记录还要补？", en="Which records need more?"),
            _quality,
        ),
    )
}
