"""A real cluster of three processes: filled whole or not at all, and searched while nodes die."""

from __future__ import annotations

import base64
import http.client
import json
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

import pytest
from click.testing import CliRunner

from bps.cli import main
from bps.errors import UsageError
from bps.search.answer import answer
from bps.search.opensearch.engine import OpenSearchEngine
from bps.search.opensearch.fill import Cluster as Filler
from bps.search.reading import make_plan
from tests.cluster.conftest import MANY
from tests.search.judging import figures_by_kind, judge, read_judged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bps.search.index import SearchIndex
    from tests.support.cluster import Cluster

QUERY = "养老服务"


def ids_there(cluster: Cluster, name: str) -> set[str]:
    """Id of every document of an index, read page by page."""
    found: set[str] = set()
    after: list[str] | None = None
    while True:
        body = {"size": 5000, "_source": False, "sort": ["_id"], "query": {"match_all": {}}}
        if after is not None:
            body["search_after"] = after
        hits = cluster.ask("POST", f"/{name}/_search", body)["hits"]["hits"]
        if not hits:
            return found
        found |= {hit["_id"] for hit in hits}
        after = hits[-1]["sort"]


def keys_found(engine: OpenSearchEngine, index: SearchIndex, query: str) -> list[str]:
    return engine.find(make_plan(query, index), facets={}, limit=20)


class Reader:
    """Asks the same over and over beside the test, and remembers what it got."""

    def __init__(self, urls: list[str], alias: str, index: SearchIndex) -> None:
        self.answers: list[int] = []
        self.troubles: list[str] = []
        self._stop = threading.Event()
        self._engine = OpenSearchEngine(urls, name=alias)
        self._engine.index(index)
        self._plan = make_plan(QUERY, index)
        self._thread = threading.Thread(target=self._read)

    def _read(self) -> None:
        while not self._stop.is_set():
            try:
                self.answers.append(len(self._engine.find(self._plan, facets={}, limit=20)))
            except UsageError as trouble:
                self.troubles.append(trouble.words.en)

    def __enter__(self) -> Self:
        self._thread.start()
        while not self.answers and not self.troubles:
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()


@pytest.fixture(scope="module")
def filled(cluster: Cluster, many: SearchIndex) -> str:
    """An alias with all documents, in three parts with one copy of each."""
    done = Filler(cluster.urls, alias="many").fill(many, stamp="first", shards=3, replicas=1)
    assert done.documents == MANY
    return "many"


def test_right_results_come_early_from_the_cluster(
    cluster: Cluster, real_index: SearchIndex
) -> None:
    Filler(cluster.urls, alias="judged").fill(real_index)
    engine = OpenSearchEngine(cluster.urls, name="judged")
    engine.index(real_index)

    def search(query: str) -> list[tuple[str, ...]]:
        hits = answer(query, real_index, engine).hits
        return [(hit.entry.document.id, *hit.entry.document.codes) for hit in hits]

    assert figures_by_kind(judge(read_judged(), search))["all"].hit >= 0.95
    local = answer("低保", real_index, engine, facets={"place": "beijing"}).hits
    assert {hit.entry.document.values_of("place")[0] for hit in local} == {"beijing"}


def test_every_document_is_there_under_its_own_id(
    cluster: Cluster, filled: str, many: SearchIndex
) -> None:
    assert ids_there(cluster, filled) == set(many.by_key)


def test_the_same_records_are_not_sent_again(
    cluster: Cluster, filled: str, many: SearchIndex
) -> None:
    sent: list[int] = []
    done = Filler(cluster.urls, alias=filled).fill(
        many, stamp="first", progress=lambda count, _: sent.append(count)
    )
    assert done.unchanged
    assert done.documents == MANY
    assert sent == []


def test_a_node_that_dies_while_documents_come_in_takes_none_with_it(
    cluster: Cluster, many: SearchIndex
) -> None:
    killed: list[int] = []

    def progress(count: int, _total: int) -> None:
        if count >= MANY // 4 and not killed:
            cluster.kill(2)
            killed.append(count)

    done = Filler(cluster.urls, alias="load").fill(many, shards=3, replicas=1, progress=progress)
    assert killed
    assert done.documents == MANY
    assert ids_there(cluster, "load") == set(many.by_key)
    cluster.start(2)
    cluster.wait(nodes=3)
    assert cluster.ask("GET", "/load/_count")["count"] == MANY


def test_queries_go_on_right_while_a_node_dies_and_comes_back(
    cluster: Cluster, filled: str, many: SearchIndex
) -> None:
    engine = OpenSearchEngine(cluster.urls, name=filled)
    engine.index(many)
    expected = len(keys_found(engine, many, QUERY))
    with Reader(cluster.urls, filled, many) as reader:
        cluster.kill(1)
        time.sleep(3)
        cluster.start(1)
        cluster.wait(nodes=3)
    assert reader.troubles == []
    assert set(reader.answers) == {expected}
    assert cluster.ask("GET", f"/{filled}/_count")["count"] == MANY


def test_no_reader_meets_an_empty_index_while_a_new_one_is_put_to_use(
    cluster: Cluster, filled: str, many: SearchIndex
) -> None:
    with Reader(cluster.urls, filled, many) as reader:
        second = Filler(cluster.urls, alias=filled).fill(many, stamp="second", shards=3)
        third = Filler(cluster.urls, alias=filled).fill(many, stamp="third", shards=3)
    assert (second.name, third.before) == (third.before, second.name)
    assert reader.troubles == []
    assert 0 not in reader.answers
    there = cluster.ask("GET", f"/{filled}-*")
    assert sorted(there) == sorted({second.name, third.name})


def test_a_roll_back_leads_to_the_index_before(cluster: Cluster, real_index: SearchIndex) -> None:
    filler = Filler(cluster.urls, alias="back")
    first = filler.fill(real_index, stamp="one")
    second = filler.fill(real_index, stamp="two")
    back = filler.roll_back()
    assert (back.name, back.before) == (first.name, second.name)
    assert list(cluster.ask("GET", "/_alias/back")) == [first.name]
    with pytest.raises(UsageError, match="no index before"):
        filler.roll_back()


def test_a_run_that_was_killed_leaves_the_old_index_in_use_and_is_cleared_away(
    cluster: Cluster, real_index: SearchIndex
) -> None:
    filler = Filler(cluster.urls, alias="half")
    first = filler.fill(real_index, stamp="one")
    half = {"mappings": {"_meta": {"state": "filling", "stamp": "two"}}}
    cluster.ask("PUT", "/half-2", half)
    assert list(cluster.ask("GET", "/_alias/half")) == [first.name]
    third = filler.fill(real_index, stamp="three")
    assert third.name == "half-3"
    assert sorted(cluster.ask("GET", "/half-*")) == ["half-1", "half-3"]


def test_a_name_that_is_taken_is_said(cluster: Cluster, real_index: SearchIndex) -> None:
    cluster.ask("PUT", "/taken", {})
    with pytest.raises(UsageError, match="refused: 400"):
        Filler(cluster.urls, alias="taken").fill(real_index)
    assert "taken-1" not in cluster.ask("GET", "/_all")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("cluster.blocks.read_only", "true"),
        ("cluster.routing.allocation.disk.watermark.flood_stage", "1000000gb"),
    ],
    ids=["read-only", "disk-full"],
)
def test_a_cluster_that_takes_nothing_keeps_the_old_index_in_use(
    cluster: Cluster, real_index: SearchIndex, setting: str, value: str
) -> None:
    alias = "blocked"
    first = Filler(cluster.urls, alias=alias).fill(real_index, stamp=setting)
    settings = {setting: value}
    if "disk" in setting:
        for mark in ("low", "high"):
            settings[f"cluster.routing.allocation.disk.watermark.{mark}"] = "1000001gb"
    cluster.ask("PUT", "/_cluster/settings", {"persistent": settings})
    try:
        if "disk" in setting:
            wait_for_block(cluster, alias)
        with pytest.raises(UsageError, match="takes no data now"):
            Filler(cluster.urls, alias=alias).fill(real_index, stamp="new", replicas=0)
        engine = OpenSearchEngine(cluster.urls, name=alias)
        engine.index(real_index)
        assert keys_found(engine, real_index, "低保")
    finally:
        # The cluster itself forbids new indexes when every disk is full.
        for lifted in (settings, ["cluster.blocks.create_index"]):
            cluster.ask("PUT", "/_cluster/settings", {"persistent": dict.fromkeys(lifted)})
        if "disk" in setting:
            lift = {"index.blocks.read_only_allow_delete": None}
            cluster.ask("PUT", "/_all/_settings", lift)
    assert list(cluster.ask("GET", f"/_alias/{alias}")) == [first.name]


def wait_for_block(cluster: Cluster, alias: str) -> None:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        settings = cluster.ask("GET", f"/{alias}/_settings")
        if "read_only_allow_delete" in json.dumps(settings):
            return
        time.sleep(1)
    raise TimeoutError(alias)


@pytest.fixture
def gate(cluster: Cluster) -> Iterator[str]:
    """A gate before the cluster that lets in one user with one password."""
    wanted = "Basic " + base64.b64encode(b"clerk:right").decode()

    class Gate(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length) if length else None
            if self.headers.get("Authorization") != wanted:
                self._answer(401, b"{}")
                return
            inside = http.client.HTTPConnection("127.0.0.1", cluster.ports[0], timeout=60)
            kind = self.headers.get("Content-Type", "application/json")
            inside.request(self.command, self.path, body, {"Content-Type": kind})
            told = inside.getresponse()
            self._answer(told.status, told.read())
            inside.close()

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = handle_any  # noqa: N815 - names of http.server

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the terminal for what matters."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Gate)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_wrong_password_is_said_without_repeating_it(
    gate: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["--root", str(repository), "--lang", "en", "index", "--url", gate, "--index", "gated"]
    monkeypatch.setenv("BPS_OPENSEARCH_USER", "clerk")
    monkeypatch.setenv("BPS_OPENSEARCH_PASSWORD", "wrong-one")
    refused = CliRunner().invoke(main, words)
    assert refused.exit_code == 2
    assert "does not accept this user or password" in refused.output
    assert "wrong-one" not in refused.output
    monkeypatch.setenv("BPS_OPENSEARCH_PASSWORD", "right")
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    assert done.output.startswith("In use now: gated-1, with ")


def test_the_command_line_fills_searches_and_rolls_back(cluster: Cluster, repository: Path) -> None:
    def bps(*words: str) -> str:
        urls = [part for url in cluster.urls for part in ("--url", url)]
        done = subprocess.run(
            [sys.executable, "-m", "bps", "--root", str(repository), "--lang", "en", *words, *urls],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout + done.stderr

    missing = bps("search", "低保", "--engine", "opensearch", "--index", "by-hand")
    assert "first run: bps index --engine opensearch" in missing
    assert bps("index", "--index", "by-hand").startswith("In use now: by-hand-1")
    assert "nothing was sent" in bps("index", "--index", "by-hand")
    assert "cn/minimum-living" in bps(
        "search", "低保", "--engine", "opensearch", "--index", "by-hand"
    )
    assert "no index before" in bps("index", "--index", "by-hand", "--roll-back")
