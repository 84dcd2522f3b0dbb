from __future__ import annotations

import pytest

from bps.analysis.eligibility import contradictions, read_situation
from bps.analysis.eligibility.situation import SituationError


def test_pairs_are_read_in_the_order_of_the_table() -> None:
    situation = read_situation([("service", "veteran"), ("age", "67")])
    assert list(situation.items()) == [("age", 67.0), ("service", "veteran")]


def test_a_key_that_takes_several_values_may_be_repeated_in_any_order() -> None:
    situation = read_situation([("health", "diabetes"), ("health", "hypertension")])
    assert situation == {"health": ("hypertension", "diabetes")}


def test_none_says_that_no_insurance_is_held() -> None:
    assert read_situation([("insurance", "none")]) == {"insurance": ()}


def test_saying_one_value_twice_is_no_fault() -> None:
    assert read_situation([("sex", "female"), ("sex", "female")]) == {"sex": "female"}


def test_a_key_may_be_written_with_hyphens() -> None:
    assert read_situation([("education-stage", "primary")]) == {"education_stage": "primary"}


@pytest.mark.parametrize("text", ["0", "0.5", "67", "6.25", "130"])
def test_ages_are_numbers_with_at_most_two_decimals(text: str) -> None:
    assert read_situation([("age", text)]) == {"age": float(text)}


@pytest.mark.parametrize(
    "text", ["-1", "131", "nan", "inf", "1e2", "６７", "sixty", "6.555", "", "0x10", "67岁"]
)
def test_what_is_no_age_is_refused_in_both_languages(text: str) -> None:
    with pytest.raises(SituationError) as caught:
        read_situation([("age", text)])
    assert "年龄" in caught.value.words.zh
    assert "age" in caught.value.words.en


@pytest.mark.parametrize(
    ("name", "value", "suggestion"),
    [
        ("agee", "67", "age"),
        ("insurence", "maternity", "insurance"),
        ("service", "vetran", "veteran"),
        ("health", "hypertention", "hypertension"),
        ("income_support", "minimum", "minimum-living"),
    ],
)
def test_a_slip_is_answered_with_the_nearest_word_in_both_languages(
    name: str, value: str, suggestion: str
) -> None:
    with pytest.raises(SituationError) as caught:
        read_situation([(name, value)])
    assert f"是否指 {suggestion}" in caught.value.words.zh
    assert f"did you mean {suggestion}" in caught.value.words.en


def test_nonsense_gets_the_list_of_words_but_no_wild_guess() -> None:
    with pytest.raises(SituationError) as caught:
        read_situation([("q9", "1")])
    assert "did you mean" not in caught.value.words.en
    assert "education_stage" in caught.value.words.en


def test_two_values_for_a_key_that_takes_one_are_refused() -> None:
    with pytest.raises(SituationError, match="takes one value"):
        read_situation([("sex", "female"), ("sex", "male")])


def test_none_and_something_is_refused() -> None:
    with pytest.raises(SituationError, match="cannot be none"):
        read_situation([("health", "none"), ("health", "hiv")])


def test_answers_that_do_not_go_together_are_pointed_out_calmly() -> None:
    found = contradictions(read_situation([("age", "5"), ("employment", "retired")]))
    assert len(found) == 1
    assert "照您填的算" in found[0].zh
    assert "follows what you entered" in found[0].en


def test_answers_that_go_together_are_not_questioned() -> None:
    pairs = [("age", "67"), ("employment", "retired"), ("service", "veteran"), ("sex", "male")]
    assert contradictions(read_situation(pairs)) == ()


def test_what_was_not_said_contradicts_nothing() -> None:
    assert contradictions(read_situation([("disability_grade", "none")])) == ()
    assert contradictions(read_situation([])) == ()
