"""Calendars (RFC 5545): what falls due and what takes effect, per place and per unit."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from bps.analysis.events import KINDS, for_calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bps.analysis.events import Event
    from bps.export.addresses import Addresses
    from bps.findings.words import Words
    from bps.link import Registry
    from bps.model import Text

# A line may not be longer than this; longer ones go on after a line break and a blank [bytes].
_LINE = 75
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def calendar_files(
    registry: Registry, found: Iterable[Event], *, built_on: date, addresses: Addresses
) -> Iterator[tuple[str, bytes]]:
    """One calendar for everything, one per place and one per unit that has an event.

    Args:
        registry: Where names are looked up.
        found: All events.
        built_on: Day of the build; it stamps the entries.
        addresses: Where the site lives.

    Yields:
        File names with their bytes.
    """
    chosen = for_calendar(found, today=built_on)
    title = _both("基本公共服务标准日历", "Basic public service standards")
    yield "all.ics", calendar_bytes(title, chosen, built_on=built_on, addresses=addresses)
    for kind, field in (("jurisdiction", "places"), ("unit", "units")):
        groups: dict[str, list[Event]] = {}
        for one in chosen:
            for ref in getattr(one, field):
                groups.setdefault(ref, []).append(one)
        for ref, mine in sorted(groups.items()):
            record = registry.find(kind, ref)
            name = _words(record.name) if record else ref
            folder = "places" if kind == "jurisdiction" else "units"
            yield (
                f"{folder}/{ref}.ics",
                calendar_bytes(name, mine, built_on=built_on, addresses=addresses),
            )


def calendar_bytes(
    title: str, found: Iterable[Event], *, built_on: date, addresses: Addresses
) -> bytes:
    """One calendar of whole-day entries."""
    stamp = f"{built_on:%Y%m%d}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//bps//register of basic public service standards//ZH",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(title)}",
    ]
    for one in found:
        kind = KINDS[one.kind]
        note = "" if one.exact else "（日期只精确到年月 / day not known）"
        lines += [
            "BEGIN:VEVENT",
            f"UID:{escaped(one.key)}@bps",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escaped(f'{kind.zh} / {kind.en}: {_words(one.name)}')}",
            f"DESCRIPTION:{escaped(f'{one.reason.zh} / {one.reason.en}{note}')}",
            "TRANSP:TRANSPARENT",
        ]
        page = addresses.page(one.type, one.record) if addresses.site else None
        if page:
            lines.append(f"URL:{page}")
        lines.append("END:VEVENT")
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def escaped(text: str) -> str:
    """Text of a property: separators escaped, line breaks written out, control characters gone."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line cut into pieces of at most 75 bytes, never inside a character."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _LINE:
            pieces.append(piece)
            # The blank at the start of a continued line counts.
            piece, size = "", 1
        piece += character
        size += width
    return "\r\n ".join([*pieces, piece])


def _words(text: Text | Words) -> str:
    return _both(text.zh, text.en)


def _both(zh: str | None, en: str | None) -> str:
    return " / ".join(dict.fromkeys(part for part in (zh, en) if part))
