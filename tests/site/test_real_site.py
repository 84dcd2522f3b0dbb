"""The real site: both languages, one look, a strict policy, light pages, nothing from outside."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bps.model import RECORD_TYPES
from bps.render.book import record_path
from bps.site.guards import check_pages
from bps.site.headers import policy

if TYPE_CHECKING:
    from bps.pipeline import Register

pytestmark = pytest.mark.xdist_group("real-site")
HEAD = re.compile(r"<header class=\"site-head\".*?</header>", re.DOTALL)
FOOT = re.compile(r"<footer class=\"site-foot\".*?</footer>", re.DOTALL)
# [bytes]; an ordinary page of a record must be quick on a slow phone.
RECORD_PAGE_BYTES = 45_000
FIRST_PAGE_BYTES = 150_000


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, str]:
    return {
        path.relative_to(built_site).as_posix(): path.read_text("utf-8")
        for path in built_site.rglob("*.html")
        if "pagefind" not in path.parts
    }


def test_every_record_has_its_page_in_both_languages(
    real_register: Register, pages: dict[str, str]
) -> None:
    missing = [
        f"{prefix}{path}"
        for kind, record_type in RECORD_TYPES.items()
        if record_type.url is not None
        for record in real_register.registry.iter(kind)
        for prefix in ("", "en/")
        if (path := f"{record_path(kind, record.id)}index.html") and f"{prefix}{path}" not in pages
    ]
    assert missing == []


def test_every_page_has_its_twin_in_the_other_language(pages: dict[str, str]) -> None:
    chinese = {path for path in pages if not path.startswith("en/")} - {"404.html"}
    english = {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    assert chinese == english


def test_every_link_and_anchor_resolves_and_no_id_stands_twice(
    built_site: Path, pages: dict[str, str]
) -> None:
    files = [path.relative_to(built_site).as_posix() for path in built_site.rglob("*")]
    assert list(check_pages(pages, files)) == []


def test_hand_written_pages_and_record_pages_stand_in_one_frame(pages: dict[str, str]) -> None:
    def frame(path: str) -> tuple[str, str]:
        text = re.sub(r' aria-current="true"', "", pages[path])
        head, foot = HEAD.search(text), FOOT.search(text)
        assert head
        assert foot
        own = path.removeprefix("en/").removesuffix("index.html")
        up = "../" * path.count("/")
        plain = head[0].replace(f"{up}en/{own}", "SAME").replace(f"{up}{own}", "SAME")
        foot_text = re.sub(r' · <a href="[^"]*">[^<]*</a></p>', "</p>", foot[0])
        return plain.replace(up, ""), foot_text.replace(up, "")

    prose, record = frame("about/index.html"), frame("sources/general-knowledge/index.html")
    assert prose == record


def test_every_page_carries_the_strict_policy_and_no_code_of_its_own(
    pages: dict[str, str],
) -> None:
    in_meta = policy().replace("; frame-ancestors 'none'", "")
    for path, text in pages.items():
        assert f'content="{in_meta}"' in text, path
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path
        assert "<style" not in text, path
        assert not re.search(r"<[^>]+\sstyle=", text), path
        assert not re.search(r"<[^>]+\son[a-z]+=", text), path


def test_no_page_links_to_a_mirror(real_register: Register, pages: dict[str, str]) -> None:
    mirrors = {
        source.url for source in real_register.registry.iter("source") if source.kind == "mirror"
    } - {None}
    linked = {
        url for text in pages.values() for url in re.findall(r'href="(https?://[^"]+)"', text)
    }
    assert mirrors & linked == set()


def test_pages_are_light(built_site: Path, pages: dict[str, str]) -> None:
    weights = {
        path: len(text.encode())
        for path, text in pages.items()
        if path.startswith(("items/cn/", "en/items/cn/", "standards/gb"))
    }
    heavy = {path: weight for path, weight in weights.items() if weight > RECORD_PAGE_BYTES}
    assert heavy == {}
    home = len(pages["index.html"].encode())
    parts = re.findall(r'(?:href|src)="\./(assets/[^"#]+)["#]', pages["index.html"])
    first = home + sum((built_site / part).stat().st_size for part in set(parts))
    assert first <= FIRST_PAGE_BYTES


def test_titles_say_item_and_place(pages: dict[str, str]) -> None:
    title = re.search(r"<title>(.*?)</title>", pages["items/cn/vaccination/index.html"])
    assert title
    assert title[1].startswith("预防接种 · ")
