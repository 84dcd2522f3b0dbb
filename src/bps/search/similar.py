"""Items like a given one: Whoosh's "more like this" over pairs of characters."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bps.search.documents import both

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.model import Item

_TERMS = 40


@dataclass(frozen=True, slots=True)
class Similar:
    """An item that is like what was asked about.

    Attributes:
        item: The item.
        score: How like, in Whoosh's reckoning; higher is nearer.
    """

    item: Item
    score: float


def find_similar(registry: Registry, text: str, *, limit: int, without: str = "") -> list[Similar]:
    """Items whose name, content and recipients share the telling words of a text.

    Args:
        registry: The register.
        text: An item's id, or any words.
        limit: How many at most.
        without: Id of an item to leave out.

    Returns:
        The nearest items first.
    """
    with warnings.catch_warnings():
        # Whoosh 2.7.4 is from 2016: newer Pythons remark on its source when they compile it.
        warnings.simplefilter("ignore")
        from whoosh import query
        from whoosh.fields import ID, NGRAM, Schema
        from whoosh.filedb.filestore import RamStorage

        item = registry.find("item", text)
        words = words_of(item) if item else text
        schema = Schema(id=ID(stored=True), words=NGRAM(minsize=2, maxsize=2, phrase=False))

        class OwnStorage(RamStorage):  # type: ignore[misc]  # whoosh ships no types
            """Memory whose helper folder has a name of its own: whoosh's is the same for all."""

            def temp_storage(self, name: str | None = None) -> Any:
                """A folder that no other process uses."""
                del name
                return super().temp_storage()

        index: Any = OwnStorage().create_index(schema)
        writer = index.writer()
        for each in registry.iter("item"):
            writer.add_document(id=each.id, words=words_of(each))
        writer.commit()
        with index.searcher() as searcher:
            known = {word for _, word in searcher.reader().all_terms()}
            if not any(pair.encode() in known for pair in _pairs(words)):
                return []  # Whoosh divides by the weight of the best term
            terms = searcher.key_terms_from_text("words", words, numterms=_TERMS, normalize=True)
            asked = query.Or([query.Term("words", word, boost=weight) for word, weight in terms])
            left_out = {without, item.id if item else ""}
            hits = searcher.search(asked, limit=limit + len(left_out))
            found = [(hit["id"], float(hit.score)) for hit in hits]
    kept = [(item_id, score) for item_id, score in found if item_id not in left_out]
    return [Similar(registry.get("item", item_id), score) for item_id, score in kept[:limit]]


def _pairs(text: str) -> set[str]:
    """Neighbouring characters, as the field cuts a text."""
    plain = text.lower()
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


def words_of(item: Item) -> str:
    """Name twice, then what the item says about itself, in both languages."""
    name = both(item.name)
    return " ".join([*name, *name, *item.aliases, *both(item.content, item.recipients_text)])
