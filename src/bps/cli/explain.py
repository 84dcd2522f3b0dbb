"""`bps explain`: what a code means, why it matters, how it looks and how to mend it."""

from __future__ import annotations

import difflib

import click

from bps.cli.shared import Session, shared_options
from bps.errors import UsageError
from bps.findings import CODES, Code, Example
from bps.findings.code import example_lines
from bps.rules import RULE_CODES

_SEVERITIES = {"error": "错误", "warning": "警告", "notice": "提示"}


def _as_json(code: Code, language: str) -> dict[str, object]:
    def example(found: Example | None) -> dict[str, str] | None:
        if found is None:
            return None
        return {"path": found.path, "text": "\n".join(example_lines(found))}

    return {
        "code": code.name,
        "severity": code.severity.value,
        "title": code.title.in_language(language),
        "explanation": code.explanation.in_language(language),
        "fix": code.general_fix.in_language(language),
        "fixable": code.fixable,
        "severity_can_be_set": code.name in RULE_CODES,
        "bad": example(code.bad),
        "good": example(code.good),
    }


def _as_text(code: Code, session: Session) -> str:
    language = session.lang
    severity = session.pick(_SEVERITIES[code.severity.value], code.severity.value)
    lines = [
        f"{severity}[{code.name}] {code.title.in_language(language)}",
        "",
        code.explanation.in_language(language),
        "",
        session.pick("怎么改：", "How to mend it: ") + code.general_fix.in_language(language),
    ]
    if code.fixable:
        lines.append(session.pick("可用 bps fix 自动修正。", "bps fix can mend it for you."))
    if code.name in RULE_CODES:
        lines.append(
            session.pick(
                "级别可以在 bps.toml 的 [severity] 里设。",
                "Its severity can be set under [severity] in bps.toml.",
            )
        )
    for title, example in (
        (session.pick("有问题的写法", "With the fault"), code.bad),
        (session.pick("正确的写法", "Without it"), code.good),
    ):
        if example is not None:
            lines += ["", f"{title}  {example.path}"]
            lines += [f"    {line}" for line in example_lines(example)]
    return "\n".join(lines)


@click.command("explain")
@click.argument("code", required=False)
@shared_options
@click.pass_obj
def command(session: Session, code: str | None) -> None:
    """Explain a CODE; without one, list all codes.

    说明一种问题的代码；不给代码时列出全部。
    """
    if code is None:
        if session.is_json:
            session.emit([_as_json(found, session.lang) for found in CODES.values()])
            return
        width = max(len(name) for name in CODES)
        for found in CODES.values():
            severity = session.pick(_SEVERITIES[found.severity.value], found.severity.value)
            title = found.title.in_language(session.lang)
            click.echo(
                f"{found.name.ljust(width)}  {severity.ljust((session.pick('2', '7') == '7' and 7) or 2)}  {title}"
            )
        return
    if code not in CODES:
        close = difflib.get_close_matches(code, list(CODES), n=1)
        hint_zh = f"；是否指 {close[0]}？" if close else "；bps explain 列出全部代码。"
        hint_en = f"; did you mean {close[0]}?" if close else "; bps explain lists them all."
        raise UsageError(f"没有“{code}”这个代码{hint_zh}", f'There is no code "{code}"{hint_en}')
    if session.is_json:
        session.emit(_as_json(CODES[code], session.lang))
    else:
        click.echo(_as_text(CODES[code], session))
