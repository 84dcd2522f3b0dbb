"""Links to the feed and the calendar of a place or a responsible body, where there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from markupsafe import Markup

from bps.analysis.events import for_calendar

if TYPE_CHECKING:
    from bps.render.book import Book


class Follow:
    """What can be followed; the events are reckoned once for all places or bodies."""

    def __init__(self, book: Book, field: Literal["places", "units"]) -> None:
        """Find out who has a feed and who a calendar.

        Args:
            book: The registry in one language.
            field: Whose feeds and calendars.
        """
        today = book.settings.judged_on
        found = book.analyses.own_events
        self._book = book
        self._field = field
        self._fed = {ref for one in found if one.on <= today for ref in getattr(one, field)}
        self._dated = {
            ref for one in for_calendar(found, today=today) for ref in getattr(one, field)
        }

    def links(self, ref: str) -> Markup:
        """Links to feed and calendar; empty when there is neither."""
        shown = []
        if ref in self._fed:
            shown.append(self._link("feeds", "xml", self._book.t("follow.feed")))
        if ref in self._dated:
            shown.append(self._link("calendars", "ics", self._book.t("follow.calendar")))
        return Markup(" · ").join(link.format(ref=ref) for link in shown)

    def _link(self, folder: str, ending: str, words: str) -> Markup:
        kind = "application/atom+xml" if ending == "xml" else "text/calendar"
        address = f"~/data/{folder}/{self._field}/{{ref}}.{ending}"
        return Markup('<a href="{}" type="{}">{}</a>').format(address, kind, words)
