"""The language server that editors run helps with real records: explains, completes, objects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bps.load.records import read_record
from bps.model import RECORD_TYPES, keys_in_order
from bps.reference.start import start_text
from bps.schema import build_schema
from tests.support.language_server import Editor

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORD = "catalogue/items/cn/vaccination.yml"


@pytest.fixture(scope="module")
def vs_code(repository: Path) -> Iterator[Editor]:
    """An editor with the committed settings."""
    text = (repository / ".vscode/settings.json").read_text(encoding="utf-8")
    settings = json.loads(text.partition("\n")[2])
    with Editor(repository, settings) as editor:
        yield editor


@pytest.fixture(scope="module")
def other(repository: Path) -> Iterator[Editor]:
    """Any other editor: only the first line of a record tells it the schema."""
    with Editor(repository, {"yaml.schemaStore.enable": False}) as editor:
        yield editor


@pytest.fixture(params=["vs_code", "other"])
def editor(request: pytest.FixtureRequest) -> Editor:
    found: Editor = request.getfixturevalue(request.param)
    return found


def beside(path: str, name: str) -> str:
    """A path in the same folder, for a text that is in no file."""
    return f"{path.rpartition('/')[0]}/{name}.yml"


def lines_of(repository: Path, path: str) -> list[str]:
    return (repository / path).read_text(encoding="utf-8").splitlines()


def line_of(lines: list[str], key: str) -> int:
    return next(at for at, line in enumerate(lines) if line.startswith(f"{key}:"))


def with_line(lines: list[str], at: int, line: str) -> str:
    return "\n".join([*lines[:at], line, *lines[at + 1 :]]) + "\n"


def first_of(repository: Path, kind: str) -> str:
    """Path of the first live record of a type."""
    wanted = RECORD_TYPES[kind]
    if wanted.file is not None:
        return wanted.file
    files = (
        path for folder in wanted.folders for path in sorted((repository / folder).rglob("*.yml"))
    )
    live = next(path for path in files if "\nname:" in path.read_text(encoding="utf-8"))
    return live.relative_to(repository).as_posix()


def test_hover_explains_every_key_of_a_record_in_both_languages(
    editor: Editor, repository: Path
) -> None:
    lines = lines_of(repository, RECORD)
    text = "\n".join(lines) + "\n"
    path = beside(RECORD, "hovered")
    assert editor.open(path, text) == []
    raw = read_record(text.encode(), RECORD, [])
    assert raw is not None
    properties = build_schema("item")["$defs"]["Item"]["properties"]
    for key in raw.data:
        shown = editor.hover(path, line_of(lines, key), 1)
        texts = properties[key]
        assert f"**{texts['x-title-zh']}** {texts['x-description-zh']}" in shown, key
        assert f"**{texts['title']}** {texts['description']}" in shown, key


def test_hover_explains_a_key_deep_inside(editor: Editor, repository: Path) -> None:
    lines = lines_of(repository, RECORD)
    path = beside(RECORD, "hovered-inside")
    editor.open(path, "\n".join(lines) + "\n")
    at = next(at for at, line in enumerate(lines) if line.strip().startswith("comparator:"))
    shown = editor.hover(path, at, lines[at].index("comparator") + 1)
    texts = build_schema("item")["$defs"]["Level"]["properties"]["comparator"]
    assert texts["x-title-zh"] in shown
    assert texts["description"] in shown


def test_completion_lists_the_keys_that_are_not_there_yet(editor: Editor, repository: Path) -> None:
    lines = lines_of(repository, RECORD)
    path = beside(RECORD, "completed")
    at = line_of(lines, "evidence")
    editor.open(path, "\n".join([*lines[:at], "", *lines[at:]]) + "\n")
    offered = {each["label"] for each in editor.complete(path, at, 0)}
    there = {line.partition(":")[0] for line in lines if line[:1].isalpha()}
    left_out = {key for key in keys_in_order(RECORD_TYPES["item"].model) if key not in there}
    assert left_out <= offered
    assert not there & offered


def test_completion_lists_values_with_their_meaning(editor: Editor, repository: Path) -> None:
    lines = lines_of(repository, RECORD)
    path = beside(RECORD, "values")
    at = line_of(lines, "status")
    editor.open(path, with_line(lines, at, "status: "))
    offered = editor.complete(path, at, len("status: "))
    assert [each["label"] for each in offered] == [
        "in-force", "planned", "project", "replaced", "withdrawn", "ended", "unknown",
    ]  # fmt: skip
    assert "现行" in offered[0]["documentation"]["value"]
    assert "decided, not yet in force" in offered[0]["documentation"]["value"]


@pytest.mark.parametrize(
    ("key", "line", "said"),
    [
        ("status", "status: nonsense", 'Valid values: "in-force", "planned"'),
        ("domain", "domain: National Areas", "does not match the pattern"),
        ("life_events", "life_event: [starting-school]", "life_event is not allowed"),
        ("name", "name: Vaccination", 'Expected "Text"'),
    ],
)
def test_a_fault_is_marked_at_its_line(
    editor: Editor, repository: Path, key: str, line: str, said: str
) -> None:
    lines = lines_of(repository, RECORD)
    at = line_of(lines, key)
    found = editor.open(beside(RECORD, f"wrong-{key}"), with_line(lines, at, line))
    assert [each["range"]["start"]["line"] for each in found] == [at]
    assert said in found[0]["message"]


def test_a_missing_key_is_named(editor: Editor, repository: Path) -> None:
    lines = [line for line in lines_of(repository, RECORD) if not line.startswith("jurisdiction:")]
    found = editor.open(beside(RECORD, "without"), "\n".join(lines) + "\n")
    assert [each["message"] for each in found] == ['Missing property "jurisdiction".']


@pytest.mark.parametrize("kind", sorted(RECORD_TYPES))
def test_a_real_record_of_every_type_is_understood(
    editor: Editor, repository: Path, kind: str
) -> None:
    path = first_of(repository, kind)
    text = (repository / path).read_text(encoding="utf-8")
    assert editor.open(path, text) == []
    lines = text.splitlines()
    texts = build_schema(kind)["$defs"][RECORD_TYPES[kind].model.__name__]["properties"]["name"]
    assert texts["x-title-zh"] in editor.hover(path, line_of(lines, "name"), 1)


def test_a_record_just_begun_is_helped_along(other: Editor) -> None:
    data: dict[str, Any] = {
        "id": "cn/begun",
        "name": {"zh": "新事项"},
        "status": "in-force",
        "jurisdiction": "cn",
        "evidence": [{"fields": ["name"], "source": "general-knowledge", "how": "background"}],
    }
    path = "catalogue/items/cn/begun.yml"
    assert other.open(path, start_text("item", path, data, language="zh")) == []
