"""A host on this machine with every fault that hosts have, for the tests of the link watch."""

from __future__ import annotations

import http.server
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.support.server import QuietHandler

if TYPE_CHECKING:
    from collections.abc import Iterator

STATUS = {"/gone": 404, "/taken-down": 410, "/members": 403, "/broken": 500, "/quota": 429}
REDIRECTS = {
    "/for-good": (301, "/page"),
    "/for-now": (302, "/page"),
    "/for-good-twice": (308, "/for-good"),
    "/to-nothing": (302, "/gone"),
    "/round-and-round": (302, "/round-and-round"),
    "/away": (302, "ftp://127.0.0.1/file"),
}
SLOW = 1.0  # [s]


@dataclass
class Host:
    """What the host does and remembers.

    Attributes:
        address: Where it stands, with a final slash.
        asked: Method, path and time of every request, in order.
        robots: Text of robots.txt; a number is its status.
        now: How many requests it is answering.
        most_at_once: How many it ever had to answer at the same time.
    """

    address: str = ""
    asked: list[tuple[str, str, float]] = field(default_factory=list)
    robots: str | int = 404
    now: int = 0
    most_at_once: int = 0

    def paths(self) -> list[str]:
        """Pages that were asked for, robots.txt aside."""
        return [path for _, path, _ in self.asked if path != "/robots.txt"]

    def status_of(self, method: str, path: str, *, tries: int) -> int:
        """What a page without redirect answers with."""
        if path == "/no-head":
            return 405 if method == "HEAD" else 200
        if path == "/busy-at-first":
            return 503 if tries < 2 else 200
        return STATUS.get(path, 200)


class _Server(http.server.ThreadingHTTPServer):
    host: Host


class _Handler(QuietHandler):
    server: _Server
    is_counted = False

    def do_HEAD(self) -> None:  # noqa: N802 - the name is inherited
        self._count_and_answer()

    def do_GET(self) -> None:  # noqa: N802
        self._count_and_answer()

    def _count_and_answer(self) -> None:
        host = self.server.host
        self.is_counted = True
        host.now += 1
        host.most_at_once = max(host.most_at_once, host.now)
        try:
            tries = host.paths().count(self.path)
            host.asked.append((self.command, self.path, time.monotonic()))
            self._answer(host, tries)
        except (BrokenPipeError, ConnectionResetError):
            """The one who asked did not wait."""
        finally:
            self._leave()

    def _leave(self) -> None:
        """No longer being answered: said before the answer goes out, for the next may come at once."""
        if self.is_counted:
            self.is_counted = False
            self.server.host.now -= 1

    def _answer(self, host: Host, tries: int) -> None:
        if self.path == "/hangs-up-on-head" and self.command == "HEAD":
            return
        if self.path == "/slow":
            time.sleep(SLOW)
        if self.path in REDIRECTS:
            status, target = REDIRECTS[self.path]
            self._send(status, Location=target)
        elif self.path != "/robots.txt":
            self._send(host.status_of(self.command, self.path, tries=tries))
        elif isinstance(host.robots, str):
            self._send(200, host.robots)
        else:
            self._send(host.robots)

    def _send(self, status: int, body: str = "", **headers: str) -> None:
        self._leave()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body.encode())


@contextmanager
def serve_host() -> Iterator[Host]:
    """Serve the host on a free port until the block ends."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.host = Host(f"http://127.0.0.1:{server.server_port}/")
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    )
    thread.start()
    try:
        yield server.host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
