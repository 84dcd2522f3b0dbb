"""Tables of monitoring results, of a scored survey and of the loop."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from bps.analysis.monitoring import FAMILIES
from bps.analysis.table import Table, column, words
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.interval import Interval
    from bps.analysis.loop import Loop
    from bps.analysis.monitoring import Result
    from bps.analysis.names import Names
    from bps.analysis.score import SurveyScore
    from bps.analysis.table import Cell

_PLACES = Decimal("0.01")


def results_table(results: Sequence[Result], names: Names) -> Table:
    """Monitoring results with their denominators, ranks and targets."""
    return Table(
        name="results",
        title=Words(zh="监测结果", en="Monitoring results"),
        columns=(
            column("family", "类别代码", "Kind code", code=True),
            column("family_name", "类别", "Kind"),
            column("survey", "调查", "Survey", target="survey"),
            column("place", "地区", "Place", target="jurisdiction"),
            column("place_name", "地区名称", "Name of the place"),
            column("indicator", "指标", "Indicator", target="indicator"),
            column("indicator_name", "指标名称", "Name of the indicator"),
            column("area", "领域", "Area", target="concept"),
            column("label", "名目", "Label"),
            column("period", "时期", "Period"),
            column("comparator", "比较", "Comparator"),
            column("value", "数值", "Value"),
            column("unit", "单位", "Unit"),
            column("numerator", "分子", "Numerator"),
            column("denominator", "分母", "Denominator"),
            column("sample", "样本量", "Sample", unit="answers"),
            column("rank", "位次", "Rank"),
            column("of", "共多少个", "Of how many"),
            column("target", "目标", "Target"),
            column("target_date", "目标时间", "Target date"),
            column("met", "达标", "Met"),
            column("met_by", "达标依据", "Met, by"),
            column("source", "来源", "Source", target="source"),
        ),
        rows=tuple(
            (
                one.family,
                words(FAMILIES, one.family),
                one.survey,
                one.place,
                names.of("jurisdiction", one.place),
                one.indicator,
                names.of("indicator", one.indicator),
                one.domain,
                one.label,
                one.period,
                one.comparator,
                one.value,
                one.unit,
                one.numerator,
                one.denominator,
                one.sample,
                one.rank,
                one.of,
                one.target,
                one.target_date,
                one.met,
                one.met_by,
                one.source,
            )
            for one in results
        ),
    )


def score_tables(result: SurveyScore, names: Names) -> tuple[Table, ...]:
    """Index, domains and questions of a scored survey, with their intervals."""
    rows: list[tuple[Cell, ...]] = []
    if result.index is not None:
        whole = Words(zh="总指数", en="index")
        number = sum(len(one.questions) for one in result.domains)
        rows.append((None, whole, number, *_ends(result.index), None, None))
    for one in result.domains:
        name = names.concept(one.domain)
        rows.append((one.domain, name, len(one.questions), *_ends(one.mean), one.scored, one.small))
    domains = Table(
        name="score-domains",
        title=Words(zh="指数和领域得分（0—100）", en="Index and domains (0 to 100)"),
        columns=(
            column("domain", "领域", "Domain", target="concept"),
            column("domain_name", "领域名称", "Name"),
            column("questions", "题数", "Questions", unit="questions"),
            column("mean", "得分", "Score", unit="points"),
            column("low", "95%区间下限", "95 % low", unit="points"),
            column("high", "95%区间上限", "95 % high", unit="points"),
            column("scored", "最少有效样本", "Fewest valid answers", unit="answers"),
            column("small", "样本太小", "Small sample"),
        ),
        rows=tuple(rows),
    )
    questions = Table(
        name="score-questions",
        title=Words(zh="各题得分", en="Questions"),
        columns=(
            column("question", "题号", "Question"),
            column("role", "作用", "Role"),
            column("domain", "领域", "Domain", target="concept"),
            column("answers", "回答", "Answers", unit="answers"),
            column("scored", "有效样本", "Valid answers", unit="answers"),
            column("left_out", "不计分", "Left out", unit="answers"),
            column("mean", "得分", "Score", unit="points"),
            column("low", "95%区间下限", "95 % low", unit="points"),
            column("high", "95%区间上限", "95 % high", unit="points"),
            column("satisfied", "满意率", "Satisfied", unit="percent"),
            column("satisfied_low", "满意率下限", "Satisfied, low", unit="percent"),
            column("satisfied_high", "满意率上限", "Satisfied, high", unit="percent"),
            column("small", "样本太小", "Small sample"),
        ),
        rows=tuple(
            (
                one.number,
                one.role,
                one.domain,
                one.answers,
                one.scored,
                one.left_out,
                *_ends(one.mean),
                *_ends(one.satisfied),
                one.small,
            )
            for one in result.questions
        ),
    )
    return domains, questions


def _ends(interval: Interval | None) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    if interval is None:
        return None, None, None
    rounded = [
        number.quantize(_PLACES, ROUND_HALF_UP)
        for number in (interval.value, interval.low, interval.high)
    ]
    return rounded[0], rounded[1], rounded[2]


def loop_tables(result: Loop, names: Names) -> tuple[Table, ...]:
    """Domains of a place with what stands behind them, and why they are weak."""
    domains = Table(
        name="loop",
        title=Words(zh="从结果回到事项和标准", en="From results back to items and standards"),
        columns=(
            column("domain", "领域", "Domain", target="concept"),
            column("domain_name", "领域名称", "Name"),
            column("weak", "偏弱", "Weak"),
            column("reasons", "原因", "Reasons"),
            column("results", "结果数", "Results", unit="results"),
            column("items", "事项", "Items"),
            column("standards", "标准", "Standards"),
            column("units", "责任单位", "Units"),
            column("due", "应复审的标准", "Standards due for review"),
        ),
        rows=tuple(
            (
                one.domain,
                names.concept(one.domain),
                bool(one.weaknesses),
                Words(
                    zh="；".join(weak.reason.zh for weak in one.weaknesses),
                    en="; ".join(weak.reason.en for weak in one.weaknesses),
                ),
                one.results,
                " ".join(one.items) or None,
                " ".join(one.standards) or None,
                " ".join(one.units) or None,
                " ".join(one.due) or None,
            )
            for one in result.domains
        ),
    )
    overall = Table(
        name="loop-overall",
        title=Words(zh="总体", en="The place as a whole"),
        columns=(
            column("period", "时期", "Period"),
            column("label", "名目", "Label"),
            column("reason", "原因", "Reason"),
            column("source", "来源", "Source", target="source"),
        ),
        rows=tuple(
            (one.result.period, one.result.label, one.reason, one.result.source)
            for one in result.overall
        ),
    )
    return domains, overall
