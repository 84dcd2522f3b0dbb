"""How a verdict of the floor came about, step by step, so that a person can check it by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.compare import VERDICTS, compare_levels, level_value
from bps.analysis.direction import direction_of
from bps.analysis.floor import FLOOR_DOCUMENT, FLOOR_RULE, STANDINGS, compare_item
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bps.analysis.floor_levels import LevelComparison
    from bps.link import Registry
    from bps.model import Item, Level


def explain(registry: Registry, item: Item, *, on: date) -> Iterator[Words]:
    """Yield the steps of comparing one local item.

    Args:
        registry: The register.
        item: The local item.
        on: The day asked about.

    Yields:
        Lines: the rule, the two rows, the day, the conversion, the comparison, the notes, the sum.
    """
    found = compare_item(registry, item, today=on)
    yield Words(
        zh=f"{item.id}，比的是 {on} 这一天；范围：{found.scope}",
        en=f"{item.id}, on {on}; scope: {found.scope}",
    )
    yield Words(
        zh=f"规则：{FLOOR_RULE.zh}（{FLOOR_DOCUMENT}）",
        en=f"Rule: {FLOOR_RULE.en} ({FLOOR_DOCUMENT})",
    )
    if not found.levels:
        yield Words(zh="这一天没有正在执行的水平可比。", en="No level was in force to be compared.")
    for row in found.levels:
        yield from _steps(registry, item, row)
    standing = STANDINGS[found.standing]
    yield Words(zh=f"结论：{standing.zh}", en=f"Standing: {standing.en}")


def _steps(registry: Registry, item: Item, row: LevelComparison) -> Iterator[Words]:
    yield Words(zh=f"— {row.level.measure}", en=f"— {row.level.measure}")
    yield _row(item.id, row.level)
    if row.national is not None and row.against is not None:
        yield _row(row.against, row.national)
        direction = direction_of(registry, row.level.measure)
        better = {
            "higher": ("越高越好", "higher is better"),
            "lower": ("越低越好", "lower is better"),
        }
        zh, en = better.get(direction or "", ("未规定优劣方向", "neither way is better"))
        yield Words(zh=f"  方向：{zh}", en=f"  Direction: {en}")
        conversion = compare_levels(row.level, row.national, direction).conversion
        if conversion is not None:
            yield Words(zh=f"  {conversion.zh}", en=f"  {conversion.en}")
    verdict = (
        VERDICTS[row.verdict] if row.verdict else Words(zh="没有可比的", en="nothing to compare")
    )
    yield Words(
        zh=f"  比较：{verdict.zh}（{row.reason.zh}）",
        en=f"  Comparison: {verdict.en} ({row.reason.en})",
    )
    if not row.certain:
        yield Words(
            zh="  日期不够明确，不是每一种可能的日期都得出这个结论",
            en="  The dates are coarse: not every day they can mean is sure to give this",
        )
    if row.below_when_set:
        yield Words(zh="  当时定下时就已低于国家", en="  It was below already when it was set")
    if row.raised_since:
        yield Words(
            zh="  地方定下之后，国家才规定或提高；地方也许已跟上，请查今天的标准",
            en="  The nation set or raised its level after the place did; the place may have followed "
            "since: look up today's level",
        )


def _row(holder: str, level: Level) -> Words:
    unit = "/".join(part for part in (level.unit, level.per, level.period) if part)
    value = level_value(level) or "–"
    zh_text = f"（{level.applies_to.zh}）" if level.applies_to and level.applies_to.zh else ""
    en_text = f" ({level.applies_to.en})" if level.applies_to and level.applies_to.en else ""
    groups = f" [{', '.join(level.groups)}]" if level.groups else ""
    source = level.evidence.source
    return Words(
        zh=f"  {holder}：{value} {unit}{zh_text}{groups}，{level.from_ or '起始未见'} 至 {level.to or '未见停止'}，"
        f"出处 {source}（{level.evidence.how}）",
        en=f"  {holder}: {value} {unit}{en_text}{groups}, from {level.from_ or 'not seen'} to "
        f"{level.to or 'no end seen'}, source {source} ({level.evidence.how})",
    )
