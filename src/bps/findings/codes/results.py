"""Codes of monitoring results: figures that cannot be."""

from __future__ import annotations

from bps.findings.code import Example, declare
from bps.findings.finding import Severity

_SET = "catalogue/observations/testland-riverside/reading-2024.yml"
_EVIDENCE = 'evidence: {source: testland-gazette, how: stated, checked_on: "2026-01-15"}'


def _row(text: str) -> Example:
    return Example(_SET, f"rows:\n  - {{indicator: visits-per-reader, {text}, {_EVIDENCE}}}\n")


RESULTS = (
    declare(
        "impossible-result",
        Severity.ERROR,
        ("不可能的结果", "Result that cannot be"),
        (
            "{part}是 {value}，比{whole} {limit} 还大。",
            "{part} is {value}, which is more than {whole}, {limit}.",
        ),
        ("对照来源核对两个数。", "check both figures with the source"),
        (
            "分子不会大于分母，位次不会大于参加排名的数量，也没有第 0 名。",
            "A numerator is never above its denominator, and a rank never beyond the number of "
            "places ranked.",
        ),
        bad=_row("numerator: 17, denominator: 16"),
        good=_row("numerator: 11, denominator: 16"),
    ),
    declare(
        "percentage-over-100",
        Severity.WARNING,
        ("百分比超出范围", "Percentage beyond its range"),
        (
            "{value}% 不在 0 到 100 之间。",
            "{value} % does not lie between 0 and 100.",
        ),
        (
            "核对数值和单位；确是倍数或增幅的，换用相应的单位。",
            "check value and unit; use another unit for a multiple or a rise",
        ),
        (
            "占比、覆盖率和满意率都在 0 到 100 之间；超出的多是抄错或单位不对。",
            "Shares, coverage and satisfaction lie between 0 and 100; what lies beyond was mostly "
            "copied wrongly or has the wrong unit.",
        ),
        bad=_row('value: "182", unit: percent'),
        good=_row('value: "82", unit: percent'),
    ),
)
