"""Texts for residents are short and plain, in both languages."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from bps.analysis.eligibility import browser_table
from bps.analysis.plain import Offence, measure, offences, plainer_words, sentences
from bps.render.glossary import glossary
from bps.render.kinds.finder_words import FINDER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST = {"zh": 25, "en": 18}  # [characters, words] mean of a sentence
LANGUAGES = ["zh", "en"]
RECORDS = ["recipients.yml", "life-events.yml"]
MARKS = re.compile(r"\]\([^)]*\)|[*`#|\[\]]|^\s*[-:]\s", re.MULTILINE)
OWN_SENTENCES = ("steps", "untested", "outputs")


def texts_in(part: Any, lang: str) -> Iterator[str]:
    """Every text of one language in a record."""
    if isinstance(part, dict):
        text = part.get(lang)
        if isinstance(text, str):
            yield text
        for value in part.values():
            yield from texts_in(value, lang)
    elif isinstance(part, list):
        for value in part:
            yield from texts_in(value, lang)


def strings_in(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for value in part.values() if isinstance(part, dict) else part:
            yield from strings_in(value)


@cache
def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def interface(repository: Path, lang: str) -> list[str]:
    column = LANGUAGES.index(lang)
    words = read(repository / "src/bps/render/words.yml")
    table = browser_table(lang)
    questions = [part[name] for part in (*table["keys"].values(), *table["cards"])
                 for name in ("question", "why") if name in part]  # fmt: skip
    return [
        *(pair[column] for pair in words.values()),
        *(
            text
            for entry in glossary()
            for text in (entry.name.in_language(lang), entry.means.in_language(lang))
        ),
        *(pair[column] for pair in FINDER_WORDS.values()),
        *questions,
        *strings_in(table["sentences"]),
    ]


def summaries(repository: Path, lang: str) -> list[str]:
    catalogue = repository / "catalogue"
    found = [
        text for name in RECORDS for text in texts_in(read(catalogue / name)["concepts"], lang)
    ]
    for path in sorted((catalogue / "items" / "cn").glob("*.yml")):
        record = read(path)
        found += [text for key in OWN_SENTENCES for text in texts_in(record.get(key, []), lang)]
    return found


def guides(repository: Path, lang: str, pattern: str = "**/*.md") -> list[str]:
    """Hand-written pages without code, addresses and marks."""
    pages = [p for p in (repository / "docs" / lang).glob(pattern) if "reference" not in p.parts]
    raw = [page.read_text(encoding="utf-8") for page in sorted(pages)]
    without_code = (re.sub(r"```.*?```", "", text, flags=re.DOTALL) for text in raw)
    return [MARKS.sub(" ", text) for text in without_code]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("collect", [interface, summaries, guides], ids=lambda f: f.__name__)
def test_sentences_are_short(collect: Any, lang: str, repository: Path) -> None:
    found = measure(collect(repository, lang), lang)
    assert found.count > 0
    assert found.mean <= MOST[lang]
    assert found.long_share <= 0.1, found.longest


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("collect", [interface, summaries], ids=lambda f: f.__name__)
def test_no_sentence_a_resident_meets_is_too_long(
    collect: Any, lang: str, repository: Path
) -> None:
    found = measure(collect(repository, lang), lang)
    assert found.long_share == 0, found.longest


def pages_for_residents(repository: Path, lang: str) -> list[str]:
    """Guides for drafters and reviewers may quote a bad example; these may not."""
    names = ("about", "accessibility", "privacy")
    return [text for name in names for text in guides(repository, lang, f"{name}.md")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "collect", [interface, summaries, pages_for_residents], ids=lambda f: f.__name__
)
def test_no_word_is_used_that_has_a_plainer_one(collect: Any, lang: str, repository: Path) -> None:
    found = [(one, text[:60]) for text in collect(repository, lang) for one in offences(text, lang)]
    assert found == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_list_of_words_to_avoid_is_long_and_never_recommends_what_it_forbids(lang: str) -> None:
    words = plainer_words(lang)
    assert len(words) >= 150
    assert [better for better in words.values() if offences(better, lang)] == []


def test_sentences_end_at_full_stops_and_semicolons() -> None:
    assert sentences("先登记；再申请。等通知！", "zh") == ("先登记", "再申请", "等通知")
    assert sentences("Call 12.5 times; then e.g. wait. Done", "en") == (
        "Call 12.5 times", "then e.g", "wait", "Done",
    )  # fmt: skip


def test_of_overlapping_words_the_longest_is_named() -> None:
    assert offences("逾期不候", "zh") == (Offence("逾期不候", "过期不等"),)
    assert offences("In Order To apply", "en") == (Offence("In Order To", "to"),)


def test_part_of_a_longer_english_word_is_no_offence() -> None:
    assert offences("Marshall", "en") == ()


def test_nothing_measured_is_nothing_found() -> None:
    assert measure(["", "12345"], "zh").count == 0
