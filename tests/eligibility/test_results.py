"""Twenty written people against the real register: right groups, few questions, clear reasons."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from bps.analysis.eligibility import Offer, judge, next_card, offers_at, outcome, read_situation
from bps.model import Recipients
from tests.support.situations import answer_card, first_words, personas, situation_of

if TYPE_CHECKING:
    from bps.analysis.eligibility import Outcome, Situation
    from bps.pipeline import Register

PEOPLE = personas()
MOST_QUESTIONS = 6  # [questions] goal of the median


@pytest.fixture(scope="module")
def national(real_register: Register) -> tuple[Offer, ...]:
    return offers_at(real_register.registry, "cn").offers


def interview(offers: tuple[Offer, ...], truth: Situation) -> tuple[list[str], Situation]:
    """Ask until nothing more can be settled; gives the questions and what is known then."""
    conditions = [offer.condition for offer in offers if offer.condition is not None]
    asked: list[str] = []
    known: Situation = {}
    while (card := next_card(conditions, known, asked=asked)) is not None:
        answers = answer_card(card, truth, known)
        assert answers is not None, f"no choice on the card {card.id} fits"
        asked.append(card.id)
        known = {**answers, **known}
    return asked, known


def tree_of(register: Register) -> Recipients:
    """The record that holds all groups."""
    tree = next(iter(register.registry.iter("recipients")))
    assert isinstance(tree, Recipients)
    return tree


def outcomes(offers: tuple[Offer, ...], situation: Situation) -> dict[str, Outcome]:
    return {offer.id: outcome(offer, situation) for offer in offers}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["who"])
def test_person_is_offered_what_the_list_says(
    person: dict[str, Any], national: tuple[Offer, ...]
) -> None:
    found = outcomes(national, situation_of(person["situation"]))
    for group in ("yes", "maybe", "no"):
        got = {slug: str(found[f"cn/{slug}"].group) for slug in person.get(group, [])}
        assert got == dict.fromkeys(got, group)
    assert set(person) <= {"who", "situation", "yes", "maybe", "no"}
    assert person["no"]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["who"])
def test_the_short_way_by_questions_gives_the_same_groups_as_the_whole_truth(
    person: dict[str, Any], national: tuple[Offer, ...]
) -> None:
    truth = situation_of(person["situation"])
    _, known = interview(national, truth)
    short = {key: one.group for key, one in outcomes(national, known).items()}
    assert short == {key: one.group for key, one in outcomes(national, truth).items()}
    assert not [one.id for one in outcomes(national, known).values() if one.missing]


def test_half_of_the_people_need_six_questions_at_most(national: tuple[Offer, ...]) -> None:
    counts = [len(interview(national, situation_of(one["situation"]))[0]) for one in PEOPLE]
    assert len(PEOPLE) == 20
    assert median(counts) <= MOST_QUESTIONS, counts


def test_all_84_national_items_have_a_condition_and_recipients(
    real_register: Register, national: tuple[Offer, ...]
) -> None:
    # 81 of the list and three outside it: childcare subsidy, free kindergarten year, higher education.
    assert len(national) == 84
    assert [offer.id for offer in national if offer.condition is None] == []
    items = [real_register.registry.get("item", offer.id) for offer in national]
    assert [item.id for item in items if not item.recipients or not item.life_events] == []


def test_nothing_is_refused_before_anything_is_known(national: tuple[Offer, ...]) -> None:
    assert [one.id for one in outcomes(national, {}).values() if one.group == "no"] == []


def test_every_refusal_gives_a_reason_and_something_to_do_instead(
    national: tuple[Offer, ...],
) -> None:
    for person in PEOPLE:
        for one in outcomes(national, situation_of(person["situation"])).values():
            if one.group == "no":
                assert one.because, one.id
                assert one.instead, one.id
                assert all(text.zh and text.en for text in (*one.because, *one.instead))


def test_a_clear_yes_hides_no_open_condition(national: tuple[Offer, ...]) -> None:
    for person in PEOPLE:
        for one in outcomes(national, situation_of(person["situation"])).values():
            if one.group == "yes":
                assert not one.missing
                assert not one.untested


def test_what_may_be_says_what_it_hangs_on(national: tuple[Offer, ...]) -> None:
    for one in outcomes(national, read_situation([("age", "40")])).values():
        if one.group == "maybe":
            assert one.missing or one.untested, one.id


def test_reasons_read_as_sentences(national: tuple[Offer, ...]) -> None:
    found = outcomes(national, read_situation([("age", "60"), ("health", "none")]))
    refused = found["cn/elderly-health-management"]
    assert refused.because[0].zh == "要求：年满65岁。您填的是：60岁。"
    assert refused.because[0].en == "Needed: aged 65 or over. You said: 60 years."
    assert refused.instead[0].en == "Look again at the age of 65."
    assert (
        found["cn/tuberculosis-management"].because[0].zh == "要求：患有结核病。您填的是：都没有。"
    )


def test_every_recipient_group_of_an_item_is_in_the_tree(real_register: Register) -> None:
    registry = real_register.registry
    tree = tree_of(real_register)
    known = {group.id for group in tree.concepts}
    used = {group for item in registry.iter("item") for group in item.recipients}
    assert used <= known
    assert {group.broader for group in tree.concepts if group.broader} <= known


def test_groups_that_can_be_computed_hold_for_the_people_they_are_written_for(
    real_register: Register,
) -> None:
    tree = tree_of(real_register)
    groups = {
        group.id: group.eligibility.model_dump(mode="json", by_alias=True, exclude_unset=True)
        for group in tree.concepts
        if group.eligibility is not None
    }
    veteran = situation_of(PEOPLE[0]["situation"])
    holding = {name for name, condition in groups.items() if judge(condition, veteran) == "yes"}
    assert {"veterans", "people-aged-65-and-over", "chronic-disease-patients"} <= holding
    assert not {"orphans", "children-0-to-6", "shantytown-residents"} & holding


@pytest.mark.parametrize("person", first_words(), ids=lambda person: person["who"])
def test_person_who_has_said_a_little_is_told_nothing_far_fetched(
    person: dict[str, Any], national: tuple[Offer, ...]
) -> None:
    found = outcomes(national, situation_of(person["said"]))
    for group in ("yes", "maybe", "no"):
        got = {slug: str(found[f"cn/{slug}"].group) for slug in person.get(group, [])}
        assert got == dict.fromkeys(got, group), person["because"]
    assert set(person) <= {"who", "said", "yes", "maybe", "no", "because"}
