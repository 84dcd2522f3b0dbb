"""OpenSearch without a cluster: what would be asked of it. `make test-cluster` runs a real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bps.errors import UsageError
from bps.search.opensearch.client import connect
from bps.search.opensearch.engine import OpenSearchEngine, search_body
from bps.search.opensearch.fill import Cluster
from bps.search.reading import make_plan

if TYPE_CHECKING:
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


@pytest.mark.parametrize(
    "address", ["", "localhost:9200", "file:///etc/hosts", "ftp://x", "http://"]
)
def test_only_web_addresses_are_spoken_to(address: str) -> None:
    with pytest.raises(UsageError, match="begins with http"):
        connect([address])


def test_credentials_in_an_address_are_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as refused:
        connect(["https://clerk:secret@127.0.0.1:9200"])
    assert "BPS_OPENSEARCH_PASSWORD" in refused.value.words.zh
    assert "secret" not in refused.value.words.zh + refused.value.words.en


def test_a_cluster_that_is_not_there_is_said_in_plain_words(real_index: SearchIndex) -> None:
    with pytest.raises(UsageError, match="does not answer"):
        Cluster(["http://127.0.0.1:9"]).fill(real_index)
    engine = OpenSearchEngine(["http://127.0.0.1:9"])
    engine.index(real_index)
    with pytest.raises(UsageError, match="does not answer"):
        engine.find(make_plan("低保", real_index), facets={}, limit=3)
