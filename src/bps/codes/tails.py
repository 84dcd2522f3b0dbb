"""What may follow a code: adoption, amendment, edition, title."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bps.codes.code import Reason

_DEGREES: Final = "IDT|MOD|NEQ|EQV|IDENTICAL|MODIFIED"
_BODIES: Final = "ISO|IEC|ITU|EN|BS|DIN|ANSI|ASTM|JIS|CEN|IEEE|UN|CAC|IFLA"
# Every pattern is anchored and has one open repeat at its end: no way to backtrack far.
_ADOPTION: Final = re.compile(
    rf"[ /,(]{{1,3}}(?:{_DEGREES}|{_BODIES})(?![A-Z0-9]*[A-Z]{{4}})[^《]*$"
)
_AMENDMENT: Final = re.compile(
    r"[ /,(]{0,3}(?:XG ?[0-9]{1,2}(?:-[0-9]{2,4})?|(?:第 ?)?[0-9一二三四五六七八九十]{1,3} ?号修改单)\)?$"
)
_EDITION: Final = re.compile(r" ?\(?(?:19|20)[0-9]{2} ?年?版\)?$|\((?:19|20)[0-9]{2}\)$")
_LANGUAGE: Final = re.compile(r" ?\(?(?:英|中|外)文版\)?$")
_ALL_PARTS: Final = re.compile(r" ?\(?(?:所有部分|全部部分|系列(?:标准)?)\)?$")
_TITLE: Final = re.compile(r"[ ,]?《[^》]{1,150}》$")

_KINDS: Final = (
    (_TITLE, "标准名称", "title"),
    (_AMENDMENT, "修改单", "amendment"),
    (_ADOPTION, "采标说明", "adoption note"),
    (_EDITION, "版次", "edition note"),
    (_LANGUAGE, "语种", "language note"),
    (_ALL_PARTS, "“所有部分”", "words for all parts"),
)


class Cut(NamedTuple):
    """A code without its tails, and what was left out."""

    core: str
    left_out: Reason | None


def cut_tails(text: str) -> Cut:
    """Take title, amendment, adoption and edition off the end of a normalised code.

    Args:
        text: Normalised text.

    Returns:
        The code alone, with a sentence on what was left out.
    """
    kinds: list[tuple[str, str, str]] = []
    core = text
    found = True
    while found:
        found = False
        for pattern, zh, en in _KINDS:
            match = pattern.search(core, 2)
            if match is not None:
                kinds.insert(0, (zh, en, match[0].strip(" ,/()")))
                core = core[: match.start()].rstrip(" ,/(")
                found = True
                break
    if not kinds:
        return Cut(core, None)
    zh_list = "、".join(f"{zh}（{tail}）" for zh, _, tail in kinds)
    en_list = ", ".join(f"{en} ({tail})" for _, en, tail in kinds)
    return Cut(core, Reason(f"编号之后的{zh_list}未计入", f"Left out after the code: {en_list}"))
