"""No amount stands alone: place, since when, for whom, its grade, and when to ask for today's."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from bps.analysis.counter import nearest_points, to_bring
from bps.render import LANGUAGES, Layout, SiteSettings, render_pages
from bps.render.amounts import is_to_ask, summary, told
from bps.render.book import Book, Index
from bps.render.cards import share_cards, wrap
from bps.render.kinds.copy_text import COPY_LENGTH, copy_text
from bps.render.kinds.glance import glance
from tests.support.register import evidence, item, level, place, small_registry

if TYPE_CHECKING:
    from pathlib import Path

    from bps.link import Registry
    from bps.pipeline import Register

ADDRESS = "https://example.org/register/"
SITE = SiteSettings(built_on="2026-06-01", address=ADDRESS)
ASK = {"zh": "请问清今天的数", "en": "ask for today's"}


def book_of(registry: Registry, lang: str) -> Book:
    return Book(Index(registry), Layout(SITE, lang))


def point(ref: str, jurisdiction: str, *items: str, **fields: Any) -> dict[str, Any]:
    record = {"id": ref, "name": {"zh": ref, "en": ref}, "jurisdiction": jurisdiction}
    return record | {"items": list(items), **fields, "evidence": evidence("name", "items")}


@pytest.fixture
def grants(tmp_path: Path) -> Registry:
    """A town's grant of three years ago, one without a day, and what the nation asks to bring."""
    return small_registry(
        tmp_path,
        jurisdiction=[
            place("land", "country"),
            place("shire", "province", "land"),
            place("town", "prefecture", "shire"),
            place("lane", "county", "town"),
            place("other", "prefecture", "shire"),
        ],
        item=[
            item(
                "land/grant",
                documents=[{"zh": "身份证", "en": "Identity card"}],
                channels=[{"kind": "hotline", "number": "880"}],
            ),
            item(
                "town/grant",
                counterpart={"item": "land/grant", "scope": "same"},
                recipients_text={"zh": "困难家庭", "en": "Poor families"},
                levels=[
                    level(
                        "grant",
                        "940",
                        applies_to={"zh": "城市", "en": "Urban residents"},
                        **{"from": "2023-06"},
                    )
                ],
            ),
            item("town/undated", levels=[level("grant", "70")]),
            item("town/words", level_summary={"zh": "每人80元。", "en": "80 yuan each."}),
        ],
        **{
            "service-point": [
                point("lane/house", "lane", "town/grant", address={"zh": "一号", "en": "No. 1"}),
                point("town/hall", "town", "land/grant", telephone="770"),
                point("other/hall", "other", "land/grant"),
                point("town/park", "town", "town/undated"),
            ]
        },
    )


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("zh", ["town地", "2023年6月起", "城市", "940元", ASK["zh"]]),
        ("en", ["town", "since June 2023", "Urban residents", "940", ASK["en"]]),
    ],
)
def test_an_amount_of_years_ago_is_told_with_all_its_parts_wherever_it_stands(
    grants: Registry, lang: str, parts: list[str]
) -> None:
    book = book_of(grants, lang)
    grant = grants.get("item", "town/grant")
    tree = "" if lang == "zh" else "en/"
    pages = {page.path: page.text for page in render_pages(grants, site=SITE)}
    tiles = HTMLParser(pages[f"{tree}places/town/index.html"]).css_first("#own")
    cards = dict(share_cards(grants, SITE))
    drawn = ET.fromstring(cards[f"{tree}items/town/grant/card.svg"])  # noqa: S314 - our own bytes
    assert tiles is not None
    said = {
        "line": told(book, grant, grant.levels[0]),
        "box": glance(book, grant).level,
        "copied": copy_text(book, grant, grant.levels),
        "place": tiles.text(),
        "picture": "".join(drawn.itertext()),
    }
    for where, text in said.items():
        assert [
            part for part in parts if part.replace(" ", "") not in text.replace(" ", "")
        ] == [], where


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_message_carries_the_number_the_papers_and_the_address(
    grants: Registry, lang: str
) -> None:
    grant = grants.get("item", "town/grant")
    lines = copy_text(book_of(grants, lang), grant, grant.levels).split("\n")
    assert lines[0] == "town/grant"
    assert lines[2:] == (
        ["电话：880", "带上：身份证", f"{ADDRESS}items/town/grant/"]
        if lang == "zh"
        else ["Tel: 880", "Bring: Identity card", f"{ADDRESS}en/items/town/grant/"]
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_of_the_register_is_too_long_or_without_its_amount(
    real_register: Register, lang: str
) -> None:
    book = book_of(real_register.registry, lang)
    for one in real_register.registry.iter("item"):
        current = book.current_levels(one)
        text = copy_text(book, one, current)
        assert len(text) <= COPY_LENGTH, one.id
        number = next((e.value for e in current if e.kind == "amount" and e.value), None)
        if number is not None and all(e.comparator != "about" for e in current):
            assert book.layout.texts.number(number) in text, one.id


def test_an_amount_without_a_day_says_so_and_words_with_money_are_marked_too(
    grants: Registry,
) -> None:
    book = book_of(grants, "zh")
    undated = grants.get("item", "town/undated")
    assert "起始日期没有记录" in glance(book, undated).level
    assert ASK["zh"] in told(book, undated, undated.levels[0])
    assert summary(book, grants.get("item", "town/words")) == (
        "town地：每人80元；可能已经变了，请问清今天的数"
    )


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"from": "2025-12-01"}, False),
        ({"from": "2025-06-01"}, False),
        ({"from": "2025-05-01"}, True),
        ({"from": "2024"}, True),
        ({"from": "2024", "to": "2026-12-31"}, False),
        ({"from": "2020", "value": "0"}, False),
        ({"from": "2020", "kind": "time"}, False),
        ({}, True),
    ],
)
def test_todays_amount_is_to_be_asked_for_after_a_year(
    tmp_path: Path, fields: dict[str, Any], *, asked: bool
) -> None:
    row = level("grant", "70") | fields
    registry = small_registry(tmp_path, item=[item("land/grant", levels=[row])])
    book = book_of(registry, "zh")
    assert is_to_ask(book, registry.get("item", "land/grant").levels[0]) is asked


def test_the_nearest_point_that_offers_the_item_is_named_and_no_other(grants: Registry) -> None:
    def points(ref: str) -> list[str]:
        return [one.id for one in nearest_points(grants, grants.get("item", ref))]

    assert points("town/grant") == ["town/hall", "lane/house"]
    assert points("town/words") == []
    first = glance(book_of(grants, "zh"), grants.get("item", "town/grant"))
    assert first.point is not None
    assert first.point.id == "town/hall"
    # The nation's page names no counter of one place.
    assert glance(book_of(grants, "zh"), grants.get("item", "land/grant")).point is None


def test_an_item_page_says_where_to_ask_and_what_to_bring(grants: Registry) -> None:
    pages = {page.path: HTMLParser(page.text) for page in render_pages(grants, site=SITE)}
    local = pages["items/town/grant/index.html"]
    box, papers = local.css_first(".glance"), local.css_first("#bring")
    assert box is not None
    assert "770" in box.text()
    assert papers is not None
    assert papers.text().strip() == "身份证"
    found = to_bring(grants, grants.get("item", "town/grant"))
    assert found is not None
    assert found[0].id == "land/grant"
    plain = pages["items/town/words/index.html"].css_first(".glance")
    assert plain is not None
    assert "便民服务中心" in plain.text()
    assert "一般常识" in plain.text()
    assert "12345" in plain.text()


def test_pictures_are_the_same_bytes_each_time_and_named_where_the_address_is_known(
    grants: Registry,
) -> None:
    assert list(share_cards(grants, SITE)) == list(share_cards(grants, SITE))
    assert all(b"scale(" in drawn for _, drawn in share_cards(grants, SITE))
    without = SiteSettings(built_on="2026-06-01")
    assert not any(b"scale(" in drawn for _, drawn in share_cards(grants, without))
    for site, shown in ((SITE, [f"{ADDRESS}en/items/town/grant/card.svg"]), (without, [])):
        only = {"items/town/grant/"}
        pages = {page.path: page.text for page in render_pages(grants, site=site, only=only)}
        head = HTMLParser(pages["en/items/town/grant/index.html"])
        assert [e.attributes["content"] for e in head.css("meta[property='og:image']")] == shown


def test_a_line_of_a_picture_breaks_between_words_and_says_when_more_follows() -> None:
    assert wrap("one two three", 5, most=3) == ["one two", "three"]
    assert wrap("低保标准", 2, most=2) == ["低保", "标准"]
    assert wrap("低保标准高", 2, most=2) == ["低保", "标…"]
