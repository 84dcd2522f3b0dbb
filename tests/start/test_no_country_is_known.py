"""The program knows no country: the nation is whatever the register says it is."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from bps.cli import main
from bps.intake.units import kind_of
from bps.pipeline import open_register
from bps.search.document import LOCAL
from bps.search.documents import WEIGHTS, collect_documents
from tests.support.source import PACKAGE


def test_items_of_the_nation_weigh_most_whatever_its_id(mini_root: Path) -> None:
    documents = {d.id: d for d in collect_documents(open_register(mini_root).registry)}
    assert documents["testland/library-card"].weight == WEIGHTS["item"]
    assert documents["testland-riverside/library-card"].weight == WEIGHTS["item"] * LOCAL
    assert documents["testland/library-card"].values_of("place") == ("testland",)
    assert documents["testland"].values_of("place") == ()


def test_what_a_person_gets_is_asked_of_the_nation_when_no_place_is_named(mini_root: Path) -> None:
    arguments = ["--lang", "en", "eligible", "--set", "age=30", "--root", str(mini_root)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert "Riverside library card" not in result.output


def test_a_register_without_a_nation_asks_for_the_place(tmp_path: Path) -> None:
    (tmp_path / "catalogue/sources").mkdir(parents=True)
    (tmp_path / "catalogue/sources/a.yml").write_text(
        "id: a\nname: {en: A}\nkind: official\n", encoding="utf-8"
    )
    arguments = ["--lang", "en", "eligible", "--set", "age=30", "--root", str(tmp_path)]
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, "--at" in result.output) == (2, True)


def test_a_ministry_is_a_body_of_the_nation() -> None:
    assert kind_of("教育部", is_national=True) == "ministry"
    assert kind_of("教育部", is_national=False) != "ministry"


def test_no_id_of_a_country_stands_in_search_import_or_finder() -> None:
    rooms = ("search", "intake", "cli", "analysis", "link", "render/assets")
    found = [
        path.relative_to(PACKAGE).as_posix()
        for room in rooms
        for path in sorted((PACKAGE / room).rglob("*"))
        if path.suffix in {".py", ".js"} and re.search(r"""["']cn["']""", path.read_text("utf-8"))
    ]
    assert found == []
