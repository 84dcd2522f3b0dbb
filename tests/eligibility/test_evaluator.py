from __future__ import annotations

from typing import Any

import pytest

from bps.analysis.eligibility import Verdict, as_condition, judge, missing_keys
from bps.analysis.eligibility.evaluate import ruled_out
from bps.analysis.eligibility.situation import Situation
from bps.analysis.eligibility.table import keys
from bps.model import Expression
from tests.support.situations import (
    dice,
    eligibility_vectors,
    random_condition,
    random_situation,
    situation_of,
)

CASES = eligibility_vectors()
ROUNDS = 1500


def test_there_are_at_least_150_shared_vectors_with_names_of_their_own() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 150


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_shared_vector_gets_its_verdict_and_names_what_is_missing(case: dict[str, Any]) -> None:
    situation = situation_of(case["situation"])
    assert judge(case["condition"], situation) == case["verdict"]
    assert list(missing_keys(case["condition"], situation)) == case["missing"]


def test_every_random_condition_is_one_that_a_record_may_hold() -> None:
    random = dice(7)
    for _ in range(200):
        condition = random_condition(random)
        assert as_condition(Expression.model_validate(condition)) == condition


def test_what_is_settled_stays_settled_whatever_else_is_said() -> None:
    random = dice(11)
    for _ in range(ROUNDS):
        condition, known, more = (
            random_condition(random),
            random_situation(random),
            random_situation(random),
        )
        before = judge(condition, known)
        # What goes against common knowledge, such as a veteran of six, may settle it otherwise.
        likely = {
            key: answer for key, answer in more.items() if not goes_against(key, answer, known)
        }
        if before is not Verdict.UNKNOWN:
            assert judge(condition, {**likely, **known}) is before


def goes_against(key: str, answer: object, known: Situation) -> bool:
    given = answer if isinstance(answer, tuple) else (answer,)
    return bool(ruled_out(key, known) & set(given))


@pytest.mark.parametrize(
    ("known", "condition", "verdict"),
    [
        ({"age": 4.0}, {"education_stage": ["senior-secondary", "secondary-vocational"]}, "no"),
        ({"age": 4.0}, {"education_stage": ["preschool"]}, "unknown"),
        ({"age": 2.5}, {"education_stage": ["preschool"]}, "no"),
        ({"age": 4.0}, {"insurance": ["unemployment"]}, "no"),
        ({"age": 15.9}, {"insurance": ["unemployment"]}, "no"),
        ({"age": 16.0}, {"insurance": ["unemployment"]}, "unknown"),
        ({"age": 8.0}, {"employment": ["employed", "self-employed"]}, "no"),
        ({"age": 85.0}, {"pregnant": ["yes"]}, "no"),
        ({"age": 59.9}, {"pregnant": ["yes"]}, "unknown"),
        ({"sex": "male"}, {"pregnant": ["yes"]}, "no"),
        ({"sex": "male"}, {"pregnant": ["no"]}, "yes"),
        ({"sex": "female"}, {"pregnant": ["yes"]}, "unknown"),
        ({"age": 18.0}, {"family": ["orphan"]}, "no"),
        ({"age": 17.9}, {"family": ["orphan"]}, "unknown"),
        ({"age": 4.0, "insurance": ("unemployment",)}, {"insurance": ["unemployment"]}, "yes"),
        ({}, {"insurance": ["unemployment"]}, "unknown"),
    ],
)
def test_what_another_answer_rules_out_need_not_be_asked(
    known: dict[str, Any], condition: dict[str, Any], verdict: str
) -> None:
    assert judge(condition, known).value == verdict
    assert missing_keys(condition, known) == (tuple(condition) if verdict == "unknown" else ())


def test_something_is_missing_exactly_when_the_verdict_is_unknown() -> None:
    random = dice(13)
    for _ in range(ROUNDS):
        condition, known = random_condition(random), random_situation(random)
        missing = missing_keys(condition, known)
        assert bool(missing) == (judge(condition, known) is Verdict.UNKNOWN)
        assert not set(missing) & set(known)


def test_knowing_what_is_missing_settles_every_condition() -> None:
    random = dice(17)
    for _ in range(ROUNDS):
        condition, known = random_condition(random), dict(random_situation(random))
        for _ in keys():
            for name in missing_keys(condition, known):
                key = keys()[name]
                first = next(iter(key.values), "")
                known[name] = 30.0 if name == "age" else (first,) if key.several else first
        assert judge(condition, known) is not Verdict.UNKNOWN


def test_not_turns_the_verdict_and_all_and_any_obey_de_morgan() -> None:
    random = dice(19)
    for _ in range(ROUNDS):
        left, right, known = (
            random_condition(random),
            random_condition(random),
            random_situation(random),
        )
        outside = judge({"not": {"all": [left, right]}}, known)
        inside = judge({"any": [{"not": left}, {"not": right}]}, known)
        assert outside is inside


def test_table_knows_exactly_the_keys_and_values_that_records_may_use() -> None:
    schema = Expression.model_json_schema()["$defs"]["Expression"]["properties"]
    atoms = {name: part for name, part in schema.items() if name not in {"all", "any", "not"}}
    assert list(keys()) == list(atoms)
    for name, part in atoms.items():
        if name != "age":
            assert list(keys()[name].values) == part["items"]["enum"], name
