"""A register that stands on another one: what is read, told, shown and given out."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from bps.analysis.coverage import coverage
from bps.cli import main
from bps.errors import ConfigurationError
from bps.export import export_files
from bps.pipeline import open_register
from bps.site.build import build_site
from tests.support.files import put

ITEM = """\
id: testland-hill/library-card
name: {zh: 山区借书证, en: Hill library card}
translation: editorial
status: in-force
jurisdiction: testland-hill
domain: testland-areas/reading
recipients: [readers]
lead_units: [testland/culture-office]
counterpart: {item: testland/library-card, scope: same}
evidence:
  - fields: [name, status, domain, recipients, lead_units, counterpart]
    source: testland-gazette
    how: stated
    checked_on: "2026-01-15"
"""
PLACE = """\
id: testland-hill
name: {zh: 山区, en: Hill}
translation: editorial
level: county
parent: testland
evidence:
  - {fields: [name, level, parent], source: testland-gazette, how: stated, checked_on: "2026-01-15"}
"""
ON_NATION = '[register]\nid = "testland-hill"\n\n[[base]]\npath = "../nation"\n'


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def nation(mini_root: Path, tmp_path: Path) -> Path:
    """The register of the nation, with an id, a name and an address."""
    folder = tmp_path / "nation"
    shutil.copytree(mini_root, folder)
    text = (
        '[register]\nid = "nation"\nversion = "2"\n\n[site]\naddress = "https://nation.example/"\n'
        'name = {zh = "试验国", en = "Testland"}\n'
    )
    (folder / "bps.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def hill(nation: Path, tmp_path: Path) -> Path:
    """The register of a district that stands on it."""
    del nation
    folder = tmp_path / "hill"
    put(folder, "catalogue/items/testland-hill/library-card.yml", ITEM)
    put(folder, "catalogue/jurisdictions/testland-hill.yml", PLACE)
    put(folder, "bps.toml", ON_NATION)
    return folder


def test_records_of_the_base_resolve_and_only_ones_own_are_counted(hill: Path) -> None:
    register = open_register(hill, today="2026-01-15")
    assert register.report.findings == ()
    assert (register.report.files, register.report.records) == (2, 2)
    assert register.registry.get("item", "testland/library-card").jurisdiction == "testland"
    assert [item.id for item in register.registry.own().iter("item")] == [
        "testland-hill/library-card"
    ]
    assert register.registry.own().find("item", "testland/library-card") is not None
    assert {e.id for e in register.registry.own().iter_entries()} == {
        "testland-hill/library-card",
        "testland-hill",
    }


def test_items_of_the_base_count_in_coverage(hill: Path) -> None:
    found = coverage(open_register(hill).registry, today=date(2026, 1, 15))
    assert ("testland/library-card", "testland-hill") in found.cells


def test_a_second_reading_gives_the_same_and_a_changed_base_is_read_anew(
    hill: Path, nation: Path
) -> None:
    first, again = open_register(hill), open_register(hill)
    assert [e.id for e in first.registry.iter_entries()] == [
        e.id for e in again.registry.iter_entries()
    ]
    path = nation / "catalogue/jurisdictions/testland.yml"
    path.write_text(path.read_text("utf-8").replace("试验国", "大试验国"), encoding="utf-8")
    assert open_register(hill).registry.get("jurisdiction", "testland").name.zh == "大试验国"


def test_a_finding_says_in_whose_file_it_is(hill: Path) -> None:
    put(hill, "catalogue/jurisdictions/testland.yml", PLACE.replace("testland-hill", "testland"))
    (finding,) = (f for f in open_register(hill).report.findings if f.code == "shadows-base")
    assert finding.path == "catalogue/jurisdictions/testland.yml"
    assert finding.related == ("nation:catalogue/jurisdictions/testland.yml:1:5",)
    assert open_register(hill).registry.get("jurisdiction", "testland").name.zh == "试验国"


def test_errors_of_a_base_are_one_finding_where_it_is_named(hill: Path, nation: Path) -> None:
    for name in ("library-card", "reading-room"):
        path = nation / f"catalogue/items/testland/{name}.yml"
        path.write_text(path.read_text("utf-8") + "colour: red\n", encoding="utf-8")
    found = [f for f in open_register(hill).report.findings if f.code == "base-has-errors"]
    assert [(f.path, f.line) for f in found] == [("bps.toml", 4)]
    assert "catalogue/items/testland/library-card.yml" in found[0].message.en


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (
            ON_NATION.replace("../nation", "../nowhere"),
            "bps.toml:4: the base ../nowhere is not there",
        ),
        ('[[base]]\npackage = "bps-data-nowhere"\n', "bps.toml:1: the data package"),
        ('[[base]]\npath = "."\n', "circle"),
        (ON_NATION.replace("testland-hill", "nation"), "two registers have the id nation"),
        (ON_NATION + '\n[[base]]\npath = "../copy"\n', "two registers have the id nation"),
    ],
)
def test_a_base_that_cannot_be_is_one_sentence_with_its_line(
    hill: Path, nation: Path, settings: str, says: str
) -> None:
    shutil.copytree(nation, nation.parent / "copy")
    put(hill, "bps.toml", settings)
    with pytest.raises(ConfigurationError, match=says):
        open_register(hill)


def test_a_base_of_another_schema_version_is_refused(hill: Path, nation: Path) -> None:
    put(nation, "bps.toml", '[register]\nid = "nation"\nschema = "v2"\n')
    with pytest.raises(ConfigurationError, match="schema v2"):
        open_register(hill)


def test_bases_that_go_in_a_circle_are_refused(hill: Path, nation: Path) -> None:
    put(nation, "bps.toml", '[register]\nid = "nation"\n\n[[base]]\npath = "../hill"\n')
    with pytest.raises(ConfigurationError, match="circle"):
        open_register(hill)


@pytest.mark.usefixtures("hill")
def test_a_base_may_stand_on_another_one(tmp_path: Path) -> None:
    village = tmp_path / "village"
    place = PLACE.replace("testland-hill", "testland-hill-ford").replace(
        "parent: testland", "parent: testland-hill"
    )
    put(village, "catalogue/jurisdictions/testland-hill-ford.yml", place)
    put(village, "bps.toml", '[register]\nid = "ford"\n\n[[base]]\npath = "../hill"\n')
    register = open_register(village)
    assert register.report.findings == ()
    assert [base.id for base in register.bases] == ["nation", "testland-hill"]
    assert register.registry.entry("item", "testland/library-card").base == "nation"


def test_open_data_hold_records_of_bases_only_when_asked(hill: Path) -> None:
    registry = open_register(hill).registry
    own = {name for name, _ in export_files(registry, built_on=date(2026, 1, 15))}
    assert "api/v1/item/testland-hill/library-card.json" in own
    assert "api/v1/item/testland/library-card.json" not in own
    whole = {name for name, _ in export_files(registry.giving_bases(), built_on=date(2026, 1, 15))}
    assert "api/v1/item/testland/library-card.json" in whole


def test_records_of_the_base_link_to_its_site(hill: Path, tmp_path: Path) -> None:
    built = build_site(hill, tmp_path / "site", built_on="2026-01-15", index=False)
    page = (built.folder / "items/testland-hill/library-card/index.html").read_text("utf-8")
    assert 'href="https://nation.example/items/testland/library-card/"' in page
    english = (built.folder / "en/items/testland-hill/library-card/index.html").read_text("utf-8")
    assert 'href="https://nation.example/en/items/testland/library-card/"' in english
    assert not (built.folder / "items/testland/library-card").exists()


def test_records_of_the_base_are_rendered_along_where_that_is_set(
    hill: Path, tmp_path: Path
) -> None:
    put(hill, "bps.toml", ON_NATION + 'pages = "along"\n')
    built = build_site(hill, tmp_path / "site", built_on="2026-01-15", index=False)
    page = (built.folder / "items/testland/library-card/index.html").read_text("utf-8")
    assert "来自所依托的登记库“试验国”" in page
    assert not (built.folder / "api/v1/item/testland/library-card.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["rename", "testland/library-card", "testland/card"],
        [
            *("review", "testland/library-card", "--kind", "confirm", "--outcome", "accepted"),
            *("--reason", "核对", "--by", "testland/culture-office"),
        ],
    ],
)
def test_records_of_the_base_are_read_only(hill: Path, nation: Path, arguments: list[str]) -> None:
    before = {path: path.read_bytes() for path in nation.rglob("*.yml")}
    result = CliRunner().invoke(main, ["--lang", "en", "--root", str(hill), *arguments])
    assert result.exit_code == 2
    assert "is a record of the base nation and read-only" in result.output
    assert {path: path.read_bytes() for path in nation.rglob("*.yml")} == before
    assert not (hill / "catalogue/items/testland").exists()
