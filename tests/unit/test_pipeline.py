"""The pipeline: order of stages, suppressions, configuration."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bps.config import read_config
from bps.errors import ConfigurationError, UsageError
from bps.findings import Example, Finding, Severity
from bps.pipeline import open_register
from bps.rules import Context, Rule, record_rule, run_rules
from bps.validate import Entry
from tests.support.overlay import lay_over

TODAY = "2026-11-22"
BACKGROUND = Example(
    "catalogue/units/testland/culture-office.yml",
    "evidence: [{fields: [name], source: general-knowledge, how: background}]\n",
)
SUPPRESSION = """
[[suppress]]
code = "background-evidence"
record = "testland/culture-office"
reason = "The document is awaited"
date = "2026-01-15"
"""


def test_an_empty_register_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "README.md").write_text("nothing yet")
    with pytest.raises(UsageError, match=r"no record"):
        open_register(tmp_path)


def test_a_register_of_broken_files_only_is_a_report(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "recipients.yml").write_bytes(b"\xff")
    register = open_register(tmp_path)
    assert [finding.code for finding in register.report.findings] == ["not-utf-8"]
    assert (register.report.files, register.report.records) == (1, 0)


def test_a_suppression_takes_its_finding_away_and_is_counted(
    mini_root: Path, tmp_path: Path
) -> None:
    root = lay_over(mini_root, tmp_path / "register", BACKGROUND)
    assert open_register(root).report.summary()["notices"] == 1
    (root / "bps.toml").write_text(SUPPRESSION)
    report = open_register(root).report
    assert report.findings == ()
    assert report.suppressed == 1


def test_a_suppression_that_suppresses_nothing_is_an_error(mini_root: Path, tmp_path: Path) -> None:
    root = tmp_path / "register"
    shutil.copytree(mini_root, root)
    (root / "bps.toml").write_text(SUPPRESSION)
    (finding,) = open_register(root).report.findings
    assert (finding.code, finding.path, finding.line) == ("unused-suppression", "bps.toml", 2)
    assert open_register(root, rules=False).report.findings == ()


def test_a_suppression_past_its_day_gives_the_fault_back(mini_root: Path, tmp_path: Path) -> None:
    root = lay_over(mini_root, tmp_path / "register", BACKGROUND)
    (root / "bps.toml").write_text(SUPPRESSION + 'until = "2026-03-31"\n')
    assert open_register(root, today="2026-03-31").report.findings == ()
    after = open_register(root, today="2026-04-01").report
    assert {finding.code for finding in after.findings} == {
        "background-evidence",
        "expired-suppression",
    }
    assert after.suppressed == 0


@pytest.mark.parametrize("severity", ["error", "warning", "notice"])
def test_a_rule_is_as_severe_as_the_configuration_wants_it(
    mini_root: Path, tmp_path: Path, severity: str
) -> None:
    root = lay_over(mini_root, tmp_path / "register", BACKGROUND)
    (root / "bps.toml").write_text(f'[severity]\nbackground-evidence = "{severity}"\n')
    (finding,) = open_register(root).report.findings
    assert finding.severity == severity


def test_a_rule_can_be_switched_off(mini_root: Path, tmp_path: Path) -> None:
    root = lay_over(mini_root, tmp_path / "register", BACKGROUND)
    (root / "bps.toml").write_text('[severity]\nbackground-evidence = "off"\n')
    report = open_register(root).report
    assert (report.findings, report.suppressed) == ((), 0)


def test_what_records_cannot_be_understood_without_is_not_made_light_of(
    mini_root: Path, tmp_path: Path
) -> None:
    root = lay_over(mini_root, tmp_path / "register", BACKGROUND)
    (root / "bps.toml").write_text('[severity]\nunknown-unit = "notice"\n')
    with pytest.raises(ConfigurationError, match="severity of unknown-unit is fixed"):
        open_register(root)


def test_paths_limit_the_report_not_the_reading(mini_root: Path, tmp_path: Path) -> None:
    example = Example(
        BACKGROUND.path,
        BACKGROUND.text,
        also=(("catalogue/items/testland/library-card.yml", "lead_units: [testland/nobody]\n"),),
    )
    root = lay_over(mini_root, tmp_path / "register", example)
    whole = open_register(root).report
    part = open_register(root, paths=["catalogue/items"]).report
    assert {finding.code for finding in whole.findings} == {"unknown-unit", "background-evidence"}
    assert [finding.code for finding in part.findings] == ["unknown-unit"]


def test_a_rule_that_breaks_down_is_reported_and_stops_no_other(mini_root: Path) -> None:
    @record_rule("level-without-unit", types=("item",))
    def broken(entry: Entry, context: Context) -> list[Finding]:  # noqa: ARG001
        message = "no such thing"
        raise LookupError(message)

    assert isinstance(broken, Rule)
    registry = open_register(mini_root).registry
    findings = run_rules(registry, rules=[broken])
    assert {finding.code for finding in findings} == {"internal-error"}
    assert len(findings) == len(registry.ids("item"))
    assert "rule level-without-unit" in findings[0].message.en
    assert "LookupError: no such thing" in findings[0].message.en


def test_the_day_comes_in_as_an_argument(mini_root: Path) -> None:
    assert open_register(mini_root, today="2025-12-31").report.summary()["errors"] > 0
    assert open_register(mini_root, today="2026-01-15").report.findings == ()
    assert open_register(mini_root).report.findings == ()


def test_configuration_has_defaults(tmp_path: Path) -> None:
    config = read_config(tmp_path)
    assert config.fail_on is Severity.ERROR
    assert config.suppressions == ()
    assert config.site.address == ""


def test_configuration_is_read(tmp_path: Path) -> None:
    (tmp_path / "bps.toml").write_text(
        '[check]\nfail_on = "warning"\n[site]\naddress = "https://a.example/"\n'
        'operator = {zh = "甲", en = "A"}\n' + SUPPRESSION,
        encoding="utf-8",
    )
    config = read_config(tmp_path)
    assert config.fail_on is Severity.WARNING
    assert config.site.operator == {"zh": "甲", "en": "A"}
    assert config.suppressions[0].line == 7


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a = ", "not TOML"),
        ("[chek]\n", 'unknown key "chek"'),
        ('[check]\nfail_on = "all"\n', "error, warning or notice"),
        ("check = 1\n", r"\[check\]"),
        ("[suppress]\na = 1\n", r"\[\[suppress\]\]"),
        (SUPPRESSION.replace('reason = "The document is awaited"', ""), "lacks reason"),
        (SUPPRESSION.replace("background-evidence", "backgruond"), "no code"),
        (SUPPRESSION.replace("background-evidence", "internal-error"), "no code"),
        (SUPPRESSION.replace("2026-01-15", "today"), "year-month-day"),
        (SUPPRESSION.replace("2026-01-15", "2026-02-30"), "year-month-day"),
        (SUPPRESSION + 'until = "soon"\n', "until of suppress must be year-month-day"),
        ("[severity]\nno-such = 'off'\n", "no code"),
        ("[severity]\nbackground-evidence = 'loud'\n", "error, warning, notice or off"),
        ("[[links]]\nurl = 'https://a.example/'\nreason = 'x'\n", "lacks until"),
        ("[[links]]\nurl = 'a.example'\nreason = 'x'\nuntil = '2027-01-01'\n", "http"),
        ("[site]\naddress = 1\n", "must be text"),
        ("[site]\ncolour = 'red'\n", 'unknown key "site.colour"'),
        ("[site]\noperator = 'me'\n", "operator"),
    ],
)
def test_a_wrong_configuration_is_said_in_one_sentence(
    tmp_path: Path, text: str, says: str
) -> None:
    (tmp_path / "bps.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=says) as caught:
        read_config(tmp_path)
    assert re.match(r"bps\.toml:[0-9]+：", caught.value.words.zh)
    assert caught.value.exit_code == 2
