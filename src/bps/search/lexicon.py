"""The words the search knows: for cutting queries, reading pinyin, and finding near spellings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bps.search.near import near_parts, near_terms
from bps.search.normalise import is_han, split_runs
from bps.search.stem import stem_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST_TERM: Final = 16
# A part of a name that stands for several terms ("gs": 工伤, 公式 …) is read as the first few of them.
MOST_READINGS: Final = 8
_KNOWN: Final = 1.0
_UNKNOWN: Final = 1.6


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every term of the register with the ways to reach it.

    Attributes:
        phrases: Han terms that stand for something by themselves: names, aliases, lay words.
        words: Han words that occur in texts.
        english: Words of the English texts.
        asking: Words of a question that say nothing about what is wanted.
        dialect: Word that is looked for instead of a word of a dialect.
        ordinary: Words that sound like a known pair of characters and are right as they stand.
        syllables: Usual syllable by character.
        spoken: Syllables of the terms that are not read as their characters usually are.
        meanings: Official words by lay word (Han term, or stems with one space between them).
    """

    phrases: tuple[str, ...]
    words: tuple[str, ...]
    english: tuple[str, ...]
    asking: frozenset[str]
    dialect: Mapping[str, str]
    ordinary: frozenset[str]
    syllables: Mapping[str, str]
    spoken: Mapping[str, str]
    meanings: Mapping[str, tuple[str, ...]]
    known: frozenset[str] = field(init=False)
    stems: frozenset[str] = field(init=False)
    by_pinyin: Mapping[str, tuple[str, ...]] = field(init=False)
    by_initials: Mapping[str, tuple[str, ...]] = field(init=False)
    initials_of_phrases: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        full, initials = self._readings()
        values = {
            "known": frozenset((*self.phrases, *self.words)),
            "stems": frozenset(stem_word(word) for word in self.english),
            "by_pinyin": full,
            "by_initials": initials,
            "initials_of_phrases": {
                term: "".join(syllable[0] for syllable in self.syllables_of(term))
                for term in self.phrases
            },
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @property
    def terms(self) -> Iterable[str]:
        """Phrases first, then words: the order in which equals are preferred."""
        return dict.fromkeys((*self.phrases, *self.words))

    def syllables_of(self, term: str) -> list[str]:
        """Syllables of a Han term; an empty list when one of its characters is unknown."""
        if term in self.spoken:
            return self.spoken[term].split(" ")
        found = [self.syllables.get(character, "") for character in term]
        return found if all(found) else []

    def pinyin_of(self, term: str) -> str:
        """Pinyin of a Han term without spaces, or nothing."""
        return "".join(self.syllables_of(term))

    def segment(self, run: str) -> list[str]:
        """Cut a Han run into the fewest known words; unknown characters stay single."""
        length = len(run)
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)] * (length + 1)
        for end in range(1, length + 1):
            cost, squares, _ = best[end - 1]
            chosen = (cost + self._cost(run[end - 1]), squares - 1, end - 1)
            for start in range(max(0, end - LONGEST_TERM), end - 1):
                piece = run[start:end]
                if piece in self.known or piece in self.asking or piece in self.dialect:
                    cost, squares, _ = best[start]
                    chosen = min(chosen, (cost + _KNOWN, squares - (end - start) ** 2, start))
            best[end] = chosen
        pieces: list[str] = []
        while length:
            start = best[length][2]
            pieces.append(run[start:length])
            length = start
        return pieces[::-1]

    def segment_inside(self, term: str) -> list[str]:
        """Cut a term into the words inside it, as if the term itself were not known."""
        best: list[str] = []
        for cut in range(2, len(term) - 1):
            head, tail = term[:cut], term[cut:]
            pieces = [*self._cut_unless_known(head), *self._cut_unless_known(tail)]
            if not best or _roughness(pieces) < _roughness(best):
                best = pieces
        return best

    def _cut_unless_known(self, part: str) -> list[str]:
        return [part] if part in self.known else self.segment(part)

    def read_pinyin(self, letters: str) -> list[str]:
        """Read letters without spaces as the fewest words in pinyin; empty when it does not work."""
        whole: dict[int, list[str]] = {0: []}
        for end in range(2, len(letters) + 1):
            for start in range(max(0, end - 24), end - 1):
                if start in whole and letters[start:end] in self.by_pinyin:
                    pieces = [*whole[start], letters[start:end]]
                    if end not in whole or len(pieces) < len(whole[end]):
                        whole[end] = pieces
        return whole.get(len(letters), [])

    def same_sound(self, term: str) -> tuple[str, ...]:
        """Known Han terms that sound like a term and are as long."""
        found = self.by_pinyin.get(self.pinyin_of(term), ())
        return tuple(each for each in found if len(each) == len(term) and each != term)

    def one_slip(self, term: str) -> tuple[str, ...]:
        """Known Han terms, or parts of phrases, that differ by one character; the likelier first."""
        return near_terms(term, self.terms, most=2) or near_parts(term, self.phrases, most=2)

    def inside_initials(self, letters: str) -> tuple[str, ...]:
        """Parts of phrases whose initials are the letters: wfgz is in 农村危房改造 as 危房改造."""
        found = dict.fromkeys(
            term[start : start + len(letters)]
            for term, initials in self.initials_of_phrases.items()
            if (start := initials.find(letters)) >= 0
        )
        return tuple(found)[:MOST_READINGS]

    def near_english(self, word: str) -> tuple[str, ...]:
        """Known English words that differ by one letter, or two in a long word."""
        return near_terms(word, self.english, most=3)

    def near_pinyin(self, letters: str) -> tuple[str, ...]:
        """Known readings that differ by one letter."""
        return near_terms(letters, self.by_pinyin, most=2)

    def starting_with(self, letters: str) -> tuple[str, ...]:
        """Han terms whose pinyin starts with the letters, for a word that is still being typed."""
        found = [
            term
            for reading, terms in self.by_pinyin.items()
            if reading.startswith(letters)
            for term in terms
        ]
        return tuple(found[:MOST_READINGS])

    def _cost(self, character: str) -> float:
        return _KNOWN if character in self.asking else _UNKNOWN

    def _readings(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        full: dict[str, list[str]] = defaultdict(list)
        initials: dict[str, list[str]] = defaultdict(list)
        for term in self.terms:
            syllables = self.syllables_of(term)
            if len(syllables) > 1:
                full["".join(syllables)].append(term)
                initials["".join(syllable[0] for syllable in syllables)].append(term)
        return (
            {key: tuple(found[:MOST_READINGS]) for key, found in full.items()},
            {key: tuple(found[:MOST_READINGS]) for key, found in initials.items()},
        )


def han_runs(normals: Iterable[str]) -> list[str]:
    """Han runs of several texts, each once, in the order of their first appearance."""
    return list(dict.fromkeys(run for text in normals for run in split_runs(text) if is_han(run)))


def english_words(normals: Sequence[str]) -> list[str]:
    """English words of several texts, each once, sorted."""
    return sorted(
        {run for text in normals for run in split_runs(text) if run.isalpha() and not is_han(run)}
    )


def _roughness(pieces: Sequence[str]) -> tuple[int, int]:
    """Single characters are worse than many pieces."""
    return sum(len(piece) == 1 for piece in pieces), len(pieces)
