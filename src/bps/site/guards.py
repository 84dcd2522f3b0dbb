"""What every built site must hold: links and anchors resolve, no id twice, nothing from outside."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TAG = re.compile(
    r"<(a|link|script|img|source|iframe|use|form)\b[^>]*?\s(href|src|action)=\"([^\"]*)\"",
    re.DOTALL,
)
_ID = re.compile(r"<[a-zA-Z][^>]*?\sid=\"([^\"]*)\"")
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
# What a link may begin with when it leaves the page.
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "data:", "//")
_WORDS = {
    "link": "leads nowhere",
    "anchor": "no such anchor",
    "id": "id stands twice",
    "foreign": "loads from another site",
}
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
    known = set(files) | set(pages)
    ids: dict[str, set[str]] = {}
    faults: list[SiteFault] = []
    for path, text in pages.items():
        found = _ID.findall(text)
        ids[path] = set(found)
        if len(found) != len(ids[path]):
            twice = sorted({one for one in found if found.count(one) > 1})
            faults.extend(SiteFault(path, "id", one) for one in twice)
    for path, text in pages.items():
        faults.extend(_link_faults(path, text, known, ids))
    return tuple(sorted(set(faults)))


def in_words(faults: Iterable[SiteFault]) -> list[str]:
    """Say each fault once, with the first page that has it and how many more do."""
    groups: dict[tuple[str, str], list[SiteFault]] = {}
    for fault in faults:
        groups.setdefault((fault.kind, fault.detail), []).append(fault)
    return [
        f"{found[0]}{f' (and {len(found) - 1} more pages)' if len(found) > 1 else ''}"
        for found in groups.values()
    ]


def _link_faults(
    path: str, text: str, known: set[str], ids: Mapping[str, set[str]]
) -> Iterable[SiteFault]:
    seen: set[str] = set()
    for tag, _, raw in _TAG.findall(text):
        target = raw.replace("&amp;", "&")
        if target in seen:
            continue
        seen.add(target)
        if _SCHEME.match(target) or target.startswith("//"):
            stylesheet = tag == "link" and f'rel="stylesheet" href="{raw}"' in text
            if (tag in _LOADS or stylesheet) and not target.startswith("data:"):
                yield SiteFault(path, "foreign", target)
            elif not target.startswith(_SCHEMES):
                yield SiteFault(path, "link", target)
            continue
        address, _, anchor = target.partition("#")
        file = _file_of(path, unquote(address.partition("?")[0]))
        if file not in known:
            yield SiteFault(path, "link", file)
        # A fragment of the form key=value gives answers to a page's script; it names no anchor.
        elif anchor and "=" not in anchor and file in ids and unquote(anchor) not in ids[file]:
            yield SiteFault(path, "anchor", f"{file}#{anchor}")


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
