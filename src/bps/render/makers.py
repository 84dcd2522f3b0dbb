"""The table of page makers: one line per kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bps.render.book import Book
from bps.render.kinds import (
    area,
    finder,
    forwarding,
    glossary,
    home,
    hubs,
    indicator,
    item,
    observation_set,
    people,
    place,
    programme,
    propose,
    published_list,
    review,
    reviewers,
    source,
    standard,
    survey,
    unit,
)
from bps.render.page import Page

PageMaker = Callable[[Book], Iterator[Page]]

# Each is called once per language. Order decides only the order of the pages.
MAKERS: tuple[PageMaker, ...] = (
    home.pages,
    hubs.pages,
    people.pages,
    finder.pages,
    area.pages,
    item.pages,
    standard.pages,
    place.pages,
    unit.pages,
    published_list.pages,
    indicator.pages,
    survey.pages,
    observation_set.pages,
    programme.pages,
    propose.pages,
    glossary.pages,
    source.pages,
    reviewers.pages,
    review.pages,
    forwarding.pages,
)
