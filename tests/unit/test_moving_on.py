"""New records, new ids, new editions, neighbours."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bps.cli import main
from bps.errors import UsageError
from bps.fix.edition import plan_edition
from bps.fix.rename import plan_rename
from bps.fix.run import apply_fixes
from bps.model import RECORD_TYPES
from bps.pipeline import open_register
from bps.search.similar import find_similar

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-01-20"
BACKGROUND = ["--source", "general-knowledge", "--how", "background"]


@pytest.fixture
def copy(mini_root: Path, tmp_path: Path) -> Path:
    root = tmp_path / "register"
    shutil.copytree(mini_root, root)
    return root


def bps(root: Path, *words: str, typed: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(root), *words], input=typed)
    return result.exit_code, result.output


def first_source(root: Path) -> str:
    return next(open_register(root, rules=False).registry.iter("source")).id


def rename(root: Path, old: str, new: str) -> tuple[str, ...]:
    registry = open_register(root, rules=False).registry
    reason = {"zh": "名称统一", "en": "Names unified"}
    return apply_fixes(root, plan_rename(root, registry, old, new, on=TODAY, reason=reason))


def test_a_renamed_record_keeps_its_old_id_alive_and_its_references_right(copy: Path) -> None:
    before = open_register(copy)
    written = rename(copy, "testland/library-card", "testland/lending-card")
    assert "catalogue/items/testland/lending-card.yml" in written
    after = open_register(copy)
    assert after.report.summary()["errors"] == before.report.summary()["errors"] == 0
    assert "moved-reference" not in {finding.code for finding in after.report.findings}
    assert after.registry.resolve("item", "testland/library-card") == ("testland/lending-card",)
    item = after.registry.get("item", "testland/lending-card")
    assert "testland/library-card" in item.former_ids
    old = {
        (link.type, link.id) for link in before.registry.backlinks("item", "testland/library-card")
    }
    new = {
        (link.type, link.id) for link in after.registry.backlinks("item", "testland/lending-card")
    }
    assert old <= new


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("testland/library-card", "testland/Lending Card", "cannot be an id"),
        ("testland/library-card", "other/lending-card", 'agree before the "/"'),
        ("testland/library-card", "testland/reading-room", "already there"),
        ("testland", "testland-2", "part of other ids"),
        ("testland/nothing", "testland/something", "Unknown item"),
    ],
)
def test_a_rename_that_cannot_be_is_refused(copy: Path, old: str, new: str, words: str) -> None:
    code, output = bps(copy, "--lang", "en", "rename", old, new)
    assert code == 2
    assert words in output or "is taken" in output


def test_an_id_that_was_used_before_is_not_used_again(copy: Path) -> None:
    rename(copy, "testland/library-card", "testland/lending-card")
    registry = open_register(copy, rules=False).registry
    with pytest.raises(UsageError):
        plan_rename(
            copy, registry, "testland/reading-room", "testland/library-card", on=TODAY, reason={}
        )


def test_a_new_edition_carries_the_items_over_and_says_so(copy: Path) -> None:
    registry = open_register(copy, rules=False).registry
    old = next(
        each
        for each in registry.iter("list")
        if any(place.list == each.id for item in registry.iter("item") for place in item.listed_in)
    )
    files = plan_edition(
        copy,
        registry,
        old.id,
        "testland-next",
        name={"zh": "试验国清单（新版）", "en": "List of Testland (next)"},
        source=first_source(copy),
        today=TODAY,
    )
    apply_fixes(copy, files)
    register = open_register(copy)
    assert register.report.summary()["errors"] == 0
    new = register.registry.get("list", "testland-next")
    assert (new.status, new.replaces) == ("planned", old.id)

    def listed(list_id: str) -> list[tuple[str, int | None]]:
        return [
            (item.id, place.number)
            for item in register.registry.iter("item")
            for place in item.listed_in
            if place.list == list_id
        ]

    assert listed("testland-next") == listed(old.id) != []
    item = register.registry.get("item", listed(old.id)[0][0])
    assert item.evidence[-1].how == "inferred"


def test_an_edition_can_be_started_without_items(copy: Path) -> None:
    registry = open_register(copy, rules=False).registry
    old = next(registry.iter("list"))
    files = plan_edition(
        copy,
        registry,
        old.id,
        "x-1",
        name={"zh": "甲"},
        source=first_source(copy),
        today=TODAY,
        with_items=False,
    )
    assert list(files) == ["catalogue/lists/x-1.yml"]


ANSWERS = {
    "jurisdiction": ["--id", "new-town", "--set", "level=township", "--set", "parent=testland"],
    "unit": ["--id", "testland/new-office", "--set", "kind=bureau"],
    "list": ["--id", "new-list", "--set", "status=planned", "--set", "jurisdiction=testland"],
    "item": ["--id", "testland/new-thing", "--set", "status=unknown"],
    "service-point": ["--id", "testland/new-point"],
    "indicator": ["--id", "new-measure", "--set", "kind=input", "--set", "direction=higher"],
    "source": ["--id", "new-source", "--set", "kind=official"],
    "survey": ["--id", "new-survey"],
    "programme": ["--id", "new-plan", "--set", "kind=plan", "--set", "jurisdictions=testland"],
    "standard": [
        "--id", "gb-t-1-2020", "--set", "level=national", "--set", "status=unknown",
        "--set", "jurisdiction=testland",
    ],
    "domain-scheme": ["--id", "new-areas", "--set", "concepts.id=a", "--set", "concepts.name.zh=甲"],
    "observation-set": [
        "--id", "testland/new-results", "--set", "rows.label.zh=甲", "--set", "rows.period=2024",
        "--set", "rows.value=1", "--set", "rows.evidence.source={source}", "--set", "rows.evidence.how=stated",
    ],
}  # fmt: skip


def test_there_are_answers_for_every_type_of_many_files() -> None:
    assert set(ANSWERS) == {name for name, kind in RECORD_TYPES.items() if kind.file is None}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("type_name", ANSWERS)
def test_a_new_record_is_valid_commented_and_in_its_place(
    copy: Path, type_name: str, language: str
) -> None:
    source = first_source(copy)
    words = [word.format(source=source) for word in ANSWERS[type_name]]
    proof = [] if type_name == "source" else ["--source", source]
    names = [
        "--set",
        "name.zh=某某新记录",
        "--set",
        "name.en=Some new record",
        "--set",
        "translation=editorial",
    ]
    code, output = bps(copy, "--lang", language, "new", type_name, *words, *names, *proof)
    assert code == 0, output
    path = output.splitlines()[0]
    text = (copy / path).read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    assert ("编号：" in text) == (language == "zh")
    findings = open_register(copy).report.findings
    assert [each for each in findings if each.path == path and each.severity == "error"] == []
    code, output = bps(copy, "--lang", "en", "new", type_name, *words, *names, *proof)
    assert (code, "is taken" in output) == (2, True)


def test_a_local_item_inherits_from_its_national_one(copy: Path) -> None:
    registry = open_register(copy, rules=False).registry
    parent = registry.get("item", "testland/reading-room")
    place = "testland-riverside"
    code, output = bps(
        copy, "new", "item", "--from", parent.id, "--id", f"{place}/reading-room",
        "--set", "status=in-force", "--source", first_source(copy),
    )  # fmt: skip
    assert code == 0, output
    register = open_register(copy)
    item = register.registry.get("item", f"{place}/reading-room")
    assert (item.counterpart.item, item.counterpart.scope) == (parent.id, "unknown")
    assert (item.name, item.domain, item.jurisdiction) == (parent.name, parent.domain, place)
    assert not item.levels
    assert register.report.summary()["errors"] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new", "itemm"], "choose from"),
        (["new", "item", "--no-input"], "Missing: Id. Add --id=…"),
        (["new", "recipients", "--id", "x"], "catalogue/recipients.yml: open it"),
        (
            ["new", "item", "--id", "testland/a"],
            "Missing: Name, Status, Source. Add --set name.zh=… --set status=… --source=…",
        ),
        (
            ["new", "item", "--id", "testland/a", "--set", "status=new", "--set", "name.zh=甲"],
            "choose from",
        ),
        (["new", "item", "--id", "testland/a", "--set", "status"], "KEY=VALUE"),
        (
            ["new", "item", "--id", "nowhere/a", "--set", "status=unknown", "--set", "name.zh=甲"],
            "no record",
        ),
        (["new", "item", "--id", "testland/a", "--set", "status=unknown"], "Missing: Name"),
        (
            ["new", "item", "--id", "testland/a", "--set", "status=unknown", "--set", "name.zh=甲"],
            "--source=…",
        ),
        (
            ["new", "source", "--id", "甲", "--set", "kind=press", "--set", "name.zh=甲"],
            "cannot be",
        ),
        (["new", "unit", "--from", "testland/library-card", "--id", "testland/x"], "items only"),
    ],
)
def test_a_new_record_that_would_be_wrong_is_refused_and_not_written(
    copy: Path, words: list[str], said: str
) -> None:
    before = sorted(copy.rglob("*.yml"))
    code, output = bps(copy, "--lang", "en", *words)
    assert code == 2
    assert said in output
    assert sorted(copy.rglob("*.yml")) == before


def test_questions_are_asked_until_the_answer_will_do(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bps.cli.answers import Answers
    from bps.cli.shared import Session
    from bps.reference.properties import find_parts, record_part

    typed = iter(["testland/new-room", "", "", "新阅览室", "", "unknown", "nowhere", "testland"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(typed))
    registry = open_register(copy, rules=False).registry
    answers = Answers(Session(root=copy, lang="zh"), registry, {}, asks=True)
    parts = dict(find_parts("item"))
    required = [each for each in record_part("item").properties if each.required]
    values = {
        each.key: answers.value(each, parts, each.key)
        for each in required
        if each.key != "evidence"
    }
    assert values == {
        "id": "testland/new-room",
        "name": {"zh": "新阅览室"},
        "status": "unknown",
        "jurisdiction": "testland",
    }


def test_similar_items_come_first_and_the_item_itself_does_not(copy: Path) -> None:
    registry = open_register(copy, rules=False).registry
    item = registry.get("item", "testland/library-card")
    found = find_similar(registry, item.id, limit=5)
    assert item.id not in {each.item.id for each in found}
    by_words = find_similar(registry, item.name.in_language("zh"), limit=5)
    assert item.name.in_language("zh") in {
        each.item.name.in_language("zh") for each in by_words[:2]
    }
    code, output = bps(copy, "similar", item.id, "--format", "json")
    assert code == 0
    assert {"id", "name", "score"} == set(json.loads(output)[0])


def test_nothing_is_similar_to_nonsense(copy: Path) -> None:
    assert find_similar(open_register(copy, rules=False).registry, "zzzz", limit=5) == []
