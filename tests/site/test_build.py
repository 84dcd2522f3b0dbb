"""Building a site: refused when the data is wrong, whole when it is right, the same every time."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bps.pipeline import open_register
from bps.render import render_pages
from bps.site.build import BuildRefused, build_site
from bps.site.settings import site_settings
from bps.write import output_folder

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("mini-site")
DAY = "2026-01-20"


@pytest.fixture(scope="module")
def mini_site(mini_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("mini") / "site"
    build_site(mini_root, out, built_on=DAY)
    return out


@pytest.fixture
def broken_root(mini_root: Path, tmp_path: Path) -> Path:
    root = tmp_path / "broken"
    shutil.copytree(mini_root, root)
    item = root / "catalogue" / "items" / "testland" / "library-card.yml"
    text = item.read_text("utf-8").replace("testland/culture-office", "testland/no-such-office")
    item.write_text(text, "utf-8")
    return root


def _site_from_before(root: Path, out: Path) -> Path:
    """A site of this register with one page that no build of today writes."""
    with output_folder(out, root=root, kind="site", register="") as folder:
        (folder / "stale.html").write_text("the site from before", "utf-8")
    return out / "stale.html"


def test_the_site_holds_exactly_the_pages_that_are_rendered(
    mini_site: Path, mini_root: Path
) -> None:
    register = open_register(mini_root)
    settings = site_settings(mini_root, register.config.site, built_on=DAY)
    rendered = {page.path: page.text for page in render_pages(register.registry, site=settings)}
    for path, text in rendered.items():
        assert (mini_site / path).read_text("utf-8") == text
    html = {path.relative_to(mini_site).as_posix() for path in mini_site.rglob("*.html")}
    assert html == {path for path in rendered if path.endswith(".html")}


def test_faulty_data_is_refused_with_its_place_and_the_old_site_stays(
    broken_root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    before = _site_from_before(broken_root, out)
    with pytest.raises(BuildRefused) as refused:
        build_site(broken_root, out, built_on=DAY, index=False)
    assert "library-card.yml" in refused.value.words.en
    assert "unknown-reference" in refused.value.words.en or "unknown" in refused.value.words.en
    assert before.read_text("utf-8") == "the site from before"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".site")] == []


def test_a_new_site_replaces_the_old_one_as_a_whole(mini_root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    before = _site_from_before(mini_root, out)
    build_site(mini_root, out, built_on=DAY, index=False)
    assert not before.exists()
    assert (out / "index.html").is_file()


def test_two_builds_have_the_same_bytes(
    mini_site: Path, mini_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LANG", "zh_CN.GB18030")
    again = tmp_path / "again" / "site"
    build_site(mini_root, again, built_on=DAY)
    first = {p.relative_to(mini_site): p for p in mini_site.rglob("*") if p.is_file()}
    second = {p.relative_to(again): p for p in again.rglob("*") if p.is_file()}
    assert first.keys() == second.keys()
    different = [n for n in first if first[n].read_bytes() != second[n].read_bytes()]
    assert different == []
