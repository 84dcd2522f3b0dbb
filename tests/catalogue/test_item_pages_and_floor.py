"""What item pages say of a local level is what the floor says, not a comparison of their own."""

from __future__ import annotations

from datetime import date

import pytest

from bps.analysis.floor import floors
from bps.pipeline import Register
from bps.render.book import Book
from bps.render.index import Index
from bps.render.kinds.against import beside_parent, local_forms
from bps.render.layout import Layout
from bps.render.page import SiteSettings

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def book(real_register: Register) -> Book:
    settings = SiteSettings(built_on=DAY.isoformat())
    return Book(Index(real_register.registry), Layout(settings, "zh"))


def below_the_floor(register: Register) -> set[str]:
    """Items with a level below that of the nation on the same day, whatever its dates are worth."""
    return {
        item.item
        for place in floors(register.registry, today=DAY)
        for item in place.items
        if any(row.verdict == "below" for row in item.levels)
    }


def test_a_local_page_calls_a_level_low_only_where_the_floor_does(
    book: Book, real_register: Register
) -> None:
    for item in real_register.registry.iter("item"):
        rows = beside_parent(book, item, book.current_levels(item))
        if {row.verdict for row in rows} & {"below", "unsure"}:
            assert item.id in below_the_floor(real_register)


def test_a_national_page_calls_a_place_low_only_where_the_floor_does(
    book: Book, real_register: Register
) -> None:
    forms = [
        form
        for item in real_register.registry.iter("item")
        for form in local_forms(book, item)
        if form.verdict
    ]
    assert forms
    low = {form.item.id for form in forms if form.verdict in {"below", "unsure"}}
    assert low <= below_the_floor(real_register)


def test_a_place_that_the_nation_has_overtaken_since_is_told_so(book: Book) -> None:
    item = book.registry.get("item", "cn/resident-pension")
    verdicts = {form.item.jurisdiction: form.verdict for form in local_forms(book, item)}
    assert verdicts["guizhou"] == "overtaken"
