"""The index for the browser: everything the plan and the ranking need, small enough for a phone.

Match texts, readings and frequencies are worked out anew in the browser; what is sent is the words.
"""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any, Final

from bps.search.answer import HUBS, MOST_NEAR
from bps.search.document import Handling
from bps.search.index import FIELDS
from bps.search.lexicon import english_words
from bps.search.plan import TRUST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bps.search.document import SearchDocument
    from bps.search.index import SearchIndex

FORMAT: Final = 2
# Characters that a wrong key may bring in: those of the first level of GB 2312 are typed daily.
DAILY_LAST: Final = 0xD7
# Facets whose values are sent as numbers.
NUMBERED: Final = ("place", "area", "recipients", "life_event")


def pack_index(index: SearchIndex) -> bytes:
    """Pack an index for the browser.

    Args:
        index: The index of the register.

    Returns:
        Compressed JSON; equal for equal indexes. The browser unpacks it by itself.
    """
    text = json.dumps(to_values(index), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)


def to_values(index: SearchIndex) -> dict[str, Any]:
    """Turn an index into plain values, as `assets/search/index.js` reads them."""
    documents = [entry.document for entry in index.entries]
    types = sorted({document.type for document in documents})
    numbers = {
        facet: {value: number for number, value in enumerate(_facet_values(documents, facet))}
        for facet in NUMBERED
    }
    everything = (*index.entries, *index.matters)
    seen = set("".join("".join(entry.fields.values()) for entry in everything))
    return {
        "format": FORMAT,
        "fields": [list(pair) for pair in FIELDS.items()],
        "trust": dict(TRUST),
        "hubs": list(HUBS),
        "most_near": MOST_NEAR,
        "types": types,
        "folders": _folders(documents),
        "facets": {facet: list(values) for facet, values in numbers.items()},
        "places": _place_names(documents),
        "matters": [_matter_row(entry.document) for entry in index.matters],
        "documents": [_row(entry.document, types, numbers) for entry in index.entries],
        "words": " ".join(index.lexicon.words),
        "spoken": dict(index.lexicon.spoken),
        "meanings": [[word, *official] for word, official in index.lexicon.meanings.items()],
        "english": " ".join(sorted(set(index.lexicon.english) - set(_english(index)))),
        "asking": " ".join(sorted(index.lexicon.asking)),
        "dialect": _dialect(index.lexicon.dialect),
        "ordinary": " ".join(sorted(index.lexicon.ordinary)),
        "syllables": _syllables(index, seen),
        "traditional": _traditional(index, seen),
    }


def _english(index: SearchIndex) -> list[str]:
    """English words that the browser finds in the documents itself."""
    texts = [
        index.normalise(text)
        for entry in (*index.entries, *index.matters)
        for text in _texts_of(entry.document)
    ]
    return english_words(texts)


def _texts_of(document: SearchDocument) -> tuple[str, ...]:
    return (
        *document.name, *document.aliases, *document.lay, *document.about, *document.places
    )  # fmt: skip


def _facet_values(documents: Iterable[SearchDocument], facet: str) -> list[str]:
    return sorted({value for document in documents for value in document.values_of(facet)})


def _folders(documents: Iterable[SearchDocument]) -> dict[str, str]:
    return {document.type: document.url.split("/")[0] for document in documents}


def _place_names(documents: Iterable[SearchDocument]) -> dict[str, list[str]]:
    """Names by place: those that its own document adds to the places above it."""
    by_id = {document.id: document for document in documents if document.type == "jurisdiction"}
    names: dict[str, list[str]] = {}
    for place, document in by_id.items():
        above = {
            name for each in document.values_of("place")[1:] for name in by_id[each].places[:3]
        }
        names[place] = [name for name in document.places if name not in above]
    return names


def _row(
    document: SearchDocument, types: list[str], numbers: Mapping[str, Mapping[str, int]]
) -> list[Any]:
    return [
        types.index(document.type),
        document.id,
        *document.name,
        list(document.aliases),
        list(document.lay),
        list(document.codes),
        list(document.about),
        [[numbers[facet][value] for value in document.values_of(facet)] for facet in NUMBERED],
        document.weight,
        "" if document.status in {"", "in-force", "unknown"} else document.status,
        document.family if document.family != document.id else "",
    ]


def _matter_row(document: SearchDocument) -> list[Any]:
    """One matter outside the lists, with who handles it."""
    handled = document.handled or Handling(body=("", ""))
    return [
        document.id,
        *document.name,
        list(document.aliases),
        list(handled.body),
        handled.call,
        list(handled.note),
        list(handled.items),
    ]


def _dialect(dialect: Mapping[str, str]) -> dict[str, str]:
    """Words of the dialects by the word that is looked for instead."""
    by_standard: dict[str, list[str]] = {}
    for word, instead in dialect.items():
        by_standard.setdefault(instead, []).append(word)
    return {instead: " ".join(words) for instead, words in by_standard.items()}


def _syllables(index: SearchIndex, seen: set[str]) -> dict[str, str]:
    by_syllable: dict[str, str] = {}
    for character, syllable in index.tables.syllables.items():
        if character in seen or _is_daily(character):
            by_syllable[syllable] = by_syllable.get(syllable, "") + character
    return by_syllable


def _is_daily(character: str) -> bool:
    return character.encode("gb2312", "replace")[0] <= DAILY_LAST


def _traditional(index: SearchIndex, seen: set[str]) -> list[str]:
    wanted = seen | set("".join(index.lexicon.asking))
    pairs = [(old, new) for old, new in index.tables.traditional.items() if new in wanted]
    return ["".join(old for old, _ in pairs), "".join(new for _, new in pairs)]
