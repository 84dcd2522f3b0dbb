"""Characters that look like others: radicals, forms for vertical text and private points of old sets.

Programs that make PDF and OFD files often write the radical 一 (U+2F00) for the word 一 (U+4E00), or
a point that means something in one font only. A search would never find such a word.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_FOLDED: Final = re.compile(
    "[\u2e80-\u2fd5\ufe10-\ufe19\ufe30-\ufe4f\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
# Radicals that Unicode itself does not fold, with the word that has the same shape.
_RADICALS: Final = {
    0x2E81: "厂", 0x2E84: "乙", 0x2E85: "亻", 0x2E86: "冂", 0x2E88: "刀", 0x2E89: "刂", 0x2E8A: "卜",
    0x2E8E: "兀", 0x2E8F: "尣", 0x2E90: "尢", 0x2E92: "巳", 0x2E93: "幺", 0x2E94: "彑", 0x2E95: "彐",
    0x2E96: "忄", 0x2E98: "扌", 0x2E99: "攵", 0x2E9B: "旡", 0x2E9C: "日", 0x2E9D: "月", 0x2E9E: "歺",
    0x2EA0: "民", 0x2EA1: "氵", 0x2EA2: "氺", 0x2EA3: "灬", 0x2EA4: "爫", 0x2EA5: "爫", 0x2EA6: "丬",
    0x2EA7: "牛", 0x2EA8: "犭", 0x2EA9: "王", 0x2EAB: "目", 0x2EAC: "示", 0x2EAD: "礻", 0x2EAE: "竹",
    0x2EAF: "糹", 0x2EB0: "纟", 0x2EB2: "罒", 0x2EB6: "羊", 0x2EB9: "耂", 0x2EBB: "聿", 0x2EBC: "肉",
    0x2EBD: "臼", 0x2EBE: "艹", 0x2EBF: "艹", 0x2EC0: "艹", 0x2EC1: "虎", 0x2EC2: "衤", 0x2EC3: "覀",
    0x2EC4: "西", 0x2EC5: "见", 0x2EC6: "角", 0x2EC8: "讠", 0x2EC9: "贝", 0x2ECA: "足", 0x2ECB: "车",
    0x2ECC: "辶", 0x2ECD: "辶", 0x2ECE: "辶", 0x2ECF: "邑", 0x2ED0: "钅", 0x2ED1: "長", 0x2ED2: "镸",
    0x2ED3: "长", 0x2ED4: "门", 0x2ED6: "阝", 0x2ED7: "雨", 0x2ED8: "青", 0x2ED9: "韦", 0x2EDA: "页",
    0x2EDB: "风", 0x2EDC: "飞", 0x2EDD: "食", 0x2EDF: "飠", 0x2EE0: "饣", 0x2EE2: "马", 0x2EE3: "骨",
    0x2EE4: "鬼", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE7: "卤", 0x2EE8: "麦", 0x2EE9: "黄", 0x2EEA: "黾",
    0x2EEB: "斉", 0x2EEC: "齐", 0x2EED: "歯", 0x2EEE: "齿", 0x2EEF: "竜", 0x2EF0: "龙", 0x2EF1: "龜",
    0x2EF2: "亀",
}  # fmt: skip
# Marks of vertical text; the compatibility decomposition would make narrow ones of them.
_VERTICAL: Final = dict(
    zip(
        (*range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE34), *range(0xFE35, 0xFE45)),
        "，、。：；！？〖〗…‥—–_（）｛｝〔〕【】《》〈〉「」『』",
        strict=True,
    )
)
# Points of GB 18030 that had no place in Unicode at first, and what they are today.
_STATE: Final = dict(
    zip(
        (
            *range(0xE78D, 0xE797),
            *(0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864),
            *(0xE816, 0xE817, 0xE818, 0xE831, 0xE83B, 0xE855, 0xE7C7, 0xE7C8),
        ),
        "，。、：；！？〖〗…\u9fb4\u9fb5\u9fb6\u9fb7\u9fb8\u9fb9\u9fba\u9fbb"
        "\U00020087\U00020089\U000200cc\U000215d7\U0002298f\U000241fe\u1e3f\u01f9",
        strict=True,
    )
)
# Symbol fonts of word processors.
_SYMBOLS: Final = {0xF0B7: "•", 0xF06C: "●", 0xF06E: "■", 0xF075: "◆", 0xF0A7: "▪", 0xF0A8: "□"} | {
    0xF0D8: "➢", 0xF0FC: "✓", 0xF0E0: "→", 0xF0FE: "☑", 0xF052: "☑", 0xF0A3: "□", 0xF06F: "□",
}  # fmt: skip
_MEANT: Final = {**_RADICALS, **_VERTICAL, **_STATE, **_SYMBOLS}


def fold(text: str, *, seen: dict[str, str]) -> str:
    """A text with the characters that were meant.

    Args:
        text: Any text.
        seen: Where each folded character is added, with what it became; empty for one that means
            nothing outside its font and was left out.

    Examples:
        >>> seen: dict[str, str] = {}
        >>> fold(chr(0x2F08) + "口" + chr(0x2ED3), seen=seen), len(seen)
        ('人口长', 2)
    """
    if text.isascii() or _FOLDED.search(text) is None:
        return text

    def meant(match: re.Match[str]) -> str:
        char = match.group()
        found = _MEANT.get(ord(char))
        if found is None:
            plain = unicodedata.normalize("NFKC", char)
            found = "" if unicodedata.category(char) == "Co" else plain
        if found != char:
            seen[char] = found
        return found

    return _FOLDED.sub(meant, text)
