"""The reference page of all finding codes, one in each language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bps.findings import CODES, Example, Severity, Words
from bps.findings.code import example_lines
from bps.reference.header import markdown_header

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.findings import Code

_BLANK = re.compile(r"\{[a-z_]+\}")
_TITLE = Words("检查结果代码", "Finding codes")
_INTRODUCTION = Words(
    "`bps check` 报告的每一种情况都有一个代码。错误必须改正，警告应当查看，提示供审阅者了解。"
    "在命令行运行 `bps explain 代码` 可看到同样的说明；{fixable} 表示 `bps fix` 能自动修正。",
    "Everything that `bps check` reports has a code. Errors have to be mended, warnings looked at, "
    "notices known to a reviewer. `bps explain CODE` says the same on the command line; {fixable} "
    "marks those that `bps fix` can mend.",
)
_FIXABLE = Words("可自动修正", "mended by `bps fix`")
_SEVERITIES: Mapping[Severity, Words] = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.NOTICE: Words("提示", "notice"),
}
_HEADINGS = Words("代码 | 级别 | 含义", "code | severity | meaning")
_MESSAGE = Words("**报告** {}", "**Reported as** {}")
_FIX = Words("**处理** {}", "**What to do** {}")
_BAD = Words("有问题的写法", "With the fault")
_GOOD = Words("改正后的写法", "Mended")


def codes_page(language: str) -> str:
    """Markdown of the page that explains every code.

    Args:
        language: "zh" or "en".

    Returns:
        The whole file.
    """
    fixable = _FIXABLE.in_language(language)
    lines = [
        _INTRODUCTION.in_language(language).format(fixable=f"“{fixable}”"),
        "",
        f"| {_HEADINGS.in_language(language)} |",
        "|---|---|---|",
        *(_row(code, language) for code in CODES.values()),
        "",
    ]
    for code in CODES.values():
        lines += _section(code, language)
    header = markdown_header("src/bps/findings/codes", _TITLE.in_language(language))
    return header + "\n".join(lines).rstrip() + "\n"


def _row(code: Code, language: str) -> str:
    severity = _SEVERITIES[code.severity].in_language(language)
    return f"| [`{code.name}`](#{code.name}) | {severity} | {code.title.in_language(language)} |"


def _section(code: Code, language: str) -> list[str]:
    severity = _SEVERITIES[code.severity].in_language(language)
    marks = f"`{code.name}` · {severity}"
    if code.fixable:
        marks += f" · {_FIXABLE.in_language(language)}"
    lines = [
        f"## {code.title.in_language(language)} {{ #{code.name} }}",
        "",
        marks,
        "",
        code.explanation.in_language(language),
        "",
        _MESSAGE.in_language(language).format(
            _inert(_BLANK.sub("…", code.message.in_language(language)))
        ),
        "",
        _FIX.in_language(language).format(_inert(code.general_fix.in_language(language))),
        "",
    ]
    if code.bad is not None:
        lines += _example(_BAD.in_language(language), code.bad)
    if code.good is not None:
        lines += _example(_GOOD.in_language(language), code.good)
    return lines


def _example(title: str, example: Example) -> list[str]:
    lines = []
    for each in (example, *(Example(path, text) for path, text in example.also)):
        lines += [f"{title} · `{each.path}`", "", "```yaml", *example_lines(each), "```", ""]
    return lines


def _inert(text: str) -> str:
    """Text in which Markdown finds nothing to do; so that it shows as it is."""
    for char in "\\`*_<[|":
        text = text.replace(char, f"\\{char}")
    return text
