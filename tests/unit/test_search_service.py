"""The search service over real HTTP: right answers, and a limit on everything a client decides."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
import uvicorn

from bps.search.answer import answer
from bps.search.memory_engine import MemoryEngine
from bps.search.result import result_value
from bps.service.app import Limits, make_app
from bps.service.limits import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bps.search.index import SearchIndex

pytestmark = pytest.mark.xdist_group("search-service")


class Served:
    """A service on this machine."""

    def __init__(self, port: int) -> None:
        self.port = port

    def get(
        self, path: str, *, host: str = "", method: str = "GET"
    ) -> tuple[int, Any, dict[str, str]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Host": host or f"127.0.0.1:{self.port}", "Origin": "https://example.org"}
        connection.request(method, path, headers=headers)
        told = connection.getresponse()
        body = told.read()
        connection.close()
        kind = told.headers.get("content-type", "")
        value = json.loads(body) if body and "json" in kind else body.decode()
        return told.status, value, {name.lower(): text for name, text in told.getheaders()}


def serve(app: Any) -> Iterator[Served]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Served(listener.getsockname()[1])
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def engine(real_index: SearchIndex) -> MemoryEngine:
    made = MemoryEngine()
    made.index(real_index)
    return made


@pytest.fixture(scope="module")
def service(real_index: SearchIndex, engine: MemoryEngine) -> Iterator[Served]:
    limits = Limits(per_second=1000, burst=10_000, origins=["https://example.org"])
    yield from serve(make_app(real_index, engine, limits=limits))


@pytest.mark.parametrize("query", ["低保", "打疫苗", "unemployment", "GB/T 46916", "dibao"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_service_answers_as_the_command_line_does(
    service: Served, real_index: SearchIndex, engine: MemoryEngine, query: str, language: str
) -> None:
    status, told, _ = service.get(f"/search?q={quote(query)}&lang={language}")
    expected = answer(query, real_index, engine)
    assert status == 200
    assert told["results"] == [result_value(hit, language) for hit in expected.hits]
    assert told["results"]


def test_facets_and_the_number_of_results_are_kept(service: Served) -> None:
    _, told, _ = service.get(f"/search?q={quote('低保')}&place=beijing&type=item&limit=2")
    assert 1 <= len(told["results"]) <= 2
    assert {each["type"] for each in told["results"]} == {"item"}


@pytest.mark.parametrize(
    "query",
    [
        "", "q=", "q=%20", "q=a&limit=0", "q=a&limit=51", "q=a&limit=٣", "q=a&limit=-1", "q=a&lang=fr",
        "q=a&q=b", "q=a&shell=1", f"q={'a' * 201}", f"q=a&place={'b' * 201}", "q=a&limit=1e2",
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_said_in_both_languages(service: Served, query: str) -> None:
    status, told, _ = service.get(f"/search?{quote(query, safe='=&%')}")
    assert status == 400
    assert set(told["error"]) == {"zh", "en"}
    assert all(told["error"].values())


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(service: Served, method: str) -> None:
    assert service.get("/search?q=a", method=method)[0] == 405


@pytest.mark.parametrize("path", ["/", "/../etc/hosts", "/search/..%2f", "/static/x", "//search"])
def test_there_is_nothing_besides_the_three_addresses(service: Served, path: str) -> None:
    assert service.get(path)[0] == 404


def test_a_foreign_host_name_is_refused(service: Served) -> None:
    assert service.get("/search?q=a", host="evil.example")[0] == 400


def test_only_named_sites_may_read_the_answer(service: Served) -> None:
    _, _, headers = service.get("/search?q=a")
    assert headers["access-control-allow-origin"] == "https://example.org"
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers or "uvicorn" in headers["server"]


def test_health_says_what_is_served(service: Served, real_index: SearchIndex) -> None:
    status, told, _ = service.get("/health")
    assert status == 200
    assert told == {"status": "ok", "engine": "memory", "documents": len(real_index.entries)}


def test_the_description_names_every_address_and_every_parameter(service: Served) -> None:
    _, told, _ = service.get("/openapi.json")
    assert told["openapi"] == "3.1.0"
    assert set(told["paths"]) == {"/search", "/health"}
    names = {each["name"] for each in told["paths"]["/search"]["get"]["parameters"]}
    assert names == {"q", "limit", "lang", "type", "place", "area", "recipients", "life_event"}


def test_who_asks_too_fast_is_told_when_to_come_back(
    real_index: SearchIndex, engine: MemoryEngine
) -> None:
    limits = Limits(per_second=0.5, burst=2)
    stood_still = make_app(real_index, engine, limits=limits, clock=lambda: 0.0)
    for served in serve(stood_still):
        statuses = [served.get("/search?q=a")[0] for _ in range(3)]
        assert statuses == [200, 200, 429]
        _, told, headers = served.get("/health")
        assert headers["retry-after"] == "2"
        assert "2 秒" in told["error"]["zh"]


def test_turns_come_back_with_time_and_are_counted_for_each_client() -> None:
    now = [0.0]
    turns = Turns(per_second=2.0, most=2, clock=lambda: now[0])
    assert [turns.take("a"), turns.take("a")] == [0, 0]
    assert turns.take("a") == 0.5
    assert turns.take("b") == 0
    now[0] = 0.5
    assert turns.take("a") == 0
    assert turns.take("a") == 0.5
    now[0] = 100.0
    assert [turns.take("a"), turns.take("a"), turns.take("a")] == [0, 0, 0.5]


def test_an_engine_that_is_down_is_said_and_the_service_stays(real_index: SearchIndex) -> None:
    from bps.search.opensearch.engine import OpenSearchEngine

    engine = OpenSearchEngine(["http://127.0.0.1:9"])
    engine.index(real_index)
    for served in serve(make_app(real_index, engine, limits=Limits())):
        for path in ("/search?q=a", "/health"):
            status, told, _ = served.get(path)
            assert status == 503
            assert "OpenSearch" in told["error"]["zh"]


def test_the_command_serves_this_machine_only(mini_root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "bps", "--root", str(mini_root), "--lang", "en",
               "serve-search", "--port", str(port), "--engine", "memory"]  # fmt: skip
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr is not None
        assert f"http://127.0.0.1:{port}/search" in run.stderr.readline()
        served = Served(port)
        while True:
            try:
                status, told, _ = served.get("/search?q=library&lang=en")
                break
            except ConnectionError:
                time.sleep(0.05)
        run.terminate()
    assert status == 200
    assert "testland/library-card" in {each["id"] for each in told["results"]}
