"""What a phone must fetch before it can show a page: counted, not timed, so that it never wavers.

Bytes are counted as they lie on disk; a server with gzip sends about a third of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.pages import pages_to_see

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("look")
# [bytes] the page itself and all that holds back its first text.
FIRST_TEXT = 90_000
# [bytes] everything that an ordinary page fetches by itself.
FIRST_PAGE = 150_000
# Style sheet, the script that sets the look before the first paint, and one sheet of the page's own.
MOST_BLOCKING = 4
# Whole catalogues, for people who came to see all of it.
CATALOGUES = (
    *("reference/codes/", "reference/fields/"),
    *("indicators/", "sources/", "sources/general-knowledge/", "standards/"),
)
# These fetch their data behind the first text.
WITH_DATA = ("finder/", "propose/")
MEASURE = """() => {
  const page = performance.getEntriesByType("navigation")[0];
  const parts = performance.getEntriesByType("resource");
  const blocking = parts.filter((part) => part.renderBlockingStatus === "blocking");
  const bytes = (list) => list.reduce((sum, part) => sum + part.decodedBodySize, page.decodedBodySize);
  return { names: blocking.map((part) => part.name.split("/").pop()), first: bytes(blocking), all: bytes(parts) };
}"""


@pytest.mark.parametrize("lang", ["", "en/"], ids=["zh", "en"])
def test_little_stands_before_the_first_text(
    browser: Browser, site_url: str, built_site: Path, lang: str
) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 800})
    too_much: list[str] = []
    for path in pages_to_see(built_site):
        if path.endswith(".html"):
            continue
        page.goto(f"{site_url}{lang}{path}")
        found: dict[str, Any] = page.evaluate(MEASURE)
        whole = path in CATALOGUES or path.startswith("reviewers/")
        if len(found["names"]) > MOST_BLOCKING:
            too_much.append(f"{lang}{path}: waits for {found['names']}")
        if found["first"] > FIRST_TEXT and not whole:
            too_much.append(f"{lang}{path}: {found['first']} bytes before the first text")
        if found["all"] > FIRST_PAGE and not whole and path not in WITH_DATA:
            too_much.append(f"{lang}{path}: {found['all']} bytes in all")
    page.close()
    assert too_much == []


@pytest.mark.parametrize(("path", "most"), [("search/", 68_000), ("propose/", 110_000)])
def test_pages_for_asking_and_proposing_fetch_their_data_when_it_is_used(
    browser: Browser, site_url: str, path: str, most: int
) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 800})
    page.goto(f"{site_url}{path}", wait_until="networkidle")
    found: dict[str, Any] = page.evaluate(MEASURE)
    page.close()
    assert found["all"] <= most
