"""Adding up: places' registers become the country's, nothing dropped, in any order."""

from __future__ import annotations

import itertools
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from bps.analysis.analyses import Analyses
from bps.analysis.reports import REPORTS
from bps.cli import main
from bps.errors import UsageError
from bps.merge import merge_registers
from bps.pipeline import Register, open_register
from tests.support.files import put

DAY = date(2026, 11, 22)
PLACES = ("shenzhen-futian", "taizhou-jiangsu", "wuhan", "zhushan", "honghu")
DATA = ("catalogue", "standards")
PLACE = """\
id: {id}
name: {{zh: {zh}, en: {en}}}
translation: editorial
level: {level}
parent: {parent}
evidence:
  - {{fields: [name, level, parent], source: testland-gazette, how: stated, checked_on: "2026-01-15"}}
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def records(root: Path) -> dict[str, bytes]:
    """Bytes of every record below a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for name in DATA
        for path in (root / name).rglob("*.yml")
    }


def split(whole: Path, out: Path) -> list[Path]:
    """A base without five places, and a register of each of them that stands on it."""
    base = out / "nation"
    for name in DATA:
        shutil.copytree(whole / name, base / name)
    put(base, "bps.toml", '[register]\nid = "nation"\nversion = "1"\n')
    roots = [base]
    for place in PLACES:
        root = out / place
        settings = f'[register]\nid = "{place}"\n\n[[base]]\npath = "../nation"\n'
        put(root, "bps.toml", settings)
        for path in sorted(base.rglob("*.yml")):
            below = path.relative_to(base)
            if place in below.parts or below.as_posix() == f"catalogue/jurisdictions/{place}.yml":
                (root / below).parent.mkdir(parents=True, exist_ok=True)
                path.rename(root / below)
        roots.append(root)
    return roots


def analyses(register: Register) -> dict[str, object]:
    """Every report of the reviewers."""
    known = Analyses(register.registry, today=DAY)
    return {report.name: report.tables(known) for report in REPORTS.values()}


def test_todays_register_split_by_place_and_merged_back_is_the_same(
    repository: Path, real_register: Register, tmp_path: Path
) -> None:
    roots = split(repository, tmp_path)
    assert all(len(records(root)) > 5 for root in roots)
    out = tmp_path / "merged"
    result = CliRunner().invoke(
        main, ["--lang", "en", "merge", *map(str, roots[1:]), "--out", str(out)]
    )
    assert result.exit_code == 0, result.output
    assert records(out) == records(repository)
    assert analyses(open_register(out)) == analyses(real_register)
    backward = merge_registers(list(reversed(roots)))
    assert backward == merge_registers(roots)
    assert backward.findings == ()


@pytest.fixture
def three(mini_root: Path, tmp_path: Path) -> list[Path]:
    """The nation and two districts that stand on it."""
    nation = tmp_path / "nation"
    shutil.copytree(mini_root, nation)
    put(nation, "bps.toml", '[register]\nid = "nation"\nversion = "1"\n')
    roots = [nation]
    for name, zh in (("east", "东区"), ("west", "西区")):
        root = tmp_path / name
        put(root, "bps.toml", f'[register]\nid = "{name}"\n\n[[base]]\npath = "../nation"\n')
        text = PLACE.format(id=name, zh=zh, en=name.title(), level="county", parent="testland")
        put(root, f"catalogue/jurisdictions/{name}.yml", text)
        roots.append(root)
    return roots


def codes(roots: list[Path]) -> list[tuple[str, str]]:
    """Code and file of each finding of a merge; the same in any order."""
    found = {merge_registers(list(order)).findings for order in itertools.permutations(roots)}
    assert len(found) == 1
    return [(finding.code, finding.path) for finding in found.pop()]


def test_registers_that_agree_give_no_finding(three: list[Path]) -> None:
    assert codes(three) == []
    assert merge_registers(three[1:]).registers == ("east", "nation", "west")


def test_one_id_with_two_contents_is_told_and_both_are_kept(three: list[Path]) -> None:
    for root, zh in zip(three[1:], ("甲村", "乙村"), strict=True):
        text = PLACE.format(id="ford", zh=zh, en="Ford", level="township", parent=root.name)
        put(root, "catalogue/jurisdictions/ford.yml", text)
    assert codes(three) == [("differing-records", "west:catalogue/jurisdictions/ford.yml")]
    merged = merge_registers(three)
    assert "甲村" in merged.files["catalogue/jurisdictions/ford.yml"].decode()
    assert "乙村" in merged.files["conflicts/west/catalogue/jurisdictions/ford.yml"].decode()


def test_two_versions_of_a_base_are_told(three: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "nation-2"
    shutil.copytree(three[0], other)
    put(other, "bps.toml", '[register]\nid = "nation"\nversion = "2"\n')
    settings = three[2] / "bps.toml"
    settings.write_text(settings.read_text("utf-8").replace("../nation", "../nation-2"), "utf-8")
    found = codes(three[1:])
    assert [code for code, _ in found] == ["base-versions"]


def test_a_record_of_somebody_elses_place_is_told(three: list[Path]) -> None:
    text = PLACE.format(
        id="ford", zh="渡口", en="Ford", level="township", parent="testland-riverside"
    )
    put(three[1], "catalogue/jurisdictions/ford.yml", text)
    assert codes(three) == [("place-outside-parent", "east:catalogue/jurisdictions/ford.yml")]


def test_two_bodies_for_one_are_told_by_the_check_of_the_result(
    three: list[Path], tmp_path: Path
) -> None:
    unit = (
        "id: testland/{id}\nname: {{zh: 渡口管理处, en: Ford Office}}\ntranslation: editorial\n"
        "kind: bureau\njurisdiction: testland\nevidence:\n  - {{fields: [name, kind], "
        'source: testland-gazette, how: stated, checked_on: "2026-01-15"}}\n'
    )
    for root in three[1:]:
        name = f"ford-office-{root.name}"
        put(root, f"catalogue/units/testland/{name}.yml", unit.format(id=name))
    result = CliRunner().invoke(
        main, ["--lang", "en", "merge", *map(str, three), "--out", str(tmp_path / "out")]
    )
    assert "look-alike-name" in result.output


def test_two_registers_of_one_id_are_refused(three: list[Path], tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(three[1], copy)
    with pytest.raises(UsageError, match="both have the id east"):
        merge_registers([*three, copy])


def test_thirty_one_provinces_add_up(three: list[Path], tmp_path: Path) -> None:
    roots = three[:1]
    for number in range(1, 32):
        name = f"province-{number}"
        root = tmp_path / name
        put(root, "bps.toml", f'[register]\nid = "{name}"\n\n[[base]]\npath = "../nation"\n')
        text = PLACE.format(
            id=name,
            zh=f"第{number}省",
            en=f"Province {number}",
            level="province",
            parent="testland",
        )
        put(root, f"catalogue/jurisdictions/{name}.yml", text)
        item = (three[0] / "catalogue/items/testland-riverside/library-card.yml").read_text("utf-8")
        put(root, f"catalogue/items/{name}/card.yml", as_of(item, name))
        roots.append(root)
    merged = merge_registers(roots)
    assert merged == merge_registers(roots[::-1])
    assert merged.findings == ()
    for path, content in merged.files.items():
        put(tmp_path / "country", path, content.decode())
    register = open_register(tmp_path / "country")
    assert register.report.findings == ()
    assert sum(item.id.startswith("province-") for item in register.registry.iter("item")) == 31


def as_of(item: str, place: str) -> str:
    """An item of Riverside as that of another place, led by the nation's office."""
    return (
        item.replace("id: testland-riverside/library-card", f"id: {place}/card")
        .replace("jurisdiction: testland-riverside", f"jurisdiction: {place}")
        .replace("testland-riverside/culture-bureau", "testland/culture-office")
    )
