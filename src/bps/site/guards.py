"""What every built site must hold: links and anchors resolve, no id twice, nothing from outside."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_TAG = re.compile(
    r"<(a|link|script|img|source|iframe|use|form)\b[^>]*?\s(?:href|src|action)=\"([^\"]*)\"",
    re.DOTALL,
)
# An attribute, never words of a text: the tag ends before another one begins.
_ID = re.compile(r"id=\"([^\"]*)\"(?=[^<>]*>)")
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
# What a link may begin with when it leaves the page.
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "data:", "//")
_WORDS = {
    "link": "leads nowhere",
    "anchor": "no such anchor",
    "id": "id stands twice",
    "foreign": "loads from another site",
}
_HOME = "index.html"
_LOADS = frozenset({"script", "img", "source", "iframe", "use"})


@dataclass(frozen=True, slots=True, order=True)
class SiteFault:
    """Something wrong in a built page.

    Attributes:
        page: Path of the page.
        kind: `link`, `anchor`, `id` or `foreign`.
        detail: What it is about.
    """

    page: str
    kind: str
    detail: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.page}: {_WORDS[self.kind]}: {self.detail}"


def check_pages(pages: Mapping[str, str], files: Iterable[str]) -> tuple[SiteFault, ...]:
    """Check every link, anchor and id of a site.

    Args:
        pages: Path to text of every page.
        files: Paths of all other files.

    Returns:
        The faults, sorted.
    """
    faults: set[SiteFault] = set()
    ids: dict[str, set[str]] = {}
    for path, text in pages.items():
        found = _ids(text)
        ids[path] = set(found)
        if len(found) != len(ids[path]):
            faults.update(SiteFault(path, "id", one) for one in found if found.count(one) > 1)
    site = _Site({*files, *pages}, ids)
    for path, text in pages.items():
        faults.update(site.faults_of(path, text))
    return tuple(sorted(faults))


def in_words(faults: Iterable[SiteFault]) -> list[str]:
    """Say each fault once, with the first page that has it and how many more do."""
    groups: dict[tuple[str, str], list[SiteFault]] = {}
    for fault in faults:
        groups.setdefault((fault.kind, fault.detail), []).append(fault)
    return [
        f"{found[0]}{f' (and {len(found) - 1} more pages)' if len(found) > 1 else ''}"
        for found in groups.values()
    ]


def _ids(text: str) -> list[str]:
    """Every id of a page, as often as it stands there."""
    return [m[1] for m in _ID.finditer(text) if text[m.start() - 1].isspace()]


class _Site:
    """What links may lead to, and the addresses that were found to lead somewhere."""

    def __init__(self, files: set[str], ids: Mapping[str, set[str]]) -> None:
        self._files = files
        self._ids = ids
        # Seen from the root of the site, so that one look serves the links of all pages.
        self._sound: set[str] = set()

    def faults_of(self, path: str, text: str) -> Iterator[SiteFault]:
        """What is wrong with the links of a page."""
        found = set(_TAG.findall(text))
        root = "../" * path.count("/") or "./"
        inner = {raw[len(root) :] for _, raw in found if raw.startswith(root)}
        for address in inner - self._sound:
            fault = self._fault(path, address, seen_from=_HOME)
            if fault is None:
                self._sound.add(address)
            else:
                yield fault
        for tag, raw in found:
            if raw.startswith(root):
                continue
            if _SCHEME.match(raw) or raw.startswith("//"):
                fault = _foreign(path, text, tag, raw)
            else:
                fault = self._fault(path, raw, seen_from=path)
            if fault is not None:
                yield fault

    def _fault(self, path: str, raw: str, *, seen_from: str) -> SiteFault | None:
        """What is wrong with an address inside the site."""
        address, _, anchor = raw.replace("&amp;", "&").partition("#")
        file = _file_of(seen_from, unquote(address.partition("?")[0]))
        if file not in self._files:
            return SiteFault(path, "link", file)
        # A fragment of the form key=value gives answers to a page's script; it names no anchor.
        known = self._ids.get(file) if anchor and "=" not in anchor else None
        if known is not None and unquote(anchor) not in known:
            return SiteFault(path, "anchor", f"{file}#{anchor}")
        return None


def _foreign(path: str, text: str, tag: str, raw: str) -> SiteFault | None:
    """What is wrong with an address that leaves the site."""
    target = raw.replace("&amp;", "&")
    stylesheet = tag == "link" and f'rel="stylesheet" href="{raw}"' in text
    if (tag in _LOADS or stylesheet) and not target.startswith("data:"):
        return SiteFault(path, "foreign", target)
    return None if target.startswith(_SCHEMES) else SiteFault(path, "link", target)


def _file_of(page: str, address: str) -> str:
    """File that an address of a page leads to."""
    if not address:
        return page
    if address.startswith("/"):
        joined = address[1:]
    else:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
        joined = "" if joined == "." else joined
    folder = address.endswith("/") or address in {".", ".."} or not joined
    if folder:
        return posixpath.join(joined, "index.html") if joined else "index.html"
    return joined
