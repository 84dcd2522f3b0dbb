"""Building a site: the real register in two languages, and stock Material with as many pages."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from bench.clock import Pair, run, time_of
from bench.markdown import as_markdown
from bps import __version__

if TYPE_CHECKING:
    from bench.clock import Taken

GOAL = 5.0
_PAGES = (
    "生成网站（中英文页面、全文索引）",
    "build the site: pages in both languages, full-text index",
)
_EVERYTHING = (
    "同上，另含全部开放数据和搜索框的索引",
    "the same with all open data and the search box's index",
)
# Stock Material with its own search. Listing thousands of pages in the navigation makes its time
# grow with their square, so the neighbour gets the better case: pages outside the navigation.
_CONFIGURATION = """site_name: Neighbour
theme:
  name: material
  language: zh
plugins:
  - search:
      lang: [zh, en]
nav:
  - index.md
markdown_extensions: [tables]
validation:
  omitted_files: ignore
"""
# Material segments Chinese when it finds `jieba`; under that name it gets a faster one here.
_SEGMENTER = """import rjieba


def cut(text):
    return rjieba.cut(text.decode("utf-8"))
"""


def measure_site(repository: Path, folder: Path) -> tuple[Pair, Pair]:
    """Build ours, then a neighbour that carries the same words on the same number of pages.

    Returns:
        Pages with the index of their text, which is what the neighbour makes, and everything.
    """
    python, mkdocs = sys.executable, str(Path(sys.executable).parent / "mkdocs")
    ready = folder / "ready"
    everything = [python, "-m", "bps", "--root", str(repository), "build", "--out"]
    run([*everything, str(ready)], folder=repository)
    pages = sorted(ready.rglob("*.html"))
    neighbour = folder / "neighbour"
    _write_neighbour(neighbour, pages, ready)
    # Each builds into a folder that is not there yet.
    only_pages = [python, "-m", "bench.pages", str(repository), str(folder / "pages"), str(ready)]
    theirs = [mkdocs, "build", "--quiet", "--clean"]
    settings = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(neighbour)}
    their_time = time_of(lambda: run(theirs, folder=neighbour, settings=settings))
    pages_time = time_of(lambda: run(only_pages, folder=repository))
    all_time = time_of(lambda: run([*everything, str(folder / "all")], folder=repository))
    return (
        _pair(_PAGES, len(pages), pages_time, their_time),
        _pair(_EVERYTHING, len(pages), all_time, their_time),
    )


def _pair(work: tuple[str, str], pages: int, our_time: Taken, their_time: Taken) -> Pair:
    return Pair(
        work=work,
        amount=(f"{pages:,} 页", f"{pages:,} pages"),
        ours=f"bps {__version__}",
        neighbour=f"mkdocs-material {version('mkdocs-material')} (mkdocs {version('mkdocs')})",
        our_time=our_time,
        their_time=their_time,
        goal=GOAL,
    )


def _write_neighbour(folder: Path, pages: list[Path], built: Path) -> None:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_CONFIGURATION, encoding="utf-8")
    (folder / "jieba.py").write_text(_SEGMENTER, encoding="utf-8")
    (docs / "index.md").write_text("# Neighbour\n", encoding="utf-8")
    for page in pages:
        name = page.relative_to(built).with_suffix("").as_posix().replace("/", "-")
        text = as_markdown(page.read_text(encoding="utf-8"))
        (docs / f"page-{name}.md").write_text(text, encoding="utf-8")
