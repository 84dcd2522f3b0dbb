"""`bps init`: an empty folder becomes a register that checks clean and builds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from bps.cli import main
from bps.config import read_config
from bps.findings import Severity
from bps.pipeline import open_register
from bps.site.build import build_site

PLACE = ["--place", "hill", "--name", "山区", "--name-en", "Hill", "--level", "county"]
PARENTS = ["--parent", "mountains:province:山省:Mountains", "--parent", "land:country:山国:Land"]
TABLE = """\
序号,领域,服务事项,服务对象,服务内容,牵头负责单位
1,阅读,借书证办理,全体居民,免费办理借书证。,山区图书馆
2,出行,渡船,全体居民,免费乘坐渡船。,山区交通局
"""


def run(*arguments: str) -> Result:
    """Run the command line as a script would."""
    return CliRunner().invoke(main, ["--lang", "en", *arguments])


def test_a_new_register_checks_clean_and_builds(tmp_path: Path) -> None:
    folder = tmp_path / "hill"
    result = run("init", str(folder), *PLACE, *PARENTS, "--operator", "山区民政局", "--no-input")
    assert result.exit_code == 0, result.output
    register = open_register(folder, today="2099-12-31")
    assert register.report.findings == ()
    assert [place.id for place in register.registry.iter("jurisdiction")] == [
        "hill",
        "land",
        "mountains",
    ]
    assert register.registry.get("jurisdiction", "hill").parent == "mountains"
    assert "示例" in register.registry.get("item", "hill/example").name.in_language("zh")
    built = build_site(folder, tmp_path / "site", built_on="2026-01-15", index=False)
    assert (built.folder / "items/hill/example/index.html").is_file()
    page = (built.folder / "items/hill/example/index.html").read_text("utf-8")
    assert "12345" not in page
    assert "山区民政局" in (built.folder / "index.html").read_text("utf-8")


def test_settings_of_the_new_register_are_read_and_guides_are_short(tmp_path: Path) -> None:
    assert run("init", str(tmp_path), *PLACE, "--no-input").exit_code == 0
    config = read_config(tmp_path)
    assert config.id == "hill"
    assert config.site.name == {"zh": "山区基本公共服务", "en": "Basic public services of Hill"}
    assert (tmp_path / "bps.toml").read_text("utf-8").startswith("#:schema ./schema/settings")
    assert (tmp_path / "schema/settings.schema.json").is_file()
    for name in ("README.md", "README.en.md"):
        lines = (tmp_path / name).read_text("utf-8").splitlines()
        assert sum(line[:1].isdigit() for line in lines) == 10
        assert "$" not in "".join(lines)


def test_what_publishes_the_site_is_yaml_and_keeps_its_variables(tmp_path: Path) -> None:
    assert run("init", str(tmp_path), *PLACE, "--no-input").exit_code == 0
    gitlab = yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text("utf-8"))
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]
    github = (tmp_path / ".github/workflows/site.yml").read_text("utf-8")
    assert yaml.safe_load(github)["jobs"]["site"]["steps"]
    assert "${{ github.token }}" in github
    assert "$$" not in github


def test_a_district_starts_on_the_register_of_the_nation(tmp_path: Path, mini_root: Path) -> None:
    folder = tmp_path / "hill"
    base = ["--base", str(mini_root), "--parent", "testland-riverside"]
    result = run("init", str(folder), *PLACE, *base, "--no-input")
    assert result.exit_code == 0, result.output
    assert not (folder / "catalogue/recipients.yml").exists()
    register = open_register(folder, today="2099-12-31")
    assert register.report.findings == ()
    assert register.registry.get("list", "hill-" + result_year(folder)).scheme == "testland-areas"
    assert read_config(folder).bases[0].path.endswith("mini")


def test_a_place_that_the_base_has_gets_no_second_record(tmp_path: Path, mini_root: Path) -> None:
    folder = tmp_path / "riverside"
    result = run(
        "init", str(folder), "--place", "testland-riverside", "--base", str(mini_root), "--no-input"
    )
    assert result.exit_code == 0, result.output
    assert not (folder / "catalogue/jurisdictions").exists()
    assert open_register(folder, today="2099-12-31").report.findings == ()


def result_year(folder: Path) -> str:
    """Year in the name of the only list."""
    (path,) = (folder / "catalogue/lists").glob("*.yml")
    return path.stem.rpartition("-")[2]


@pytest.mark.parametrize("name", ["letter.txt", "catalogue", ".env"])
def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    result = run("init", str(tmp_path), *PLACE, "--no-input")
    assert result.exit_code == 2
    assert f"already holds {name}" in result.output
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", encoding="utf-8")
    result = run("init", str(tmp_path / "a"), *PLACE, "--no-input")
    assert (result.exit_code, "not a folder" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "--place"),
        (["--place", "Hill!", "--name", "山", "--level", "county"], "would not pass the check"),
        (["--place", "hill", "--name", "山", "--level", "parish"], 'no level "parish"'),
        ([*PLACE, "--parent", "land"], "id:level:Chinese name:English name"),
        ([*PLACE, "--base", "nowhere"], "nowhere"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence_and_nothing_is_written(
    tmp_path: Path, arguments: list[str], says: str
) -> None:
    folder = tmp_path / "new"
    result = run("init", str(folder), *arguments, "--no-input")
    assert result.exit_code == 2
    assert says in result.output
    assert not folder.exists()


def test_a_table_becomes_the_first_list(tmp_path: Path) -> None:
    table = tmp_path / "清单.csv"
    table.write_text(TABLE, encoding="utf-8")
    folder = tmp_path / "hill"
    result = run("init", str(folder), *PLACE, "--from-table", str(table), "--no-input")
    assert result.exit_code == 0, result.output
    register = open_register(folder)
    assert [f for f in register.report.findings if f.severity is not Severity.NOTICE] == []
    names = {item.name.in_language("zh") for item in register.registry.iter("item")}
    assert names == {"借书证办理", "渡船"}
    areas = register.registry.get("domain-scheme", "hill-areas").concepts
    assert [area.name.zh for area in areas] == ["阅读", "出行"]
    assert tomllib.loads((folder / "bps.toml").read_text("utf-8"))["register"]["id"] == "hill"


def test_a_table_whose_areas_the_base_does_not_know_leaves_its_questions(
    tmp_path: Path, mini_root: Path
) -> None:
    table = tmp_path / "清单.csv"
    table.write_text(TABLE.replace("出行", "渡口"), encoding="utf-8")
    folder = tmp_path / "hill"
    base = ["--base", str(mini_root), "--parent", "testland"]
    result = run("init", str(folder), *PLACE, *base, "--from-table", str(table), "--no-input")
    assert result.exit_code == 1
    assert "渡口" in (folder / "import-answers.yml").read_text("utf-8")
    assert "--list hill-" in result.output
    assert open_register(folder).report.findings == ()


def test_areas_of_an_english_table_are_named_in_english(tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text(
        "Area,Service item,Recipients,Content,Lead unit\n"
        "Libraries,Library card,Everyone,A card free of charge,Hill Library\n",
        encoding="utf-8",
    )
    folder = tmp_path / "hill"
    result = run("init", str(folder), *PLACE, "--from-table", str(table), "--no-input")
    assert result.exit_code == 0, result.output
    (area,) = open_register(folder).registry.get("domain-scheme", "hill-areas").concepts
    assert (area.name.zh, area.name.en) == (None, "Libraries")
