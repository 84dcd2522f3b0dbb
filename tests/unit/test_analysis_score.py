from __future__ import annotations

from decimal import Decimal

import pytest

from bps.analysis.interval import mean_interval, wilson
from bps.analysis.responses import ResponsesError, read_responses
from bps.analysis.score import score_survey
from bps.analysis.student import t_point
from bps.model import Survey
from tests.support.register import evidence

NAMES = ("满意", "较满意", "一般", "较不满意", "不满意")


def instrument() -> Survey:
    grades = [
        {"name": {"zh": name}, "points": str(points), "basis": "assumed"}
        for name, points in zip(NAMES, (100, 80, 60, 40, 20), strict=True)
    ]
    grades.append({"name": {"zh": "不了解", "en": "don't know"}, "basis": "excluded"})

    def ask(number: int, role: str, domain: str | None = None) -> dict[str, object]:
        own: dict[str, object] = {"number": number, "role": role, "domain_basis": "stated"}
        if domain:
            own["domain"] = domain
        return own | {"text": {"zh": f"第{number}题"}}

    return Survey.model_validate(
        {
            "id": "survey",
            "name": {"zh": "调查"},
            "questions": [
                ask(1, "concept"),
                ask(2, "domain", "areas/young"),
                ask(3, "domain", "areas/young"),
                ask(4, "domain", "areas/old"),
                ask(5, "overall"),
            ],
            "grades": grades,
            "bands": [
                {"name": {"zh": "满意", "en": "satisfied"}, "from": "80", "to": "100"},
                {"name": {"zh": "比较满意"}, "from": "60", "to": "80"},
            ],
            "satisfied_from": "80",
            "evidence": evidence("name"),
        }
    )


LONG = (
    "question,grade,count\n2,满意,30\n2,一般,10\n2,不了解,10\n3,较满意,40\n4,不满意,40\n5,满意,40\n"
)


def test_a_question_scores_the_mean_of_its_scored_answers() -> None:
    survey = instrument()
    found = score_survey(survey, read_responses(LONG, survey))
    second = found.questions[0]
    assert (second.answers, second.scored, second.left_out) == (50, 40, 10)
    assert second.mean is not None
    assert second.mean.value == Decimal(90)
    assert second.satisfied is not None
    assert second.satisfied.value == Decimal(75)


def test_domains_and_index_are_equal_means_and_overall_stays_outside() -> None:
    survey = instrument()
    found = score_survey(survey, read_responses(LONG, survey))
    assert {one.domain: one.mean.value for one in found.domains} == {
        "areas/young": Decimal(85),
        "areas/old": Decimal(20),
    }
    assert found.index is not None
    assert found.index.value == Decimal("52.5")
    assert found.band is None
    assert [one.role for one in found.questions].count("overall") == 1


def test_assumptions_and_small_samples_are_named() -> None:
    survey = instrument()
    few = "question,grade\n2,满意\n4,满意\n"
    found = score_survey(survey, read_responses(few, survey))
    words = " ".join(one.en for one in found.remarks)
    assert "assumed" in words
    assert "Small sample" in words
    assert "question 2, 4" in words
    assert found.band is not None


def test_only_dont_know_gives_no_score_instead_of_nought() -> None:
    survey = instrument()
    found = score_survey(survey, read_responses("question,grade\n2,不了解\n", survey))
    assert found.index is None
    assert found.questions[0].mean is None
    assert found.questions[0].satisfied is None


def test_a_wide_file_and_a_long_file_with_respondents_score_alike() -> None:
    survey = instrument()
    wide = "respondent,q2,4\na,满意,一般\nb,一般,一般\nc,,满意\n"
    long = "受访者,题号,等级\na,2,满意\na,4,一般\nb,2,一般\nb,4,一般\nc,4,满意\n"
    first = score_survey(survey, read_responses(wide, survey))
    second = score_survey(survey, read_responses("\ufeff" + long, survey))
    assert first == second
    assert first.respondents == 3


def test_one_persons_answers_count_as_one_in_the_error_of_the_index() -> None:
    survey = instrument()
    rows = [("甲", "满意"), ("乙", "不满意"), ("丙", "满意"), ("丁", "不满意")]
    agreed = "respondent,2,3\n" + "".join(f"{who},{say},{say}\n" for who, say in rows)
    anonymous = "question,grade\n" + "".join(f"2,{say}\n3,{say}\n" for _, say in rows)
    known = score_survey(survey, read_responses(agreed, survey)).index
    unknown = score_survey(survey, read_responses(anonymous, survey)).index
    assert known is not None
    assert unknown is not None
    assert known.value == unknown.value
    assert known.variance > unknown.variance


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("question,grade,weight\n2,满意,1.5\n", 1, "unweighted"),
        ("题号,等级,权重\n2,满意,1.5\n", 1, "unweighted"),
        ("respondent,q2,stratum\na,满意,1\n", 1, "unweighted"),
        ("question,grade,cluster\n2,满意,x\n", 1, "unweighted"),
        ("question,grade,town\n2,满意,x\n", 1, '"town" is not known'),
        ("question,grade,grade\n2,满意,满意\n", 1, "stands twice"),
        ("", 1, "empty"),
        ("question,grade\n", 1, "not a single answer"),
        ("question,grade\n9,满意\n", 2, 'no question "9"'),
        ("question,grade\n1,满意\n", 2, "explains the survey"),
        ("question,grade\n2,超赞\n", 2, '"超赞" is not a grade'),
        ("question,grade,count\n2,满意,-1\n", 2, "whole number"),
        ("question,grade,count\n2,满意,1.5\n", 2, "whole number"),
        ("question,grade,count\n2,满意,１２\n", 2, "whole number"),
        ("question,grade,count\n2,满意\n", 2, "3 columns expected"),
        ("respondent,q2\na,满意\na,一般\n", 3, "more than once"),
        ("respondent,food\na,满意\n", 1, 'no question "food"'),
        ('question,grade\n2,"满意\n', 2, "No valid CSV"),
    ],
)
def test_bad_answers_give_one_sentence_with_the_line_and_no_figure(
    text: str, line: int, words: str
) -> None:
    with pytest.raises(ResponsesError) as caught:
        read_responses(text, instrument())
    assert caught.value.line == line
    assert words in caught.value.words.en
    assert caught.value.words.zh.startswith(f"第 {line} 行")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(("hits", "trials"), [(0, 5), (5, 5), (1, 1), (40, 100), (999, 1000)])
def test_a_share_stays_between_nought_and_a_hundred(hits: int, trials: int) -> None:
    found = wilson(hits, trials)
    assert found.low is not None
    assert found.high is not None
    assert Decimal(0) <= found.low <= found.value <= found.high <= Decimal(100)


def test_wilson_gives_the_known_interval() -> None:
    found = wilson(10, 100)
    assert found.low is not None
    assert found.high is not None
    assert round(found.low, 2) == Decimal("5.52")
    assert round(found.high, 2) == Decimal("17.44")


def test_a_mean_gives_the_known_interval() -> None:
    # Half of a hundred answers 100, half 0: standard error 5.025189, t of 99 degrees 1.984217.
    found = mean_interval([(Decimal(100), 50), (Decimal(0), 50)])
    assert found.value == 50
    assert found.low is not None
    assert found.high is not None
    assert round(found.low, 4) == Decimal("40.0289")
    assert round(found.high, 4) == Decimal("59.9711")


def test_few_answers_have_the_wide_interval_of_students_t() -> None:
    # Values 60, 80, 100: mean 80, standard error 11.547005, t of 2 degrees 4.302653.
    found = mean_interval([(Decimal(60), 1), (Decimal(80), 1), (Decimal(100), 1)])
    assert found.low is not None
    assert round(found.low, 3) == Decimal("30.317")
    assert found.high == 100


@pytest.mark.parametrize("rows", [[(Decimal(80), 1)], [(Decimal(80), 50)]])
def test_one_answer_or_none_spread_has_no_interval(rows: list[tuple[Decimal, int]]) -> None:
    found = mean_interval(rows)
    assert found.value == 80
    assert (found.low, found.high) == (None, None)


# scipy 1.17.1: scipy.stats.t.ppf(0.975, degrees)
@pytest.mark.parametrize(
    ("degrees", "point"),
    [
        (1, "12.7062047"), (2, "4.3026527"), (3, "3.1824463"), (4, "2.7764451"), (5, "2.5705818"),
        (9, "2.2621572"), (10, "2.2281389"), (29, "2.0452296"), (99, "1.9842170"),
        (200, "1.9718962"), (201, "1.9718365"), (1000, "1.9623391"),
    ],
)  # fmt: skip
def test_points_of_t_are_those_of_a_statistics_library(degrees: int, point: str) -> None:
    assert round(t_point(degrees), 7) == Decimal(point)
