"""The real register: one test for each record, one for each rule, one for each promise about data."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bps.findings import Finding, Report, Severity
from bps.load import load_records
from bps.report import plain_text
from bps.rules import ALL_RULES, Rule

if TYPE_CHECKING:
    from bps.pipeline import Register

REPOSITORY = Path(__file__).parents[2]
FILES = sorted(
    file.relative_to(REPOSITORY).as_posix()
    for folder in ("catalogue", "standards")
    for file in (REPOSITORY / folder).rglob("*.yml")
)


@pytest.fixture(scope="session")
def faults(real_register: Register) -> dict[str, list[Finding]]:
    """Errors and warnings of the register by file, found once."""
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in real_register.report.findings:
        if finding.severity is not Severity.NOTICE:
            by_path[finding.path].append(finding)
    return by_path


def _told(findings: list[Finding]) -> str:
    return plain_text(Report.of(findings), language="en")


@pytest.mark.parametrize("path", FILES)
def test_record_has_no_fault(path: str, faults: dict[str, list[Finding]]) -> None:
    assert path not in faults, _told(faults[path])


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_rule_holds_for_every_record(rule: Rule, faults: dict[str, list[Finding]]) -> None:
    broken = [
        finding for found in faults.values() for finding in found if finding.code in rule.codes
    ]
    assert not broken, _told(broken)


def test_every_file_became_a_record(real_register: Register) -> None:
    assert len(real_register.registry) == len(FILES)
    assert real_register.report.records == len(FILES)


def test_every_suppression_serves(real_register: Register) -> None:
    codes = {finding.code for finding in real_register.report.findings}
    assert "unused-suppression" not in codes
    assert "internal-error" not in codes


def test_limits_are_far_above_the_largest_record(repository: Path) -> None:
    """Whoever raises a record towards a limit should hear of it long before the reader refuses."""
    largest = max((repository / path).stat().st_size for path in FILES)
    assert largest * 3 < 1024 * 1024
    most = max(len(record.marks) for record in load_records(repository).records)
    assert most * 2 < 20_000
