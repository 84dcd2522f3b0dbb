"""Every kind of page can be used by everyone: axe in real Chromium, and nothing sticks out.

Each page is seen in both languages; over the pages the looks and widths take turns, and the pages
that most people meet are seen in every look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.support.pages import LOST, MAIN, pages_to_see
from tests.support.visits import watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = f"""axe.run(document, {{runOnly: {TAGS}, resultTypes: ["violations"]}})
  .then(r => r.violations.map(v => [v.id, v.nodes[0].html]))"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
BODY = re.compile(r'<body class="page-([a-z-]+)"')
# The rows of one long list are all alike, and so are the parts of a long reference page; the first
# ones stand for them.
SHORTEN = """[["main ul, main tbody", 20], ["article.prose", 100]].forEach(([long, most]) =>
  document.querySelectorAll(long).forEach((list) =>
    [...list.children].slice(most).forEach((row) => row.remove())))"""
SIZES = ("", "1", "2", "3")
DRESS = """(size) => {
  const root = document.documentElement;
  if (size) { root.dataset.mode = "elder"; root.dataset.size = size; } else delete root.dataset.mode;
}"""
# What sticks out, for the message of a failing test.
CULPRIT = """() => {
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > width + 1);
  return wide.length ? wide[wide.length - 1].outerHTML.slice(0, 120) : "";
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """How a visitor sees the site."""

    scheme: Literal["light", "dark"]
    query: str
    width: int


LOOKS = (
    Look("light", "", 375),
    Look("dark", "?mode=elder", 1280),
    Look("dark", "", 375),
    Look("light", "?mode=elder", 375),
    Look("light", "", 1280),
    Look("dark", "?mode=elder", 375),
    Look("dark", "", 1280),
    Look("light", "?mode=elder", 1280),
)


def visits(site: Path, look: Look) -> Iterator[str]:
    """Pages to see in one look, with their language."""
    turn = LOOKS.index(look)
    for number, path in enumerate(pages_to_see(site)):
        # Two looks for each page, one for each language; four for the main pages.
        for lang, at in (("", number), ("en/", number + 3)):
            if at % len(LOOKS) == turn or (path in MAIN and at % 4 == turn % 4):
                yield path if path == LOST else f"{lang}{path}"


@pytest.fixture(scope="module")
def axe() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def look_at(browser: Browser, look: Look) -> Page:
    # axe itself is put into the page, which the policy of the pages rightly forbids.
    context = browser.new_context(
        bypass_csp=True, color_scheme=look.scheme, viewport={"width": look.width, "height": 800}
    )
    return context.new_page()


def test_every_kind_of_page_is_among_those_seen(built_site: Path) -> None:
    def kind(page: Path) -> str:
        found = BODY.search(page.read_text("utf-8"))
        return found[1] if found else ""

    seen = {
        kind(built_site / path / "index.html")
        for path in pages_to_see(built_site)
        if not path.endswith(".html")
    }
    built = {kind(page) for page in built_site.rglob("index.html") if "pagefind" not in page.parts}
    assert built - seen == set()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.scheme}{look.query}-{look.width}")
def test_no_rule_of_axe_is_broken(
    browser: Browser, site_url: str, built_site: Path, axe: str, look: Look
) -> None:
    page = look_at(browser, look)
    trouble: list[str] = []
    watch(page, trouble)
    for path in visits(built_site, look):
        page.goto(f"{site_url}{path}{look.query}")
        if path.endswith("finder/"):
            page.wait_for_selector(".finder-count:not(:empty)")
        page.evaluate(SHORTEN)
        page.evaluate(axe)
        trouble += [f"{path}{look.query}: {rule}: {node}" for rule, node in page.evaluate(AXE)]
    page.context.close()
    assert trouble == []


@pytest.mark.parametrize("lang", ["", "en/"], ids=["zh", "en"])
def test_nothing_sticks_out_of_a_narrow_screen_in_any_size(
    browser: Browser, site_url: str, built_site: Path, lang: str
) -> None:
    page = look_at(browser, Look("light", "", 320))
    trouble: list[str] = []
    for path in pages_to_see(built_site):
        if path == LOST:
            continue
        page.goto(f"{site_url}{lang}{path}")
        for size in SIZES:
            page.evaluate(DRESS, size)
            if (over := page.evaluate(SIDEWAYS)) > 0:
                what: Any = page.evaluate(CULPRIT)
                trouble.append(f"{lang}{path} size {size or 0}: {over} px: {what}")
    page.context.close()
    assert trouble == []
