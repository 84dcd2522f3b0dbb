"""The search index as plain values: match texts of every document, and the lexicon.

Every engine starts from it, the browser included, so that all of them see the same words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bps.search.lexicon import LONGEST_TERM, Lexicon, english_words, han_runs
from bps.search.normalise import code_key, match_text, normalise
from bps.search.tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bps.search.document import SearchDocument
    from bps.search.tables import Tables

PAIR: Final = 2
# Where a term may stand, and how much it counts there.
FIELDS: Final[Mapping[str, float]] = {
    "name": 1.0,
    "alias": 0.97,
    "lay": 0.95,
    "about": 0.5,
    "place": 0.6,
}


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """A document with its match texts.

    Attributes:
        document: The document.
        fields: Match text by field.
        titles: Normalised names, aliases and lay words, without spaces and marks.
        codes: Keys of its codes.
    """

    document: SearchDocument
    fields: Mapping[str, str]
    titles: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True)
class SearchIndex:
    """Everything that a query is read and ranked against.

    Attributes:
        entries: The documents in the order of their keys.
        matters: Matters outside the lists, which answer before every document.
        lexicon: Known words.
        tables: Language tables.
    """

    entries: tuple[IndexedDocument, ...]
    lexicon: Lexicon
    tables: Tables
    matters: tuple[IndexedDocument, ...] = ()
    _frequencies: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    def normalise(self, text: str) -> str:
        """Bring a text to the form in which it is compared."""
        return normalise(text, traditional=self.tables.traditional)

    def frequency(self, term: str) -> int:
        """In how many documents a term stands."""
        if term not in self._frequencies:
            self._frequencies[term] = sum(
                any(term in text for text in entry.fields.values())
                for entry in (*self.entries, *self.matters)
            )
        return self._frequencies[term]

    @cached_property
    def item_names(self) -> str:
        """Names, aliases and lay words of all items, for a quick look."""
        return "|".join(
            entry.fields[name]
            for entry in self.entries
            if entry.document.type == "item"
            for name in ("name", "alias", "lay")
        )

    def names_item(self, term: str) -> bool:
        """Whether a term stands in what some item is called."""
        return term in self.item_names

    @cached_property
    def code_keys(self) -> Mapping[str, tuple[str, ...]]:
        """Keys of the documents by key of their code, with and without its year and its T."""
        return collect_code_keys(self.entries)

    @cached_property
    def by_key(self) -> Mapping[str, IndexedDocument]:
        """Documents by key."""
        return {entry.document.key: entry for entry in self.entries}


def build_index(
    documents: Iterable[SearchDocument],
    meanings: Mapping[str, Sequence[str]],
    matters: Iterable[SearchDocument] = (),
) -> SearchIndex:
    """Build the index.

    Args:
        documents: Everything that can be found.
        meanings: Official words by lay word, as written in the synonym file.
        matters: Matters outside the lists, in the order of their file.

    Returns:
        The index; the same for any order of the documents.
    """
    tables = read_tables()
    ordered = sorted(documents, key=lambda document: document.key)
    outside = list(matters)
    return SearchIndex(
        entries=tuple(_index_document(document, tables) for document in ordered),
        matters=tuple(_index_document(document, tables) for document in outside),
        lexicon=_build_lexicon([*ordered, *outside], meanings, tables),
        tables=tables,
    )


def _index_document(document: SearchDocument, tables: Tables) -> IndexedDocument:
    texts = {
        "name": document.name,
        "alias": document.aliases,
        "lay": document.lay,
        "about": document.about,
        "place": document.places,
    }
    normal = {
        name: [normalise(text, traditional=tables.traditional) for text in values]
        for name, values in texts.items()
    }
    titles = [code_key(text) for name in ("name", "alias", "lay") for text in normal[name]]
    return IndexedDocument(
        document=document,
        fields={name: "|".join(map(match_text, values)) for name, values in normal.items()},
        titles=tuple(dict.fromkeys(title for title in titles if title)),
        codes=tuple(code_key(normalise(code, traditional={})) for code in document.codes),
    )


def _build_lexicon(
    documents: Sequence[SearchDocument], meanings: Mapping[str, Sequence[str]], tables: Tables
) -> Lexicon:
    def fold(texts: Iterable[str]) -> list[str]:
        return [normalise(text, traditional=tables.traditional) for text in texts]

    titles = fold(text for each in documents for text in (*each.name, *each.aliases, *each.lay))
    lay = {
        match_text(normal).strip(" |"): tuple(
            dict.fromkeys(match_text(official).strip("|") for official in fold(values))
        )
        for normal, values in zip(fold(meanings), meanings.values(), strict=True)
    }
    phrases = [
        run
        for run in (*han_runs(fold(meanings)), *han_runs(titles))
        if 1 < len(run) <= LONGEST_TERM
    ]
    texts = [*titles, *fold(text for each in documents for text in (*each.about, *each.places))]
    words = _cut(han_runs((*texts, *fold(meanings))))
    known = dict.fromkeys(phrases)
    return Lexicon(
        phrases=tuple(known),
        words=tuple(words),
        english=tuple(english_words((*texts, *fold(meanings)))),
        asking=tables.asking,
        dialect={word: instead for word, instead in tables.dialect.items() if word not in known},
        ordinary=frozenset(_ordinary_words((*known, *words), tables.syllables)),
        syllables=tables.syllables,
        spoken=_unusual_readings((*known, *words), tables.syllables),
        meanings={word: official for word, official in lay.items() if word},
    )


def _cut(runs: Iterable[str]) -> list[str]:
    """Words of the runs, the frequent ones first."""
    import rjieba

    count: dict[str, int] = {}
    for run in runs:
        for word in rjieba.cut_for_search(run):
            if 1 < len(word) <= LONGEST_TERM:
                count[word] = count.get(word, 0) + 1
    return sorted(count, key=lambda word: (-count[word], word))


def _unusual_readings(terms: Iterable[str], syllables: Mapping[str, str]) -> dict[str, str]:
    """Readings of the terms in which a character is not read as usual (重度: zhong du)."""
    from pypinyin import lazy_pinyin

    unusual: dict[str, str] = {}
    for term in dict.fromkeys(terms):
        reading = lazy_pinyin(term)
        if len(reading) == len(term) and reading != [syllables.get(each) for each in term]:
            unusual[term] = " ".join(reading)
    return unusual


def _ordinary_words(terms: Iterable[str], syllables: Mapping[str, str]) -> list[str]:
    """Everyday pairs of characters that sound like a known pair: 几时 is no slip for 技师."""
    import rjieba

    known = frozenset(terms)
    by_sound: dict[str, list[str]] = {}
    for character, syllable in syllables.items():
        by_sound.setdefault(syllable, []).append(character)
    sounds = dict.fromkeys(
        (syllables[term[0]], syllables[term[1]])
        for term in known
        if len(term) == PAIR and term[0] in syllables and term[1] in syllables
    )
    return sorted(
        first + second
        for one, other in sounds
        for first in by_sound[one]
        for second in by_sound[other]
        if first + second not in known and rjieba.has_word(first + second)
    )


def collect_code_keys(entries: Iterable[IndexedDocument]) -> dict[str, tuple[str, ...]]:
    """Spellings of each code without marks: whole, without the year, and without the T."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        for printed in entry.document.codes:
            for spelling in code_spellings(printed):
                found.setdefault(spelling, []).append(entry.document.key)
    return {spelling: tuple(dict.fromkeys(keys)) for spelling, keys in found.items()}


def code_spellings(printed: str) -> tuple[str, ...]:
    """Keys under which people may type one code: gbt469162025, gbt46916, gb46916 and so on."""
    normal = normalise(printed, traditional={}).split("(")[0]
    body, _, year = normal.rpartition("-") if "-" in normal else (normal, "", "")
    head, _, number = body.rpartition(" ")
    plain = head.removesuffix("/t")
    bases = dict.fromkeys((code_key(body), code_key(plain + number)))
    spellings = [base + ending for base in bases for ending in ((year, "") if year else ("",))]
    return tuple(spelling for spelling in spellings if spelling)
