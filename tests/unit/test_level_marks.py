"""A level says where it is shown that no document states it, and when nothing came after it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from bps.analysis.events import events
from bps.analysis.levels_on import ended_series, levels_on
from bps.analysis.names import Names
from bps.analysis.tables.levels import ended_table, levels_table
from bps.render import LANGUAGES, Layout, SiteSettings, render_pages
from bps.render.book import Book, Index
from bps.render.kinds.copy_text import copy_text
from bps.render.kinds.glance import glance
from tests.support.register import item, level, small_registry

if TYPE_CHECKING:
    from bps.link import Registry

SITE = SiteSettings(built_on="2026-06-01")
DAY = date(2026, 6, 1)
MARKS = {"zh": "（推算得出）", "en": " (derived)"}


def with_how(row: dict[str, Any], how: str) -> dict[str, Any]:
    source = "general-knowledge" if how == "background" else "gazette"
    return row | {"evidence": {"source": source, "how": how, "checked_on": "2026-01-01"}}


@pytest.fixture
def reckoned(tmp_path: Path) -> Registry:
    """An item whose only level follows from a rise that was announced."""
    levels = [with_how(level("grant", "163", **{"from": "2026-01-01"}), "derived")]
    return small_registry(tmp_path, item=[item("land/pension", levels=levels)])


def page_of(registry: Registry, path: str, tree: str = "") -> HTMLParser:
    pages = render_pages(registry, site=SITE, only={path})
    return HTMLParser(next(page.text for page in pages if page.path == f"{tree}{path}index.html"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reckoned_amount_is_marked_in_the_box_the_message_and_the_tiles(
    reckoned: Registry, lang: str
) -> None:
    book = Book(Index(reckoned), Layout(SITE, lang))
    pension = reckoned.get("item", "land/pension")
    assert MARKS[lang] in glance(book, pension).level
    assert MARKS[lang].strip() in copy_text(book, pension, book.current_levels(pension))
    tree = "" if lang == "zh" else "en/"
    for path in ("places/land/", "items/land/pension/"):
        text = page_of(reckoned, path, tree).css_first("main")
        assert text is not None
        assert MARKS[lang].strip() in text.text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reckoned_amount_of_the_nation_is_marked_in_drawings_beside_places(
    real_register: Any, lang: str
) -> None:
    tree = "" if lang == "zh" else "en/"
    for path in ("indicators/basic-pension-minimum/", "reviewers/ladder/"):
        main = page_of(real_register.registry, path, tree).css_first("main")
        assert main is not None
        assert re.search(r"163( yuan|元)?" + re.escape(MARKS[lang]), main.text()), path


def test_a_reckoned_amount_is_marked_in_commands_feeds_and_calendars(reckoned: Registry) -> None:
    rows = levels_on(reckoned.get("item", "land/pension").levels, DAY)
    (row,) = levels_table(rows, Names(reckoned)).records()
    assert row["how"] == "derived"
    (told,) = [one for one in events(reckoned, today=DAY) if one.kind == "level"]
    assert told.reason.zh.startswith("land地：")
    assert "163（推算得出）" in told.reason.zh
    assert "163 (derived)" in told.reason.en


def test_what_a_document_says_carries_no_mark(tmp_path: Path) -> None:
    levels = [level("grant", "143", **{"from": "2025-01-01"})]
    registry = small_registry(tmp_path, item=[item("land/pension", levels=levels)])
    book = Book(Index(registry), Layout(SITE, "zh"))
    assert str(book.values.level(registry.get("item", "land/pension").levels[0])) == "143元（每人）"


def test_a_series_that_ended_is_told_with_its_last_level_only(tmp_path: Path) -> None:
    levels = [
        level("grant", "10", **{"from": "2018-01-01", "to": "2018-12-31"}),
        level("grant", "12", **{"from": "2019-01-01", "to": "2019-12-31"}),
        level("wait", "5", **{"from": "2019-01-01", "to": "2019-12-31"}),
        level("wait", "4", **{"from": "2020-01-01"}),
    ]
    registry = small_registry(tmp_path, item=[item("land/aid", levels=levels)])
    found = ended_series(registry.get("item", "land/aid").levels, DAY)
    assert [row.value for row in found] == ["12"]
    assert [row["to"] for row in ended_table(found, Names(registry)).records()] == ["2019-12-31"]
    section = page_of(registry, "items/land/aid/").css_first("#level")
    assert section is not None
    assert "没有查到更新的标准" in section.text()
    assert "12元（每人），到2019年12月31日为止" in section.text()
    assert "10元" not in section.text()


def test_a_series_goes_on_where_another_group_has_a_level_or_one_is_still_to_begin(
    tmp_path: Path,
) -> None:
    old = {"from": "2019-01-01", "to": "2019-12-31"}
    levels = [
        level("grant", "10", applies_to={"zh": "甲"}, **old),
        level("grant", "12", applies_to={"zh": "甲、乙"}, **{"from": "2020-01-01"}),
        level("wait", "5", **old),
        level("wait", "4", **{"from": "2027-01-01"}),
    ]
    registry = small_registry(tmp_path, item=[item("land/aid", levels=levels)])
    assert ended_series(registry.get("item", "land/aid").levels, DAY) == ()


def test_eleven_national_series_are_known_to_have_ended(real_register: Any) -> None:
    ended = [
        (one.id.removeprefix("cn/"), row.measure)
        for one in real_register.registry.iter("item")
        if one.jurisdiction == "cn"
        for row in ended_series(one.levels, date(2026, 11, 27))
    ]
    military = "military-preferential-treatment"
    grades = ("combat", "duty", "illness")
    assert sorted(ended) == sorted(
        [
            ("centralised-support-special-groups", "living-level"),
            ("rural-housing-renovation", "central-subsidy-per-household"),
            ("veteran-placement", "one-off-retirement-pay"),
            (military, "red-army-veteran-allowance"),
            (military, "once-missing-red-army-veteran-allowance"),
            *((military, f"disability-pension-grade-1-{grade}") for grade in grades),
            *((military, f"survivor-pension-{kind}") for kind in ("martyr", "duty", "illness")),
        ]
    )
