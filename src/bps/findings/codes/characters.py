"""Codes of bytes and characters that a record may not hold."""

from __future__ import annotations

from bps.findings.code import Example, declare
from bps.findings.finding import Severity

_RECORD = "catalogue/items/testland/library-card.yml"
_GOOD = Example(_RECORD, "aliases: [读者证]\n")

CHARACTERS = (
    declare(
        "not-utf-8",
        Severity.ERROR,
        ("编码不是 UTF-8", "Not UTF-8"),
        (
            "字节 {byte} 不属于 UTF-8 文字{guess}。",
            "The byte {byte} is not part of UTF-8 text{guess}.",
        ),
        (
            "在编辑器中另存为 UTF-8（无 BOM）。",
            "save the file as UTF-8 without BOM in your editor",
        ),
        (
            "全部文件用 UTF-8，任何电脑上读到的字才会一样。",
            "All files are UTF-8, so that every computer reads the same characters.",
        ),
        bad=Example(_RECORD, "aliases: [\udcb6\udcc1\udcd5\udcdf]\n"),
        good=_GOOD,
    ),
    declare(
        "byte-order-mark",
        Severity.ERROR,
        ("文件以 BOM 开头", "File begins with a byte order mark"),
        (
            "文件开头有看不见的字节顺序标记（BOM）。",
            "The file begins with an invisible byte order mark (BOM).",
        ),
        ("另存为“UTF-8（无 BOM）”。", 'save as "UTF-8 without BOM"'),
        (
            "有的程序会把 BOM 当作第一个键的一部分。",
            "Some programs take the mark for a part of the first key.",
        ),
        bad=Example("catalogue/units/testland/marked.yml", "\ufeffid: testland/marked\n"),
        good=_GOOD,
        fixable=True,
    ),
    declare(
        "forbidden-character",
        Severity.ERROR,
        ("不允许的字符", "Character not allowed"),
        ("这里有{kind}（{character}）。", "Here is {kind} ({character})."),
        ("删去它，或改成看得见的字符。", "delete it, or write a visible character instead"),
        (
            "看不见、会改变文字方向或已损坏的字符，使审阅者看到的与程序读到的不一致。",
            "Characters that are invisible, turn the direction of text or stand for damaged text "
            "let a program read something else than a reviewer sees.",
        ),
        bad=Example(_RECORD, "aliases: [读\u200b者证]\n"),
        good=_GOOD,
    ),
    declare(
        "tab-character",
        Severity.ERROR,
        ("有制表符", "Tab character"),
        ("这里有制表符。", "Here is a tab character."),
        ("改用空格；缩进每级两个空格。", "use spaces; indent by two of them"),
        (
            "YAML 的缩进只能用空格，制表符的宽度各处不同。",
            "YAML indents with spaces only, and tabs are shown in different widths.",
        ),
        bad=Example(_RECORD, "aliases:\t[读者证]\n"),
        good=_GOOD,
        fixable=True,
    ),
    declare(
        "not-normalised",
        Severity.ERROR,
        ("字符没有规范化", "Characters not normalised"),
        (
            "这里的字符看似相同，编码却不是规范形式（NFC）。",
            "A character here looks right but is not in the normal form (NFC).",
        ),
        ("重新输入这个字，或运行 bps fix。", "type the character again, or run bps fix"),
        (
            "同一个字有两种编码时，搜索和比较都会漏掉它。",
            "When one character has two encodings, searching and comparing miss it.",
        ),
        bad=Example(_RECORD, "aliases: [Cafe\u0301 card]\n"),
        good=Example(_RECORD, "aliases: [Café card]\n"),
        fixable=True,
    ),
)
