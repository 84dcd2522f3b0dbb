"""Files for search engines and finders of weaknesses: only when the operator gave an address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from bps.analysis.analyses import Analyses
from bps.render import SiteSettings, render_pages
from bps.site.security_txt import security_txt
from bps.site.sitemap import sitemap_files

if TYPE_CHECKING:
    from bps.pipeline import Register

SITE = SiteSettings(
    address="https://example.org/r/", built_on="2026-01-20", changed_on={"a.yml": "2026-01-17"}
)
PAGES = {
    "index.html": None,
    "en/index.html": None,
    "items/a/index.html": "a.yml",
    "404.html": None,
    "data/finder.zh.json": None,
}
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ITEM = "items/testland/library-card/index.html"


def test_a_site_without_an_address_names_none() -> None:
    assert list(sitemap_files(replace(SITE, address=""), PAGES)) == []


def test_the_sitemap_lists_every_page_by_its_full_address_and_nothing_else() -> None:
    files = dict(sitemap_files(SITE, PAGES))
    tree = fromstring(files["sitemap.xml"])
    assert [node.text for node in tree.findall("s:url/s:loc", NAMES)] == [
        "https://example.org/r/en/",
        "https://example.org/r/",
        "https://example.org/r/items/a/",
    ]
    assert [node.text for node in tree.findall("s:url/s:lastmod", NAMES)] == ["2026-01-17"]
    assert b"Sitemap: https://example.org/r/sitemap.xml\n" in files["robots.txt"]


def test_more_pages_than_one_file_may_name_are_spread_over_several() -> None:
    pages = {f"p{number}/index.html": None for number in range(5)}
    files = dict(sitemap_files(SITE, pages, most=2))
    assert sorted(files) == [
        "robots.txt",
        "sitemap-1.xml",
        "sitemap-2.xml",
        "sitemap-3.xml",
        "sitemap.xml",
    ]
    index = fromstring(files["sitemap.xml"])
    parts = [node.text or "" for node in index.findall("s:sitemap/s:loc", NAMES)]
    assert parts == [f"https://example.org/r/sitemap-{number}.xml" for number in (1, 2, 3)]
    found = [
        node.text
        for name, content in files.items()
        if "-" in name
        for node in fromstring(content).findall("s:url/s:loc", NAMES)
    ]
    assert len(found) == len(set(found)) == len(pages)


def languages(register: Register, site: SiteSettings) -> dict[str, str]:
    pages = render_pages(register.registry, site=site, only={ITEM.removesuffix("index.html")})
    tree = HTMLParser(next(page.text for page in pages if page.path == ITEM))
    return {
        node.attributes.get("hreflang") or "canonical": node.attributes["href"] or ""
        for node in tree.css("link[rel=alternate], link[rel=canonical]")
    }


def test_pages_name_their_twin_by_full_address_only_when_there_is_one(
    mini_register: Register,
) -> None:
    here = "items/testland/library-card/"
    assert languages(mini_register, SITE) == {
        "zh-CN": f"https://example.org/r/{here}",
        "en": f"https://example.org/r/en/{here}",
        "x-default": f"https://example.org/r/{here}",
        "canonical": f"https://example.org/r/{here}",
    }
    without = languages(mini_register, replace(SITE, address=""))
    assert set(without) == {"zh-CN", "en", "x-default"}
    assert all(address.startswith("../") for address in without.values())


def test_security_txt_says_whom_to_tell_and_for_how_long(mini_register: Register) -> None:
    site = replace(SITE, security_contact="mailto:safety@example.org")
    known = Analyses(mini_register.registry, today=SITE.judged_on)
    ((path, content),) = security_txt(mini_register.registry, site, known)
    assert path == ".well-known/security.txt"
    assert content.decode().splitlines() == [
        "Contact: mailto:safety@example.org",
        "Expires: 2027-01-19T00:00:00Z",
        "Preferred-Languages: zh, en",
        "Canonical: https://example.org/r/.well-known/security.txt",
    ]
    assert list(security_txt(mini_register.registry, SITE, known)) == []
