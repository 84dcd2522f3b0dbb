"""Forms for people who propose a record without writing a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bps.model import RECORD_TYPES
from bps.reference.examples import flow, identity
from bps.reference.header import yaml_header
from bps.reference.properties import record_part

if TYPE_CHECKING:
    from bps.model import RecordType
    from bps.reference.properties import Property

FOLDER = ".github/ISSUE_TEMPLATE"
# What the maintainers fill in, not the person who proposes.
_OURS = frozenset({"id", "translation", "former_ids", "decisions", "evidence", "code_revision"})


def issue_form_files() -> dict[str, str]:
    """Path and text of one form per type of record that stands in files of its own."""
    forms = {
        f"{FOLDER}/{name}.yml": issue_form(kind)
        for name, kind in RECORD_TYPES.items()
        if kind.file is None
    }
    forms[f"{FOLDER}/config.yml"] = yaml_header("src/bps/reference/issue_forms.py") + (
        "blank_issues_enabled: true\n"
    )
    return forms


def issue_form(kind: RecordType) -> str:
    """One form whose inputs match the fields of the record."""
    title = f"{kind.title.zh} {kind.title.en}"
    lines = [
        yaml_header("src/bps/model").rstrip(),
        f"name: {_quoted(f'提议{kind.title.zh} Propose a {kind.title.en}')}",
        f"description: {_quoted('新增或更正一条记录 Add or correct a record')}",
        f"title: {_quoted(f'[{title}] ')}",
        "body:",
    ]
    own = identity(kind.name)
    for each in record_part(kind.name).properties:
        if each.key not in _OURS:
            lines += _input(each, own.get(each.key, each.example))
    lines += _closing()
    return "\n".join(lines) + "\n"


def _input(each: Property, example: Any) -> list[str]:
    choice = bool(each.choices) and not each.many
    long = each.many or each.part is not None
    lines = [
        f"  - type: {'dropdown' if choice else 'textarea' if long else 'input'}",
        f"    id: {each.key}",
        "    attributes:",
        f"      label: {_quoted(f'{each.title.zh} {each.title.en}')}",
        f"      description: {_quoted(f'{each.description.zh} {each.description.en}')}",
    ]
    if choice:
        lines.append(f"      options: {_quoted(list(each.choices))}")
    else:
        lines.append(f"      placeholder: {_quoted(_plain(example))}")
    if each.key == "name":
        lines += ["    validations:", "      required: true"]
    return lines


def _closing() -> list[str]:
    """The question that every proposal has to answer: how do you know?"""
    label = "依据 Where does it come from?"
    description = (
        "文件名称、文号、网址、页码或条款，以及您核对的日期。 "
        "Title, number and address of the document, page or clause, and the day you read it."
    )
    return [
        "  - type: textarea",
        "    id: evidence",
        "    attributes:",
        f"      label: {_quoted(label)}",
        f"      description: {_quoted(description)}",
        "    validations:",
        "      required: true",
    ]


def _plain(example: Any) -> str:
    if isinstance(example, str):
        return example
    if isinstance(example, dict) and set(example) <= {"zh", "en"}:
        return " / ".join(str(words) for words in example.values())
    return flow(example)


def _quoted(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
