"""The preview: shows a change at once, keeps faults in sight, and gives out nothing but the site."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from bps.site.preview import Preview

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "items/testland/library-card/index.html"


@pytest.fixture
def root(mini_root: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "register"
    shutil.copytree(mini_root, copy)
    return copy


@pytest.fixture
def preview(root: Path) -> Preview:
    return Preview(root)


def change(root: Path, old: str, new: str) -> str:
    file = root / "catalogue" / "items" / "testland" / "library-card.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return str(file)


def test_a_changed_record_shows_and_wakes_the_page_that_waits(root: Path, preview: Preview) -> None:
    before = preview.file(PAGE)
    assert before is not None
    woken: list[int] = []
    waiting = threading.Thread(target=lambda: woken.append(preview.wait(0, 20)))
    waiting.start()
    preview.changed([change(root, "免费办理借书证", "当场办理借书证")])
    waiting.join(20)
    assert woken == [1]
    after = preview.file(PAGE)
    assert after is not None
    assert "当场办理借书证" in after.decode()
    assert "当场办理借书证" not in before.decode()


def test_a_broken_record_is_said_and_does_not_end_the_preview(root: Path, preview: Preview) -> None:
    preview.changed([change(root, "status: in-force", "status: no-such-status")])
    assert "library-card.yml" in preview.findings()
    assert preview.file("index.html") is not None
    preview.changed([change(root, "status: no-such-status", "status: in-force")])
    assert preview.findings() == ""
    assert preview.file(PAGE) is not None


@pytest.mark.parametrize(
    "path", ["assets/../page.py", "assets/../../../../etc/passwd", "../bps.toml", "nothing.html"]
)
def test_nothing_but_the_site_is_given_out(preview: Preview, path: str) -> None:
    assert preview.file(path) is None


def test_style_sheets_and_scripts_are_served(preview: Preview) -> None:
    assert preview.file("assets/bps.css") is not None
    assert preview.file("assets/site.js") is not None
