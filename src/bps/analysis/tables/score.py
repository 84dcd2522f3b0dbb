"""Tables of a scored survey."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from bps.analysis.tables.sheet import NAME, Sheet
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bps.analysis.interval import Interval
    from bps.analysis.names import Names
    from bps.analysis.score import SurveyScore
    from bps.analysis.table import Table
    from bps.analysis.tables.sheet import Row
    from bps.model import Text

_PLACES = Decimal("0.01")
_WHOLE = Words(zh="总指数", en="index")
_ENDS = ("value", "low", "high")
_MEAN = (
    ("mean", "得分", "Score"),
    ("low", "95%区间下限", "95 % low"),
    ("high", "95%区间上限", "95 % high"),
)
_SATISFIED = (
    ("satisfied", "满意率", "Satisfied"),
    ("satisfied_low", "满意率下限", "Satisfied, low"),
    ("satisfied_high", "满意率上限", "Satisfied, high"),
)


class _Scored(NamedTuple):
    domain: str | None
    name: Text | Words | None
    questions: int
    mean: Interval | None
    scored: int | None
    small: bool | None


def score_tables(result: SurveyScore, names: Names) -> tuple[Table, ...]:
    """Index, domains and questions of a scored survey, with their intervals."""
    return _domain_scores(result, names), _question_scores(result, names)


def _domain_scores(result: SurveyScore, names: Names) -> Table:
    domains = Sheet(_scored(result, names), names)
    domains.add("domain", "领域", "Domain", lambda row: row.domain, target="concept")
    domains.add("domain_name", NAME.zh, NAME.en, lambda row: row.name)
    domains.add("questions", "题数", "Questions", lambda row: row.questions, unit="questions")
    _interval(domains, "points", lambda row: row.mean, _MEAN)
    domains.add(
        "scored", "最少有效样本", "Fewest valid answers", lambda row: row.scored, unit="answers"
    )
    domains.add("small", "样本太小", "Small sample", lambda row: row.small)
    return domains.table("score-domains", "指数和领域得分（0—100）", "Index and domains (0 to 100)")


def _scored(result: SurveyScore, names: Names) -> Iterator[_Scored]:
    """The index, then the domains."""
    if result.index is not None:
        number = sum(len(one.questions) for one in result.domains)
        yield _Scored(None, _WHOLE, number, result.index, None, None)
    for one in result.domains:
        name = names.concept(one.domain)
        yield _Scored(one.domain, name, len(one.questions), one.mean, one.scored, one.small)


def _question_scores(result: SurveyScore, names: Names) -> Table:
    questions = Sheet(result.questions, names)
    questions.add("question", "题号", "Question", lambda one: one.number)
    questions.add("role", "作用", "Role", lambda one: one.role)
    questions.add("domain", "领域", "Domain", lambda one: one.domain, target="concept")
    questions.add("answers", "回答", "Answers", lambda one: one.answers, unit="answers")
    questions.add("scored", "有效样本", "Valid answers", lambda one: one.scored, unit="answers")
    questions.add("left_out", "不计分", "Left out", lambda one: one.left_out, unit="answers")
    _interval(questions, "points", lambda one: one.mean, _MEAN)
    _interval(questions, "percent", lambda one: one.satisfied, _SATISFIED)
    questions.add("small", "样本太小", "Small sample", lambda one: one.small)
    return questions.table("score-questions", "各题得分", "Questions")


def _interval(
    sheet: Sheet[Row],
    unit: str,
    cell: Callable[[Row], Interval | None],
    columns: tuple[tuple[str, str, str], ...],
) -> None:
    """Add an estimate and the two ends of its interval, each with two decimals."""
    for (key, zh, en), end in zip(columns, _ENDS, strict=True):
        sheet.add(key, zh, en, _end(cell, end), unit=unit)


def _end(cell: Callable[[Row], Interval | None], end: str) -> Callable[[Row], Decimal | None]:
    def rounded(row: Row) -> Decimal | None:
        interval = cell(row)
        if interval is None:
            return None
        number: Decimal | None = getattr(interval, end)
        return None if number is None else number.quantize(_PLACES, ROUND_HALF_UP)

    return rounded
