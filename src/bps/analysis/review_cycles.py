"""How often a standard is to be reviewed, level by level, and the document that says so.

One table, read by the review clock (`bps.analysis.lifecycle`). A level that is not in it has no
clock: for group, enterprise and internal standards the body that made them sets the cycle, and
the register does not guess it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bps.findings.words import Words


@dataclass(frozen=True, slots=True)
class ReviewCycle:
    """A review cycle.

    Attributes:
        rule: Id of the rule, shown beside each date that rests on it.
        levels: Levels of standards it applies to.
        years: Longest time between two reviews [years].
        text: What the rule says, in our words.
        document: Title and number of the document.
        source: Address of the document in which the figure was read.
        how: `stated` when the source says it, `background` when no document was seen.
    """

    rule: str
    levels: frozenset[str]
    years: int
    text: Words
    document: Words
    source: str
    how: str


# The law counts no starting day. The clock starts on the last confirmed review, else on the day
# the standard took effect (as the institute of standardization explains the age of a standard),
# else on the day of issue.
STANDARDIZATION_LAW = ReviewCycle(
    rule="standardization-law-2017",
    levels=frozenset({"national", "sector", "local"}),
    years=5,
    text=Words(
        zh="标准的复审周期一般不超过五年；从实施之日（或上次复审）起算",
        en="A standard is generally reviewed within five years, counted from the day it took "
        "effect or from the last review",
    ),
    document=Words(
        zh="《中华人民共和国标准化法》（2017年修订，2018年1月1日起施行）",
        en="Standardization Law of the People's Republic of China (revised 2017, in force since "
        "1 January 2018)",
    ),
    source="http://en.cnis.gov.cn/xwdt/bydt/201712/t20171204_23483.shtml",
    how="stated",
)

REVIEW_CYCLES: tuple[ReviewCycle, ...] = (STANDARDIZATION_LAW,)


def review_cycle(level: str) -> ReviewCycle | None:
    """The cycle for a level of standards, or None where no rule is known."""
    return next((cycle for cycle in REVIEW_CYCLES if level in cycle.levels), None)
