"""Pages of the tiny register: what they say, in which order, and what record text may not do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

import bps.render
from bps.model import RECORD_TYPES, Text
from bps.render import SiteSettings, render_pages
from bps.render.book import Book, Index, record_path
from bps.render.kinds.copy_text import COPY_LENGTH, copy_text
from bps.render.kinds.item import tel
from bps.render.layout import Layout
from bps.render.texts import Texts

if TYPE_CHECKING:
    from bps.pipeline import Register

TEMPLATES = Path(bps.render.__file__).parent / "templates"
SITE = SiteSettings(built_on="2026-01-20")
ITEM = "items/testland/library-card/index.html"
# Numbers of documents are codes: printed as they are, in every language.
DOCUMENT_NUMBER = re.compile(r"[一-鿿]+〔[0-9]{4}〕[0-9]+\s?号")
ORDER = ["what", "who", "level", "how", "responsible", "standards", "floor", "evidence"]


@pytest.fixture(scope="module")
def pages(mini_register: Register) -> dict[str, str]:
    found = [(page.path, page.text) for page in render_pages(mini_register.registry, site=SITE)]
    assert len(found) == len(dict(found)), "two pages for one path"
    return dict(found)


def text_of(page: HTMLParser, selector: str) -> str:
    """Text of the first element that matches."""
    found = page.css_first(selector)
    assert found is not None, selector
    return found.text()


def item_page(register: Register, **settings: object) -> str:
    site = replace(SITE, **settings)  # type: ignore[arg-type]
    wanted = {"items/testland/library-card/"}
    pages = render_pages(register.registry, site=site, only=wanted)
    return next(page.text for page in pages if page.path == ITEM)


def test_every_record_has_a_page_in_both_languages(
    mini_register: Register, pages: dict[str, str]
) -> None:
    for kind, record_type in RECORD_TYPES.items():
        if record_type.url is None:
            continue
        for record in mini_register.registry.iter(kind):
            path = f"{record_path(kind, record.id)}index.html"
            assert path in pages
            assert f"en/{path}" in pages


def test_a_moved_record_keeps_a_page_that_leads_on(pages: dict[str, str]) -> None:
    page = HTMLParser(pages["items/testland/reader-ticket/index.html"])
    links = [node.attributes["href"] for node in page.css("main a")]
    assert "../../../items/testland/library-card/" in links


def test_an_item_page_answers_in_the_agreed_order(pages: dict[str, str]) -> None:
    for path in (ITEM, f"en/{ITEM}"):
        ids = [node.attributes["id"] for node in HTMLParser(pages[path]).css("main section[id]")]
        assert [one for one in ids if one in ORDER] == ORDER


def test_the_eight_facts_stand_in_the_official_order_with_a_badge(pages: dict[str, str]) -> None:
    page = HTMLParser(pages[ITEM])
    names = [node.text() for node in page.css(".guide dt")][:8]
    assert names == [
        "事项名称",
        "设定依据",
        "申请条件",
        "办理材料",
        "办理地点",
        "办理时间",
        "联系电话",
        "办理流程",
    ]
    assert "办事指南 6/8" in text_of(page, "#how h2")
    assert page.css_first('.guide a[href="tel:9900001"]') is not None


def test_a_service_point_says_what_to_bring(pages: dict[str, str]) -> None:
    path = "service-points/testland-riverside/river-library/index.html"
    for name, words in (
        (path, "办理材料身份证、照片"),
        (f"en/{path}", "What to bringIdentity card, Photo"),
    ):
        said = text_of(HTMLParser(pages[name]), "#visit").replace("\n", "")
        assert words in said


def test_the_words_of_the_list_stand_below_the_units_that_lead(pages: dict[str, str]) -> None:
    for path, words in ((ITEM, "文化办公室牵头，各镇配合"), (f"en/{ITEM}", "the towns help")):
        said = text_of(HTMLParser(pages[path]), "#responsible")
        assert words in said
    other = pages["items/testland/reading-room/index.html"]
    assert "资料里的说法" not in text_of(HTMLParser(other), "#responsible")


def test_what_is_unknown_is_said_in_plain_words(pages: dict[str, str]) -> None:
    assert "还没有记录" in pages[ITEM]
    assert "Not recorded yet" in pages[f"en/{ITEM}"]


def test_the_level_in_force_stands_first_and_the_old_one_is_folded(pages: dict[str, str]) -> None:
    page = HTMLParser(pages[ITEM])
    shown = " ".join(node.text() for node in page.css(".big-level strong"))
    assert "2" in shown
    assert "5" not in shown
    assert "5" in text_of(page, "#on-day details")


@pytest.mark.parametrize("tree", ["", "en/"])
def test_every_item_page_says_what_applied_when(tree: str, pages: dict[str, str]) -> None:
    found = [
        path
        for path in pages
        if path.startswith(f"{tree}items/testland") and 'class="page-item"' in pages[path]
    ]
    assert found
    for path in found:
        part = HTMLParser(pages[path]).css_first("#on-day")
        assert part is not None, path
        assert part.css("table tbody tr") or part.css(".unknown"), path
        for row in part.css("tbody tr"):
            assert row.css_first("[data-answer]") is not None, path


def test_dates_of_levels_and_editions_stand_in_words_and_for_the_script(
    pages: dict[str, str],
) -> None:
    rows = HTMLParser(pages[ITEM]).css("#on-day tbody tr")
    dated = [row for row in rows if row.attributes.get("data-start")]
    assert dated
    for row in dated:
        year = (row.attributes["data-start"] or "")[:4]
        assert f"{year}年" in row.text()


def test_a_page_of_one_language_marks_words_of_the_other(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if not path.startswith("en/") or not path.endswith(".html"):
            continue
        page = HTMLParser(text)
        for node in page.css('[lang="zh-CN"]'):
            node.decompose()
        words = " ".join(node.text() for node in page.css("main"))
        assert not re.findall(r"[一-鿿]+", DOCUMENT_NUMBER.sub("", words)), path


def test_settings_that_are_not_set_leave_no_trace(mini_register: Register) -> None:
    text = item_page(mini_register)
    for word in ("修改这条记录", "告诉我们", "主办：", 'class="qr"', "canonical"):
        assert word not in text


def test_settings_show_edit_feedback_operator_dates_and_qr(mini_register: Register) -> None:
    file = "catalogue/items/testland/library-card.yml"
    text = item_page(
        mini_register,
        address="https://example.org/r/",
        edit_address="https://example.org/edit/{path}",
        feedback_address="https://example.org/new?title={title}&id={id}&url={url}",
        operator={"zh": "测试单位"},
        changed_on={file: "2026-01-17"},
    )
    assert f'href="https://example.org/edit/{file}"' in text
    assert "id=testland%2Flibrary-card" in text
    assert "主办：测试单位" in text
    assert 'class="qr"' in text
    assert "记录修改于" in text
    assert "2026年1月17日" in text


def test_record_text_is_never_markup() -> None:
    layout = Layout(SITE, "zh")
    hostile = (
        "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }} ~/ [x](javascript:1)"
    )
    page = layout.page(
        "pages/sections.html",
        path="x/",
        title=hostile,
        context={
            "head": {
                "title": hostile,
                "kicker": hostile,
                "lead": hostile,
                "glyph": "",
                "badges": (),
            },
            "sections": (),
        },
        description=hostile,
    )
    assert "<script>alert" not in page.text
    assert "<img src=x" not in page.text
    assert "{{ 7*7 }}" in page.text
    assert 'content="' + "&lt;script" in page.text


def test_no_template_trusts_record_text_or_holds_code() -> None:
    for template in TEMPLATES.rglob("*.html"):
        text = template.read_text("utf-8")
        assert "|safe" not in text.replace(" ", ""), template
        assert "xmlattr" not in text, template
        assert "style=" not in text, template
        assert not re.search(r"<script(?![^>]*src=)", text), template
        assert not re.search(r"\son[a-z]+=", text), template
        assert "javascript:" not in text, template


def test_pages_are_the_same_in_every_build(mini_register: Register, pages: dict[str, str]) -> None:
    again = {page.path: page.text for page in render_pages(mini_register.registry, site=SITE)}
    assert again == pages


def test_asking_for_one_page_gives_it_as_in_the_whole_site(
    mini_register: Register, pages: dict[str, str]
) -> None:
    for path in (ITEM, "places/testland-riverside/index.html", "areas/index.html"):
        folder = path.removesuffix("index.html")
        some = render_pages(mini_register.registry, site=SITE, only={folder})
        assert {page.path: page.text for page in some}[path] == pages[path]


def test_a_mirror_is_named_and_never_linked(pages: dict[str, str]) -> None:
    page = HTMLParser(pages["sources/gazette-copy/index.html"])
    assert [a for a in page.css("main a") if (a.attributes["href"] or "").startswith("http")] == []
    assert "不给链接" in text_of(page, "main")


def test_facts_from_general_knowledge_carry_a_mark(mini_register: Register) -> None:
    for item in mini_register.registry.iter("item"):
        weak = [e for e in item.evidence if e.how == "background"]
        if not weak:
            continue
        only = {record_path("item", item.id)}
        text = next(
            page.text
            for page in render_pages(mini_register.registry, site=SITE, only=only)
            if page.path == f"{record_path('item', item.id)}index.html"
        )
        assert "一般常识" in text


def test_the_text_for_a_chat_is_short_and_holds_the_number(mini_register: Register) -> None:
    for address in ("", "https://example.org/a/rather/long/address/of/a/site/"):
        for lang in ("zh", "en"):
            layout = Layout(replace(SITE, address=address), lang)
            book = Book(Index(mini_register.registry), layout)
            item = mini_register.registry.get("item", "testland/library-card")
            text = copy_text(book, item, book.current_levels(item))
            assert len(text) <= COPY_LENGTH
            assert book.layout.texts.plain(item.name) in text


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("12345", "tel:12345"),
        ("0755-8291 8000", "tel:07558291"),
        ("12333、12345", "tel:12333"),
        ("+86 755 1", "tel:+86"),
    ],
)
def test_a_number_is_dialled_without_its_marks(printed: str, dialled: str) -> None:
    assert tel(printed) == dialled


def test_dates_and_numbers_are_written_as_readers_do() -> None:
    assert Texts("zh").date("2026-11-22") == "2026年11月22日"
    assert Texts("en").date("2026-11-22") == "22 November 2026"
    assert Texts("zh").date("2026-07") == "2026年7月"
    assert Texts("en").date("2026") == "2026"
    assert Texts("en").number("1234567.5") == "1,234,567.5"
    assert Texts("zh").number("720") == "720"
    assert date.fromisoformat(SITE.built_on)


def test_a_text_that_is_missing_in_the_language_is_marked_and_said() -> None:
    layout = Layout(SITE, "en")
    page = layout.prose(layout.texts.show(Text(zh="只有中文")), path="x/", title="x")
    layout.texts.fell_back = False
    shown = layout.texts.show(Text(zh="只有中文"))
    assert shown == '<span lang="zh-CN">只有中文</span>'
    assert layout.texts.fell_back
    assert page.path == "en/x/index.html"


def test_han_words_inside_an_english_text_are_marked_and_stay_text() -> None:
    shown = Texts("en").show("the plan <发改社会〔2021〕443号> of Wuhan 武汉市")
    assert shown == (
        'the plan &lt;<span lang="zh-CN">发改社会〔2021〕443号</span>&gt; of Wuhan '
        '<span lang="zh-CN">武汉市</span>'
    )
