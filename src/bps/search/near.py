"""Near spellings: one character replaced, left out, added, or two neighbours swapped."""

from __future__ import annotations

from operator import ne
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# A word of this many letters may hold two slips.
LONG_WORD: Final = 8
# Shorter words have too many neighbours to guess.
SHORTEST_HAN: Final = 3
SHORTEST_LATIN: Final = 4
SHORTEST_PART: Final = 4


def near_terms(term: str, terms: Iterable[str], *, most: int) -> tuple[str, ...]:
    """Find the terms nearest to a misspelt one.

    Args:
        term: What was typed.
        terms: Known terms, the likelier first.
        most: How many to give at most.

    Returns:
        The nearest terms, by number of slips, then same length first, then in the given order.
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    latin = term.isascii()
    if len(term) < (SHORTEST_LATIN if latin else SHORTEST_HAN):
        return ()
    allowed = 2 if latin and len(term) >= LONG_WORD else 1
    choices = [each for each in terms if abs(len(each) - len(term)) <= allowed and each != term]
    found = extract(
        term, choices, scorer=OSA.distance, score_cutoff=allowed, limit=len(choices) or 1
    )
    ranked = sorted(
        (slips, len(each) != len(term), position, each)
        for each, slips, position in found
        if latin or _stays_recognisable(term, each)
    )
    return tuple(each for *_, each in ranked[:most])


def near_parts(term: str, phrases: Iterable[str], *, most: int) -> tuple[str, ...]:
    """Find parts of phrases that differ from a term by one replaced character.

    Args:
        term: What was typed, of four characters or more: one half of it is then untouched.
        phrases: Known phrases.
        most: How many parts to give at most.

    Returns:
        The parts, in the order of the phrases.
    """
    if len(term) < SHORTEST_PART:
        return ()
    found: dict[str, None] = {}
    for phrase in phrases:
        for start in (phrase.find(term[:2]), phrase.find(term[-2:]) - len(term) + 2):
            part = phrase[start : start + len(term)] if start >= 0 else ""
            if len(part) == len(term) and sum(map(ne, part, term)) == 1:
                found[part] = None
        if len(found) >= most:
            break
    return tuple(found)[:most]


def _stays_recognisable(term: str, other: str) -> bool:
    """A Han term of three characters may be misspelt, but not shortened to two."""
    return len(term) == len(other) or min(len(term), len(other)) >= SHORTEST_HAN
