"""One spelling for widths, dashes, slashes and spaces before a code is read."""

from __future__ import annotations

import unicodedata
from typing import Final

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\u30fc\u301c\u223c~"
_SLASHES: Final = "\u2044\u2215\u2571\u29f8\\"
_INVISIBLE: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_TABLE: Final = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SLASHES, "/"),
        **dict.fromkeys(_INVISIBLE, ""),
        "\u3015": ")",
        "\u3014": "(",
        "\u3010": "(",
        "\u3011": ")",
        "[": "(",
        "]": ")",
        "_": "/",  # file names cannot hold a slash
    }
)
_PAIRS: Final = (("《", "》"), ("(", ")"), ("<", ">"), ('"', '"'), ("“", "”"), ("「", "」"))


def normalise(text: str) -> str:
    """Fold width, dash, slash, bracket and letter case; single spaces, none around a dash or slash.

    Args:
        text: A code as somebody typed or printed it.

    Returns:
        The same code in plain capitals.

    Examples:
        >>> normalise("ＧＢ／Ｔ　39554．1—2020")
        'GB/T 39554.1-2020'
    """
    plain = unicodedata.normalize("NFKC", text).translate(_TABLE).upper()
    words = " ".join(plain.split())
    for mark in "-/.:":
        words = words.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    while "--" in words:
        words = words.replace("--", "-")
    return _unwrapped(words.strip(" ,;。、").rstrip(".:"))


def _unwrapped(words: str) -> str:
    """Take off one pair of marks around the whole."""
    for opening, closing in _PAIRS:
        inner = words[1:-1]
        if (
            len(words) > len(opening + closing)
            and words.startswith(opening)
            and words.endswith(closing)
            and closing not in inner
        ):
            return inner.strip()
    return words
