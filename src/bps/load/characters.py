"""Bytes to text, and the characters that a record may not hold.

A reader of the file must see what is there: characters that hide, reorder or damage text are
refused, everywhere and not only in ids.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bps.findings import CODES, Finding, Place, Words
from bps.load.limits import MAX_REPEATS

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOM = b"\xef\xbb\xbf"
# Not printable by Python's reckoning and yet welcome: line feed, no-break space (inside codes such
# as GB/T 39554), ideographic space, thin and figure spaces.
_WELCOME = frozenset("\n\u00a0\u3000\u2009\u2007\u202f")
# Rare Han characters for names of people and places: newer than the Unicode tables of older Pythons.
_HAN_PLANES = (0x20000, 0x3FFFD)
_REPLACEMENT = "\ufffd"
_KINDS = {
    "Cc": Words("控制字符", "a control character"),
    "Cf": Words("不可见的格式字符", "an invisible formatting character"),
    "Co": Words("私用区字符", "a private-use character"),
    "Cs": Words("半个代理对", "half a surrogate pair"),
    "Cn": Words("Unicode 未定义的字符", "a character Unicode does not define"),
    "Zl": Words("行分隔符", "a line separator"),
    "Zp": Words("段分隔符", "a paragraph separator"),
    "Zs": Words("特殊空格", "an unusual space"),
}
_DAMAGED = Words("替代字符，说明文字曾按错误编码转换", "the mark that text was damaged on its way")
_NOT_PLAIN = re.compile(r"[^\x20-\x7e\n]")


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Index and character of everything in the text that may not be there, tabs aside."""
    for match in _NOT_PLAIN.finditer(text):
        char = match.group()
        if char == "\t" or char in _WELCOME:
            continue
        if char == _REPLACEMENT or not (
            char.isprintable() or _HAN_PLANES[0] <= ord(char) <= _HAN_PLANES[1]
        ):
            yield match.start(), char


def is_plain(text: str) -> bool:
    """Whether a quick look finds nothing to worry about."""
    return text.isprintable() and _REPLACEMENT not in text


def kind_of(char: str) -> Words:
    """What sort of forbidden character this is, in words."""
    if char == _REPLACEMENT:
        return _DAMAGED
    return _KINDS.get(unicodedata.category(char), _KINDS["Cn"])


def decode(data: bytes, path: str, findings: list[Finding]) -> str | None:
    """The text of a file with every fault of its characters noted; None when it is not UTF-8.

    Refused characters and tabs become single placeholders, so that the rest of the file can still
    be read and every later position is right.
    """
    if data.startswith(_BOM):
        findings.append(CODES["byte-order-mark"].at(Place(path)))
        data = data[len(_BOM) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        findings.append(_not_utf8(data, error.start, path))
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not is_plain(text.replace("\n", "")):
        text = _cleaned(text, path, findings)
    if not unicodedata.is_normalized("NFC", text):
        _report_forms(text, path, findings)
    return text


def _not_utf8(data: bytes, offset: int, path: str) -> Finding:
    line_start = data.rfind(b"\n", 0, offset) + 1
    place = Place(
        path,
        data.count(b"\n", 0, offset) + 1,
        len(data[line_start:offset].decode("utf-8", "replace")) + 1,
    )
    return CODES["not-utf-8"].at(place, byte=f"0x{data[offset]:02x}", guess=_guess(data))


def _guess(data: bytes) -> Words:
    """Which encoding it probably is, as the end of a sentence."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Words("；看来是 UTF-16", "; it looks like UTF-16")
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return Words("", "")
    han = sum("\u4e00" <= char <= "\u9fff" for char in text)
    if han and han * 2 >= sum(char > "\x7f" for char in text):
        return Words("；看来是 GBK 或 GB18030", "; it looks like GBK or GB18030")
    return Words("", "")


def _place(text: str, index: int, path: str) -> Place:
    line_start = text.rfind("\n", 0, index) + 1
    return Place(path, text.count("\n", 0, index) + 1, index - line_start + 1)


def _cleaned(text: str, path: str, findings: list[Finding]) -> str:
    """The text without tabs and forbidden characters, at the same positions."""
    bad = list(forbidden(text))
    for index, char in _first_per_line(text, bad):
        findings.append(
            CODES["forbidden-character"].at(
                _place(text, index, path), character=f"U+{ord(char):04X}", kind=kind_of(char)
            )
        )
    tabs = [(match.start(), "\t") for match in re.finditer(r"\t+", text)]
    findings.extend(
        CODES["tab-character"].at(_place(text, index, path))
        for index, _ in _first_per_line(text, tabs)
    )
    if not bad and not tabs:
        return text
    return text.translate({ord(char): "?" for _, char in bad} | {ord("\t"): " "})


def _first_per_line(text: str, found: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """One per line and so many at most: a file full of them is one fault, not thousands."""
    line_end = -1
    said = 0
    for index, char in found:
        if index > line_end:
            yield index, char
            said += 1
            if said == MAX_REPEATS:
                return
            following = text.find("\n", index + 1)
            line_end = following if following >= 0 else len(text)


def _report_forms(text: str, path: str, findings: list[Finding]) -> None:
    said = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if unicodedata.is_normalized("NFC", line):
            continue
        normal = unicodedata.normalize("NFC", line)
        column = next(
            (i for i, (one, other) in enumerate(zip(line, normal, strict=False)) if one != other),
            len(normal) - 1,
        )
        findings.append(CODES["not-normalised"].at(Place(path, number, column + 1)))
        said += 1
        if said == MAX_REPEATS:
            return
