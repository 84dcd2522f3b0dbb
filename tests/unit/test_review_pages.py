"""The pages for reviewers: made from any register, links to data that exists, figures that agree."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bps.analysis.reconcile import reconcile
from bps.export import export_files
from bps.render.book import Book, Index
from bps.render.kinds import review, reviewers
from bps.render.layout import Layout
from bps.render.page import SiteSettings
from tests.support.register import small_registry

if TYPE_CHECKING:
    from pathlib import Path

    from bps.link import Registry
    from bps.pipeline import Register
    from bps.render.page import Page

DAY = "2026-06-01"
DATA_LINK = re.compile(r'href="[./]*((?:data|api)/[^"#]+)"')


def pages(registry: Registry, language: str, *, built_on: str = DAY) -> dict[str, Page]:
    book = Book(Index(registry), Layout(SiteSettings(built_on=built_on), language))
    return {page.path: page for page in (*reviewers.pages(book), *review.pages(book))}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_links_to_data_that_is_exported(language: str, mini_register: Register) -> None:
    registry = mini_register.registry
    exported = {name for name, _ in export_files(registry, built_on=date.fromisoformat(DAY))}
    for page in pages(registry, language).values():
        assert set(DATA_LINK.findall(page.text)) <= exported, page.path


@pytest.mark.parametrize("built_on", ["", DAY, "2040-01-01"])
def test_pages_of_an_almost_empty_register_say_so_instead_of_failing(
    built_on: str, tmp_path: Path
) -> None:
    registry = small_registry(tmp_path)
    found = pages(registry, "zh", built_on=built_on)
    assert len(found) == len(reviewers.REVIEW_PAGES) + 1


def test_the_hub_leads_to_every_page_and_both_languages_have_the_same(
    mini_register: Register,
) -> None:
    zh, en = (pages(mini_register.registry, language) for language in ("zh", "en"))
    assert {f"en/{path}" for path in zh} == set(en)
    hub = zh["reviewers/index.html"].text
    for each in reviewers.REVIEW_PAGES:
        assert f"{each.path}index.html" in zh
        assert f'href="../{each.path}"' in hub


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_id_stands_twice_on_a_page(language: str, real_register: Register) -> None:
    for page in pages(real_register.registry, language).values():
        ids = re.findall(r'<[a-z][^>]*?\sid="([^"]+)"', page.text)
        assert len(ids) == len(set(ids)), page.path


def test_figures_on_a_page_are_those_of_the_analysis(real_register: Register) -> None:
    found = reconcile(real_register.registry)
    text = pages(real_register.registry, "en")["en/reviewers/reconcile/index.html"].text
    assert f"{len(found.claims)} published totals are recorded" in text
    assert "6 + 38" in text
    assert "145" in text


def test_chinese_pages_hold_no_english_sentence_of_the_program(real_register: Register) -> None:
    for path, page in pages(real_register.registry, "zh").items():
        plain = re.sub(r"<(script|style)[^>]*>.*?</\1>|<[^>]+>", " ", page.text, flags=re.DOTALL)
        for words in ("not recorded", "records", "standards in force", "below the floor"):
            assert words not in plain.lower().replace("bps", ""), (path, words)


def test_the_hub_shows_the_figures_that_its_pages_show(real_register: Register) -> None:
    found = pages(real_register.registry, "zh")
    hub = found["reviewers/index.html"].text
    figure = re.compile(r'<li class="figure"><strong>([0-9]+)</strong>')
    overdue = figure.search(found["reviewers/due/index.html"].text)
    assert overdue is not None
    assert f"<strong>{overdue[1]}</strong>" in hub


@pytest.mark.parametrize(
    ("page", "heat"),
    [
        ("coverage", "coverage-areas"),
        ("coverage", "coverage-matrix"),
        ("quality", "guide-places"),
        ("standards", "ties-areas"),
    ],
)
def test_a_large_heat_map_has_a_filter_for_its_rows(
    page: str, heat: str, real_register: Register
) -> None:
    text = pages(real_register.registry, "en")[f"en/reviewers/{page}/index.html"].text
    assert f'data-filter="{heat}"' in text
    assert f'<table class="heat" id="{heat}">' in text
