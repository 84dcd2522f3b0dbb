"""The sentences of a result, word for word."""

from __future__ import annotations

from typing import Any

import pytest

from bps.analysis.eligibility import Offer, outcome, read_situation


def because(condition: dict[str, Any], *pairs: tuple[str, str]) -> list[tuple[str, str]]:
    found = outcome(Offer("x", "cn", condition), read_situation(pairs))
    return [(text.zh, text.en) for text in found.because]


@pytest.mark.parametrize(
    ("bounds", "age", "chinese", "english"),
    [
        ({"min": 65}, "70", "符合：年满65岁。", "Fits: aged 65 or over."),
        ({"max": 6}, "6", "符合：不满7岁。", "Fits: under 7."),
        ({"max": 0.5}, "0.25", "符合：不超过0.5岁。", "Fits: at most 0.5 years old."),
        ({"min": 16, "max": 24}, "16", "符合：16到24岁。", "Fits: aged 16 to 24."),
        ({"min": 65}, "64.5", "要求：年满65岁。您填的是：64.5岁。", "Needed: aged 65 or over. You said: 64.5 years."),
    ],
)  # fmt: skip
def test_ages_are_said_as_people_say_them(
    bounds: dict[str, float], age: str, chinese: str, english: str
) -> None:
    assert because({"age": bounds}, ("age", age)) == [(chinese, english)]


@pytest.mark.parametrize(
    ("age", "advice"),
    [("15.9", "Look again at the age of 16."), ("25", "Look at the other services for your age.")],
)
def test_who_is_too_young_is_told_to_come_back_and_who_is_too_old_is_not(
    age: str, advice: str
) -> None:
    offer = Offer("x", "cn", {"age": {"min": 16, "max": 24}})
    found = outcome(offer, read_situation([("age", age)]))
    assert [text.en for text in found.instead] == [advice]


def test_several_values_are_joined_by_or() -> None:
    (said,) = because({"service": ["active", "veteran"]}, ("service", "veteran"))
    assert said == ("符合：现役军人或退役军人。", "Fits: serving now or veteran.")


def test_a_forbidden_value_is_said_with_not() -> None:
    (said,) = because({"not": {"employment": ["employed"]}}, ("employment", "employed"))
    assert said[0] == "要求：不是在单位上班。您填的是：在单位上班。"
    assert said[1] == "Needed: not: employed. You said: employed."


def test_what_is_open_to_all_says_so_without_an_answer() -> None:
    everyone = {"residence": ["registered", "resident", "visitor"]}
    assert because(everyone) == [("人人都可以。", "Open to everyone.")]
    assert because(everyone, ("residence", "visitor"))[0][1].startswith("Fits: ")


def test_what_is_missing_is_named_with_what_is_needed() -> None:
    (said,) = because({"health": ["hiv"]})
    assert said[0] == "还要知道：健康情况（要求：患有艾滋病（含病毒感染者））。"


def test_the_same_reason_is_given_once() -> None:
    twice = {"any": [{"sex": ["female"]}, {"sex": ["female"]}]}
    assert len(because(twice, ("sex", "male"))) == 1
    assert len(because({"all": twice["any"]}, ("sex", "female"))) == 1


def test_a_wider_local_service_turns_a_no_into_a_perhaps() -> None:
    from bps.findings.words import Words

    note = Words("本地更宽", "wider here")
    offer = Offer("x", "pier", {"sex": ["female"]}, (Words("有票", "a ticket"),), note)
    refused = outcome(offer, read_situation([("sex", "male")]))
    assert (refused.group, refused.untested, refused.instead) == ("maybe", (note,), ())
    fits = outcome(offer, read_situation([("sex", "female")]))
    assert fits.untested == (Words("有票", "a ticket"),)
