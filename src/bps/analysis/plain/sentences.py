"""Sentences and their length: Han characters in Chinese, words in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A semicolon ends a thought as a full stop does; a reader may breathe there.
_ENDS = {"zh": re.compile(r"[。！？；\n]+"), "en": re.compile(r"(?:[.!?;](?=\s|$)|\n)+")}
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’./-]*")


@dataclass(frozen=True, slots=True)
class Measure:
    """How long the sentences of some texts are.

    Attributes:
        count: Number of sentences.
        mean: Mean length.
        longest: The longest sentence.
        long_share: Share of sentences over the limit that nine of ten should keep.
    """

    count: int
    mean: float
    longest: str
    long_share: float


# Nine of ten Chinese sentences have at most 40 characters; no English one has more than 25 words.
LONG = {"zh": 40, "en": 25}


def sentences(text: str, lang: str) -> tuple[str, ...]:
    """Split a text into sentences.

    Args:
        text: Plain text.
        lang: `zh` or `en`.

    Returns:
        The sentences that hold at least one character or word of the language.

    Examples:
        >>> sentences("先登记。再申请！", "zh")
        ('先登记', '再申请')
    """
    parts = (part.strip() for part in _ENDS[lang].split(text))
    return tuple(part for part in parts if length(part, lang))


def length(sentence: str, lang: str) -> int:
    """Length of a sentence: Han characters, or words.

    Examples:
        >>> length("拨打12333。", "zh"), length("Call 12333 today.", "en")
        (2, 3)
    """
    return len((_HAN if lang == "zh" else _WORD).findall(sentence))


def measure(texts: Iterable[str], lang: str) -> Measure:
    """Measure the sentences of several texts together."""
    found = [sentence for text in texts for sentence in sentences(text, lang)]
    lengths = [length(sentence, lang) for sentence in found]
    if not found:
        return Measure(0, 0.0, "", 0.0)
    return Measure(
        count=len(found),
        mean=sum(lengths) / len(found),
        longest=max(found, key=lambda sentence: length(sentence, lang)),
        long_share=sum(one > LONG[lang] for one in lengths) / len(found),
    )
