"""The search in the browser: same plan, same ranking, calm whatever is typed, and light."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from bps.search.answer import answer
from bps.search.memory_engine import MemoryEngine
from bps.search.stem import stem_word
from tests.search.judging import figures_by_kind, judge, read_judged
from tests.search.test_hostile import hostile_queries

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response

    from bps.search.index import SearchIndex

GOAL = 0.95
# The promise of the first search: page, scripts, index and all, matters outside the lists and the
# words that keep a wrong guess away included.
BUDGET = 330 * 1024
# Each address is a page load: the parts run side by side.
PARTS = 4
# The page forbids to make code of text, so waiting is done by selectors.
SAID = ".search-status:not(:empty)"
SHOWN = ".search-results > *"
MORE = (
    "福田 养老",
    "深圳市福田区",
    "yimioa",
    "GB",
    "2023",
    "锄禾日当午",
    "十十岁",
    "lǜshī",
    "a",
    "的",
)
CANARY = "window.canaries = 0; window.canary = () => { window.canaries += 1; };"
BATCH = """async ([base, queries]) => {
  const { loadIndex } = await import(`${base}assets/search/index.js`);
  const { answer } = await import(`${base}assets/search/answer.js`);
  const index = await loadIndex(`${base}search/index.bin`);
  return queries.map((query) => {
    const { plan, hits, near } = answer(query, index);
    const found = hits.map(({ document, score }) => [document.key, document.id, document.codes, score]);
    return { plan, found, near };
  });
}"""

STEMS = """async ([base, words]) => {
  const { stemWord } = await import(`${base}assets/search/stem.js`);
  return words.map(stemWord);
}"""


@pytest.fixture
def in_browser(page: Page, site_url: str) -> Any:
    """Answer queries in one go, in a real browser, with the files of the built site."""

    def run(queries: list[str]) -> list[dict[str, Any]]:
        page.goto(site_url)
        answers: list[dict[str, Any]] = page.evaluate(BATCH, [site_url, queries])
        return answers

    return run


def test_browser_and_python_read_and_rank_alike(in_browser: Any, real_index: SearchIndex) -> None:
    engine = MemoryEngine()
    engine.index(real_index)
    queries = [judged.query for judged in read_judged()] + list(MORE)
    queries += [query for query in hostile_queries() if len(query) < 200 and query.isprintable()]
    for query, there in zip(queries, in_browser(queries), strict=True):
        here = answer(query, real_index, engine, limit=10)
        assert json.loads(json.dumps(asdict(here.plan))) == there["plan"], query
        keys = [hit.entry.document.key for hit in here.hits]
        assert keys == [key for key, *_ in there["found"][:10]], query
        assert list(here.near) == there["near"], query


def test_right_results_come_early_in_the_browser(in_browser: Any) -> None:
    queries = read_judged()
    answers = in_browser([judged.query for judged in queries])
    by_query = {
        judged.query: [(identity, *codes) for _, identity, codes, _ in each["found"][:10]]
        for judged, each in zip(queries, answers, strict=True)
    }
    figures = figures_by_kind(judge(queries, by_query.__getitem__))
    assert figures["all"].hit >= GOAL
    assert figures["held out"].hit >= GOAL


def test_stems_are_the_same_in_the_browser(
    page: Page, site_url: str, real_index: SearchIndex
) -> None:
    words = [*real_index.lexicon.english, "a", "sses", "agreed", "hopping", "falling", "controll"]
    page.goto(site_url)
    assert page.evaluate(STEMS, [site_url, words]) == [stem_word(word) for word in words]


@pytest.mark.parametrize(
    ("start", "query", "target"),
    [
        ("", "打疫苗", "items/cn/vaccination/"),
        ("en/", "free school meals", "en/items/cn/rural-school-meals/"),
        ("items/cn/vaccination/", "dibao", "items/cn/minimum-living/"),
        ("en/standards/gb-t-46916-2025/", "gb/t 46916", "en/standards/gb-t-46916-2025/"),
    ],
)
def test_the_box_suggests_and_the_keyboard_leads_there(
    page: Page, site_url: str, start: str, query: str, target: str
) -> None:
    page.goto(site_url + start)
    box = page.get_by_role("combobox")
    # All at once: a suggestion for half of it would be replaced under the keyboard.
    box.fill(query)
    page.wait_for_selector("[role=option]")
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
    assert chosen.locator(".hit-why").inner_text()
    box.press("Enter")
    page.wait_for_url(site_url + target)


def test_escape_closes_and_enter_leads_to_all_results(page: Page, site_url: str) -> None:
    page.goto(site_url + "items/")
    box = page.get_by_role("combobox")
    box.fill("养老")
    page.wait_for_selector("[role=option]")
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    box.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    page.wait_for_selector(".hit")
    assert page.locator("#bps-search-input").input_value() == "养老"
    assert "养老" in page.locator(".hit").first.inner_text()


def test_facets_narrow_and_stay_in_the_address(page: Page, site_url: str) -> None:
    page.goto(site_url + "search/?q=养老")
    page.wait_for_selector(".hit")
    before = page.locator(".hit").count()
    page.locator("#bps-facet-type").select_option("item")
    page.wait_for_url(re.compile("type=item"))
    assert 0 < page.locator(".hit").count() <= before
    page.reload()
    page.wait_for_selector(".hit")
    assert page.locator("#bps-facet-type").input_value() == "item"


@pytest.mark.parametrize(("folder", "said"), [("", "没有合适的答案"), ("en/", "Nothing here fits")])
def test_nothing_found_offers_ways_on(page: Page, site_url: str, folder: str, said: str) -> None:
    page.goto(site_url + folder + "search/?q=锄禾日当午")
    page.wait_for_selector(".search-hubs a")
    assert said in page.locator(".search-status").inner_text()
    for link in page.locator(".search-hubs a").all():
        address = link.evaluate("(link) => link.href")
        assert page.request.get(address).ok, address


def test_full_text_of_pages_is_searched_on_request(page: Page, site_url: str) -> None:
    page.goto(site_url + "search/?q=预防接种")
    page.get_by_role("button", name=re.compile("网页全文")).click()
    page.wait_for_selector(".search-fulltext .hit a")
    assert page.locator(".search-fulltext .hit a").first.get_attribute("href")


def test_the_first_search_is_light(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = len(response.body())

    page.on("response", weigh)
    page.goto(site_url)
    page.get_by_role("combobox").fill("打疫苗")
    page.wait_for_selector("[role=option]")
    page.wait_for_load_state("networkidle")
    context.close()
    assert sum(sizes.values()) <= BUDGET
    assert any(url.endswith("index.bin") for url in sizes)


def test_no_query_runs_as_code(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    foreign: list[str] = []
    lines: list[tuple[str, str]] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.on("console", lambda line: lines.append((line.type, line.text)))
    page.on("request", lambda request: foreign.append(request.url))
    page.add_init_script(CANARY)
    page.goto(site_url + "search/")
    queries = [query for query in hostile_queries() if not re.search("[\ud800-\udfff]", query)]
    for query in queries:
        page.evaluate(
            "(query) => { document.querySelector('.search-results')?.replaceChildren();"
            " const box = document.getElementById('bps-search-input');"
            " box.value = query; box.form.requestSubmit(); }",
            query[:100_000],
        )
        page.wait_for_selector(SHOWN if query.strip() else SAID)
        assert page.evaluate("window.canaries") == 0, query[:60]
        assert (
            page.locator(
                ".search-results script, .search-results img, .search-results iframe"
            ).count()
            == 0
        )
    context.close()
    assert faults == []
    assert [text for kind, text in lines if kind == "error"] == []
    assert [url for url in foreign if not url.startswith(site_url)] == []


@pytest.mark.parametrize("part", range(PARTS))
def test_no_query_in_the_address_runs_as_code(browser: Browser, site_url: str, part: int) -> None:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script(CANARY)
    for query in [query for query in hostile_queries() if len(query) <= 2000][part::PARTS]:
        encoded = quote(query.encode("utf-8", "surrogatepass"))
        page.goto(f"{site_url}search/?q={encoded}&type={encoded}&place=%ff#{encoded}")
        page.wait_for_selector(SHOWN if query.strip() else SAID)
        assert page.evaluate("window.canaries") == 0, query[:60]
    context.close()
    assert faults == []
