"""Official words are explained once on a page, where they first stand, and never inside a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from bps.render import LANGUAGES, SiteSettings, render_pages
from bps.render.glossary import Explainer, glossary

if TYPE_CHECKING:
    from bps.pipeline import Register

SITE = SiteSettings(built_on="2026-01-20")
MARK = re.compile(r'<a class="term" id="at-([a-z-]+)" href="#word-\1">([^<]+)</a>')


def explainer(lang: str) -> Explainer:
    found = Explainer(lang)
    found.begin(on=True)
    return found


def marked(lang: str, *texts: str) -> list[tuple[str, str]]:
    words = explainer(lang)
    return [pair for text in texts for pair in MARK.findall(str(words.explain(text)))]


def test_every_entry_has_a_name_of_its_own_and_both_languages() -> None:
    ids = [entry.id for entry in glossary()]
    assert len(ids) == len(set(ids))
    for entry in glossary():
        assert all(entry.name.in_language(lang) for lang in LANGUAGES)
        assert all(entry.means.in_language(lang) for lang in LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_spelling_belongs_to_two_words(lang: str) -> None:
    spellings = [word.lower() for entry in glossary() for word in entry.seek.get(lang, ())]
    assert len(spellings) == len(set(spellings))


def test_a_word_is_marked_where_it_first_stands_and_not_again() -> None:
    words = explainer("zh")
    first = words.explain("支出责任由中央和地方共同承担，支出责任分档。")
    assert [found[0] for found in MARK.findall(str(first))] == ["funding-responsibility"]
    assert words.explain("再说支出责任") == "再说支出责任"
    assert [entry.id for entry in words.used] == ["funding-responsibility"]


def test_a_new_page_explains_anew_and_a_page_that_does_not_ask_stays_as_it_is() -> None:
    words = explainer("zh")
    words.explain("牵头单位")
    words.begin(on=True)
    assert MARK.findall(str(words.explain("牵头单位")))
    words.begin(on=False)
    assert words.explain("牵头单位") == "牵头单位"
    assert words.used == []


def test_the_longest_spelling_wins() -> None:
    assert marked("zh", "特困人员和低保边缘家庭") == [
        ("destitute", "特困人员"),
        ("low-income-edge", "低保边缘家庭"),
    ]


def test_english_words_are_found_whole_and_in_any_case() -> None:
    assert marked("en", "Compulsory education; the uninsured; follow-ups, follow-up") == [
        ("compulsory-education", "Compulsory education"),
        ("follow-up", "follow-up"),
    ]


def test_links_and_tags_are_left_alone_and_text_stays_escaped() -> None:
    text = Markup('<a href="/支出责任">支出责任</a> <b title="牵头单位">支出责任</b>')
    assert str(explainer("zh").explain(text)) == (
        '<a href="/支出责任">支出责任</a> <b title="牵头单位">'
        '<a class="term" id="at-funding-responsibility" href="#word-funding-responsibility">'
        "支出责任</a></b>"
    )
    hostile = str(explainer("zh").explain("<script>支出责任</script>"))
    assert hostile.startswith("&lt;script&gt;<a class=")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_of_items_and_standards_explain_each_word_once(
    real_register: Register, lang: str
) -> None:
    wanted = {
        "items/cn/destitute-support/",
        "items/cn/compulsory-education-tuition-waiver/",
        "standards/gb-t-46916-2025/",
    }
    for page in render_pages(real_register.registry, site=SITE, only=wanted):
        folder = page.path.removeprefix("en/").removesuffix("index.html")
        if folder not in wanted or page.path.startswith("en/") != (lang == "en"):
            continue
        tree = HTMLParser(page.text)
        marks = [node.attributes["href"] for node in tree.css("a.term")]
        assert marks, page.path
        assert len(marks) == len(set(marks))
        listed = [f"#{node.attributes['id']}" for node in tree.css("#words dl > div")]
        assert listed == marks
        assert tree.css("h1 .term, h2 .term, h3 .term, a a, summary .term") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_glossary_page_holds_every_word(real_register: Register, lang: str) -> None:
    path = "en/glossary/index.html" if lang == "en" else "glossary/index.html"
    pages = render_pages(real_register.registry, site=SITE, only={"glossary/"})
    tree = HTMLParser(next(page.text for page in pages if page.path == path))
    ids = [node.attributes["id"] for node in tree.css("dl > div")]
    assert ids == [f"word-{entry.id}" for entry in glossary()]
