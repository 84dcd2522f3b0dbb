from __future__ import annotations

import pytest
from click.testing import CliRunner

from bps.cli import main
from bps.pipeline import Register
from bps.relations.named import ids_named
from tests.support.source import REPOSITORY


@pytest.mark.parametrize(
    ("kind", "words", "ids"),
    [
        ("jurisdiction", "shenzhen-futian", ("shenzhen-futian",)),
        ("jurisdiction", "福田区", ("shenzhen-futian",)),
        ("jurisdiction", "福田", ("shenzhen-futian",)),
        ("jurisdiction", "futian", ("shenzhen-futian",)),
        ("jurisdiction", "Futian", ("shenzhen-futian",)),
        ("jurisdiction", "无此地", ()),
        ("unit", "民政部", ("cn/ministry-of-civil-affairs",)),
    ],
)
def test_a_name_or_the_end_of_an_id_finds_the_record(
    real_register: Register, kind: str, words: str, ids: tuple[str, ...]
) -> None:
    assert ids_named(real_register.registry, kind, words) == ids


def new(*options: str) -> tuple[int, str]:
    command = "new list --id futian-test --dry-run --no-input --source general-knowledge"
    given = ["--set", "name.zh=测试清单", "--set", "status=planned"]
    found = CliRunner().invoke(
        main, [*command.split(), "--root", str(REPOSITORY), *given, *options]
    )
    return found.exit_code, found.output


@pytest.mark.parametrize("words", ["福田区", "futian", "shenzhen-futian"])
def test_a_drafter_may_write_the_name_of_a_place(words: str) -> None:
    code, output = new("--set", f"jurisdiction={words}")
    assert "jurisdiction: shenzhen-futian\n" in output, output
    assert code == 0
