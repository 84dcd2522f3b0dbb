"""Every message can be read aloud: whole sentences, each language in its own marks and words."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from bps.findings import CODES, Code
from tests.support.source import PACKAGE, python_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HAN = re.compile(r"[\u4e00-\u9fff]")
# A half-width mark or a space between two Han characters, or a space beside a full-width mark.
MIXED = re.compile(
    r"[\u4e00-\u9fff][,;:?!()'\" ]+[\u4e00-\u9fff]|[。，；：？！）] | [。，；：？！（]"
)
# What a file holds, shown as it is written there.
QUOTED = re.compile(r"“[^”]*”")
EXAMPLE = re.compile(r"[\"“(（].*|such as .*")
# Officialese, jargon, and words for which this register has settled on another.
AVOIDED = re.compile(
    r"无声|映射|概念|声明|复制件|修订版|人生事件|切实|予以|请您|抱歉|sorry|please note"
)
# "1 records": a number in front of a plural noun reads wrongly when it is one.
PLURAL = re.compile(r"\{[a-z_.()]+\} (?:records|files|items|places|rows|pages|facts|errors)\b")
SAID = frozenset(
    {"ConfigurationError", "UsageError", "Words", "pick", "progress", "remark", "say", "wrong"}
)


def shape(node: ast.expr) -> str | None:
    """The text of a string, with what is filled in shown as a blank."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{x}" for part in node.values
        )
    return None


def pairs(path: Path) -> Iterator[tuple[int, str, str]]:
    """Line, Chinese and English of every pair of texts that a module says."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", "")).lstrip("_")
        texts = [shape(each) for each in (*node.args, *(key.value for key in node.keywords))]
        if name in SAID and len(texts) >= 2 and texts[0] is not None and texts[1] is not None:
            yield node.lineno, texts[0], texts[1]


MODULES = [path for path in python_files("src/bps") if any(True for _ in pairs(path))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_a_module_says_is_in_two_languages_and_neither_is_mixed(path: Path) -> None:
    wrong = [
        (line, zh, en)
        for line, zh, en in pairs(path)
        if (HAN.search(zh) is None and re.search("[a-z]{3}", zh.replace("{x}", "")))
        or HAN.search(EXAMPLE.sub("", en))
        or MIXED.search(QUOTED.sub("", zh))
        or AVOIDED.search(zh + en)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_a_finding_speaks_in_whole_sentences(code: Code) -> None:
    chinese = (code.message.zh, code.fix.zh, code.explanation.zh)
    english = (code.message.en, code.explanation.en)
    assert all(text.endswith(("。", "？")) for text in chinese)
    assert all(text.endswith(".") for text in english)
    # The advice follows "fix:" and gets its full stop there.
    assert not code.fix.en.endswith(".")
    assert not code.title.zh.endswith("。")
    assert not code.title.en.endswith(".")
    for text in (*chinese, code.title.zh):
        assert HAN.search(text) or text == "{meaning}。"
        assert not MIXED.search(QUOTED.sub("", text))
        assert not AVOIDED.search(text)
    for text in (*english, code.fix.en, code.title.en):
        assert not HAN.search(text)
        assert not PLURAL.search(text)
        assert "  " not in text
