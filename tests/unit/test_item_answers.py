"""The first screen of an item answers: for whom, how much, what to do, where, whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from bps.render import LANGUAGES, Layout, SiteSettings, render_pages
from bps.render.book import Book, Index
from bps.render.kinds.conditions import conditions
from bps.render.kinds.glance import glance
from bps.render.kinds.numbers import by_number, newest_number, number_words

if TYPE_CHECKING:
    from bps.pipeline import Register

SITE = SiteSettings(built_on="2026-11-22")


@pytest.fixture(scope="module")
def books(real_register: Register) -> dict[str, Book]:
    index = Index(real_register.registry)
    return {lang: Book(index, Layout(SITE, lang)) for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_national_item_says_whom_it_is_for_and_what_to_do_first(
    books: dict[str, Book], lang: str
) -> None:
    book = books[lang]
    for item in book.index.items_by_place[book.index.nation]:
        first = glance(book, item)
        assert first.who, item.id
        assert first.step is not None, item.id
        assert "place" not in first.missing


def test_the_number_to_call_is_one_that_the_item_or_its_counterpart_records(
    books: dict[str, Book],
) -> None:
    book = books["zh"]
    assert glance(book, book.registry.get("item", "cn/vaccination")).call == "12320"
    local = next(
        item
        for item in book.index.local_forms["cn/resident-pension"]
        if not any(channel.number for channel in item.channels)
    )
    assert glance(book, local).call == "12333"


def test_two_amounts_for_the_same_people_are_told_apart_by_their_start(
    books: dict[str, Book],
) -> None:
    pension = books["zh"].registry.get("item", "cn/resident-pension")
    level = glance(books["zh"], pension).level
    assert level.count("最低标准") == 1
    assert "2025年起" in level
    assert "2026年起" in level


@pytest.mark.parametrize("lang", LANGUAGES)
def test_conditions_are_those_that_the_finder_judges(books: dict[str, Book], lang: str) -> None:
    book = books[lang]
    for item in book.registry.iter("item"):
        found = conditions(book, item)
        if item.eligibility is not None:
            assert found.clause is not None, item.id
            assert not found.borrowed
            assert len(found.untested) == len(item.untested)
        elif found.clause is not None:
            assert found.borrowed, item.id
        else:
            assert len(found.untested) == len(item.untested), item.id


def test_items_stand_in_the_order_of_the_newest_edition(books: dict[str, Book]) -> None:
    book = books["zh"]
    education = [
        item
        for item in book.index.items_by_domain["national-areas/education"]
        if item.jurisdiction == book.index.nation
    ]
    ordered = sorted(education, key=lambda item: by_number(book, item))
    numbers = []
    for item in ordered:
        found = newest_number(book, item)
        if not item.listed_in:
            assert found is None  # outside the list: behind all others
            continue
        assert found is not None
        assert found[0].id == "national-2023"
        numbers.append(found[1])
    assert numbers == sorted(numbers)
    assert [bool(item.listed_in) for item in ordered] == [True] * len(numbers) + [False] * 2
    assert number_words(book, ordered[0]) == f"2023年版第{numbers[0]}项"
    assert number_words(books["en"], ordered[0]) == f"No. {numbers[0]} of the 2023 edition"


def test_what_anyone_may_ask_for_is_not_called_open_to_all_when_the_office_decides(
    real_register: Register,
) -> None:
    path = "items/cn/temporary-relief/"
    pages = render_pages(real_register.registry, site=SITE, only={path})
    text = next(page.text for page in pages if page.path == f"{path}index.html")
    assert "什么人都可以提出。能不能办，还要看：" in text
    assert "人人都可以。" not in text


def test_money_after_a_disaster_is_not_asked_of_the_fire_brigade(books: dict[str, Book]) -> None:
    relief = books["zh"].registry.get("item", "cn/disaster-relief")
    assert not any(channel.number == "119" for channel in relief.channels)
    assert glance(books["zh"], relief).call == ""


def test_the_hours_of_a_hotline_stand_beside_its_number_and_not_as_hours_of_a_counter(
    real_register: Register,
) -> None:
    path = "items/cn/resident-pension/"
    pages = render_pages(real_register.registry, site=SITE, only={path})
    page = next(HTMLParser(page.text) for page in pages if page.path == f"{path}index.html")
    names, values = page.css(".guide dt"), page.css(".guide dd")
    said = {name.text(): value.text() for name, value in zip(names, values, strict=True)}
    assert "还没有记录" in said["办理时间"]
    assert "接听时间：自动语音24小时；人工工作日" in said["联系电话"]


def test_better_here_is_what_is_recorded_as_wider_and_not_what_only_exists_here(
    real_register: Register,
) -> None:
    found = {}
    for place in ("shanghai", "shenzhen-futian"):
        path = f"places/{place}/"
        pages = render_pages(real_register.registry, site=SITE, only={path})
        page = next(HTMLParser(page.text) for page in pages if page.path == f"{path}index.html")
        links = [node.attributes["href"] or "" for node in page.css("#better a")]
        found[place] = {link.rstrip("/").rpartition("/")[2] for link in links}
    assert found["shanghai"] == {
        "disability-two-subsidies",
        "elderly-welfare-subsidies",
        "free-textbooks",
    }
    assert found["shenzhen-futian"] == set()
