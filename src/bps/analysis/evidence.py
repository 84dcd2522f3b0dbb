"""How far the register can be trusted: how each fact was obtained, and what to close first.

A fact is one field of a record, or one row (a level, a total, a result, a milestone). Confirmed
means that a source says it (`stated`, `translated`); derived means reckoned or read out of stated
facts (`derived`, `inferred`); background means general knowledge with no document seen; unsourced
means that no evidence names the field.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.analysis.facts import facts_of
from bps.findings.words import Words
from bps.model import RECORD_TYPES
from bps.relations.days import days_of, years_later

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bps.link import Registry

Grade = Literal["confirmed", "derived", "background", "unsourced"]

GRADES: dict[str, Words] = {
    "confirmed": Words(zh="来源证实", en="confirmed"),
    "derived": Words(zh="推算推断", en="derived"),
    "background": Words(zh="一般常识", en="background"),
    "unsourced": Words(zh="未注明", en="no evidence"),
}
# A fact is looked at again after this long [years]; ours, printed with the list.
STALE_YEARS = 2


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact that no document confirms.

    Attributes:
        type: Type of the record.
        record: Its id.
        fields: Fields concerned; rows are named like `levels`.
        grade: `background` or `unsourced`.
        readers: Records that refer to this one, as a measure of how many readers it touches.
    """

    type: str
    record: str
    fields: tuple[str, ...]
    grade: Grade
    readers: int


@dataclass(frozen=True, slots=True)
class SourceUse:
    """How much rests on a source.

    Attributes:
        source: Id of the source.
        kind: Its kind, such as `official`.
        facts: Facts that rest on it, as first or further source [facts].
        records: Records that name it [records].
    """

    source: str
    kind: str
    facts: int
    records: int


@dataclass(frozen=True, slots=True)
class EvidenceReport:
    """The state of the evidence.

    Attributes:
        facts: Number of facts by grade [facts].
        by_type: The same, by type of record.
        open: Facts to close, those that touch most readers first.
        stale: Records last checked too long ago or never, as (type, id, day or None).
        sources: Sources, those that carry most first.
        idle: Sources nothing rests on.
    """

    facts: tuple[tuple[Grade, int], ...]
    by_type: tuple[tuple[str, tuple[tuple[Grade, int], ...]], ...]
    open: tuple[OpenFact, ...]
    stale: tuple[tuple[str, str, str | None], ...]
    sources: tuple[SourceUse, ...]
    idle: tuple[str, ...]

    @property
    def total(self) -> int:
        """All facts [facts]."""
        return sum(number for _, number in self.facts)

    def share(self, grade: Grade) -> float:
        """Share of facts with this grade [percent]."""
        return 100 * dict(self.facts).get(grade, 0) / self.total if self.total else 0.0


def evidence_report(registry: Registry, *, today: date) -> EvidenceReport:
    """Grade every fact of the register.

    Args:
        registry: The register.
        today: The day on which "stale" is judged.

    Returns:
        Counts, the list to close, stale records and the use of sources.
    """
    counts: dict[str, Counter[Grade]] = {}
    still_open: list[OpenFact] = []
    stale: list[tuple[str, str, str | None]] = []
    used: Counter[str] = Counter()
    named: Counter[str] = Counter()
    limit = years_later(today, -STALE_YEARS)
    for type_name in RECORD_TYPES:
        if type_name == "source":
            continue
        tally: Counter[Grade] = Counter()
        for record in registry.iter(type_name):
            facts = facts_of(record)
            grades = [(_grade(fact.how), fact) for fact in facts]
            tally.update(grade for grade, _ in grades)
            for fact in facts:
                used.update(fact.sources)
            named.update({source for fact in facts for source in fact.sources})
            readers = len(registry.backlinks(type_name, record.id))
            for grade in ("background", "unsourced"):
                fields = dict.fromkeys(fact.field for found, fact in grades if found == grade)
                if fields:
                    still_open.append(OpenFact(type_name, record.id, tuple(fields), grade, readers))
            checked = max((fact.checked_on for fact in facts if fact.checked_on), default=None)
            if checked is None or days_of(checked).last < limit:
                stale.append((type_name, record.id, checked))
        if tally:
            counts[type_name] = tally
    still_open.sort(key=lambda one: (-one.readers, one.type, one.record, one.grade))
    kinds = {source.id: source.kind for source in registry.iter("source")}
    uses = [
        SourceUse(source, kinds.get(source, ""), number, named[source])
        for source, number in used.items()
    ]
    uses.sort(key=lambda one: (-one.facts, one.source))
    return EvidenceReport(
        facts=_sorted(sum(counts.values(), Counter())),
        by_type=tuple((name, _sorted(tally)) for name, tally in counts.items()),
        open=tuple(still_open),
        stale=tuple(stale),
        sources=tuple(uses),
        idle=tuple(source for source in kinds if source not in used),
    )


def _grade(how: str | None) -> Grade:
    if how in {"stated", "translated"}:
        return "confirmed"
    if how in {"derived", "inferred"}:
        return "derived"
    return "background" if how == "background" else "unsourced"


def _sorted(tally: Counter[Grade]) -> tuple[tuple[Grade, int], ...]:
    order: Iterable[Grade] = ("confirmed", "derived", "background", "unsourced")
    return tuple((grade, tally[grade]) for grade in order)
