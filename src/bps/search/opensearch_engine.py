"""The engine for registers that outgrow one machine: OpenSearch, spoken to over plain HTTP.

Texts are cut into tokens here and only split at spaces there, so that the same words are found as
with every other engine and no analysis plug-in is needed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from bps.errors import UsageError
from bps.search.answer import FACETS
from bps.search.index import FIELDS
from bps.search.tokens import tokens_of, wanted_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.search.index import IndexedDocument, SearchIndex
    from bps.search.plan import Plan

# Method, path and body (nothing, a JSON value or lines of JSON) to the answer as a JSON value.
Send = Callable[[str, str, bytes | None], Any]

DOCUMENTS_AT_ONCE: Final = 500
SECONDS: Final = 30.0
CODE_BOOST: Final = 100.0


class OpenSearchEngine:
    """Keeps the documents in one index of an OpenSearch cluster.

    Args:
        address: Address of the cluster, such as `http://127.0.0.1:9200`.
        name: Name by which the index is searched: an alias, swapped once all documents are in.
        stamp: Stamp of the records; a cluster that holds the same is not filled again.
        send: Sends a request; by default over HTTP.
    """

    name = "opensearch"

    def __init__(
        self, address: str, *, name: str = "bps", stamp: str = "", send: Send | None = None
    ) -> None:
        self._alias = name
        self._stamp = stamp
        self._send = send or http_sender(address)
        self._index: SearchIndex | None = None

    def index(self, index: SearchIndex) -> None:
        """Write all documents into a fresh index, count them, then let the alias point to it.

        Raises:
            UsageError: If the cluster did not take every document; the old index stays in use.
        """
        self._index = index
        if self._stamp and self._stamp_there() == self._stamp:
            return
        fresh = f"{self._alias}-{_next_number(self._aliased())}"
        shape = {"settings": _settings(), "mappings": _mappings(self._stamp)}
        self._send("PUT", f"/{fresh}", _json(shape))
        for lines in _bulk(fresh, index):
            if self._send("POST", "/_bulk", lines).get("errors"):
                raise _refused(fresh)
        self._send("POST", f"/{fresh}/_refresh", None)
        if self._send("GET", f"/{fresh}/_count", None)["count"] != len(index.entries):
            raise _refused(fresh)
        self._swap(fresh)

    def find(self, plan: Plan, *, facets: Mapping[str, str], limit: int) -> list[str]:
        """Give the keys of the documents that match best by BM25 over the fields."""
        if self._index is None:
            return []
        body = search_body(plan, self._index, facets=facets, limit=limit)
        found = self._send("POST", f"/{self._alias}/_search", _json(body))
        return [hit["_id"] for hit in found["hits"]["hits"]]

    def _stamp_there(self) -> str:
        """Stamp of the records that the cluster holds now."""
        try:
            held = self._send("GET", f"/{self._alias}/_mapping", None)
        except MissingError:
            return ""
        stamps = [each["mappings"].get("_meta", {}).get("stamp", "") for each in held.values()]
        return stamps[0] if len(stamps) == 1 else ""

    def _aliased(self) -> list[str]:
        """Indexes that the alias points to now."""
        try:
            return sorted(self._send("GET", f"/_alias/{self._alias}", None))
        except MissingError:
            return []

    def _swap(self, fresh: str) -> None:
        old = [name for name in self._aliased() if name != fresh]
        actions: list[dict[str, Any]] = [
            {"remove": {"index": name, "alias": self._alias}} for name in old
        ]
        actions.append({"add": {"index": fresh, "alias": self._alias}})
        self._send("POST", "/_aliases", _json({"actions": actions}))
        for name in old:
            self._send("DELETE", f"/{name}", None)


class MissingError(Exception):
    """The cluster does not know what was asked for."""


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


def http_sender(address: str) -> Send:
    """Make the sender for a cluster.

    Raises:
        UsageError: If the address is not one of a web server.
    """
    if not address.startswith(("http://", "https://")):
        raise UsageError(
            f"OpenSearch 的地址要以 http:// 或 https:// 开头：{address}",
            f"The address of OpenSearch begins with http:// or https://: {address}",
        )
    base = address.rstrip("/")

    def send(method: str, path: str, body: bytes | None) -> Any:
        kind = "application/x-ndjson" if path == "/_bulk" else "application/json"
        request = Request(base + path, data=body, method=method, headers={"Content-Type": kind})  # noqa: S310 (checked above)
        try:
            with urlopen(request, timeout=SECONDS) as response:  # noqa: S310 (checked above)
                return json.loads(response.read() or b"{}")
        except HTTPError as problem:
            problem.close()
            if problem.code == 404:  # noqa: PLR2004 (the number has a name of its own: not found)
                raise MissingError(path) from problem
            raise _unreachable(base, str(problem)) from problem
        except (URLError, TimeoutError) as problem:
            raise _unreachable(base, str(problem)) from problem

    return send


def _unreachable(address: str, reason: str) -> UsageError:
    return UsageError(
        f"OpenSearch（{address}）没有正常应答：{reason}",
        f"OpenSearch at {address} did not answer as it should: {reason}",
    )


def _refused(name: str) -> UsageError:
    return UsageError(
        f"OpenSearch 没有收下全部文档（{name}）；原来的索引继续使用。",
        f"OpenSearch did not take every document ({name}); the old index stays in use.",
    )


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


def _next_number(names: list[str]) -> int:
    numbers = [int(name.rpartition("-")[2]) for name in names if name.rpartition("-")[2].isdigit()]
    return max(numbers, default=0) + 1


def _settings() -> dict[str, Any]:
    # Nobody searches a half-filled index: it need not be refreshed before it is full.
    return {"index": {"refresh_interval": "-1"}}


def _mappings(stamp: str) -> dict[str, Any]:
    words = {name: {"type": "text", "analyzer": "whitespace"} for name in FIELDS}
    values = {f"is_{facet}": {"type": "keyword"} for facet in FACETS}
    meta = {"_meta": {"stamp": stamp}} if stamp else {}
    return {"dynamic": "strict", **meta, "properties": {**words, **values}}


def _bulk(name: str, index: SearchIndex) -> Iterator[bytes]:
    """Lines of JSON for all documents, some hundred documents at a time."""
    for start in range(0, len(index.entries), DOCUMENTS_AT_ONCE):
        part = index.entries[start : start + DOCUMENTS_AT_ONCE]
        lines = [
            line
            for entry in part
            for line in (
                _json({"index": {"_index": name, "_id": entry.document.key}}),
                _json(_source(entry, index)),
            )
        ]
        yield b"\n".join(lines) + b"\n"


def _source(entry: IndexedDocument, index: SearchIndex) -> dict[str, Any]:
    words = {name: " ".join(tokens_of(text, index.lexicon)) for name, text in entry.fields.items()}
    values = {f"is_{facet}": list(entry.document.values_of(facet)) for facet in FACETS}
    return {**words, **values}
