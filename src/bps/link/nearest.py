"""The id that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Below this likeness (0 to 100) a suggestion would mislead more often than help.
_LIKENESS = 80
# Words in another order, or one more or less, cost more than a slip inside one.
_LIKENESS_OF_WORDS = 75


def nearest_id(given: str, ids: Sequence[str]) -> str | None:
    """The id most like the given one, or None when none is like it.

    The part behind the slash weighs as much as the whole: a right slug with a wrong or missing
    place in front is the usual slip.
    """
    from rapidfuzz import fuzz, process

    slug = given.rpartition("/")[2]
    best: tuple[float, str] | None = None
    for found in ids:
        whole = fuzz.ratio(given, found)
        part = fuzz.ratio(slug, found.rpartition("/")[2]) - 5
        score = max(whole, part)
        if score >= _LIKENESS and (best is None or score > best[0]):
            best = (score, found)
    if best is not None:
        return best[1]
    found_by_words = process.extractOne(
        given, ids, scorer=fuzz.token_sort_ratio, processor=_words, score_cutoff=_LIKENESS_OF_WORDS
    )
    return found_by_words[0] if found_by_words else None


def _words(text: str) -> str:
    return text.replace("/", " ").replace("-", " ")
