"""Templates, forms and editor settings follow the models."""

from __future__ import annotations

import json
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import jsonschema_rs
import pytest
import yaml

from bps.load import load_records
from bps.model import RECORD_TYPES, keys_in_order
from bps.reference.editor import editor_files
from bps.reference.examples import flow, identity
from bps.reference.issue_forms import issue_form_files
from bps.reference.templates import template_text
from bps.schema import build_schema

TYPES = sorted(RECORD_TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_template_is_a_record_that_passes_its_schema(name: str, tmp_path: Path) -> None:
    kind = RECORD_TYPES[name]
    record = identity(name)["id"]
    nested = "/" in record
    folder = next((each for each, by_place in kind.folders.items() if by_place == nested), "")
    path = tmp_path / (kind.file or f"{folder}/{record}.yml")
    path.parent.mkdir(parents=True)
    path.write_text(template_text(name), encoding="utf-8")
    (tmp_path / "catalogue").mkdir(exist_ok=True)
    (tmp_path / "standards").mkdir(exist_ok=True)
    loaded = load_records(tmp_path)
    assert not loaded.findings
    [raw] = loaded.records
    assert tuple(raw.data) == keys_in_order(kind.model)
    assert not list(jsonschema_rs.validator_for(dict(build_schema(name))).iter_errors(raw.data))


@pytest.mark.parametrize("name", TYPES)
def test_template_explains_every_field_in_both_languages(name: str) -> None:
    text = template_text(name)
    for shape in build_schema(name)["$defs"][RECORD_TYPES[name].model.__name__][
        "properties"
    ].values():
        assert f"{shape['x-title-zh']}：" in text
        assert f"{shape['title']}: " in text


@pytest.mark.parametrize(("path", "text"), sorted(issue_form_files().items()))
def test_form_has_inputs_of_known_kinds_with_ids_used_once(path: str, text: str) -> None:
    form = yaml.safe_load(text)
    if path.endswith("config.yml"):
        return
    assert form["name"]
    assert form["description"]
    inputs = form["body"]
    assert {each["type"] for each in inputs} <= {"input", "textarea", "dropdown"}
    ids = [each["id"] for each in inputs]
    assert len(ids) == len(set(ids))
    assert "evidence" in ids
    for each in inputs:
        if each["type"] == "dropdown":
            assert all(isinstance(option, str) for option in each["attributes"]["options"])


def test_every_record_file_has_one_schema_in_the_editor(repository: Path) -> None:
    text = editor_files()[".vscode/settings.json"]
    settings = json.loads("\n".join(text.splitlines()[1:]))
    schemas: dict[str, list[str]] = settings["yaml.schemas"]
    files = [
        path.relative_to(repository).as_posix()
        for folder in ("catalogue", "standards")
        for path in (repository / folder).rglob("*.yml")
    ]
    for file in files:
        matching = [
            schema
            for schema, patterns in schemas.items()
            if any(fnmatch(file, each) and file.count("/") == each.count("/") for each in patterns)
        ]
        assert len(matching) == 1, file


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"en": "Vaccination", "zh": "预防接种"}, "{zh: 预防接种, en: Vaccination}"),
        ("2023-01-01", '"2023-01-01"'),
        ("no", '"no"'),
        (["a, b", "c"], '["a, b", c]'),
        (True, "true"),
    ],
)
def test_example_is_quoted_only_where_yaml_needs_it(value: object, expected: str) -> None:
    assert flow(value) == expected


def test_forms_are_what_the_platform_accepts(tmp_path: Path) -> None:
    forms = {path: text for path, text in issue_form_files().items() if "config" not in path}
    for path, text in forms.items():
        (tmp_path / Path(path).name).write_text(text, encoding="utf-8")
    finished = subprocess.run(
        [
            str(Path(sys.executable).with_name("check-jsonschema")),
            "--builtin-schema",
            "vendor.github-issue-forms",
            *(str(path) for path in sorted(tmp_path.iterdir())),
        ],
        check=False,
        capture_output=True,
        text=True,
    )
    assert finished.returncode == 0, finished.stdout
