"""Score a satisfaction survey from raw answers.

Method. Each grade has points; "don't know" has none and is left out of numerator and denominator,
and its share is reported. A question scores the mean of the points of its answers, a domain the
mean of its questions, the index the mean of its domains. Where the survey documents weights in
words only, equal weights are used and named as assumed. Questions about the whole ("overall")
are scored beside the index, never inside it.

The weighted sum of item scores follows DB12/T 1213-2023 as far as documented (domain index =
sum of item score times weight); GB/T 46916-2025 has a chapter on reckoning satisfaction whose
text was not available. Points that no source documents are reported as assumed.

Intervals, at 95 %. Share of satisfied answers: Wilson score interval. Means: normal
approximation, standard error from the sample variance; where the file says who answered, the
error of domains and index is reckoned per respondent (linearised ratio), so that the correlation
of one person's answers is in it; else questions are treated as independent and that is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from bps.analysis.interval import Interval, around, mean_interval, wilson
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bps.analysis.responses import Answer
    from bps.model import Survey, Text

# Below this many scored answers the normal approximation is not to be relied upon; a usual mark.
SMALL_SAMPLE = 30
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """Result of one question.

    Attributes:
        number: Number of the question.
        role: `domain` or `overall`.
        domain: Monitored domain, for a question about one.
        answers: All answers [persons].
        scored: Answers with points; the denominator [persons].
        left_out: "Don't know" and other answers without points [persons].
        mean: Mean points, 0 to 100; None without a scored answer.
        satisfied: Share of scored answers at or above the mark [percent].
        small: Whether `scored` is below `SMALL_SAMPLE`.
    """

    number: int
    role: str
    domain: str | None
    answers: int
    scored: int
    left_out: int
    mean: Interval | None
    satisfied: Interval | None
    small: bool


@dataclass(frozen=True, slots=True)
class DomainScore:
    """Result of one domain.

    Attributes:
        domain: The monitored domain.
        questions: Numbers of its questions that have a score.
        mean: Mean of the question scores, 0 to 100.
        scored: Fewest scored answers of its questions [persons].
        small: Whether that is below `SMALL_SAMPLE`.
    """

    domain: str
    questions: tuple[int, ...]
    mean: Interval
    scored: int
    small: bool


@dataclass(frozen=True, slots=True)
class SurveyScore:
    """Result of a survey.

    Attributes:
        survey: Id of the survey.
        respondents: Number of respondents, where the file says who answered [persons].
        index: Mean of the domains, 0 to 100; None when no domain has a score.
        band: Name of the band the index falls in, by the survey's own bands.
        questions: Results by question, by number.
        domains: Results by domain, in the order of the survey.
        remarks: How it was reckoned and what limits it, in sentences.
    """

    survey: str
    respondents: int | None
    index: Interval | None
    band: Text | None
    questions: tuple[QuestionScore, ...]
    domains: tuple[DomainScore, ...]
    remarks: tuple[Words, ...]


def score_survey(survey: Survey, answers: Sequence[Answer]) -> SurveyScore:
    """Reckon the scores of a survey.

    Args:
        survey: The instrument: questions, grades and their points, bands.
        answers: Raw answers, as `read_responses` gives them.

    Returns:
        Scores of questions, domains and the index, with intervals and remarks.
    """
    points = [
        None if grade.points is None or grade.basis == "excluded" else Decimal(str(grade.points))
        for grade in survey.grades
    ]
    mark = None if survey.satisfied_from is None else Decimal(str(survey.satisfied_from))
    by_question: dict[int, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_question[answer.question].append(answer)
    meta = {question.number: question for question in survey.questions}
    questions = tuple(
        _question(number, meta[number].role, meta[number].domain, rows, points, mark)
        for number, rows in sorted(by_question.items())
    )
    personal = all(answer.respondent is not None for answer in answers)
    weights = _weights(questions)
    domains = tuple(
        _domain(domain, share, questions, answers, points, personal=personal)
        for domain, share in weights.items()
    )
    total = {q: w / len(weights) for share in weights.values() for q, w in share.items()}
    index = _combined(total, questions, answers, points, personal=personal) if total else None
    return SurveyScore(
        survey=survey.id,
        respondents=len({a.respondent for a in answers}) if personal else None,
        index=index,
        band=_band(survey, index),
        questions=questions,
        domains=domains,
        remarks=_remarks(survey, questions, domains, personal=personal),
    )


def _question(
    number: int,
    role: str,
    domain: str | None,
    rows: Iterable[Answer],
    points: Sequence[Decimal | None],
    mark: Decimal | None,
) -> QuestionScore:
    counts: Counter[int] = Counter()
    for row in rows:
        counts[row.grade] += row.count
    scored = {grade: n for grade, n in counts.items() if points[grade] is not None and n}
    n = sum(scored.values())
    mean = satisfied = None
    if n:
        values = [(points[grade] or Decimal(0), times) for grade, times in scored.items()]
        mean = mean_interval(values)
        if mark is not None:
            satisfied = wilson(sum(times for value, times in values if value >= mark), n)
    return QuestionScore(
        number=number,
        role=role,
        domain=domain,
        answers=sum(counts.values()),
        scored=n,
        left_out=sum(counts.values()) - n,
        mean=mean,
        satisfied=satisfied,
        small=n < SMALL_SAMPLE,
    )


def _weights(questions: Sequence[QuestionScore]) -> dict[str, dict[int, Decimal]]:
    """Equal weights of the scored questions inside each domain."""
    groups: dict[str, list[int]] = {}
    for question in questions:
        if question.role == "domain" and question.domain and question.mean is not None:
            groups.setdefault(question.domain, []).append(question.number)
    return {
        domain: {number: Decimal(1) / len(numbers) for number in numbers}
        for domain, numbers in groups.items()
    }


def _domain(
    domain: str,
    weights: Mapping[int, Decimal],
    questions: Sequence[QuestionScore],
    answers: Sequence[Answer],
    points: Sequence[Decimal | None],
    *,
    personal: bool,
) -> DomainScore:
    scored = min(question.scored for question in questions if question.number in weights)
    return DomainScore(
        domain=domain,
        questions=tuple(weights),
        mean=_combined(weights, questions, answers, points, personal=personal),
        scored=scored,
        small=scored < SMALL_SAMPLE,
    )


def _combined(
    weights: Mapping[int, Decimal],
    questions: Sequence[QuestionScore],
    answers: Sequence[Answer],
    points: Sequence[Decimal | None],
    *,
    personal: bool,
) -> Interval:
    """Weighted mean of questions with its interval."""
    means = {q.number: (q.mean.value, q.scored) for q in questions if q.mean is not None}
    value = sum((weight * means[number][0] for number, weight in weights.items()), Decimal(0))
    if not personal:
        parts = [
            (weight * weight * question.mean.variance, question.mean.degrees)
            for question in questions
            if (weight := weights.get(question.number)) is not None and question.mean is not None
        ]
        return around(value, sum((part for part, _ in parts), Decimal(0)), _degrees(parts))
    influence: dict[str, Decimal] = defaultdict(Decimal)
    for answer in answers:
        given, weight = points[answer.grade], weights.get(answer.question)
        if given is not None and weight is not None and answer.respondent is not None:
            mean, n = means[answer.question]
            influence[answer.respondent] += weight * (given - mean) / n
    people = len(influence)
    spread = sum((part * part for part in influence.values()), Decimal(0))
    variance = spread * people / (people - 1) if people > 1 else Decimal(0)
    return around(value, variance, people - 1)


def _degrees(parts: Sequence[tuple[Decimal, int]]) -> int:
    """Degrees of freedom of a sum of independent variances, by Welch and Satterthwaite."""
    known = [(part, degrees) for part, degrees in parts if degrees > 0]
    below = sum((part * part / degrees for part, degrees in known), Decimal(0))
    total = sum((part for part, _ in parts), Decimal(0))
    # One part without a known spread leaves that of the sum unknown.
    return int(total * total / below) if below and len(known) == len(parts) else 0


def _band(survey: Survey, index: Interval | None) -> Text | None:
    if index is None:
        return None
    for band in survey.bands:
        low, high = Decimal(str(band.from_)), Decimal(str(band.to))
        if low <= index.value < high or (index.value == high == _HUNDRED):
            return band.name
    return None


def _remarks(
    survey: Survey,
    questions: Sequence[QuestionScore],
    domains: Sequence[DomainScore],
    *,
    personal: bool,
) -> tuple[Words, ...]:
    remarks = [_EQUAL_WEIGHTS, _left_out(questions)]
    if any(grade.basis == "assumed" and grade.points is not None for grade in survey.grades):
        remarks.insert(0, _assumed_points(survey))
    if not personal:
        remarks.append(_INDEPENDENT)
    small = [str(question.number) for question in questions if question.small]
    if small:
        remarks.append(
            Words(
                zh=f"样本太小（不足 {SMALL_SAMPLE}）：第 {'、'.join(small)} 题，不宜据此比较。",
                en=f"Small sample (fewer than {SMALL_SAMPLE}): question {', '.join(small)}; not "
                "fit for comparison.",
            )
        )
    if not domains:
        remarks.append(_NO_DOMAIN)
    return tuple(remarks)


_EQUAL_WEIGHTS = Words(
    zh="题目在领域内等权，领域在指数中等权：权重没有来源写明，是假定。",
    en="Equal weights of questions in a domain and of domains in the index: no source documents "
    "weights, so this is assumed.",
)
_INDEPENDENT = Words(
    zh="文件未写明受访者，各题按互相独立估计误差，领域和指数的区间可能偏窄。",
    en="The file does not say who answered; questions are treated as independent, so the intervals "
    "of domains and index may be too narrow.",
)
_NO_DOMAIN = Words(zh="没有可计分的领域题。", en="No question about a domain has a score.")


def _assumed_points(survey: Survey) -> Words:
    scored = [grade for grade in survey.grades if grade.points is not None]
    return Words(
        zh="各等级的分值没有来源写明，是假定："
        + "，".join(f"{grade.name.in_language('zh')} {grade.points}" for grade in scored)
        + "。",
        en="No source documents the points of the grades; these are assumed: "
        + ", ".join(f"{grade.name.in_language('en')} {grade.points}" for grade in scored)
        + ".",
    )


def _left_out(questions: Sequence[QuestionScore]) -> Words:
    number = sum(question.left_out for question in questions)
    return Words(
        zh=f"“不了解”等不计分的回答 {number} 条，不进入分子和分母。",
        en=f'{number} answers without points (such as "don\'t know") are left out of numerator '
        "and denominator.",
    )
