"""What can be said about a register on a day: every analysis, worked out once and asked by all.

Commands, pages and exports read from one of these, so that a figure is the same wherever it
stands, and no analysis runs twice in a build.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from bps.analysis.coverage import coverage
from bps.analysis.diff import diff_editions
from bps.analysis.events import events
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
from bps.analysis.ties import ties
from bps.relations.editions import editions
from bps.relations.places import nation

if TYPE_CHECKING:
    from datetime import date

    from bps.analysis.coverage import Coverage
    from bps.analysis.diff import EditionDiff
    from bps.analysis.events import Event
    from bps.analysis.evidence import EvidenceReport
    from bps.analysis.floor import Floor
    from bps.analysis.ladder import Ladder
    from bps.analysis.lifecycle import Lifecycle
    from bps.analysis.loop import Loop
    from bps.analysis.monitoring import Result
    from bps.analysis.quality import Quality
    from bps.analysis.reach import Reach
    from bps.analysis.reconcile import Reconciliation
    from bps.analysis.ties import Ties
    from bps.link import Registry


class Analyses:
    """The analyses of a register on a day; each is worked out when it is first asked for.

    Attributes:
        registry: The register.
        today: The day by which it is judged.
    """

    def __init__(self, registry: Registry, *, today: date) -> None:
        """Remember what is asked about."""
        self.registry = registry
        self.today = today

    def worked_out(self) -> Self:
        """Work out everything now, before work is shared out; gives itself back."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)
        return self

    @cached_property
    def names(self) -> Names:
        """Names of all records."""
        return Names(self.registry)

    @cached_property
    def floors(self) -> tuple[Floor, ...]:
        """Every place held against the nation."""
        return floors(self.registry, today=self.today)

    @cached_property
    def coverage(self) -> Coverage:
        """National items in places."""
        return coverage(self.registry, today=self.today, compared=self.floors)

    @cached_property
    def ties(self) -> Ties:
        """Items against standards."""
        return ties(self.registry, today=self.today)

    @cached_property
    def reach(self) -> Reach:
        """Who is served, and what is measured."""
        return reach(self.registry)

    @cached_property
    def reconciliation(self) -> Reconciliation:
        """Published totals against what is recorded."""
        return reconcile(self.registry)

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        """Values of every measure that places set, over time."""
        return ladders(self.registry)

    @cached_property
    def lifecycle(self) -> Lifecycle:
        """Review clocks of standards."""
        return lifecycle(self.registry, today=self.today)

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """Results of monitoring."""
        return results(self.registry)

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """From weak results back to items and standards."""
        return loops(self.registry, today=self.today, found=self.results)

    @cached_property
    def evidence(self) -> EvidenceReport:
        """How each fact is known."""
        return evidence_report(self.registry, today=self.today)

    @cached_property
    def quality(self) -> Quality:
        """How complete records are."""
        return quality(self.registry)

    @cached_property
    def latest_change(self) -> EditionDiff | None:
        """What the newest edition of the national list changed; None with fewer than two."""
        country = nation(self.registry)
        known = editions(self.registry, country) if country else ()
        if len(known) < 2:  # noqa: PLR2004 - a comparison needs two
            return None
        return diff_editions(self.registry, known[-2].id, known[-1].id)

    @cached_property
    def own_events(self) -> tuple[Event, ...]:
        """Dated events of this register's own records."""
        return events(self.registry.own(), today=self.today)
