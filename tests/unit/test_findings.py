"""Findings, the table of codes, and the forms of a report."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bps.findings import (
    CODES,
    INTERNAL,
    REFERENCE_CODES,
    Code,
    Place,
    Report,
    Severity,
    Words,
    shown,
)
from bps.model import RECORD_TYPES, Reference
from bps.report import github_text, json_text, plain_text, sarif_text, write_report

PLACE = Place("catalogue/units/a/b.yml", 3, 5, "/lead_units/0", "a/b")
FINDING = REFERENCE_CODES["unit"].at(PLACE, given="x")
NOTICE = CODES["background-evidence"].at(PLACE, fields="name")
BLANK = re.compile(r"\{([a-z_]+)\}")


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_every_code_says_everything_in_both_languages(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    for words in (code.title, code.message, code.fix, code.explanation):
        assert words.zh.strip()
        assert words.en.strip()
        assert re.search(r"[\u4e00-\u9fff]", words.zh) or "{" in words.zh
        assert not re.search(r"[\u4e00-\u9fff]", words.en)
    assert set(BLANK.findall(code.message.zh)) == set(BLANK.findall(code.message.en))
    assert set(BLANK.findall(code.fix.zh)) == set(BLANK.findall(code.fix.en))
    assert code.message.zh.endswith(("。", "}"))
    assert code.message.en.endswith((".", "}"))
    assert not code.fix.en.endswith(".")


def test_no_message_speaks_of_schemas_or_invalid_things() -> None:
    for code in CODES.values():
        for text in (code.title.en, code.message.en):
            assert not re.search(
                r"\b(invalid|schema|property|instance|null)\b", text, re.IGNORECASE
            )


def _targets() -> set[str]:
    from bps.link.paths import steps_of

    found: set[str] = set()

    def walk(model: type) -> None:
        for step in steps_of(model):
            if step.target is not None:
                found.add(step.target)
            elif step.model is not None:
                walk(step.model)

    for kind in RECORD_TYPES.values():
        walk(kind.model)
    return found


def test_every_kind_of_reference_has_its_code() -> None:
    assert set(REFERENCE_CODES) == _targets() | {"target"}
    assert Reference("unit").to == "unit"


def test_values_from_files_cannot_command_a_terminal() -> None:
    finding = REFERENCE_CODES["unit"].at(PLACE, given="a\x1b[2J\u202eb{c}")
    text = plain_text(Report.of([finding]), language="en")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "{c}" in text


def test_long_values_are_cut() -> None:
    assert len(shown("x" * 1000)) == 80
    assert shown(Words("甲", "a"), "zh") == "甲"


def test_report_sorts_and_says_everything_once() -> None:
    other = CODES["empty-file"].at(Place("catalogue/a.yml"))
    report = Report.of([NOTICE, FINDING, other, FINDING])
    assert report.findings == (other, NOTICE, FINDING)


@pytest.mark.parametrize(
    ("codes", "fail_on", "expected"),
    [
        ([], "notice", 0),
        (["background-evidence"], "error", 0),
        (["background-evidence"], "warning", 0),
        (["background-evidence"], "notice", 1),
        (["evidence-missing"], "error", 0),
        (["evidence-missing"], "warning", 1),
        (["empty-file"], "error", 1),
        (["empty-file", INTERNAL], "error", 3),
    ],
)
def test_exit_code_follows_the_worst_finding(codes: list[str], fail_on: str, expected: int) -> None:
    values: dict[str, Any] = {"fields": "", "part": "", "reason": ""}
    report = Report.of(CODES[code].at(PLACE, **values) for code in codes)
    assert report.exit_code(Severity(fail_on)) == expected


def test_text_form_has_place_fault_fix_and_where_to_read_on() -> None:
    assert plain_text(Report.of([FINDING], files=2, records=1), language="en") == (
        "catalogue/units/a/b.yml:3:5: error[unknown-unit] /lead_units/0\n"
        '  Unit "x" is not in catalogue/units/.\n'
        "  fix: correct the id, or add the record first; bps list unit shows the ids there are."
        "  More: bps explain unknown-unit\n"
        "\n"
        "1 record in 2 files: 1 error, 0 warnings, 0 notices.\n"
    )
    assert plain_text(Report.of([FINDING], files=2, records=1), language="zh") == (
        "catalogue/units/a/b.yml:3:5: 错误[unknown-unit] /lead_units/0\n"
        "  catalogue/units/ 中没有单位“x”。\n"
        "  修改：改正编号，或先建立这条单位记录；bps list unit 列出已有的编号。"
        "  详见：bps explain unknown-unit\n"
        "\n"
        "共 2 个文件、1 条记录：错误 1，警告 0，提示 0。\n"
    )


def test_text_form_counts_notices_without_listing_them() -> None:
    text = plain_text(Report.of([NOTICE]), language="en", notices=False)
    assert "background-evidence" not in text
    assert "1 notice." in text
    assert "--notices" in text


def test_json_form_has_the_published_keys() -> None:
    document = json.loads(json_text(Report.of([FINDING], files=2, records=1), language="en"))
    assert document == {
        "summary": {
            "files": 2,
            "records": 1,
            "errors": 1,
            "warnings": 0,
            "notices": 0,
            "suppressed": 0,
        },
        "findings": [
            {
                "code": "unknown-unit",
                "severity": "error",
                "path": "catalogue/units/a/b.yml",
                "line": 3,
                "column": 5,
                "pointer": "/lead_units/0",
                "message": 'Unit "x" is not in catalogue/units/.',
                "fix": "correct the id, or add the record first; bps list unit shows the ids there are",
            }
        ],
    }


def test_github_form_is_one_escaped_line_each() -> None:
    finding = REFERENCE_CODES["unit"].at(PLACE, given="50%\n::error::x")
    text = github_text(Report.of([finding]), language="en")
    assert text.startswith("::error file=catalogue/units/a/b.yml,line=3,col=5,title=unknown-unit::")
    assert text.count("\n") == 1
    assert "50%25" in text


def test_sarif_form_names_each_rule_once() -> None:
    document = json.loads(sarif_text(Report.of([FINDING, NOTICE]), language="zh"))
    (run,) = document["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "background-evidence",
        "unknown-unit",
    ]
    assert {result["level"] for result in run["results"]} == {"note", "error"}
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 5}


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_every_form_speaks_both_languages(form: str) -> None:
    report = Report.of([FINDING])
    texts = {write_report(report, form=form, language=language) for language in ("zh", "en")}
    assert len(texts) == 2


def test_the_folder_of_codes_holds_no_code_that_the_table_lacks() -> None:
    folder = Path(__file__).parents[2] / "src" / "bps" / "findings" / "codes"
    declared = sum(
        len(
            re.findall(
                r'^    declare\(|^        "(?:internal-error)"',
                file.read_text("utf-8"),
                re.MULTILINE,
            )
        )
        + len(re.findall(r"^        _unknown\(", file.read_text("utf-8"), re.MULTILINE))
        for file in folder.glob("*.py")
    )
    assert declared == len(CODES)
