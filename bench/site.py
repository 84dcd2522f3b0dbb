"""Building a site: the real register in two languages, and stock Material with as many pages."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

from bench.clock import Pair, run, side_by_side
from bench.markdown import as_markdown
from bps import __version__

GOAL = 5.0
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


def measure_site(repository: Path, folder: Path) -> Pair:
    """Build ours, then a neighbour that carries the same words on the same number of pages."""
    programs = Path(sys.executable).parent
    built = folder / "ours"
    ours = [str(programs / "bps"), "--root", str(repository), "build", "--out", str(built)]
    run(ours, folder=repository)
    pages = sorted(built.rglob("*.html"))
    neighbour = folder / "neighbour"
    _write_neighbour(neighbour, pages, built)
    theirs = [str(programs / "mkdocs"), "build", "--quiet", "--clean"]
    settings = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(neighbour)}
    our_time, their_time = side_by_side(
        lambda: run(ours, folder=repository),
        lambda: run(theirs, folder=neighbour, settings=settings),
        rounds=1,
    )
    return Pair(
        work=(
            "生成网站（中英文，含检索索引）",
            "build the site, both languages, search index included",
        ),
        amount=(f"{len(pages):,} 页", f"{len(pages):,} pages"),
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
