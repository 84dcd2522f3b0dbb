"""Read the letters and figures of a query: English, pinyin, initials, or a slip of the finger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.search.plan import Alternative, Group
from bps.search.stem import stem_word
from bps.search.weight import stands_somewhere, weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bps.search.index import SearchIndex
    from bps.search.plan import How

Reading = tuple[list[Group], list[str], list[str]]

LONGEST_INITIALS: Final = 12
SHORTEST_INSIDE: Final = 3
SHORTEST_BEGINNING: Final = 3
LONGEST_MEANING: Final = 4


def read_letters(words: Sequence[str], index: SearchIndex) -> Reading:
    """Read words of letters and figures that stand side by side.

    Args:
        words: The words, normalised.
        index: The index whose words they are read against.

    Returns:
        Groups, unknown parts, and the parts that are no asking words.
    """
    lexicon = index.lexicon
    wanted = [word for word in words if word not in lexicon.asking] or list(words)
    joined = "".join(words)
    unknown_words = [word for word in words if not _is_english(word, index)]
    if joined.isalpha() and (unknown_words or len(words) > 1):
        whole = _as_pinyin(joined, index, initials=len(words) == 1 or len(joined) == len(words))
        if whole:
            return whole, [], wanted
    groups: list[Group] = []
    lost: list[str] = []
    position = 0
    while position < len(wanted):
        found, used = _meaning_of_several(wanted[position:], index)
        if not used:
            found, used = _read_word(wanted[position], index), 1
        groups += found
        if not found:
            lost.append(wanted[position])
        position += used
    return groups, lost, wanted


def _is_english(word: str, index: SearchIndex) -> bool:
    lexicon = index.lexicon
    return word.isdigit() or word in lexicon.asking or stem_word(word) in lexicon.stems


def _group(typed: str, alternatives: Iterable[Alternative], index: SearchIndex) -> list[Group]:
    standing = tuple(each for each in alternatives if stands_somewhere(each, index))
    return [Group(typed, standing, weigh(standing, index))] if standing else []


def _terms(terms: Iterable[str], how: How) -> list[Alternative]:
    return [Alternative((term,), how) for term in terms]


def _han_terms(terms: Iterable[str], how: How, index: SearchIndex) -> list[Alternative]:
    """Terms reached by their sound, each with its official words."""
    found = _terms(terms, how)
    for term in terms:
        found += _terms(index.lexicon.meanings.get(term, ()), how)
    return found


def _as_pinyin(letters: str, index: SearchIndex, *, initials: bool) -> list[Group]:
    """Read letters as one term by sound or initials, else as several words by sound."""
    lexicon = index.lexicon
    alternatives = _han_terms(lexicon.by_pinyin.get(letters, ()), "pinyin", index)
    if not alternatives and initials and 1 < len(letters) <= LONGEST_INITIALS:
        found = lexicon.by_initials.get(letters) or (
            lexicon.inside_initials(letters) if len(letters) >= SHORTEST_INSIDE else ()
        )
        alternatives = _han_terms(found, "initials", index)
    whole = _group(letters, alternatives, index)
    if whole:
        return whole
    return [
        group
        for reading in lexicon.read_pinyin(letters)
        for group in _group(reading, _han_terms(lexicon.by_pinyin[reading], "pinyin", index), index)
    ]


def _meaning_of_several(words: Sequence[str], index: SearchIndex) -> tuple[list[Group], int]:
    """Look for a lay phrase of several English words, the longest first."""
    for length in range(min(LONGEST_MEANING, len(words)), 1, -1):
        part = words[:length]
        phrase = " ".join(stem_word(word) for word in part)
        official = index.lexicon.meanings.get(phrase)
        if official:
            alternatives = [Alternative((f" {phrase} ",), "typed"), *_terms(official, "meaning")]
            parts = tuple(f" {stem_word(word)} " for word in part)
            group = _group(" ".join(part), [*alternatives, Alternative(parts, "part")], index)
            if group:
                return group, length
    return [], 0


def _read_word(word: str, index: SearchIndex) -> list[Group]:
    """Read one word: English first, then sound, then slips and beginnings."""
    lexicon = index.lexicon
    stem = stem_word(word)
    known = _group(
        word,
        [
            Alternative((f" {stem} ",), "typed"),
            *_terms(lexicon.meanings.get(stem, ()), "meaning"),
        ],
        index,
    )
    if known or not word.isalpha():
        return known
    return (
        _as_pinyin(word, index, initials=True)
        or _group(word, _english(lexicon.near_english(word), "near"), index)
        or _beginning(word, index)
        or _group(
            word,
            [
                each
                for reading in lexicon.near_pinyin(word)
                for each in _han_terms(lexicon.by_pinyin[reading], "near", index)
            ],
            index,
        )
    )


def _beginning(word: str, index: SearchIndex) -> list[Group]:
    """A word that is still being typed."""
    if len(word) < SHORTEST_BEGINNING:
        return []
    begun = [each for each in index.lexicon.english if each.startswith(word)][:4]
    han = _terms(index.lexicon.starting_with(word), "beginning")
    return _group(word, [*_english(begun, "beginning"), *han], index)


def _english(words: Iterable[str], how: How) -> list[Alternative]:
    """English words by their stems, each stem once."""
    by_stem: dict[str, str] = {}
    for word in words:
        by_stem.setdefault(f" {stem_word(word)} ", word)
    return [Alternative((stem,), how, shown=word) for stem, word in by_stem.items()]
