"""Find a Chromium for the browser tests, or get one."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = ("chromium", "fonts-noto-cjk")

# No window, no profile of the person's own, and nothing sent to anyone: the tests run offline.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)

Run = Callable[[Sequence[str]], bool]
Which = Callable[[str], str | None]

NONE_TO_BE_HAD = (
    "The browser tests need Chromium, and none was found or could be installed: "
    "put chromium on PATH, then run the command again. "
    "浏览器测试需要 Chromium，本机没有且无法自动安装：请把 chromium 加入 PATH 后重试。"
)


class NoBrowserError(Exception):
    """No Chromium was found and none could be installed."""


def succeeds(command: Sequence[str]) -> bool:
    """Run a command quietly and tell whether it ended well."""
    try:
        finished = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=1200,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return finished.returncode == 0


def playwright_chromium() -> str | None:
    """Path of the Chromium that Playwright brought itself, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def find_chromium(*, which: Which = shutil.which, run: Run = succeeds) -> str | None:
    """Path of a Chromium that starts, looking at PATH only."""
    for name in NAMES:
        path = which(name)
        if path and run([path, "--version"]):
            return path
    return None


def prepare_chromium(
    *,
    is_root: bool,
    which: Which = shutil.which,
    run: Run = succeeds,
    own: Callable[[], str | None] = playwright_chromium,
    say: Callable[[str], None],
) -> str:
    """Make sure that a Chromium is there: PATH first, then Debian's package, then Playwright's.

    Args:
        is_root: Whether packages of the system may be installed.
        which: Looks a command up on PATH.
        run: Runs a command and tells whether it ended well.
        own: Finds the Chromium that Playwright brought itself.
        say: Tells the person what takes long.

    Returns:
        Path of the browser.

    Raises:
        NoBrowserError: If none is there and none can be had.
    """
    found = find_chromium(which=which, run=run)
    apt = which("apt-get")
    if apt and is_root and not (found and has_chinese_font(which=which, run=run)):
        say("Installing Chromium and a Chinese font … 正在安装 Chromium 与中文字体 …")
        wanted = PACKAGES[1:] if found else PACKAGES
        install = [apt, "install", "-y", "-q", "--no-install-recommends", *wanted]
        # The list of packages may be missing or old: fetch it only when the first try fails.
        if not run(install) and run([apt, "update", "-q"]):
            run(install)
        found = find_chromium(which=which, run=run)
    if found is None:
        found = own()
    if found is None:
        say("Installing Playwright's Chromium … 正在安装 Playwright 自带的 Chromium …")
        playwright = which("playwright") or ".venv/bin/playwright"
        if run([playwright, "install", "chromium"]):
            found = own()
    if found is None:
        raise NoBrowserError(NONE_TO_BE_HAD)
    return found


def has_chinese_font(*, which: Which = shutil.which, run: Run = succeeds) -> bool:
    """Tell whether Chinese text shows as characters; without it, pages are measured in boxes."""
    listing = which("fc-list")
    if not listing:
        return False
    return run(["sh", "-c", f"'{listing}' :lang=zh-cn family | grep -q ."])
