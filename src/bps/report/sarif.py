"""The form that code scanning tools exchange (SARIF 2.1.0)."""

from __future__ import annotations

import json
from typing import Any

from bps import __version__
from bps.findings import CODES, Finding, Report, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def _rule(name: str, language: str) -> dict[str, Any]:
    code = CODES[name]
    return {
        "id": name,
        "shortDescription": {"text": code.title.in_language(language)},
        "fullDescription": {"text": code.explanation.in_language(language)},
        "help": {"text": code.general_fix.in_language(language)},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(finding: Finding, language: str) -> dict[str, Any]:
    message = finding.message.in_language(language)
    if finding.fix:
        message = f"{message} {finding.fix.in_language(language)}"
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": finding.path},
                    "region": {"startLine": finding.line, "startColumn": finding.column},
                },
                "logicalLocations": [{"fullyQualifiedName": finding.pointer or "/"}],
            }
        ],
    }


def sarif_text(report: Report, *, language: str) -> str:
    """The report as one SARIF run."""
    used = sorted({finding.code for finding in report.findings})
    document = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "bps",
                        "version": __version__,
                        "rules": [_rule(name, language) for name in used],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, language) for finding in report.findings],
            }
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
