"""A preview on this machine: a page is rendered when it is asked for, and follows every change.

Reading a register takes well under a second and one page a fraction of that, so nothing is built
ahead. Hand-written pages are built by MkDocs when they change. Only this machine can reach it.
"""

from __future__ import annotations

import contextlib
import mimetypes
import tempfile
import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from bps.render import render_pages
from bps.site.frame import Frame
from bps.site.outputs import OUTPUTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bps.render import SiteSettings

_WATCHED = ("catalogue", "standards", "docs", "bps.toml", "mkdocs.yml")
_LIVE_PATH = "/.bps/changes"
_LIVE_SCRIPT = "/.bps/live.js"
_LIVE = """// Loads the page anew when the preview says that something changed.
new EventSource("/.bps/changes").addEventListener("changed", () => location.reload());
"""
_TYPES = {".js": "text/javascript", ".wasm": "application/wasm", ".svg": "image/svg+xml"}
_PULSE_SECONDS = 15


class Preview:
    """The state of a running preview.

    Attributes:
        root: Root of the register.
        version: Counts the changes seen so far.
    """

    def __init__(self, root: Path) -> None:
        """Read the register and the hand-written pages.

        Args:
            root: Root of the register.
        """
        self.root = root
        self.version = 0
        self._turn = threading.Condition()
        self._lock = threading.Lock()
        self._outputs: dict[str, bytes] | None = None
        self._frame = Frame.read(root)
        self._prose = prose_pages(root)

    @property
    def settings(self) -> SiteSettings:
        """Settings of the site."""
        return self._frame.settings

    def changed(self, paths: list[str]) -> None:
        """Take in a change and wake the pages that wait for one.

        Args:
            paths: Files that changed.
        """
        docs = str(self.root / "docs")
        with self._lock:
            with contextlib.suppress(OSError):
                self._frame = Frame.read(self.root, previous=self._frame)
            if any(path.startswith(docs) or path.endswith("mkdocs.yml") for path in paths):
                self._prose = prose_pages(self.root)
            self._outputs = None
        with self._turn:
            self.version += 1
            self._turn.notify_all()

    def wait(self, version: int, seconds: float) -> int:
        """Wait until something changed after a version, or the time is over."""
        with self._turn:
            self._turn.wait_for(lambda: self.version != version, timeout=seconds)
            return self.version

    def file(self, path: str) -> bytes | None:
        """Content of a file of the site.

        Args:
            path: Path below the root of the site.

        Returns:
            The content, or None when the site has no such file.
        """
        with self._lock:
            if path.startswith("assets/"):
                return _asset(path.removeprefix("assets/"))
            if path in self._prose:
                return self._prose[path].encode()
            return self._page(path) or self._output(path)

    def findings(self) -> str:
        """Errors of the register in words, or nothing."""
        return self._frame.refusal

    def _page(self, path: str) -> bytes | None:
        folder = path.removeprefix("en/").removesuffix("index.html")
        pages = render_pages(
            self._frame.register.registry,
            site=self._frame.settings,
            only={folder},
            analyses=self._frame.analyses,
        )
        return next((page.text.encode() for page in pages if page.path == path), None)

    def _output(self, path: str) -> bytes | None:
        if self._outputs is None:
            registry, settings = self._frame.register.registry, self._frame.settings
            self._outputs = {
                name: content
                for make in OUTPUTS
                for name, content in make(registry, settings, self._frame.analyses)
            }
        return self._outputs.get(path)


def prose_pages(root: Path) -> dict[str, str]:
    """Build the hand-written pages of a register and return them by path.

    Args:
        root: Root of the register.

    Returns:
        Path below the site to text; empty where there is no `mkdocs.yml`.
    """
    from bps.site.build import MKDOCS_FILE, run_mkdocs

    if not (root / MKDOCS_FILE).is_file():
        return {}
    with tempfile.TemporaryDirectory(prefix="bps-preview-") as work:
        return run_mkdocs(root, Path(work), records=False, strict=False).prose_pages


def serve_site(root: Path, *, port: int, say: Callable[[str, str], None]) -> None:
    """Serve a preview until it is interrupted.

    Args:
        root: Root of the register.
        port: Port on this machine.
        say: Told what happens, in Chinese and English.
    """
    preview = Preview(root.resolve())
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(preview))
    server.daemon_threads = True
    stop = threading.Event()
    watcher = threading.Thread(target=_watch, args=(preview, stop), daemon=True)
    watcher.start()
    address = f"http://127.0.0.1:{server.server_port}/"
    say(f"预览：{address}（Ctrl-C 结束）", f"Preview: {address} (Ctrl-C ends it)")
    with contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
    stop.set()
    server.server_close()


def _watch(preview: Preview, stop: threading.Event) -> None:
    import watchfiles

    places = [preview.root / name for name in _WATCHED if (preview.root / name).exists()]
    for changes in watchfiles.watch(*places, stop_event=stop, debounce=200, step=50):
        preview.changed([path for _, path in changes])


def _handler(  # noqa: C901 - one small method per question
    preview: Preview,
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers for one preview."""

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path == _LIVE_PATH:
                self._changes()
            elif path == _LIVE_SCRIPT:
                self._answer(200, _LIVE.encode(), "text/javascript")
            else:
                self._file(path.lstrip("/"))

        def _file(self, path: str) -> None:
            name = f"{path}index.html" if not path or path.endswith("/") else path
            content = preview.file(name)
            if content is None:
                self._lost()
                return
            suffix = Path(name).suffix
            kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "text/plain"
            if suffix == ".html":
                content = _with_live(content)
                kind = "text/html; charset=utf-8"
            self._answer(200, content, kind)

        def _lost(self) -> None:
            page = (preview.file("404.html") or b"").decode()
            findings = preview.findings()
            if findings:
                page = page.replace("</main>", f"<pre>{escape(findings)}</pre></main>")
            self._answer(404, _with_live(page.encode()), "text/html; charset=utf-8")

        def _answer(self, status: int, content: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(content)

        def _changes(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            version = preview.version
            with contextlib.suppress(OSError):
                while True:
                    now = preview.wait(version, _PULSE_SECONDS)
                    words = (
                        b": still here\n\n" if now == version else b"event: changed\ndata: 1\n\n"
                    )
                    version = now
                    self.wfile.write(words)
                    self.wfile.flush()

        def log_message(self, *_: object) -> None:
            """Keep the terminal for what matters."""

    return Handler


def _with_live(page: bytes) -> bytes:
    return page.replace(b"</head>", f'<script src="{_LIVE_SCRIPT}"></script></head>'.encode(), 1)


def _asset(name: str) -> bytes | None:
    parts = Path(name).parts
    if not parts or ".." in parts:
        return None
    found = resources.files("bps.render").joinpath("assets", *parts)
    return found.read_bytes() if found.is_file() else None
