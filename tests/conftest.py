"""Fixtures that every test may use. No test reaches the network: only this machine answers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import settings

from tests.support.browser import FLAGS, NONE_TO_BE_HAD, find_chromium, playwright_chromium
from tests.support.server import serve_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from bps.pipeline import Register
    from bps.search.index import SearchIndex

# Random cases are the same in every run: a green run stays green until the code changes.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")

REPOSITORY = Path(__file__).resolve().parent.parent
# Held against published shapes that are no part of this project: `.ci/run` says where they lie.
collect_ignore = [] if "BPS_CONFORMANCE" in os.environ else ["conformance"]
# Needs a cluster of three servers: `make test-cluster` fetches and runs them.
collect_ignore += [] if "BPS_CLUSTER" in os.environ else ["cluster"]


@pytest.fixture(scope="session")
def repository() -> Path:
    """Root of the project, which is also the root of the real register."""
    return REPOSITORY


@pytest.fixture(scope="session")
def mini_root() -> Path:
    """Root of a tiny register made of visible test data."""
    return REPOSITORY / "tests" / "mini"


@pytest.fixture(scope="session")
def mini_register(mini_root: Path) -> Register:
    """The tiny register, opened once."""
    from bps.pipeline import open_register

    return open_register(mini_root)


@pytest.fixture(scope="session")
def real_register() -> Register:
    """The register of this project, opened once in each test process."""
    from bps.pipeline import open_register

    return open_register(REPOSITORY)


@pytest.fixture(scope="session")
def real_index(real_register: Register) -> SearchIndex:
    """Search index of the register of this project."""
    from bps.search.documents import index_registry

    return index_registry(real_register.registry)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the real site, built once for all test processes."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    site = shared / "site"
    with FileLock(shared / "site.lock"):
        if not site.exists():
            build_site(REPOSITORY, site)
    return site


def build_site(root: Path, site: Path) -> None:
    """Build a site as a person would, by the command line."""
    finished = subprocess.run(
        [
            str(Path(sys.executable).with_name("bps")),
            "--root",
            str(root),
            "build",
            "--out",
            str(site),
        ],
        check=False,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert finished.returncode == 0, finished.stdout[-2000:] + finished.stderr[-4000:]


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Address of the built site, served on this machine, ending in a slash."""
    with serve_folder(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    from playwright.sync_api import sync_playwright

    executable = find_chromium() or playwright_chromium()
    assert executable, NONE_TO_BE_HAD
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page with nothing remembered from other tests."""
    context = browser.new_context(locale="zh-CN")
    yield context.new_page()
    context.close()
