"""Pages of the real site that stand for all: every kind of page, every hub, every reviewer page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Those that most people meet.
MAIN = (
    "",
    "items/",
    "items/cn/vaccination/",
    "finder/",
    "search/",
    "places/shenzhen-futian/",
    "life-events/having-a-child/",
)
# One of each further kind of record, and one with much on it where pages of a kind differ.
RECORDS = (
    "items/cn/resident-pension/",
    "items/shenzhen-futian/elder-canteen/",
    "standards/gb-t-46916-2025/",
    "areas/national-areas/",
    "areas/national-areas/elderly-care/",
    "recipients/children/",
    "units/cn/ministry-of-civil-affairs/",
    "lists/national-2023/",
    "indicators/basic-pension-minimum/",
    "observations/honghu/quality-monitoring/",
    "surveys/dandong-monitoring/",
    "programmes/city-service-blue-book/",
    "service-points/shenzhen-futian/fukang-house/",
    "sources/general-knowledge/",
)
LOST = "404.html"


def pages_to_see(site: Path) -> tuple[str, ...]:
    """Folders of the pages in the Chinese tree, the hubs and reviewer pages as they are built.

    Args:
        site: Folder of the built site.

    Returns:
        The folders, the main ones first.
    """
    hubs = (page.parent.relative_to(site) for page in site.glob("*/index.html"))
    deeper = (
        page.parent.relative_to(site)
        for folder in ("reviewers", "drafters", "reference")
        for page in (site / folder).glob("*/index.html")
    )
    found = (f"{folder.as_posix()}/" for folder in (*hubs, *deeper) if folder.name != "en")
    more = ("items/by-place/", "standards/local/", *RECORDS, *sorted(found), LOST)
    return tuple(dict.fromkeys((*MAIN, *more)))
