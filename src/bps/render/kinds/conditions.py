"""Who qualifies, in words, from the same expression that the finder judges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.eligibility import clause, offer_of

if TYPE_CHECKING:
    from bps.analysis.eligibility import Clause
    from bps.findings.words import Words
    from bps.model import Item
    from bps.render.book import Book


@dataclass(frozen=True, slots=True)
class Conditions:
    """What an item page says about who qualifies.

    Attributes:
        clause: The conditions that a program can test; None when none is recorded.
        untested: Conditions that only the office can judge.
        borrowed: Whether they are those of the item further up that this one carries out.
        wider: What to say because this item is known to take in more people; None otherwise.
    """

    clause: Clause | None
    untested: tuple[Words, ...]
    borrowed: bool
    wider: Words | None


def conditions(book: Book, item: Item) -> Conditions:
    """Gather the conditions of an item as the finder judges them.

    Args:
        book: The registry in one language.
        item: The item.

    Returns:
        The conditions in words.
    """
    offer = offer_of(book.registry, item)
    return Conditions(
        clause=None if offer.condition is None else clause(offer.condition),
        # The first one of an offer without condition says just that; the page says it once.
        untested=offer.untested if offer.condition is not None else offer.untested[1:],
        borrowed=item.eligibility is None and offer.condition is not None,
        wider=offer.when_no,
    )
