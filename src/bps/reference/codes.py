"""The reference page of all finding codes, one in each language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bps.findings import CODES, Example, Severity, Words
from bps.findings.code import example_lines
from bps.model import RECORD_TYPES
from bps.reference.header import markdown_header
from bps.rules import RULE_CODES
from bps.rules.rule import Scope

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.findings import Code
    from bps.rules import Rule

_BLANK = re.compile(r"\{[a-z_]+\}")
_TITLE = Words("检查结果代码", "Finding codes")
_INTRODUCTION = Words(
    "`bps check` 报告的每一种情况都有一个代码。错误必须改正，警告应当查看，提示供审阅者了解。"
    "在命令行运行 `bps explain 代码` 可看到同样的说明；{fixable} 表示 `bps fix` 能自动修正。",
    "Everything that `bps check` reports has a code. Errors have to be mended, warnings looked at, "
    "notices known to a reviewer. `bps explain CODE` says the same on the command line; {fixable} "
    "marks those that `bps fix` can mend.",
)
_SETTINGS_TITLE = Words("按需要设置", "Settings")
_SETTINGS = (
    Words(
        "记录文件夹根部的 `bps.toml` 可以调整检查，改动随记录一起留在 git 里。",
        "`bps.toml` at the root of the records adjusts the checks, and is kept in git with them.",
    ),
    Words(
        "- `[check]` 的 `fail_on` 定哪一级起算不通过；命令行的 `--fail-on` 优先。",
        "- `fail_on` under `[check]` says from which severity on the check fails; `--fail-on` "
        "comes first.",
    ),
    Words(
        "- `[severity]` 改一条规则的级别，或用 `off` 关掉它。标有“级别可设”的代码才可以改，"
        "其余是读懂记录的前提。",
        "- `[severity]` changes the severity of a rule, or switches it off with `off`. Only codes "
        "marked “severity can be set” may be changed; without the others a record cannot be "
        "understood at all.",
    ),
    Words(
        "- `[[suppress]]` 豁免一条记录的一个问题，要写明理由和日期，可以写明期限（`until`）。"
        "不再需要的和过期的豁免都会报错。",
        "- `[[suppress]]` excuses one fault of one record. Reason and date are needed, a last day "
        "(`until`) may be given. A suppression that is no longer needed or past its day is an "
        "error.",
    ),
    Words(
        "- `[[links]]` 豁免链接检查中的一个网址，理由和期限都要写。",
        "- `[[links]]` excuses an address of the link watch; reason and last day are needed.",
    ),
)
_EXAMPLE = """```toml
[check]
fail_on = "warning"

[severity]
background-evidence = "warning"
look-alike-name = "off"

[[suppress]]
code = "translation-missing"
record = "cn/vaccination"
reason = "The English name is being agreed with the ministry"
date = "2026-11-22"
until = "2027-05-31"

[[links]]
url = "https://www.example.org/"
reason = "Shows its pages to browsers only"
until = "2027-05-31"
```"""
_SETTABLE = Words("级别可设", "severity can be set")
_LOOKS_AT = Words("检查对象：", "looks at: ")
_WHOLE = Words("整个库", "the whole register")
_EVERY_RECORD = Words("每条记录", "every record")
_COMMA = Words("、", ", ")
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
        f"## {_SETTINGS_TITLE.in_language(language)} {{ #settings }}",
        "",
        _SETTINGS[0].in_language(language),
        "",
        *(words.in_language(language) for words in _SETTINGS[1:]),
        "",
        _EXAMPLE,
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
    if code.name in RULE_CODES:
        scope = _scope(RULE_CODES[code.name], language)
        marks += f" · {_LOOKS_AT.in_language(language)}{scope}"
        marks += f" · {_SETTABLE.in_language(language)}"
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


def _scope(rule: Rule, language: str) -> str:
    if rule.scope is Scope.REGISTRY:
        return _WHOLE.in_language(language)
    names = [RECORD_TYPES[kind].title.in_language(language) for kind in sorted(rule.types)]
    return _COMMA.in_language(language).join(names) or _EVERY_RECORD.in_language(language)


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
