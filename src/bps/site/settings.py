"""The settings of a site: from `bps.toml`, the history, and the day of the build."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bps.model import RECORD_TYPES
from bps.render import LANGUAGES, SiteSettings
from bps.render.book import record_path
from bps.render.page import HOTLINE
from bps.site.changes import changed_on, revision_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bps.bases import Base
    from bps.config import SiteConfig


def site_settings(
    root: Path, config: SiteConfig, *, bases: tuple[Base, ...] = (), built_on: str = ""
) -> SiteSettings:
    """Gather what the pages need to know about the site itself.

    Args:
        root: Root of the register.
        config: The site's part of `bps.toml`.
        bases: The registers that this one stands on.
        built_on: Day of the build; left out: SOURCE_DATE_EPOCH, else the day of the last commit,
            else today.

    Returns:
        The settings.
    """
    address = config.address
    return SiteSettings(
        name=dict(config.name),
        address=f"{address.rstrip('/')}/" if address else "",
        edit_address=config.edit_address,
        feedback_address=config.feedback_address,
        proposal_address=config.proposal_address,
        operator=dict(config.operator),
        contact=config.contact,
        hotline=HOTLINE if config.hotline is None else config.hotline,
        identifier=config.identifier,
        security_contact=config.security_contact,
        built_on=built_on or build_day(root),
        changed_on=changed_on(root),
        elsewhere={path: to for base in bases if not base.along for path, to in _outside(base)},
        along={
            path: {lang: base.name.get(lang) or base.id for lang in LANGUAGES}
            for base in bases
            if base.along
            for path in _pages(base)
        },
        prose=prose_folders(root),
    )


def _pages(base: Base) -> Iterator[str]:
    """Folders of the pages of a base's records."""
    for entry in base.entries:
        kind = RECORD_TYPES[entry.type]
        if kind.url is not None and kind.file is None:
            yield record_path(entry.type, entry.id)


def _outside(base: Base) -> Iterator[tuple[str, dict[str, str]]]:
    for path in _pages(base):
        yield path, {"zh": f"{base.address}{path}", "en": f"{base.address}en/{path}"}


def prose_folders(root: Path) -> frozenset[str]:
    """Folders of the site that hand-written Chinese pages take, where MkDocs joins in."""
    docs = root / "docs" / "zh"
    if not (root / "mkdocs.yml").is_file():
        return frozenset()
    names = (page.relative_to(docs).with_suffix("").as_posix() for page in docs.rglob("*.md"))
    return frozenset(f"{name.removesuffix('index').rstrip('/')}/" for name in names)


def build_day(root: Path) -> str:
    """Day that stands for the build, so that one revision gives the same site every day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return revision_day(root) or datetime.now(UTC).date().isoformat()
