"""Every code's bad example shows its fault, and the good one does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bps.findings import CODES, Code, Severity
from bps.pipeline import open_register
from tests.support.overlay import lay_over

TODAY = "2026-11-22"
WITH_BAD = [code for code in CODES.values() if code.bad is not None]
WITH_GOOD = [code for code in CODES.values() if code.good is not None]
# Faults of files, of the configuration and of the program itself: no text of a record shows them,
# so that each has a test of its own.
SHOWN_ELSEWHERE = {
    "unreadable-file",
    "not-a-plain-file",
    "file-too-large",
    "repeated-entry",
    "wrong-shape",
    "unused-suppression",
    "expired-suppression",
    "shadows-base",
    "base-has-errors",
    "differing-records",
    "base-versions",
    "place-outside-parent",
    "internal-error",
}


@pytest.mark.parametrize("code", WITH_BAD, ids=lambda code: code.name)
def test_bad_example_yields_its_code(code: Code, mini_root: Path, tmp_path: Path) -> None:
    assert code.bad is not None
    root = lay_over(mini_root, tmp_path / "register", code.bad)
    report = open_register(root, today=TODAY).report
    found = {finding.code for finding in report.findings}
    assert code.name in found
    assert "internal-error" not in found


@pytest.mark.parametrize("code", WITH_GOOD, ids=lambda code: code.name)
def test_good_example_is_free_of_it(code: Code, mini_root: Path, tmp_path: Path) -> None:
    assert code.good is not None
    root = lay_over(mini_root, tmp_path / "register", code.good)
    report = open_register(root, today=TODAY).report
    faults = [
        finding
        for finding in report.findings
        if finding.code == code.name or finding.severity is Severity.ERROR
    ]
    assert faults == []


def test_every_code_has_examples_or_a_test_of_its_own() -> None:
    assert {code.name for code in CODES.values() if code.bad is None} == SHOWN_ELSEWHERE


def test_the_mini_register_is_clean(mini_root: Path) -> None:
    report = open_register(mini_root, today=TODAY).report
    assert report.findings == ()
    assert report.records > 0
