"""Text in the cells of a terminal: Han characters take two."""

from __future__ import annotations

import re
import unicodedata

# A Latin word, a run of spaces, or one character; marks that may not begin a line stay with it.
_PIECE = re.compile(r"(?:[!-~]+| +|.)[，。；：、？！）》”…]*")


def width(text: str) -> int:
    """Cells a text takes."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def cut(text: str, cells: int) -> str:
    """The beginning of a text that fits, with an ellipsis where something is left out."""
    if width(text) <= cells:
        return text
    kept, size = "", 1
    for character in text:
        size += width(character)
        if size > cells:
            break
        kept += character
    return f"{kept}…"


def padded(text: str, cells: int) -> str:
    """A text with spaces behind it, up to this many cells."""
    return text + " " * (cells - width(text))


def wrapped(text: str, cells: int) -> list[str]:
    """A paragraph in lines of at most this many cells; Latin words stay whole."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and width(lines[-1]) + width(piece.rstrip()) > cells:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return lines
