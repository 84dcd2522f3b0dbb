"""Texts that look like a code and are none: document numbers, foreign codes, drafts, lists."""

from __future__ import annotations

import re
from typing import Final

from bps.codes.code import StandardCode, invalid
from bps.codes.sectors import FOREIGN

_NUMBER: Final = r"第?[0-9一二三四五六七八九十百千]{1,8} ?号"
# 发改社会〔2021〕443号, 国务院令第639号, 2021年第3号公告
_DOCUMENT: Final = re.compile(
    rf"\((?:19|20)[0-9]{{2}}\) ?{_NUMBER}|令 ?\(? ?{_NUMBER}|{_NUMBER} ?(?:公告|令|文|通知)|公告 ?{_NUMBER}"
)
_BARE_DOCUMENT: Final = re.compile(rf"^[^A-Z]{{2,20}}(?:19|20)[0-9]{{2}}年?[- ]?{_NUMBER}$")
_PLACEHOLDER: Final = re.compile(r"[×✕□]|X{3,}|\*{2,}|\?{2,}")
_SEVERAL: Final = re.compile(r"[、;]|和|及|, ?[A-Z]")
_WORD: Final = re.compile(r"^[A-Z][A-Z0-9]*")
TEXT_LENGTH: Final = 200


def refuse(text: str) -> StandardCode | None:
    """Refuse what is no code of a Chinese standard at all.

    Args:
        text: Normalised text.

    Returns:
        The refusal with its reason, or None when the text may be a code.
    """
    if not text:
        return invalid("没有填写编号", "The code is empty")
    if len(text) > TEXT_LENGTH:
        return invalid(
            f"文字超过{TEXT_LENGTH}个字符，不是标准编号",
            f"A text of more than {TEXT_LENGTH} characters is no code",
        )
    if "修改单" not in text and (_DOCUMENT.search(text) or _BARE_DOCUMENT.match(text)):
        return invalid(
            "这是发文字号，不是标准编号；请写入 document_number 或来源记录",
            "This is the number of a government document, not of a standard; "
            "put it into document_number or a source record",
        )
    if _PLACEHOLDER.search(text):
        return invalid(
            "编号中有占位符，标准尚未取得编号",
            "The code holds a placeholder: the standard has no number yet",
        )
    return _foreign(text)


def _foreign(text: str) -> StandardCode | None:
    word = _WORD.match(text)
    if word is None or word[0] not in FOREIGN:
        return None
    return invalid(
        f"{word[0]} 是国际或国外标准的编号，不是中国标准编号",
        f"{word[0]} marks a foreign or international standard, not a Chinese one",
    )


def several(text: str) -> StandardCode | None:
    """Refuse a text that holds more than one code.

    Args:
        text: Normalised text without tails.

    Returns:
        The refusal, or None.
    """
    if not _SEVERAL.search(text):
        return None
    return invalid(
        "这里写了不止一个编号，请逐个填写",
        "This names more than one standard; write one code at a time",
    )
