"""OpenSearch: what is asked of the cluster, and, where a compatible server is installed, what comes."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from bps.errors import UsageError
from bps.search.answer import answer
from bps.search.opensearch_engine import OpenSearchEngine, http_sender, search_body
from bps.search.reading import make_plan
from tests.search.judging import figures_by_kind, judge, read_judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.search.index import SearchIndex


def test_a_request_names_words_codes_and_facets(real_index: SearchIndex) -> None:
    plan = make_plan("低保", real_index)
    body = search_body(plan, real_index, facets={"place": "beijing"}, limit=7)
    query = body["query"]["bool"]
    wanted = {next(iter(each["term"])): each for each in query["should"] if "term" in each}
    assert set(wanted) == {"name", "alias", "lay", "about", "place"}
    assert query["filter"] == [{"term": {"is_place": "beijing"}}]
    assert body["size"] == 7
    code = search_body(make_plan("gb/t 46916", real_index), real_index, facets={}, limit=7)
    assert {"ids": {"values": ["standard:gb-t-46916-2025"], "boost": 100.0}} in code["query"][
        "bool"
    ]["should"]


@pytest.mark.parametrize("address", ["", "localhost:9200", "file:///etc/passwd", "ftp://x"])
def test_only_web_addresses_are_spoken_to(address: str) -> None:
    with pytest.raises(UsageError):
        http_sender(address)


def test_a_cluster_that_is_not_there_is_said_in_plain_words(real_index: SearchIndex) -> None:
    engine = OpenSearchEngine("http://127.0.0.1:9")
    with pytest.raises(UsageError, match="did not answer"):
        engine.index(real_index)


# The server that speaks OpenSearch's language is a package of binaries for some platforms only.
if find_spec("osmem_server"):

    @pytest.fixture(scope="module")
    def address() -> Iterator[str]:
        with import_module("osmem_server").OsmemServer.start() as server:
            yield server.url
        # The package leaves the pipes of its server open.
        for pipe in (server.process.stdin, server.process.stdout, server.process.stderr):
            if pipe:
                pipe.close()

    def test_right_results_come_early_from_the_cluster(
        address: str, real_index: SearchIndex
    ) -> None:
        engine = OpenSearchEngine(address, name="judged")
        engine.index(real_index)

        def search(query: str) -> list[tuple[str, ...]]:
            hits = answer(query, real_index, engine).hits
            return [(hit.entry.document.id, *hit.entry.document.codes) for hit in hits]

        assert figures_by_kind(judge(read_judged()[:150], search))["all"].hit >= 0.95
        local = answer("低保", real_index, engine, facets={"place": "beijing"}).hits
        assert {hit.entry.document.values_of("place")[0] for hit in local} == {"beijing"}

    def test_the_cluster_is_filled_again_only_when_records_changed(
        address: str, real_index: SearchIndex
    ) -> None:
        sent: list[tuple[str, str]] = []
        over_http = http_sender(address)

        def send(method: str, path: str, body: bytes | None) -> Any:
            sent.append((method, path))
            return over_http(method, path, body)

        for stamp in ("one", "one", "two"):
            engine = OpenSearchEngine(address, name="stamped", stamp=stamp, send=send)
            engine.index(real_index)
            assert answer("低保", real_index, engine).hits
        assert [path for method, path in sent if method == "PUT"] == ["/stamped-1", "/stamped-2"]
        assert ("DELETE", "/stamped-1") in sent
