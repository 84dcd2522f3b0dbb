"""Faults in data as values: the finding, its severity, the report and the table of codes."""

from bps.findings.code import Code, Example
from bps.findings.finding import INTERNAL, Finding, Place, Report, Severity
from bps.findings.table import CODES, REFERENCE_CODES
from bps.findings.words import LANGUAGES, Words, shown

__all__ = [
    "CODES",
    "INTERNAL",
    "LANGUAGES",
    "REFERENCE_CODES",
    "Code",
    "Example",
    "Finding",
    "Place",
    "Report",
    "Severity",
    "Words",
    "shown",
]
