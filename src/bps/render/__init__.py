"""Pages: a pure function from the registry to the files of the site.

    for page in render_pages(registry, site=SiteSettings(built_on="2026-11-22")):
        ...  # page.path, page.text, page.source, page.in_nav, page.title

Nothing here reads or writes data, asks the clock or knows MkDocs. `bps render` writes the pages to
a folder, the MkDocs plugin lays the hand-written pages into the same frame.

How to add a kind of page
-------------------------
1. Write `render/kinds/<kind>.py` with one function `pages(book: Book) -> Iterator[Page]`. It is
   called once for Chinese and once for English. Dear pages begin with `if book.wants("floor/"):`,
   so that the preview, which asks for one page at a time, stays fast. Results of analyses may be used
   (`bps.analysis...`), disk and clock may not (`book.settings.built_on` is the day of the build).
2. Write `render/templates/pages/<kind>.html`, which begins with `{% extends "base.html" %}` and fills
   `{% block content %}` (inside the width of the page, below the breadcrumb) or `{% block main %}`
   (the whole width, breadcrumb included if wanted by `{% include "frame/crumbs.html" %}`).
3. Add one line to the table in `render/makers.py`.

A page for reviewers also gets a line in `REVIEW_PAGES` of `render/kinds/reviewers.py`, which is its
tile on `/reviewers/`. A file that is no page (JSON, feeds, archives) gets a line in
`site/outputs.py`; everything below `render/assets/` is copied to `/assets/`. Hand-written pages are
`docs/zh/**.md` with a twin in `docs/en/`; there a link to a page of the site is written
`[text](bps:items/)` and leads into the same language.

A page is made with

    yield book.page(
        "pages/coverage.html",
        path="coverage/",                      # the same in both languages, "/" at the end
        title=book.say("覆盖情况", "Coverage"),
        context={"rows": rows},
        crumbs=[Crumb(book.say("审阅", "Review"), book.url("reviewers/"))],
        scripts=["finder.js"],                 # modules below render/assets/, only where needed
        section="reviewers", in_nav=True,
    )

Most pages need no template: put them together from `render/parts.py` (Head, Section, Facts, Grid,
Heat, Tiles, Figures, Paragraph, Bullets, Drawing, Folded) and render `pages/sections.html` with
`context={"head": Head(...), "intro": [blocks], "sections": [Section(...), ...]}`.

In templates (autoescape is on; `|safe` is refused by a test; no inline script or style):

| word | gives |
|---|---|
| `say("中文", "English")` | the wording in the language of the page |
| `t("key")` | a word of `words.yml`, for what several pages share |
| `tx(record.name)` | a two-language text, marked with `lang` where it falls back |
| `explain(text)` | the text, official words marked at first use if `page(…, explained=True)` |
| `url("items/")`, `asset("finder.js")` | addresses; any `href="~/..."` or `src="~/..."` becomes relative at the end |
| `link("item", id)`, `address("item", id)`, `name("item", id)` | a record's link, address, name |
| `concept_link("national-areas/health")` | link of an area, category or monitored domain |
| `date("2026-11-22")`, `number("12000")` | written as readers do |
| `quantity(value, unit, per, period, comparator)` | a value with its units in words |
| `charts.bars(...)`, `charts.lines(...)` | drawings as SVG |

Macros: `macros/ui.html` (heading, tiles, badge, status, how, facts, notice, figure, meter, filter),
`macros/table.html` (table, heat), `macros/chart.html` (chart: drawing with its table). Style
classes stand in `assets/bps.css`; a page of its own needs may bring `styles=["finder.css"]`.

Other fixed points: the search box is `<div id="bps-search" data-lang data-base data-variant>`, once
a page (in the header; `search="page"` leaves it to the template: home and `/search/` do), filled
by `assets/search.js`. `data-base` is the relative way to the root of the site.
Buttons: `class="button"`, `class="button button-main"`.
`<html data-mode="elder">` is the 长辈版. Elements with `class="needs-js"` are hidden without script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.render.layout import Crumb, Layout
from bps.render.page import LANGUAGES, Page, SiteSettings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bps.analysis.analyses import Analyses
    from bps.link import Registry
    from bps.render.page import Lang

__all__ = ["LANGUAGES", "Crumb", "Layout", "Page", "SiteSettings", "render_pages"]


def render_pages(
    registry: Registry,
    *,
    site: SiteSettings,
    only: Collection[str] | None = None,
    languages: Iterable[Lang] = LANGUAGES,
    analyses: Analyses | None = None,
) -> Iterator[Page]:
    """Render every page that comes from the data, in Chinese and in English.

    Args:
        registry: The linked records.
        site: What the operator decided, and the day of the build.
        only: Folders of the pages that are needed, in the Chinese tree, such as
            `items/cn/vaccination/`; a preview asks for one page at a time. Cheap pages may come
            along unasked.
        languages: The languages that are needed.
        analyses: What was worked out about the registry on the day of the build already.

    Yields:
        The pages, in a fixed order; no path comes twice.
    """
    from bps.render.book import Book, Index
    from bps.render.makers import MAKERS

    index = Index(registry, analyses)
    for lang in languages:
        book = Book(index, Layout(site, lang), only=only)
        for make in MAKERS:
            for page in make(book):
                if not book.is_elsewhere(page.path):
                    yield page
