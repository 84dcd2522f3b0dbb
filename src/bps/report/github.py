"""The form that GitHub turns into remarks beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bps.findings import Finding, Report


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _line(finding: Finding, language: str) -> str:
    message = finding.message.in_language(language)
    if finding.fix:
        message += ("修改：" if language == "zh" else " Fix: ") + finding.fix.in_language(language)
    return (
        f"::{finding.severity.value} file={_property(finding.path)},line={finding.line},"
        f"col={finding.column},title={_property(finding.code)}::{_escaped(message)}"
    )


def github_text(report: Report, *, language: str) -> str:
    """The report as workflow commands, one a line."""
    return "".join(f"{_line(finding, language)}\n" for finding in report.findings)
