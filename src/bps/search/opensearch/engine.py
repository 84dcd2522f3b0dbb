"""Ask a cluster for the documents that answer a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bps.errors import UsageError
from bps.search.index import FIELDS
from bps.search.opensearch.client import connect, in_words
from bps.search.tokens import wanted_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bps.search.index import SearchIndex
    from bps.search.plan import Plan

CODE_BOOST: Final = 100.0


class OpenSearchEngine:
    """Finds candidates in the index that `bps index` filled.

    Args:
        addresses: Addresses of nodes of the cluster.
        name: Name by which the index is searched, an alias.
    """

    name = "opensearch"

    def __init__(self, addresses: Sequence[str], *, name: str = "bps") -> None:
        self._addresses = tuple(addresses)
        self._alias = name
        self._client = connect(addresses)
        self._index: SearchIndex | None = None

    def index(self, index: SearchIndex) -> None:
        """Take over the words that plans are made with; the documents are in the cluster."""
        self._index = index

    def find(self, plan: Plan, *, facets: Mapping[str, str], limit: int) -> list[str]:
        """Give the keys of the documents that match best by BM25 over the fields.

        Raises:
            UsageError: If the cluster does not answer, or has no such index yet.
        """
        if self._index is None:
            return []
        from opensearchpy.exceptions import NotFoundError

        body = search_body(plan, self._index, facets=facets, limit=limit)
        with in_words(self._addresses):
            try:
                found = self._client.search(
                    index=self._alias,
                    body=body,
                    # Part of the documents would look like all of them: rather ask again.
                    params={"allow_partial_search_results": "false"},
                )
            except NotFoundError:
                raise UsageError(
                    f"OpenSearch 里还没有“{self._alias}”这个索引，请先运行：bps index --engine opensearch。",
                    f'OpenSearch has no index "{self._alias}" yet; first run: '
                    "bps index --engine opensearch.",
                ) from None
        return [hit["_id"] for hit in found["hits"]["hits"]]


def search_body(
    plan: Plan, index: SearchIndex, *, facets: Mapping[str, str], limit: int
) -> dict[str, Any]:
    """Build the request for a plan.

    Args:
        plan: The query.
        index: The index that the plan was read against.
        facets: Wanted value by facet.
        limit: How many keys to ask for.

    Returns:
        The body of a search request.
    """
    wanted: list[dict[str, Any]] = [
        {"term": {field: {"value": token, "boost": round(value * worth, 6)}}}
        for token, value in wanted_tokens(plan, index.lexicon).items()
        for field, worth in FIELDS.items()
    ]
    if plan.codes:
        wanted.append({"ids": {"values": list(plan.codes), "boost": CODE_BOOST}})
    return {
        "size": limit,
        "_source": False,
        "query": {
            "bool": {
                "should": wanted,
                "minimum_should_match": 1,
                "filter": [{"term": {f"is_{facet}": value}} for facet, value in facets.items()],
            }
        },
    }
