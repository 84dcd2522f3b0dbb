"""Marks at the names of items, such as *, ★, ① and 【新增】, and the notes that say what they mean."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = "*＊★☆※△▲●◆#＃①②③④⑤⑥⑦⑧⑨⑩"
_SAME: Final = str.maketrans({"＊": "*", "＃": "#"})
_BRACKETED: Final = re.compile(r"【([^】]{1,8})】")
_AROUND: Final = re.compile(rf"^[{_SIGNS}\s]+|[{_SIGNS}\s]+$")
# "*注：…", "①由区财政承担。": a note that begins with its mark; and "标★的为…", "注：标星号的…".
_NOTE: Final = re.compile(rf"^\s*(?P<sign>[{_SIGNS}])\s*(?P<text>[^{_SIGNS}].*)$", re.DOTALL)
_SPOKEN: Final = re.compile(rf"(?:标有?|带有?|打)\s*[“\"]?(?P<sign>[{_SIGNS}]|星号)")
_STAR: Final = "星号"


def split_marks(name: str) -> tuple[str, tuple[str, ...]]:
    """A name without its marks, and the marks.

    Examples:
        >>> split_marks("★助餐服务")
        ('助餐服务', ('★',))
        >>> split_marks("社区助浴【新增】*")
        ('社区助浴', ('新增', '*'))
    """
    words = tuple(_BRACKETED.findall(name))
    bare = _BRACKETED.sub("", name)
    signs = "".join(match[0] for match in _AROUND.finditer(bare)).translate(_SAME)
    marks = (*words, *dict.fromkeys(sign for sign in signs if not sign.isspace()))
    plain = _AROUND.sub("", bare)
    # A name of nothing but marks stays as it is printed.
    return (plain, marks) if plain and marks else (name, ())


def mark_of_note(text: str) -> str | None:
    """The mark that a note below a table explains; None where it explains none.

    Examples:
        >>> [mark_of_note(text) for text in ("*注：新增项目", "2．标★的为提标项目", "注：自印发起施行")]
        ['*', '★', None]
    """
    match = _NOTE.match(text) or _SPOKEN.search(text)
    if match is None:
        return None
    sign = match["sign"].translate(_SAME)
    return "*" if sign == _STAR else sign


def strip_mark(text: str) -> str:
    """A note without the mark it begins with.

    Examples:
        >>> strip_mark("①由区财政承担。")
        '由区财政承担。'
    """
    match = _NOTE.match(text)
    return (match["text"] if match else text).strip()
