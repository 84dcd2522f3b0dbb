"""Guards over a built site: they find what is broken, and only that."""

from __future__ import annotations

from bps.site.guards import SiteFault, check_pages, in_words
from bps.site.headers import header_files, policy

GOOD = '<a id="top" href="../b/#there">b</a><script src="../assets/a.js"></script>'
THERE = '<p id="there"></p><a href="../a/">a</a>'


def faults(**pages: str) -> list[tuple[str, str]]:
    found = check_pages({f"{k}/index.html": v for k, v in pages.items()}, ["assets/a.js"])
    return [(fault.kind, fault.detail) for fault in found]


def test_a_sound_site_has_no_faults() -> None:
    assert faults(a=GOOD, b=THERE) == []


def test_a_link_to_nowhere_is_found() -> None:
    assert faults(a='<a href="../c/">c</a>') == [("link", "c/index.html")]


def test_an_anchor_that_is_missing_is_found() -> None:
    assert faults(a='<a href="../b/#gone">b</a>', b=THERE) == [("anchor", "b/index.html#gone")]


def test_an_id_that_stands_twice_is_found() -> None:
    assert faults(a='<p id="x"></p><p id="x"></p>') == [("id", "x")]


def test_what_loads_from_another_site_is_found_and_a_link_there_is_not() -> None:
    page = '<img src="https://example.org/x.png"><a href="https://example.org/">x</a>'
    assert faults(a=page) == [("foreign", "https://example.org/x.png")]
    assert faults(a='<link rel="stylesheet" href="//example.org/x.css">') == [
        ("foreign", "//example.org/x.css")
    ]


def test_a_link_with_an_unknown_scheme_is_found() -> None:
    assert faults(a='<a href="javascript:alert(1)">x</a><a href="tel:12345">y</a>') == [
        ("link", "javascript:alert(1)")
    ]


def test_the_same_fault_on_many_pages_is_said_once() -> None:
    found = [SiteFault("a", "link", "x"), SiteFault("b", "link", "x"), SiteFault("c", "id", "y")]
    assert in_words(found) == ["a: leads nowhere: x (and 1 more pages)", "c: id stands twice: y"]


def test_header_files_carry_the_policy_of_the_pages_and_forbid_framing() -> None:
    files = dict(header_files())
    assert set(files) == {"_headers", ".htaccess", "server/nginx.conf", "server/Caddyfile"}
    for text in files.values():
        assert policy() in text
        assert "frame-ancestors 'none'" in text
        assert "unsafe-inline" not in text
        assert "'unsafe-eval'" not in text
