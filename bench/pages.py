"""Build a site with open data that is ready: `python -m bench.pages ROOT OUT READY`.

A neighbour makes pages and an index of their text. Ours makes open data too, and an index of the
records for the search box; pages lead to both, so for this measurement they are copied from a site
that was built before.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bps.site import outputs
from bps.site.build import build_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.analysis.analyses import Analyses
    from bps.link import Registry
    from bps.render import SiteSettings

_LEFT_OUT = (outputs.open_data, outputs.search_index)
_FOLDERS = ("api", "data", "search")


def main() -> None:
    """Build."""
    root, out, ready = map(Path, sys.argv[1:])

    def copied(
        registry: Registry, settings: SiteSettings, known: Analyses
    ) -> Iterator[tuple[str, bytes]]:
        del registry, settings, known
        for folder in _FOLDERS:
            for path in (ready / folder).rglob("*"):
                if path.is_file() and path.suffix != ".html":
                    yield path.relative_to(ready).as_posix(), path.read_bytes()

    outputs.OUTPUTS = (*(make for make in outputs.OUTPUTS if make not in _LEFT_OUT), copied)
    build_site(root, out)


if __name__ == "__main__":
    main()
