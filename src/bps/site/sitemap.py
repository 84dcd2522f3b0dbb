"""What search engines read first: the list of pages. Made only when the site knows its address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bps.render import SiteSettings

# More than this one file may not name; then an index names several files.
_MOST = 50_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_INDEX = "index.html"


def sitemap_files(
    settings: SiteSettings, pages: Mapping[str, str | None], *, most: int = _MOST
) -> Iterator[tuple[str, bytes]]:
    """Yield `sitemap.xml` and `robots.txt`; nothing without an address, which would be invented.

    Args:
        settings: What the operator decided.
        pages: Path of every page to the file of the record behind it, or None.
        most: How many pages one file may name.

    Yields:
        File names with their bytes.
    """
    if not settings.address:
        return
    entries = [
        _entry("url", settings.address + path.removesuffix(_INDEX), settings, source)
        for path, source in sorted(pages.items())
        if path.endswith(_INDEX)
    ]
    if len(entries) <= most:
        yield "sitemap.xml", _document("urlset", entries)
    else:
        names: list[str] = []
        for start in range(0, len(entries), most):
            names.append(f"sitemap-{len(names) + 1}.xml")
            yield names[-1], _document("urlset", entries[start : start + most])
        parts = [_entry("sitemap", settings.address + name, settings, None) for name in names]
        yield "sitemap.xml", _document("sitemapindex", parts)
    yield (
        "robots.txt",
        f"User-agent: *\nAllow: /\nSitemap: {settings.address}sitemap.xml\n".encode(),
    )


def _entry(tag: str, address: str, settings: SiteSettings, source: str | None) -> str:
    changed = settings.changed_on.get(source, "") if source else ""
    day = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<{tag}><loc>{escape(address)}</loc>{day}</{tag}>"


def _document(tag: str, entries: list[str]) -> bytes:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<{tag} xmlns="{_NAMESPACE}">']
    return ("\n".join([*lines, *entries, f"</{tag}>"]) + "\n").encode()
