"""Say in words why a result matched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bps.findings.words import Words

if TYPE_CHECKING:
    from bps.search.rank import Reason

_BARS: Final = re.compile(r"\|+")
_WHERE: Final = {
    "name": ("名称", "name"),
    "alias": ("别名", "other name"),
    "lay": ("俗称", "plain words"),
    "about": ("内容", "content"),
    "place": ("地区", "place"),
    "code": ("标准号", "code"),
}
_HOW: Final = {
    "meaning": ("“{typed}”就是“{term}”", "“{typed}” means “{term}”"),
    "pinyin": ("拼音 {typed} 读作“{term}”", "{typed} is pinyin for “{term}”"),
    "initials": ("首字母 {typed} 即“{term}”", "{typed} are the initials of “{term}”"),
    "near": ("“{typed}”可能是“{term}”", "“{typed}” may be “{term}”"),
    "beginning": ("以 {typed} 开头：“{term}”", "begins with {typed}: “{term}”"),
}


def say_why(reason: Reason) -> Words:
    """Put one reason in words.

    Args:
        reason: Why a part of the query matched.

    Returns:
        The reason in both languages, such as 名称中有“低保”.
    """
    term = _BARS.sub("、", reason.term)
    where_zh, where_en = _WHERE[reason.where]
    if reason.where == "code":
        return Words(zh=f"{where_zh} {term}", en=f"{where_en} {term}")
    if reason.how in _HOW:
        zh, en = (pattern.format(typed=reason.typed, term=term) for pattern in _HOW[reason.how])
        if reason.how == "meaning" and reason.typed.isascii() and not term.isascii():
            en = f"close in meaning to “{reason.typed}”"
        return Words(zh=f"{zh}（{where_zh}）", en=f"{en} ({where_en})")
    # A stem is no word to show: "veteran job" was typed as "veterans jobs".
    shown = reason.typed if reason.how == "typed" or term.isascii() else term
    return Words(zh=f"{where_zh}中有“{shown}”", en=f"“{shown}” in the {where_en}")
