"""The form for people: place, fault, what to do, and where to read more."""

from __future__ import annotations

from bps.findings import Finding, Report, Severity, Words

_SEVERITIES = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.NOTICE: Words("提示", "notice"),
}
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTICE: "36"}


def _coloured(text: str, codes: str, *, colour: bool) -> str:
    return f"\x1b[{codes}m{text}\x1b[0m" if colour else text


def _entry(finding: Finding, *, language: str, colour: bool) -> list[str]:
    severity = _SEVERITIES[finding.severity].in_language(language)
    label = _coloured(f"{severity}[{finding.code}]", _COLOURS[finding.severity], colour=colour)
    place = _coloured(f"{finding.path}:{finding.line}:{finding.column}", "1", colour=colour)
    lines = [f"{place}: {label} {finding.pointer}".rstrip()]
    lines.append(f"  {finding.message.in_language(language)}")
    more = f"bps explain {finding.code}"
    if language == "zh":
        fix = f"修改：{finding.fix.zh}" if finding.fix else ""
        lines.append(f"  {fix}  详见：{more}".replace("    ", "  "))
        see = "另见："
    else:
        fix = f"fix: {finding.fix.en}" if finding.fix else ""
        stop = "" if fix.endswith(("?", ".", "…")) or not fix else "."
        lines.append(f"  {fix}{stop}  More: {more}".replace("    ", "  "))
        see = "see also: "
    if finding.related:
        lines.append(f"  {see}{', '.join(finding.related)}")
    return lines


def summary_line(report: Report, *, language: str, notices: bool) -> str:
    """How much was read and how much was found, in one line."""
    counts = report.summary()
    if language == "zh":
        line = (
            f"共 {counts['files']} 个文件、{counts['records']} 条记录："
            f"错误 {counts['errors']}，警告 {counts['warnings']}，提示 {counts['notices']}"
        )
        if counts["suppressed"]:
            line += f"，豁免 {counts['suppressed']}"
        line += "。"
        if counts["notices"] and not notices:
            line += "加 --notices 列出提示。"
        return line
    line = (
        f"{_number(counts['records'], 'record')} in {_number(counts['files'], 'file')}: "
        f"{_number(counts['errors'], 'error')}, {_number(counts['warnings'], 'warning')}, "
        f"{_number(counts['notices'], 'notice')}"
    )
    if counts["suppressed"]:
        line += f", {counts['suppressed']} suppressed"
    line += "."
    if counts["notices"] and not notices:
        line += " Add --notices to list the notices."
    return line


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def plain_text(report: Report, *, language: str, notices: bool = True, colour: bool = False) -> str:
    """The report for people."""
    lines = []
    for finding in report.findings:
        if finding.severity is Severity.NOTICE and not notices:
            continue
        lines += [*_entry(finding, language=language, colour=colour), ""]
    lines.append(summary_line(report, language=language, notices=notices))
    return "\n".join(lines) + "\n"
