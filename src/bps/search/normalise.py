"""Bring every way of writing the same thing to one form, in queries and in documents alike."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from bps.search.stem import stem_word

if TYPE_CHECKING:
    from collections.abc import Mapping

# What stands behind the first 120 characters of a query no longer changes what is meant.
LONGEST_QUERY: Final = 120
HAN: Final = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
_TOKEN: Final = re.compile(rf"[{HAN}]+|[a-z0-9]+")
_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_POSSESSIVE: Final = re.compile(r"['\u2019]s\b")
_NOT_IN_CODE: Final = re.compile(rf"[^a-z0-9{HAN}]+")
_SPACES: Final = re.compile(r"\s+")


def normalise(text: str, *, traditional: Mapping[str, str]) -> str:
    """Fold width, case, tone marks, possessives and traditional characters.

    Args:
        text: Anything a person typed or a record says; lone surrogates are dropped.
        traditional: Simplified character by traditional one.

    Returns:
        The text in the one form that is compared.
    """
    if text.isascii():
        return _POSSESSIVE.sub("", text.lower())
    clean = text.encode("utf-8", "ignore").decode("utf-8")
    folded = unicodedata.normalize("NFKC", clean).lower()
    # The ü of pinyin is typed as v: lǜ as lv.
    parted = unicodedata.normalize("NFD", folded).replace("u\u0308", "v")
    bare = _MARKS.sub("", parted)
    composed = _POSSESSIVE.sub("", unicodedata.normalize("NFC", bare))
    return "".join(traditional.get(character, character) for character in composed)


def shorten(text: str) -> str:
    """Cut a query that is too long to be one, before any work is done on it."""
    return text[:LONGEST_QUERY]


def split_runs(normal: str) -> list[str]:
    """Split normalised text into runs of Han characters and words of letters or digits."""
    return _TOKEN.findall(normal)


def is_han(run: str) -> bool:
    """Whether a run holds Han characters rather than letters and digits."""
    return not run.isascii()


def match_text(normal: str) -> str:
    """Write normalised text so that a plain substring search finds whole terms.

    A Han run stands between bars, a stem between spaces: "12333人社电话" becomes " 12333 |人社电话|".

    Args:
        normal: Text that went through `normalise`.

    Returns:
        The text to search in.
    """
    parts: list[str] = []
    for run in split_runs(normal):
        if is_han(run):
            parts.append(f"|{run}|")
        elif parts and parts[-1].endswith(" "):
            parts.append(f"{stem_word(run)} ")
        else:
            parts.append(f" {stem_word(run)} ")
    return "".join(parts)


def code_key(normal: str) -> str:
    """Key of a standard code whatever stands between its parts: "GB/T 46916" is "gbt46916"."""
    return _NOT_IN_CODE.sub("", normal)


def squeeze(text: str) -> str:
    """One space instead of many."""
    return _SPACES.sub(" ", text).strip()
