"""The neighbour of the search: stock Material's own, on pages with the same words."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tests.support.server import serve_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser

    from bps.search.index import SearchIndex

_CONFIGURATION = """site_name: Neighbour
theme: {{name: material, language: {language}, font: false}}
plugins: [{{search: {{lang: {language}}}}}]
not_in_nav: "**"
nav: [index.md]
"""
# Signs that Markdown would take for its own.
_SIGNS = re.compile(r"[<>&*_`\[\]#{}|\\~$]+")
_TYPE = """([query]) => {
  const box = document.querySelector("[data-md-component=search-query]");
  box.value = query;
  box.dispatchEvent(new KeyboardEvent("keyup"));
}"""
# A busy machine is no fault of the neighbour's [ms].
PATIENCE = 60_000
_META = "document.querySelector('.md-search-result__meta').textContent.trim()"


@dataclass(frozen=True, slots=True)
class Peer:
    """One way of running the neighbour.

    Attributes:
        name: What the table calls it.
        python: Interpreter whose packages build its site.
    """

    name: str
    python: str


class _Words(HTMLParser):
    """Text of what stands in `main`."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._inside = self._inside or tag == "main"

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "main"

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.parts.append(_SIGNS.sub(" ", data.strip()))


def write_pages(index: SearchIndex, site: Path, folder: Path, language: str) -> None:
    """Write the words of our built pages as the neighbour's own pages."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Neighbour\n", encoding="utf-8")
    prefix = "" if language == "zh" else "en/"
    for entry in index.entries:
        page = site / prefix / entry.document.url / "index.html"
        words = _Words()
        words.feed(page.read_text(encoding="utf-8"))
        title = _SIGNS.sub(" ", entry.document.name_in(language))
        file = folder / "docs" / entry.document.url / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n\n".join((f"# {title}", *words.parts)) + "\n", encoding="utf-8")
    configuration = _CONFIGURATION.format(language=language)
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")


def build(peer: Peer, folder: Path) -> Path:
    """Build the neighbour's site."""
    subprocess.run(  # noqa: S603 (our own arguments)
        [peer.python, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return folder / "site"


def ask(
    browser: Browser, site: Path, queries: Iterable[str], index: SearchIndex
) -> dict[str, list[Sequence[str]]]:
    """Type every query into the neighbour's box; give ids and codes of what it lists."""
    names = {
        entry.document.url: (entry.document.id, *entry.document.codes) for entry in index.entries
    }
    answers: dict[str, list[Sequence[str]]] = {}
    with serve_folder(site) as address:
        page = browser.new_page()
        page.goto(address)
        page.evaluate("document.querySelector('[data-md-toggle=search]').click()")
        page.wait_for_timeout(5000)
        idle = page.evaluate(_META)
        for query in queries:
            # The line above the results says that it waits, until it says what it found.
            page.evaluate(_TYPE, [""])
            page.wait_for_function(f"{_META} === {idle!r}", timeout=PATIENCE)
            page.evaluate(_TYPE, [query])
            page.wait_for_function(f"{_META} !== {idle!r}", timeout=PATIENCE)
            links = page.eval_on_selector_all(
                ".md-search-result__item > a, .md-search-result__item > article > a",
                "(links) => links.slice(0, 10).map((link) => link.href)",
            )
            paths = [unquote(urlsplit(link).path).lstrip("/") for link in links]
            answers[query] = [names.get(path, (path,)) for path in paths]
        page.close()
    return answers
