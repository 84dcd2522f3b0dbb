"""The site as people see it: accessible in every look, narrow, by keyboard, large, and on paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.support.pages import pages_to_see
from tests.support.visits import watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("look")
ITEM = "items/cn/vaccination/"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """A visitor on a phone, whose console must stay empty and who meets no other site."""
    context = browser.new_context(viewport={"width": 375, "height": 800}, locale="zh-CN")
    page = context.new_page()
    trouble: list[str] = []
    watch(page, trouble)
    yield page
    context.close()
    assert trouble == []


def test_the_policy_lets_every_kind_of_page_work(
    visitor: Page, site_url: str, built_site: Path
) -> None:
    for path in pages_to_see(built_site):
        visitor.goto(f"{site_url}{path}")


def test_the_language_switch_stays_on_the_page(visitor: Page, site_url: str) -> None:
    visitor.goto(f"{site_url}{ITEM}")
    visitor.click("text=English")
    assert visitor.url == f"{site_url}en/{ITEM}"
    assert visitor.get_attribute("html", "lang") == "en"
    visitor.click("text=中文")
    assert visitor.url == f"{site_url}{ITEM}"


def test_large_type_is_one_tap_remembered_and_never_flashes(visitor: Page, site_url: str) -> None:
    visitor.goto(f"{site_url}{ITEM}")
    visitor.click("[data-elder]")
    assert body_size(visitor) == 22.5
    visitor.click("button[data-size='3']")
    assert body_size(visitor) == 27
    # Before any deferred script runs, the next page already has the look.
    visitor.route("**/assets/site.js", lambda route: route.fulfill(body=""))
    visitor.goto(f"{site_url}places/", wait_until="commit")
    visitor.wait_for_selector("h1")
    assert body_size(visitor) == 27
    visitor.unroute("**/assets/site.js")
    visitor.goto(f"{site_url}{ITEM}")
    visitor.click("[data-elder-off]")
    visitor.goto(f"{site_url}places/")
    assert visitor.get_attribute("html", "data-mode") is None


def body_size(page: Page) -> float:
    size: float = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    return size


def test_large_type_has_large_targets_one_column_and_strong_contrast(
    visitor: Page, site_url: str
) -> None:
    visitor.goto(f"{site_url}{ITEM}?mode=elder")
    small = visitor.evaluate(
        """[...document.querySelectorAll("header button, header nav a, .actions a, .actions button")]
        .filter(e => e.offsetParent && e.getBoundingClientRect().height < 59.5)
        .map(e => e.outerHTML)"""
    )
    assert small == []
    assert (
        visitor.evaluate(
            "getComputedStyle(document.querySelector('.columns')).gridTemplateColumns.split(' ').length"
        )
        == 1
    )
    for foreground in ("--ink", "--soft", "--pine", "--seal"):
        for ground in ("--paper", "--card"):
            assert contrast(visitor, foreground, ground) >= 7, (foreground, ground)


def contrast(page: Page, foreground: str, ground: str) -> float:
    """Contrast of two colours of the style sheet, by the formula of WCAG."""
    ratio: float = page.evaluate(
        """([a, b]) => {
          const light = (name) => {
            const probe = document.createElement("span");
            probe.setAttribute("class", "probe");
            document.body.append(probe);
            probe.style.setProperty("color", `var(${name})`);
            const parts = getComputedStyle(probe).color.match(/[0-9.]+/g).slice(0, 3).map(Number);
            probe.remove();
            const curve = (c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
            const [r, g, b] = parts.map((c) => curve(c / 255));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
          return (high + 0.05) / (low + 0.05);
        }""",
        [foreground, ground],
    )
    return ratio


def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    visitor: Page, site_url: str
) -> None:
    visitor.goto(f"{site_url}{ITEM}")
    visitor.keyboard.press("Tab")
    assert visitor.evaluate("document.activeElement.className") == "skip"
    visitor.keyboard.press("Enter")
    assert visitor.evaluate("document.activeElement.id") == "main"
    seen: list[str] = []
    for _ in range(60):
        visitor.keyboard.press("Tab")
        state = visitor.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
            return [e.tagName + e.textContent.trim().slice(0, 20), s.outlineStyle !== "none", r.width > 0] }"""
        )
        seen.append(state[0])
        assert state[0].startswith("BODY") or (state[1] and state[2]), state
    assert any("复制发微信" in name for name in seen)
    assert any("打电话" in name for name in seen)


def test_the_pages_can_be_read_without_scripts(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url)
    page.click("text=看全部服务事项")
    page.click("main >> text=预防接种")
    assert page.inner_text("h1") == "预防接种"
    assert page.locator(".needs-js:visible").count() == 0
    context.close()


def test_the_copied_text_is_short_and_ends_with_the_address(
    browser: Browser, site_url: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site_url}{ITEM}")
    page.click("text=复制发微信")
    page.wait_for_selector("text=已复制")
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("预防接种")
    assert copied.endswith(ITEM)
    assert len(copied) <= 120
    context.close()


@pytest.mark.parametrize("query", ["", "?mode=elder"])
@pytest.mark.parametrize("path", [ITEM, f"en/{ITEM}", "items/cn/minimum-living/"])
def test_the_button_prints_an_item_on_two_sheets(
    visitor: Page, site_url: str, path: str, query: str
) -> None:
    visitor.goto(f"{site_url}{path}{query}")
    visitor.evaluate("window.print = () => {}")
    visitor.click("[data-print]")
    sheets = PdfReader(io.BytesIO(visitor.pdf(format="A4", prefer_css_page_size=True))).pages
    assert len(sheets) <= 2
    assert all(sheet.extract_text().strip() for sheet in sheets)


def test_text_may_be_spaced_and_doubled_without_loss(visitor: Page, site_url: str) -> None:
    visitor.set_viewport_size({"width": 640, "height": 800})
    visitor.goto(f"{site_url}{ITEM}")
    visitor.evaluate("document.documentElement.style.fontSize = '200%'")
    assert visitor.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("path", [ITEM, f"en/{ITEM}", "items/cn/resident-pension/"])
@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_folded_opens_by_a_link_and_on_paper(
    browser: Browser, site_url: str, path: str, *, scripts: bool
) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 800}, java_script_enabled=scripts)
    page.goto(f"{site_url}{path}")
    assert page.locator("#evidence").is_hidden()
    page.goto(f"{site_url}{path}#evidence")
    assert page.locator("#evidence").is_visible()
    page.goto(f"{site_url}{path}")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    heading = "怎么得来" if not path.startswith("en/") else "How obtained"
    assert any(heading in sheet.extract_text() for sheet in sheets)
    page.close()


@pytest.mark.parametrize("query", ["", "?mode=elder"])
@pytest.mark.parametrize("path", ["", "en/", ITEM, "search/", "en/places/shenzhen-futian/"])
def test_twice_the_text_needs_no_sideways_scrolling_on_a_phone(
    visitor: Page, site_url: str, path: str, query: str
) -> None:
    visitor.set_viewport_size({"width": 375, "height": 812})
    visitor.goto(f"{site_url}{path}{query}")
    size = visitor.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert size == (22.5 if query else 16)
    visitor.evaluate(
        "document.documentElement.style.fontSize = "
        "2 * parseFloat(getComputedStyle(document.documentElement).fontSize) + 'px'"
    )
    assert visitor.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("lang", ["", "en/"])
def test_life_events_and_areas_fill_at_most_two_screens_of_a_phone(
    visitor: Page, site_url: str, lang: str
) -> None:
    visitor.set_viewport_size({"width": 375, "height": 812})
    visitor.goto(f"{site_url}{lang}")
    top = visitor.locator("[aria-labelledby=home-events]").bounding_box()
    end = visitor.locator("[aria-labelledby=home-areas]").bounding_box()
    assert top is not None
    assert end is not None
    assert end["y"] + end["height"] - top["y"] <= 2 * 812
