"""Official words are explained where they stand: by touch, by keyboard, without scripts, on paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("look")
ITEM = "items/cn/compulsory-education-tuition-waiver/"
TERM = "#at-compulsory-education"
MEANS = {"": "九年", "en/": "Nine years"}


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A phone that is touched."""
    context = browser.new_context(viewport={"width": 375, "height": 800}, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", MEANS)
def test_a_tap_opens_the_explanation_in_place_and_closes_it(
    reader: Page, site_url: str, lang: str
) -> None:
    reader.goto(f"{site_url}{lang}{ITEM}")
    note = reader.locator(f"{TERM} + .term-note")
    assert not note.is_visible()
    reader.tap(TERM)
    assert MEANS[lang] in note.inner_text()
    assert reader.get_attribute(TERM, "aria-expanded") == "true"
    assert "#" not in reader.url
    reader.tap(TERM)
    assert not note.is_visible()


def test_the_keyboard_opens_it_too(reader: Page, site_url: str) -> None:
    reader.goto(f"{site_url}{ITEM}")
    for key in ("Enter", "Space"):
        reader.focus(TERM)
        reader.keyboard.press(key)
        assert reader.locator(f"{TERM} + .term-note").is_visible()
        reader.keyboard.press(key)
        assert not reader.locator(f"{TERM} + .term-note").is_visible()


def test_without_scripts_the_word_leads_to_the_list_and_back(
    browser: Browser, site_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{ITEM}")
    page.click(TERM)
    assert page.url.endswith("#word-compulsory-education")
    assert MEANS[""] in page.inner_text("#word-compulsory-education")
    page.click("#word-compulsory-education .back")
    assert page.url.endswith(TERM)
    context.close()


def test_on_paper_the_list_stands_at_the_end(reader: Page, site_url: str) -> None:
    reader.goto(f"{site_url}{ITEM}")
    sheets = PdfReader(io.BytesIO(reader.pdf(format="A4", prefer_css_page_size=True))).pages
    text = "".join(sheet.extract_text() for sheet in sheets)
    # Some signs come out of a PDF as their look-alikes; these do not.
    assert "中央财政是国家的" in text
