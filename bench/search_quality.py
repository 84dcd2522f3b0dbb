"""Ask every judged query of every engine and of the neighbour, and write the page about it.

Run: `python -m bench.search_quality`; `--with-jieba PYTHON` adds the neighbour with Chinese
segmentation, built by an interpreter that has mkdocs-material and jieba.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.search_peer import Peer, ask, build, write_pages
from bench.search_report import Measured, page
from bps.pipeline import open_register
from bps.search.answer import answer
from bps.search.documents import index_registry
from bps.search.tantivy_engine import TantivyEngine
from bps.search.whoosh_engine import WhooshEngine
from bps.site.build import build_site
from tests.search.judging import figures_by_kind, judge, read_judged
from tests.search.test_browser import BATCH
from tests.support.browser import FLAGS, find_chromium, playwright_chromium
from tests.support.server import serve_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

    from bps.search.answer import Engine
    from bps.search.index import SearchIndex
    from tests.search.judging import Figures, Judged

REPOSITORY = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--with-jieba", default="", help="interpreter with mkdocs-material and jieba"
    )
    with_jieba = parser.parse_args(arguments).with_jieba
    peers = [Peer("Material", sys.executable)]
    peers += [Peer("Material + jieba", with_jieba)] if with_jieba else []
    with tempfile.TemporaryDirectory() as name:
        measured = measure(Path(name), peers)
    for language in ("zh", "en"):
        path = REPOSITORY / "docs" / language / "reference" / "search-quality.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(measured, language), encoding="utf-8")
    print(page(measured, "en"))


def measure(folder: Path, peers: Sequence[Peer]) -> Measured:
    """Measure every engine and neighbour on the register of this project."""
    from playwright.sync_api import sync_playwright

    index = index_registry(open_register(REPOSITORY, rules=False).registry)
    queries = read_judged()
    site = folder / "site"
    build_site(REPOSITORY, site, built_on="2026-01-01")
    engines: list[Engine] = [WhooshEngine(folder / "whoosh")]
    engines += [TantivyEngine()] if find_spec("tantivy") else []
    figures = {engine.name: _ours(engine, index, queries) for engine in engines}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium() or playwright_chromium(), args=list(FLAGS)
        )
        there, size = _in_browser(browser, site, queries)
        figures["browser"] = figures_by_kind(judge(queries, there.__getitem__))
        for number, peer in enumerate(peers):
            answers = _peer(browser, peer, index, site, folder / f"peer-{number}", queries)
            figures[peer.name] = figures_by_kind(judge(queries, answers.__getitem__))
        browser.close()
    return Measured(figures, size, version("mkdocs-material") if peers else "")


def _ours(engine: Engine, index: SearchIndex, queries: Sequence[Judged]) -> dict[str, Figures]:
    engine.index(index)

    def search(query: str) -> list[tuple[str, ...]]:
        hits = answer(query, index, engine).hits
        return [(hit.entry.document.id, *hit.entry.document.codes) for hit in hits]

    return figures_by_kind(judge(queries, search))


def _in_browser(
    browser: Browser, site: Path, queries: Sequence[Judged]
) -> tuple[dict[str, list[Sequence[str]]], int]:
    """Answers of the browser's own search, and the bytes of a first search."""
    sizes: dict[str, int] = {}
    with serve_folder(site) as address:
        page = browser.new_page()
        page.goto(address)
        page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
        page.get_by_role("combobox").fill(queries[0].query)
        page.wait_for_selector("[role=option]")
        page.wait_for_load_state("networkidle")
        size = sum(sizes.values()) + _already(page)
        answers: list[dict[str, Any]] = page.evaluate(
            BATCH, [address, [judged.query for judged in queries]]
        )
        page.close()
    found: dict[str, list[Sequence[str]]] = {
        judged.query: [(identity, *codes) for _, identity, codes, _ in each["found"][:10]]
        for judged, each in zip(queries, answers, strict=True)
    }
    return found, size


def _already(page: Any) -> int:
    """Bytes of the parts of the search box that came with the page."""
    script = """async () => {
      const parts = performance.getEntriesByType("resource").map(({ name }) => name);
      const own = parts.filter((name) => /assets\\/search(\\.js|\\.css|\\/(box|parts|words)\\.js)$/.test(name));
      const sizes = await Promise.all(own.map(async (name) => (await (await fetch(name)).arrayBuffer()).byteLength));
      return sizes.reduce((sum, each) => sum + each, 0);
    }"""
    return int(page.evaluate(script))


def _peer(
    browser: Browser,
    peer: Peer,
    index: SearchIndex,
    site: Path,
    folder: Path,
    queries: Sequence[Judged],
) -> dict[str, list[Sequence[str]]]:
    answers: dict[str, list[Sequence[str]]] = {}
    for language in ("zh", "en"):
        wanted = [each.query for each in queries if (each.kind == "english") == (language == "en")]
        own = folder / language
        write_pages(index, site, own, language)
        answers.update(ask(browser, build(peer, own), wanted, index))
    return answers


if __name__ == "__main__":
    main()
