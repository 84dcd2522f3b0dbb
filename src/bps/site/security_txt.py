"""`security.txt` (RFC 9116): where to report a weakness. Made only when a contact is configured."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.analysis.analyses import Analyses
    from bps.link import Registry
    from bps.render import SiteSettings

# The standard asks for less than a year.
_VALID = timedelta(days=364)


def security_txt(
    registry: Registry, settings: SiteSettings, known: Analyses
) -> Iterator[tuple[str, bytes]]:
    """Yield the file, or nothing."""
    del registry, known
    if not settings.security_contact or not settings.built_on:
        return
    path = ".well-known/security.txt"
    lines = [
        f"Contact: {settings.security_contact}",
        f"Expires: {date.fromisoformat(settings.built_on) + _VALID}T00:00:00Z",
        "Preferred-Languages: zh, en",
    ]
    if settings.address:
        lines.append(f"Canonical: {settings.address}{path}")
    yield path, ("\n".join(lines) + "\n").encode()
