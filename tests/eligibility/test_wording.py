"""Conditions as sentences: the same expression that the finder judges, without a raw key in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from bps.analysis.eligibility import Verdict, as_condition, clause, judge
from bps.analysis.eligibility.table import keys
from tests.support.situations import dice, random_condition, random_situation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.analysis.eligibility import Clause
    from bps.pipeline import Register

EVERYONE = {"residence": ["registered", "resident", "visitor"]}
# What only a program reads: keys with an underscore, blanks that were not filled.
RAW = re.compile(r"[a-z]+_[a-z]+|[{}]")


def said(part: Clause) -> Any:
    """A clause as nested Chinese words."""
    if part.words is not None:
        return part.words.zh
    return {part.join: [said(each) for each in part.parts]}


def leaves(part: Clause) -> Iterator[Clause]:
    if part.words is not None:
        yield part
    for each in part.parts:
        yield from leaves(each)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"age": {"min": 60}}, "年满60岁"),
        (EVERYONE, "人人都可以。"),
        ({"all": [{"age": {"max": 6}}, EVERYONE]}, "不满7岁"),
        ({"any": [{"age": {"max": 6}}, EVERYONE]}, "人人都可以。"),
        ({"all": [EVERYONE]}, "人人都可以。"),
        ({"income_support": ["minimum-living", "destitute", "low-income-edge"]}, "低保家庭、特困人员或低保边缘家庭"),
        ({"disability_grade": ["1", "2", "3", "4"]}, "有残疾（一级到四级都可以）"),
        ({"disability_grade": ["1", "2"]}, "一级残疾或二级残疾"),
        (
            {"all": [{"age": {"min": 18}}, {"all": [{"household": ["rural"]}, {"sex": ["female"]}]}]},
            {"all": ["年满18岁", "农村户口", "女"]},
        ),
        (
            {"not": {"any": [{"household": ["rural"]}, {"sex": ["male"]}]}},
            {"all": ["不是农村户口", "不是男"]},
        ),
        ({"not": {"not": {"sex": ["female"]}}}, "女"),
        ({"any": [{"age": {"min": 65}}, {"age": {"min": 65}}]}, "年满65岁"),
    ],
)  # fmt: skip
def test_an_expression_is_said_without_empty_nesting(condition: Any, expected: Any) -> None:
    assert said(clause(condition)) == expected


def test_every_condition_of_the_register_is_said_in_both_languages_without_a_raw_key(
    real_register: Register,
) -> None:
    told = [item for item in real_register.registry.iter("item") if item.eligibility is not None]
    assert len(told) >= 81
    raw_values = {value for key in keys().values() for value in key.values if "-" in value}
    for item in told:
        assert item.eligibility is not None
        for leaf in leaves(clause(as_condition(item.eligibility))):
            assert leaf.words is not None
            for text in (leaf.words.zh, leaf.words.en):
                assert text, item.id
                assert not RAW.search(text), (item.id, text)
                assert text not in raw_values - {"self-employed"}
            assert not re.search(r"[A-Za-z]{2,}", leaf.words.zh), (item.id, leaf.words.zh)
            assert not re.search(r"[一-鿿]", leaf.words.en), (item.id, leaf.words.en)


def test_what_is_said_to_be_open_to_everyone_is_so_for_everybody() -> None:
    random = dice(11)
    met = 0
    for _ in range(1500):
        condition = {"any": [random_condition(random), EVERYONE]}
        if random.random() < 0.5:
            condition = random_condition(random)
        if clause(condition).everyone:
            met += 1
            assert judge(condition, random_situation(random)) is Verdict.YES
    assert met > 100
