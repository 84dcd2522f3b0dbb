"""Atom feeds (RFC 4287): what happened and what needs attention, whole and per place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from bps.analysis.events import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bps.analysis.events import Event
    from bps.export.addresses import Addresses
    from bps.findings.words import Words
    from bps.link import Registry
    from bps.model import Text

# As many as a reader will look at.
_ENTRIES = 100
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def feed_files(
    registry: Registry, found: Iterable[Event], *, built_on: date, addresses: Addresses
) -> Iterator[tuple[str, bytes]]:
    """One feed for everything, one per place and one per unit that has an event.

    An event that lies ahead is not in a feed: feeds tell what has happened. A review that has
    fallen due has.

    Args:
        registry: Where names are looked up.
        found: All events, oldest first.
        built_on: Day of the build.
        addresses: Where the site lives.

    Yields:
        File names with their bytes.
    """
    past = [one for one in found if one.on <= built_on][::-1]
    title = "基本公共服务标准动态 / Basic public service standards: news"
    yield "all.xml", feed_bytes("all", title, past, built_on=built_on, addresses=addresses)
    for kind, field in (("jurisdiction", "places"), ("unit", "units")):
        groups: dict[str, list[Event]] = {}
        for one in past:
            for ref in getattr(one, field):
                groups.setdefault(ref, []).append(one)
        for ref, mine in sorted(groups.items()):
            record = registry.find(kind, ref)
            name = f"{field}/{ref}"
            words = _words(record.name) if record else ref
            body = feed_bytes(name, words, mine, built_on=built_on, addresses=addresses)
            yield f"{name}.xml", body


def feed_bytes(
    name: str, title: str, found: Iterable[Event], *, built_on: date, addresses: Addresses
) -> bytes:
    """One feed, newest entry first."""
    chosen = list(found)[:_ENTRIES]
    updated = max((one.on for one in chosen), default=built_on)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
        f"<id>urn:bps:feed:{_xml(name)}</id>",
        f"<title>{_xml(title)}</title>",
        f"<updated>{_moment(updated)}</updated>",
        "<author><name>bps</name></author>",
    ]
    if addresses.site:
        lines.append(
            f'<link rel="self" href={quoteattr(f"{addresses.site}data/feeds/{name}.xml")}/>'
        )
        lines.append(f'<link rel="alternate" type="text/html" href={quoteattr(addresses.site)}/>')
    for one in chosen:
        lines += _entry(one, addresses)
    lines.append("</feed>")
    return ("\n".join(lines) + "\n").encode()


def _entry(one: Event, addresses: Addresses) -> list[str]:
    kind = KINDS[one.kind]
    note = "" if one.exact else "（日期只精确到年月 / day not known）"
    lines = [
        "<entry>",
        f"<id>urn:bps:event:{_xml(one.key)}</id>",
        f"<title>{_xml(f'{kind.zh} / {kind.en}: {_words(one.name)}')}</title>",
        f"<updated>{_moment(one.on)}</updated>",
        f"<category term={quoteattr(one.kind)} label={quoteattr(kind.zh)}/>",
        f"<summary>{_xml(f'{one.reason.zh} / {one.reason.en}{note}')}</summary>",
    ]
    page = addresses.page(one.type, one.record) if addresses.site else None
    if page:
        lines.append(f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>')
    else:
        # An entry needs content or a link (RFC 4287, 4.1.2); without an address it has both.
        lines.append(
            f'<link rel="related" href={quoteattr(addresses.name(one.type, one.record))}/>'
        )
        lines.append(f"<content>{_xml(f'{one.reason.zh} / {one.reason.en}{note}')}</content>")
    return [*lines, "</entry>"]


def _moment(day: date) -> str:
    """The beginning of a day in China, where the register's days are counted."""
    return f"{day.isoformat()}T00:00:00+08:00"


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def _words(text: Text | Words) -> str:
    return " / ".join(dict.fromkeys(part for part in (text.zh, text.en) if part))
