from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from bps.analysis.eligibility import offers_at
from bps.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from bps.pipeline import Register


def run(repository: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(repository), "eligible", *arguments])


def answers(repository: Path, *arguments: str) -> dict[str, list[Any]]:
    result = run(repository, *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    found: dict[str, list[Any]] = json.loads(result.stdout)
    return found


@pytest.mark.xdist_group("eligible")
def test_json_holds_three_groups_and_every_item_once(repository: Path) -> None:
    found = answers(repository, "--set", "age=67", "--set", "service=veteran")
    assert list(found) == ["yes", "maybe", "no"]
    assert {"cn/elderly-health-management", "cn/veteran-employment"} <= set(found["yes"])
    assert "cn/vaccination" in found["no"]
    everything = found["yes"] + found["no"] + [one["id"] for one in found["maybe"]]
    assert len(everything) == len(set(everything)) == 84
    assert all(list(one) == ["id", "missing", "untested"] for one in found["maybe"])


@pytest.mark.xdist_group("eligible")
def test_a_key_with_several_values_is_repeated(repository: Path) -> None:
    found = answers(
        repository, "--set", "insurance=resident-medical", "--set", "insurance=resident-pension"
    )
    assert {"cn/resident-medical-insurance", "cn/resident-pension"} <= set(found["yes"])
    assert "cn/employee-pension" in found["no"]


@pytest.mark.xdist_group("eligible")
def test_a_place_without_local_items_says_that_the_nation_applies(
    repository: Path, real_register: Register
) -> None:
    registry = real_register.registry
    bare = next(
        place.id
        for place in registry.iter("jurisdiction")
        if offers_at(registry, place.id).falls_back
    )
    result = run(repository, "--at", bare, "--lang", "zh", "--format", "json")
    assert "按国家清单" in result.stderr
    assert json.loads(result.stdout) == answers(repository, "--at", "cn")


@pytest.mark.xdist_group("eligible")
def test_local_items_take_the_place_of_national_ones(repository: Path) -> None:
    found = answers(repository, "--at", "shenzhen-futian", "--set", "age=67")
    everything = found["yes"] + found["no"] + [one["id"] for one in found["maybe"]]
    local = [one for one in everything if not one.startswith("cn/")]
    assert local
    assert len(everything) == len(set(everything))


@pytest.mark.xdist_group("eligible")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--set", "agge=67"],
        ["--set", "age"],
        ["--set", "=67"],
        ["--set", "age=old"],
        ["--set", "service=vetran"],
        ["--at", "atlantis"],
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2_and_a_hint_and_no_trace(
    repository: Path, arguments: list[str]
) -> None:
    result = run(repository, *arguments, "--lang", "en")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.stderr.strip()


@pytest.mark.xdist_group("eligible")
def test_contradicting_answers_are_answered_calmly(repository: Path) -> None:
    result = run(repository, "--set", "age=5", "--set", "employment=retired", "--lang", "en")
    assert result.exit_code == 0
    assert "Please check" in result.stderr
    assert "You should get this" in result.stdout


@pytest.mark.xdist_group("eligible")
def test_text_says_why_and_what_to_do_instead_in_both_languages(repository: Path) -> None:
    chinese = run(repository, "--set", "age=60", "--lang", "zh").stdout
    english = run(repository, "--set", "age=60", "--lang", "en").stdout
    assert "要求：年满65岁" in chinese
    assert "等到65岁" in chinese
    assert "Needed: aged 65 or over" in english
