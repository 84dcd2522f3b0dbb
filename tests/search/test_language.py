"""Stems, traditional characters, syllables: the small tables and rules of language."""

from __future__ import annotations

import pytest

from bps.search.near import near_parts, near_terms
from bps.search.normalise import code_key, match_text, normalise, split_runs
from bps.search.stem import stem_word
from bps.search.tables import read_tables
from scripts.search_tables import TABLES, build_tables


@pytest.mark.parametrize(
    "family",
    [
        "vaccination vaccine vaccines vaccinated vaccinating",
        "subsidy subsidies",
        "job jobs",
        "employ employed employment employing",
        "library libraries",
        "injury injuries injured",
        "child children",
        "disability disabilities",
        "pension pensions",
        "rent rents renting",
        "retire retired retirement",
        "train training",
    ],
)
def test_forms_of_one_word_have_one_stem(family: str) -> None:
    assert len({stem_word(word) for word in family.split()}) == 1


@pytest.mark.parametrize("word", ["", "a", "is", "低保", "12333", "a1", "ss"])
def test_what_is_no_english_word_stays_as_it_is(word: str) -> None:
    assert stem_word(word) == word


def test_width_case_tones_and_traditional_characters_fold() -> None:
    traditional = read_tables().traditional
    assert normalise("養老ＡＢＣ　Dībǎo lǜ", traditional=traditional) == "养老abc dibao lv"
    assert normalise("children's", traditional=traditional) == "children"
    assert normalise("\ud800低", traditional=traditional) == "低"


def test_match_text_sets_bars_and_spaces() -> None:
    assert match_text("12333人社热线 social jobs") == " 12333 |人社热线| social job "


def test_runs_are_han_or_letters() -> None:
    assert split_runs("0-6岁 gb/t 低保！") == ["0", "6", "岁", "gb", "t", "低保"]


def test_codes_lose_their_marks() -> None:
    assert code_key("gb/t 46916-2025") == "gbt469162025"


def test_near_terms_are_found_by_slips() -> None:
    assert near_terms("法律缓助", ["法律援助", "法律"], most=2) == ("法律援助",)
    assert near_terms("unemploymnt", ["employment", "unemployment"], most=1) == ("unemployment",)
    assert near_terms("低", ["低保"], most=1) == ()
    assert near_parts("就业见刁", ["就业见习服务"], most=1) == ("就业见习",)
    assert near_parts("见刁", ["就业见习服务"], most=1) == ()


def test_asking_words_do_not_include_a_service() -> None:
    asking = read_tables().asking
    assert {"什么", "怎么", "how", "的"} <= asking
    assert not {"低保", "补贴", "工作", "老人", "job", "free"} & asking


def test_tables_are_those_that_the_script_writes() -> None:
    for name, text in build_tables().items():
        assert (TABLES / name).read_text(encoding="utf-8") == text
