"""Addresses of mirrors are for checking facts, never for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bps.findings import CODES, Finding
from bps.rules.rule import Context, registry_rule
from bps.rules.walk import find_texts

if TYPE_CHECKING:
    from collections.abc import Iterator


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


@registry_rule("mirror-link-shown")
def MIRROR_LINK_SHOWN(context: Context) -> Iterator[Finding]:  # noqa: N802
    """No address outside the sources leads to a site that only mirrors official ones."""
    mirrors: dict[str, str] = {}
    others: set[str] = set()
    for source in context.registry.iter("source"):
        if source.url is None:
            continue
        if source.kind == "mirror":
            mirrors.setdefault(_host(source.url), source.id)
        else:
            others.add(_host(source.url))
    only_mirrors = {host: found for host, found in mirrors.items() if host not in others}
    if not only_mirrors:
        return
    for entry in context.registry.iter_entries():
        if entry.type == "source":
            continue
        for pointer, url in find_texts(entry.raw.data, _is_address):
            host = _host(url)
            if host in only_mirrors:
                place = entry.place(pointer)
                yield CODES["mirror-link-shown"].at(place, source=only_mirrors[host])
