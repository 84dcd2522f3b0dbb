"""What the YAML parser's complaints mean, in words of our own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bps.findings import CODES, Finding, Place, Words

if TYPE_CHECKING:
    from yaml import YAMLError

# The parser's own phrase -> what to tell a person. Phrases are those of libyaml.
_MEANINGS: dict[str, Words] = {
    "mapping values are not allowed in this context": Words(
        "这里多出一个“: ”；一行只能有一个键，文字中的冒号要放在引号里",
        'there is a ": " too many here; one line holds one key, and a colon inside a text '
        "needs quotes around the text",
    ),
    "could not find expected ':'": Words(
        "这一行不是“键: 值”；缺少冒号，或冒号后没有空格",
        'this line is not "key: value"; the colon, or the space after it, is missing',
    ),
    "did not find expected key": Words(
        "这里应当是一个键；多半是缩进与上面的行不一致，或引号没有配对",
        "a key was expected here; most often the line is not indented like the ones above, or a "
        "quote is not closed",
    ),
    "did not find expected '-' indicator": Words(
        "这里应当是列表的下一项（“- ”开头），或缩进有误",
        'the next entry of the list ("- ") was expected here, or the indentation is wrong',
    ),
    "did not find expected ',' or ']'": Words(
        "方括号里的各项要用英文逗号分开，并以“]”结束",
        'entries inside [ ] are separated by "," and end with "]"',
    ),
    "did not find expected ',' or '}'": Words(
        "花括号里的各项要用英文逗号分开，并以“}”结束",
        'entries inside { } are separated by "," and end with "}"',
    ),
    "did not find expected node content": Words("这里缺少一个值", "a value is missing here"),
    "did not find expected <document start>": Words(
        "记录在上一行已经结束，这里多出了内容；多半是缩进有误",
        "the record ended above and something is left over; most often the indentation is wrong",
    ),
    "found unexpected end of stream": Words("引号到文件结尾都没有配对", "a quote is never closed"),
    "found unexpected document indicator": Words(
        "引号里出现了“---”或“...”行；多半是引号没有配对",
        'a line "---" or "..." stands inside a quoted text; most often a quote is not closed',
    ),
    "found character that cannot start any token": Words(
        "值不能以这个字符开头（@、`、% 等）；请把整个值放在引号里",
        "a value cannot begin with this character (@, `, % and the like); put the value in quotes",
    ),
    "found unknown escape character": Words(
        "双引号里的反斜杠后面是不认识的字母；请改用单引号，或写成 \\\\",
        "inside double quotes a backslash is followed by a letter that means nothing; use single "
        "quotes, or write \\\\",
    ),
    "did not find expected hexdecimal number": Words(
        "反斜杠转义后面应当是十六进制数字", "hexadecimal digits were expected after the backslash"
    ),
    "found invalid Unicode character escape code": Words(
        "反斜杠转义写出的不是一个字符", "the backslash escape does not name a character"
    ),
    "block sequence entries are not allowed in this context": Words(
        "列表的“- ”不能跟在同一行的键后面；请另起一行",
        'a list entry ("- ") cannot follow a key on the same line; begin a new line',
    ),
    "mapping keys are not allowed in this context": Words(
        "这里不能出现“? ”", 'a "? " cannot stand here'
    ),
    "did not find expected comment or line break": Words(
        "“|”或“>”后面同一行不能再写内容；请另起一行",
        'nothing may follow "|" or ">" on the same line; begin a new line',
    ),
    "found an indentation indicator equal to 0": Words(
        "“|”或“>”后面的数字不能是 0", 'the number after "|" or ">" cannot be 0'
    ),
    "did not find expected the document start": Words(
        "“%”开头的行不能出现在这里", 'a line that begins with "%" cannot stand here'
    ),
    "did not find expected alphabetic or numeric character": Words(
        "以 * 或 & 开头的文字要放在引号里", "a text that begins with * or & needs quotes"
    ),
    "control characters are not allowed": Words(
        "这里有控制字符", "there is a control character here"
    ),
}
_GENERAL = Words("从这里起不再是 YAML", "from here on this is not YAML")
# Found only at the end of the file; the place where it began helps more.
_BEGAN_EARLIER = frozenset({"found unexpected end of stream"})


# Lines that git writes between two versions of the same text.
_CONFLICT_SIGN: Final = "<<<<<<<"
_CONFLICT: Final = re.compile(r"^(<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_SIDES: Final = 3
# A key as this register has them, ended by the colon of Chinese text.
_WIDE_COLON: Final = re.compile(r"\s*(?:- |\{\s*)?(?P<key>[a-z][a-z_0-9]*)(?P<colon>：)")


def conflict_finding(text: str, path: str) -> Finding | None:
    """The finding for a file in which git left two versions of the same lines, if it did."""
    if _CONFLICT_SIGN not in text or len({mark[1] for mark in _CONFLICT.finditer(text)}) < _SIDES:
        return None
    first = next(_CONFLICT.finditer(text))
    return CODES["merge-conflict"].at(Place(path, text.count("\n", 0, first.start()) + 1))


def colon_finding(path: str, text: str, last_line: int) -> Finding | None:
    """The finding for a key with a full-width colon at or before a line, if there is one."""
    for number, line in enumerate(text.split("\n")[: last_line + 1], start=1):
        found = _WIDE_COLON.match(line)
        if found is not None:
            place = Place(path, number, found.start("colon") + 1)
            return CODES["full-width-colon"].at(place, key=found["key"])
    return None


def syntax_finding(error: YAMLError, path: str, text: str) -> Finding:
    """The finding for a file that the parser gave up on."""
    problem = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None)
    wide = colon_finding(path, text, mark.line + 1 if mark is not None else text.count("\n") + 1)
    if wide is not None:
        return wide
    place = Place(path, text.count("\n") + 1)
    related: tuple[str, ...] = ()
    if mark is not None:
        place = Place(path, mark.line + 1, mark.column + 1)
    if began is not None and (mark is None or problem in _BEGAN_EARLIER):
        place = Place(path, began.line + 1, began.column + 1)
    elif began is not None and mark is not None and began.line != mark.line:
        related = (str(Place(path, began.line + 1, began.column + 1)),)
    meaning = _MEANINGS.get(problem, _GENERAL)
    return CODES["yaml-syntax"].at(place, meaning=meaning, related=related)
