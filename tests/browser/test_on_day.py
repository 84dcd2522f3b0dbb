"""What applied on a given day: one reckoning in Python and in the browser, and the date field."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bps.relations.applied_on import Period, applied_on
from tests.support.dated_rows import applied_vectors, random_day, random_rows
from tests.support.server import serve_folder
from tests.support.situations import dice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ASSETS = Path(__file__).resolve().parents[2] / "src" / "bps" / "render" / "assets"
RANDOM_CASES = 3000
ITEM = "items/cn/compulsory-education-tuition-waiver/"
SHOWN = "#on-day [data-counted] tbody tr:not([hidden])"
RUN = """async (cases) => {
  const { appliedOn } = await import("/applied.js");
  return cases.map(({ rows, on }) => appliedOn(
    rows.map(([about, start, end]) => ({ about, start, end })), on));
}"""

pytestmark = pytest.mark.xdist_group("on-day")


@pytest.fixture(scope="module")
def bench(browser: Browser) -> Iterator[Page]:
    """An empty page from which the reckoning can be imported."""
    with serve_folder(ASSETS) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}applied.js")
        yield page
        context.close()


@pytest.fixture
def phone(browser: Browser, site_url: str) -> Iterator[Page]:
    """A phone without a fault in its console."""
    context = browser.new_context(viewport={"width": 375, "height": 800}, base_url=site_url)
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda m: trouble.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    yield page
    context.close()
    assert trouble == []


def test_browser_gives_the_answers_of_every_shared_vector(bench: Page) -> None:
    cases = applied_vectors()
    for case, found in zip(cases, bench.evaluate(RUN, cases), strict=True):
        assert found == case["applied"], case["name"]


def test_both_give_the_same_answers_for_random_rows(bench: Page) -> None:
    random = dice(2022)
    cases: list[dict[str, Any]] = [
        {"rows": random_rows(random), "on": random_day(random)} for _ in range(RANDOM_CASES)
    ]
    for case, found in zip(cases, bench.evaluate(RUN, cases), strict=True):
        periods = [Period(*row) for row in case["rows"]]
        assert found == list(applied_on(periods, date.fromisoformat(case["on"]))), case


@pytest.mark.parametrize(
    "text", ["", "2022-5-1", "2022-13-01", "2023-02-29", "0000-01-01", "2022-05-01T00", "<b>"]
)
def test_what_is_no_day_is_refused(bench: Page, text: str) -> None:
    assert not bench.evaluate("async (text) => (await import('/applied.js')).isDay(text)", text)


def test_a_link_with_a_day_leaves_the_rows_of_that_day(phone: Page) -> None:
    phone.goto(f"{ITEM}?on=2023-05-01")
    rows = phone.locator(SHOWN)
    assert [
        text for text in rows.all_inner_texts() if "720" in text or "940" in text or "300" in text
    ]
    assert rows.count() == 3
    assert "2023年5月1日" in phone.locator("[data-found-text]").inner_text()
    lists = phone.locator("#on-day table").last.locator("tbody tr:not([hidden])")
    assert lists.count() == 1
    assert "2021年版" in lists.inner_text()
    assert "第11项" in lists.inner_text()


def test_a_day_that_is_chosen_goes_into_the_address_and_to_the_other_language(phone: Page) -> None:
    phone.goto(f"{ITEM}#on-day")
    assert phone.locator("[data-found-text]").inner_text() == ""
    everything = phone.locator("#on-day [data-counted] tbody tr").count()
    phone.locator("[data-day]").fill("2022-05-01")
    phone.locator("[data-day]").dispatch_event("change")
    assert "?on=2022-05-01" in phone.url
    assert 0 < phone.locator(SHOWN).count() < everything
    phone.locator("a[hreflang=en]").first.click()
    phone.wait_for_url("**/en/items/**")
    assert "1 May 2022" in phone.locator("[data-found-text]").inner_text()
    phone.locator("[data-clear]").click()
    assert "on=" not in phone.url
    assert phone.locator("#on-day [data-counted] tbody tr[hidden]").count() == 0


def test_a_mangled_day_is_named_and_hides_nothing(phone: Page) -> None:
    phone.goto(f"{ITEM}?on=2022-02-30%3Cimg%3E")
    assert "2022-02-30<img>" in phone.locator("[data-found-text]").inner_text()
    assert phone.locator("#on-day tr[hidden]").count() == 0
    assert "on=" not in phone.url


def test_a_day_without_any_record_is_not_called_a_day_without_a_right(phone: Page) -> None:
    phone.goto(f"en/{ITEM}?on=2030-05-01")
    assert "3 applied for certain" in phone.locator("[data-found-text]").inner_text()
    phone.goto("en/items/beijing/minimum-living/?on=0900-05-01")
    assert "does not mean there was none" in phone.locator("[data-found-text]").inner_text()


def test_the_rows_can_be_read_without_a_script(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{ITEM}#on-day")
    page.locator("#on-day summary").click()
    assert page.locator(SHOWN).count() == 6
    assert page.locator("#on-day [data-day]").is_hidden()
    context.close()


def test_the_day_asked_about_is_printed_and_otherwise_the_sheet_stays_short(phone: Page) -> None:
    phone.emulate_media(media="print")
    phone.goto(ITEM)
    assert phone.locator("#on-day").is_hidden()
    phone.goto(f"{ITEM}?on=2023-05-01")
    assert phone.locator(SHOWN).first.is_visible()
    assert phone.locator("[data-found-text]").is_visible()
