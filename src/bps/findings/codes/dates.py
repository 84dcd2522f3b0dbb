"""Codes of dates: impossible ones, and pairs in the wrong order."""

from __future__ import annotations

from bps.findings.code import Example, declare
from bps.findings.finding import Severity

_STANDARD = "standards/national/gb-t-990001-2024.yml"
_ITEM = "catalogue/items/testland/library-card.yml"
_EVIDENCE = 'evidence: {source: testland-gazette, how: stated, checked_on: "2026-01-15"}'


def _seats(value: str, dates: str) -> str:
    """One row of a level: so many seats, from and to."""
    return (
        f'kind: facility, value: "{value}", comparator: at-least, unit: seats, {dates}{_EVIDENCE}'
    )


def _levels(*rows: str) -> Example:
    return Example(
        _ITEM, "levels:\n" + "".join(f"  - {{measure: seats-per-library, {row}}}\n" for row in rows)
    )


DATES = (
    declare(
        "impossible-date",
        Severity.ERROR,
        ("日历上没有这一天", "Day not in the calendar"),
        ("日历上没有 {given} 这一天。", "There is no such day as {given}."),
        ("核对来源中的日期。", "check the date in the source"),
        (
            "写法正确的日期也可能不存在，例如 2 月 30 日。",
            "A date can be well written and still not exist, such as 30 February.",
        ),
        bad=Example(_STANDARD, 'issued: "2024-02-30"\n'),
        good=Example(_STANDARD, 'issued: "2024-02-29"\n'),
    ),
    declare(
        "dates-out-of-order",
        Severity.ERROR,
        ("日期先后颠倒", "Dates out of order"),
        (
            "{later_title}（{later}）早于{earlier_title}（{earlier}）。",
            "The {later_title} ({later}) is before the {earlier_title} ({earlier}).",
        ),
        ("核对两个日期；多半有一个写错。", "check both dates; one of them is most often a slip"),
        (
            "先发布，后实施，再废止；次序颠倒多半是抄错。",
            "A document is issued, then takes effect, then is withdrawn; another order is most "
            "often a slip.",
        ),
        bad=Example(_STANDARD, 'issued: "2024-06-01"\neffective: "2024-01-01"\n'),
        good=Example(_STANDARD, 'issued: "2024-01-01"\neffective: "2024-06-01"\n'),
    ),
    declare(
        "level-ends-before-it-begins",
        Severity.ERROR,
        ("服务标准还没开始就结束", "Level that ends before it begins"),
        ("这一行从 {start} 起，却到 {end} 止。", "This row begins on {start} and ends on {end}."),
        ("核对 from 和 to。", "check from and to"),
        ("结束早于开始的一行永远不生效。", "A row that ends before it begins is never in force."),
        bad=_levels(_seats("40", 'from: "2024-01-01", to: "2023-12-31", ')),
        good=_levels(_seats("40", 'from: "2024-01-01", to: "2024-12-31", ')),
    ),
    declare(
        "overlapping-levels",
        Severity.WARNING,
        ("同一标准两行重叠", "Rows of one level overlap"),
        (
            "这一行与第 {other} 行同一指标、同一对象、同一时期，数值却不同（{values}）。",
            "This row and row {other} say different values ({values}) for the same measure, the "
            "same group and the same time.",
        ),
        (
            "给旧的一行写上 to，或用 applies_to 说明区别；来源相互矛盾时在 note 中说明。",
            "end the older row with to, or say the difference in applies_to; if sources "
            "contradict each other, say so in note",
        ),
        (
            "同一时期两个不同的数，读者不知道该信哪个。提高标准时新加一行并结束旧行。",
            "With two values at one time a reader cannot know which one holds. A raised amount is "
            "a new row, and the old one gets its end.",
        ),
        bad=_levels(
            _seats("40", 'from: "2024-01-01", to: "2024-12-31", '),
            _seats("50", 'from: "2024-07-01", '),
        ),
        good=_levels(
            _seats("40", 'from: "2024-01-01", to: "2024-06-30", '),
            _seats("50", 'from: "2024-07-01", '),
        ),
    ),
    declare(
        "repeated-level",
        Severity.WARNING,
        ("服务标准重复", "Level said twice"),
        ("这一行与第 {other} 行完全相同。", "This row says the same as row {other}."),
        ("删去其中一行；多个来源写进 also。", "delete one of them; further sources go into also"),
        ("同一数值写两遍会被数两次。", "A value said twice is counted twice."),
        bad=_levels(*(_seats("40", 'from: "2024-01-01", '),) * 2),
        good=_levels(_seats("40", 'from: "2024-01-01", ')),
    ),
    declare(
        "level-without-date",
        Severity.NOTICE,
        ("服务标准没有起始日期", "Level without a date"),
        ("这一行没有写从何时起（from）。", "This row does not say since when it holds (from)."),
        ("按来源补上 from，年份也可以。", "add from as the source says it; a year will do"),
        (
            "没有日期就无法知道数额是否仍然有效，也无法与后来的数额比较。",
            "Without a date nobody can tell whether an amount still holds or compare it with a "
            "later one.",
        ),
        bad=_levels(_seats("40", "")),
        good=_levels(_seats("40", 'from: "2024", ')),
    ),
    declare(
        "checked-in-future",
        Severity.ERROR,
        ("核对日期在将来", "Checked in the future"),
        (
            "核对日期 {given} 晚于今天（{today}）。",
            "The fact was checked on {given}, which is after today ({today}).",
        ),
        ("写实际核对的日期。", "write the day on which it was really checked"),
        (
            "这里写的是哪天核对过，不会晚于今天。",
            "This is the day on which a fact was checked; it cannot lie in the future.",
        ),
        bad=Example(
            _ITEM,
            "basis: [{text: {zh: 图书馆条例, en: Library Act}, source: testland-gazette}]\n"
            'channels: [{kind: hotline, number: "990-0001", evidence: {source: testland-gazette, '
            'how: stated, checked_on: "2999-01-01"}}]\n',
        ),
        good=Example(
            _ITEM,
            'channels: [{kind: hotline, number: "990-0001", evidence: {source: testland-gazette, '
            'how: stated, checked_on: "2026-01-15"}}]\n',
        ),
    ),
)
