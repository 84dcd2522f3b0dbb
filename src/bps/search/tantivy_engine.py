"""The engine for tens of thousands of records: tantivy, an optional extra (`pip install bps[tantivy]`)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from bps.errors import UsageError
from bps.search.answer import FACETS
from bps.search.index import FIELDS
from bps.search.tokens import tokens_of, wanted_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.search.index import SearchIndex
    from bps.search.plan import Plan

CODE_BOOST: Final = 100.0


class TantivyEngine:
    """Keeps its index in memory: it is built in a second for thousands of documents."""

    name = "tantivy"

    def __init__(self) -> None:
        self._index: SearchIndex | None = None
        self._tantivy: Any = _import_tantivy()
        self._schema: Any = None
        self._store: Any = None

    def index(self, index: SearchIndex) -> None:
        """Take over all documents of an index."""
        builder = self._tantivy.SchemaBuilder()
        builder.add_text_field("key", stored=True, tokenizer_name="raw")
        for name in FIELDS:
            builder.add_text_field(name, tokenizer_name="whitespace")
        for facet in FACETS:
            builder.add_text_field(f"is_{facet}", tokenizer_name="whitespace")
        self._index = index
        self._schema = builder.build()
        self._store = self._tantivy.Index(self._schema)
        writer = self._store.writer(heap_size=64 * 1024 * 1024, num_threads=1)
        for entry in index.entries:
            words = {
                name: " ".join(tokens_of(text, index.lexicon))
                for name, text in entry.fields.items()
            }
            values = {f"is_{facet}": " ".join(entry.document.values_of(facet)) for facet in FACETS}
            row = {"key": entry.document.key, **words, **values}
            writer.add_document(
                self._tantivy.Document(**{name: [text] for name, text in row.items()})
            )
        writer.commit()
        writer.wait_merging_threads()
        self._store.reload()

    def find(self, plan: Plan, *, facets: Mapping[str, str], limit: int) -> list[str]:
        """Give the keys of the documents that match best by BM25 over the fields."""
        if self._index is None:
            return []
        query = self._tantivy.Query
        occur = self._tantivy.Occur
        wanted = [
            (occur.Should, query.boost_query(self._term(field, token), value * FIELDS[field]))
            for token, value in wanted_tokens(plan, self._index.lexicon).items()
            for field in FIELDS
        ]
        wanted += [
            (occur.Should, query.boost_query(self._term("key", key), CODE_BOOST))
            for key in plan.codes
        ]
        parts = [(occur.Must, query.boolean_query(wanted))]
        parts += [(occur.Must, self._term(f"is_{facet}", value)) for facet, value in facets.items()]
        searcher = self._store.searcher()
        found = searcher.search(query.boolean_query(parts), limit)
        return [searcher.doc(address)["key"][0] for _, address in found.hits]

    def _term(self, field: str, token: str) -> Any:
        return self._tantivy.Query.term_query(self._schema, field, token)


def _import_tantivy() -> Any:
    """Import the optional package, or say how to get it.

    Raises:
        UsageError: If it is not installed.
    """
    try:
        return import_module("tantivy")
    except ImportError as problem:
        raise UsageError(
            "没有安装 tantivy。请运行 pip install 'bps[tantivy]'，或改用 --engine whoosh。",
            "tantivy is not installed. Run pip install 'bps[tantivy]', or use --engine whoosh.",
        ) from problem
