"""Every analysis by its name, as tables: what is exported, and what a test measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.coverage import coverage
from bps.analysis.diff import diff_editions
from bps.analysis.evidence import evidence_report
from bps.analysis.floor import floors
from bps.analysis.ladder import ladders
from bps.analysis.lifecycle import lifecycle
from bps.analysis.loop import loops
from bps.analysis.monitoring import results
from bps.analysis.names import Names
from bps.analysis.quality import quality
from bps.analysis.reach import reach
from bps.analysis.reconcile import reconcile
from bps.analysis.selection import editions, nation
from bps.analysis.tables.changes import edition_tables
from bps.analysis.tables.coverage import coverage_tables, reach_tables, ties_tables
from bps.analysis.tables.floor import floor_tables, ladder_table
from bps.analysis.tables.guide import guide_table
from bps.analysis.tables.lifecycle import lifecycle_tables
from bps.analysis.tables.loop import weak_domains_table
from bps.analysis.tables.monitoring import results_table
from bps.analysis.tables.reconcile import reconcile_tables
from bps.analysis.tables.trust import evidence_tables, quality_tables
from bps.analysis.ties import ties
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bps.analysis.table import Table
    from bps.link import Registry


@dataclass(frozen=True, slots=True)
class Report:
    """An analysis of the whole register.

    Attributes:
        name: Its name in commands, files and addresses.
        title: Its title.
        question: What it answers.
        make: Reckons its tables.
    """

    name: str
    title: Words
    question: Words
    make: Callable[[Registry, date, Names], tuple[Table, ...]]

    def tables(
        self, registry: Registry, *, today: date, names: Names | None = None
    ) -> tuple[Table, ...]:
        """Reckon the tables of this analysis."""
        return self.make(registry, today, names or Names(registry))


def _coverage(registry: Registry, today: date, names: Names) -> tuple[Table, ...]:
    return coverage_tables(coverage(registry, today=today), names)


def _standards(registry: Registry, _: date, names: Names) -> tuple[Table, ...]:
    return ties_tables(ties(registry), names)


def _reach(registry: Registry, _: date, names: Names) -> tuple[Table, ...]:
    return reach_tables(reach(registry), names)


def _reconcile(registry: Registry, _: date, names: Names) -> tuple[Table, ...]:
    return reconcile_tables(reconcile(registry), names)


def _floor(registry: Registry, today: date, names: Names) -> tuple[Table, ...]:
    return (
        *floor_tables(floors(registry, today=today), names),
        ladder_table(ladders(registry), names),
    )


def _due(registry: Registry, today: date, names: Names) -> tuple[Table, ...]:
    return lifecycle_tables(lifecycle(registry, today=today), names)


def _changes(registry: Registry, _: date, names: Names) -> tuple[Table, ...]:
    country = nation(registry)
    known = editions(registry, country) if country else ()
    if len(known) < 2:  # noqa: PLR2004 - a comparison needs two
        return ()
    return edition_tables(diff_editions(registry, known[-2].id, known[-1].id), names)


def _monitoring(registry: Registry, today: date, names: Names) -> tuple[Table, ...]:
    return (
        results_table(results(registry), names),
        weak_domains_table(loops(registry, today=today), names),
    )


def _evidence(registry: Registry, today: date, names: Names) -> tuple[Table, ...]:
    return evidence_tables(evidence_report(registry, today=today), names)


def _quality(registry: Registry, _: date, names: Names) -> tuple[Table, ...]:
    return (*quality_tables(quality(registry), names), guide_table(registry, names))


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
