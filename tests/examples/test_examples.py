"""Examples of good and bad records; the bad ones specify every message, with line and column."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bps.findings import Example, Report, Severity
from bps.pipeline import open_register
from bps.report import plain_text
from tests.support.overlay import lay_over

FOLDER = Path(__file__).parent
VALID = sorted((FOLDER / "valid").glob("*.yml"))
INVALID = sorted((FOLDER / "invalid").glob("*/*.yml"))
TODAY = "2026-11-22"


def _example(file: Path) -> Example:
    head, _, lines = file.read_text("utf-8").partition("\n")
    return Example(head.removeprefix("# over: "), lines)


def _report(file: Path, mini_root: Path, tmp_path: Path) -> Report:
    root = lay_over(mini_root, tmp_path / "register", _example(file))
    return open_register(root, today=TODAY).report


@pytest.mark.parametrize("file", VALID, ids=lambda file: file.stem)
def test_valid_example_has_no_fault(file: Path, mini_root: Path, tmp_path: Path) -> None:
    report = _report(file, mini_root, tmp_path)
    worse = [finding for finding in report.findings if finding.severity is not Severity.NOTICE]
    assert worse == []


@pytest.mark.parametrize("file", INVALID, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_invalid_example_gives_exactly_this_report(
    file: Path, mini_root: Path, tmp_path: Path
) -> None:
    report = _report(file, mini_root, tmp_path)
    assert file.parent.name in {finding.code for finding in report.findings}
    texts = [plain_text(report, language=language) for language in ("zh", "en")]
    text = "\n".join(texts)
    expected = file.with_suffix(".txt")
    if os.environ.get("BPS_UPDATE_GOLDEN"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text("utf-8")
