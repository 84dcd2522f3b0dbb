"""The smallest registers there are: their sites are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.site.build import build_site
from tests.support.files import put

if TYPE_CHECKING:
    from pathlib import Path

PLACE = """\
id: hill
name: {zh: 山区, en: Hill}
translation: editorial
level: county
evidence:
  - {fields: [name, level], source: entries, how: stated, checked_on: "2026-01-15"}
"""
SOURCE = """\
id: entries
name: {zh: 建库时填写, en: Entered at the start}
kind: project-source
translation: editorial
"""


def test_one_place_makes_a_site_under_a_name_of_its_own(tmp_path: Path) -> None:
    for path, text in (
        ("catalogue/jurisdictions/hill.yml", PLACE),
        ("catalogue/sources/entries.yml", SOURCE),
        ("bps.toml", '[site]\nname = {zh = "山区服务", en = "Services of Hill"}\n'),
    ):
        put(tmp_path, path, text)
    built = build_site(tmp_path, tmp_path / "site", built_on="2026-01-15", index=False)
    assert "山区服务" in (built.folder / "index.html").read_text("utf-8")
    assert "Services of Hill" in (built.folder / "en/index.html").read_text("utf-8")
