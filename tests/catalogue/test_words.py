"""One Chinese term has one English translation, and both languages say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from bps.load import load_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bps.pipeline import Register

# A Chinese term, and what the English beside it has to say.
TERMS = {
    "基本公共服务": "basic public service|services",
    "特困人员": "destitute",
    "最低生活保障|低保(?!边缘)": "minimum[ -]living",
    "低保边缘": "just above the minimum living line",
    "困境儿童|困境未成年人": "in difficulty",
    "留守儿童": "left-behind",
    "事实无人抚养": "unattended",
    "残疾人(?!护理补贴的)": "disab|handicapped",
    "退役军人|退役士兵": "veteran|soldier",
    "烈士": "martyr",
    "临时救助": "temporary relief",
    "医疗救助": "medical assistance|deductible",
    "法律援助": "legal aid",
    "就业困难": "difficulty finding work",
    "零就业家庭": "zero-employment",
    "流动人员": "mobile",
    "创业": "start-up|start a business|starting a business",
    "公租房|公共租赁住房": "public rental",
    "危房": "unsafe",
    "孕产妇": "matern|pregnan",
    "老年人": "older|old-age|elderly|aged",
    "文化馆": "cultural cent",
    "随访": "follow-up|home visit",
}
# Words that say the same as one of ours, or that an official would not write.
UNUSED = (
    r"extreme difficulty|the elderly\b|elderly people|people with disabilities|dilapidated"
    r"|dangerous house|subdistrict\b|standardisation|[Uu]ndertakers?\b|[Ll]ead units?\b"
    r"|\bin minimum living\b|near the minimum\b|culture halls?\b|entrepreneurship"
)
# Names of laws and standards keep the English they were given.
GIVEN = re.compile(r"Assistive products for persons|employment of persons with disabilities")
ISO_DATE = re.compile(r"\b(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}\b")
# Where the same Chinese words stand for the same thing.
SAME_THING = frozenset({"applies_to", "recipients_text", "document"})


class Pair(NamedTuple):
    """A text in two languages and where it stands."""

    path: str
    key: str
    zh: str
    en: str


def pairs_in(part: Any, path: str, key: str = "") -> Iterator[Pair]:
    if isinstance(part, dict):
        if set(part) == {"zh", "en"}:
            yield Pair(path, key, part["zh"], part["en"])
            return
        for name, value in part.items():
            yield from pairs_in(value, path, name)
    elif isinstance(part, list):
        for value in part:
            yield from pairs_in(value, path, key)


@pytest.fixture(scope="module")
def pairs(repository: Path) -> list[Pair]:
    """Every text of the real register that stands in both languages."""
    return [
        pair
        for record in load_records(repository).records
        for pair in pairs_in(record.data, record.path)
    ]


def where(found: list[Pair]) -> list[str]:
    return [f"{one.path} {one.key}: {one.zh} = {one.en}" for one in found]


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_translated_alike_in_every_name(term: str, pairs: list[Pair]) -> None:
    chinese, english = re.compile(term), re.compile(TERMS[term], re.IGNORECASE)
    named = [
        pair
        for pair in pairs
        if pair.key in {"name", *SAME_THING}
        and "/sources/" not in pair.path
        and chinese.search(pair.zh)
    ]
    assert named
    assert where([pair for pair in named if not english.search(pair.en)]) == []


def test_no_second_word_stands_for_a_term(pairs: list[Pair]) -> None:
    unused = re.compile(UNUSED)
    assert where([one for one in pairs if unused.search(GIVEN.sub("", one.en))]) == []


def test_the_same_chinese_words_have_the_same_english(pairs: list[Pair]) -> None:
    english: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if pair.key in SAME_THING or (pair.key == "name" and "/items/" in pair.path):
            english[pair.zh].add(pair.en)
    assert {zh: sorted(en) for zh, en in english.items() if len(en) > 1} == {}


def test_figures_of_a_group_stand_in_both_languages(pairs: list[Pair]) -> None:
    """Who a level is for: an amount or an age in Chinese is not lost in English.

    One digit may be a word in English.
    """
    number = re.compile(r"[0-9][0-9,.]+")

    def figures(text: str) -> list[str]:
        return sorted(one.replace(",", "").rstrip(".") for one in number.findall(text))

    differing = [
        pair
        for pair in pairs
        if pair.key == "applies_to" and set(figures(pair.zh)) - set(figures(pair.en))
    ]
    assert where(differing) == []


def test_english_prose_writes_dates_in_words(pairs: list[Pair]) -> None:
    assert where([one for one in pairs if ISO_DATE.search(one.en)]) == []


def test_the_label_of_a_result_says_more_than_its_indicator(real_register: Register) -> None:
    registry = real_register.registry
    repeated = [
        (results.id, row.label.zh)
        for results in registry.iter("observation-set")
        for row in results.rows
        if row.label
        and row.indicator
        and row.label == registry.get("indicator", row.indicator).name
    ]
    assert repeated == []
