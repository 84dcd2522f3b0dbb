"""Everything besides pages that a site holds: one line per maker of files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import resources
from typing import TYPE_CHECKING

from bps.site.headers import header_files
from bps.site.security_txt import security_txt
from bps.site.squeeze import squeeze_css

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from bps.analysis.analyses import Analyses
    from bps.link import Registry
    from bps.render import SiteSettings

OutputMaker = Callable[["Registry", "SiteSettings", "Analyses"], Iterator[tuple[str, bytes]]]


def assets(
    registry: Registry, settings: SiteSettings, known: Analyses
) -> Iterator[tuple[str, bytes]]:
    """Yield style sheets, scripts and pictures that every page shares."""
    del registry, settings, known
    yield from _files(resources.files("bps.render").joinpath("assets"), "assets")


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _files(entry, f"{path}/{entry.name}")
        else:
            data = entry.read_bytes()
            if entry.name.endswith(".css"):
                data = squeeze_css(data.decode()).encode()
            yield f"{path}/{entry.name}", data


def search_index(
    registry: Registry, settings: SiteSettings, known: Analyses
) -> Iterator[tuple[str, bytes]]:
    """Yield the words that the search box needs in the browser."""
    from bps.search.documents import index_registry
    from bps.search.pack import pack_index

    del settings, known
    yield "search/index.bin", pack_index(index_registry(registry))


def open_data(
    registry: Registry, settings: SiteSettings, known: Analyses
) -> Iterator[tuple[str, bytes]]:
    """Yield the open data: JSON, CSV, XLSX, SQLite, linked data, feeds, calendars."""
    from bps.export import export_files

    yield from export_files(registry, built_on=known.today, site=settings.address, analyses=known)


def share_cards(
    registry: Registry, settings: SiteSettings, known: Analyses
) -> Iterator[tuple[str, bytes]]:
    """Yield a picture to pass on for every item."""
    from bps.render.cards import share_cards as cards

    del known
    yield from cards(registry, settings)


def headers(
    registry: Registry, settings: SiteSettings, known: Analyses
) -> Iterator[tuple[str, bytes]]:
    """Yield the header files for servers."""
    del registry, settings, known
    for name, text in header_files():
        yield name, text.encode()


# Each is called once per build, after the pages.
OUTPUTS: tuple[OutputMaker, ...] = (
    assets,
    search_index,
    open_data,
    share_cards,
    headers,
    security_txt,
)
