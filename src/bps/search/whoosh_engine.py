"""The default engine: Whoosh, embedded, with its index in a folder."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from bps.search.answer import FACETS
from bps.search.index import FIELDS
from bps.search.store import write_beside
from bps.search.tokens import tokens_of, wanted_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bps.search.index import IndexedDocument, SearchIndex
    from bps.search.plan import Plan


class WhooshEngine:
    """Keeps one Whoosh index in a folder; an index that is already there is opened as it is."""

    name = "whoosh"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: SearchIndex | None = None
        self._whoosh: Any = None

    def index(self, index: SearchIndex) -> None:
        """Take over all documents of an index, unless the folder already holds them."""
        storage = _whoosh().index
        self._index = index
        if not self._folder.exists():
            write_beside(self._folder, lambda fresh: self._write(fresh, index))
        self._whoosh = storage.open_dir(self._folder)

    def find(self, plan: Plan, *, facets: Mapping[str, str], limit: int) -> list[str]:
        """Give the keys of the documents that match best by BM25F over the fields."""
        query = _whoosh().query
        if self._index is None:
            return []
        tokens = wanted_tokens(plan, self._index.lexicon)
        terms = [
            query.Term(field, token, boost=value * FIELDS[field])
            for token, value in tokens.items()
            for field in FIELDS
        ]
        terms += [query.Term("key", key, boost=100.0) for key in plan.codes]
        wanted = [query.Term(f"is_{facet}", value) for facet, value in facets.items()]
        with self._whoosh.searcher() as searcher:
            found = searcher.search(
                query.Or(terms), limit=limit, filter=query.And(wanted) if wanted else None
            )
            return [hit["key"] for hit in found]

    def _write(self, folder: Path, index: SearchIndex) -> None:
        writer = _whoosh().index.create_in(folder, _schema()).writer(limitmb=256)
        for entry in index.entries:
            writer.add_document(**_row(entry, index))
        writer.commit(optimize=True)


def _whoosh() -> Any:
    """Import Whoosh without the warnings that its age brings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import whoosh.fields
        import whoosh.index
        import whoosh.query
    return whoosh


def _schema() -> Any:
    fields = _whoosh().fields
    from whoosh.analysis import RegexTokenizer

    words = {
        name: fields.TEXT(analyzer=RegexTokenizer(r"\S+"), phrase=False, field_boost=worth)
        for name, worth in FIELDS.items()
    }
    values = {
        f"is_{facet}": fields.TEXT(analyzer=RegexTokenizer(r"\S+"), phrase=False)
        for facet in FACETS
    }
    return fields.Schema(key=fields.ID(stored=True, unique=True), **words, **values)


def _row(entry: IndexedDocument, index: SearchIndex) -> dict[str, str]:
    words = {name: " ".join(tokens_of(text, index.lexicon)) for name, text in entry.fields.items()}
    values = {f"is_{facet}": " ".join(entry.document.values_of(facet)) for facet in FACETS}
    return {"key": entry.document.key, **words, **values}
