"""A report in the forms that people and programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.report.github import github_text
from bps.report.json_form import json_text
from bps.report.sarif import sarif_text
from bps.report.text import plain_text

if TYPE_CHECKING:
    from bps.findings import Report

__all__ = ["github_text", "json_text", "plain_text", "sarif_text", "write_report"]


def write_report(
    report: Report, *, form: str, language: str, notices: bool = True, colour: bool = False
) -> str:
    """A report as text.

    Args:
        report: The report.
        form: "text", "json", "github" or "sarif".
        language: "zh" or "en".
        notices: Whether the text form lists notices, or only counts them.
        colour: Whether the text form may use colours.

    Returns:
        The whole output, with a line feed at its end.
    """
    if form == "json":
        return json_text(report, language=language)
    if form == "github":
        return github_text(report, language=language)
    if form == "sarif":
        return sarif_text(report, language=language)
    return plain_text(report, language=language, notices=notices, colour=colour)
