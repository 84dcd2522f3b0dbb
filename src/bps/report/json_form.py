"""The form for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bps.findings import Finding, Report


def finding_as_json(finding: Finding, *, language: str) -> dict[str, Any]:
    """One finding with the published keys."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "pointer": finding.pointer,
        "message": finding.message.in_language(language),
        "fix": finding.fix.in_language(language) if finding.fix else None,
    }


def json_text(report: Report, *, language: str) -> str:
    """The report as `{"summary": …, "findings": […]}`."""
    document = {
        "summary": dict(report.summary()),
        "findings": [finding_as_json(finding, language=language) for finding in report.findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
