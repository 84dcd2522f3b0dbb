"""Fixes on the bare text: marks, tabs, line ends, forms of characters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BOM: Final = "\ufeff"
_LEADING: Final = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_TRAILING: Final = re.compile(r"[ \t]+$", re.MULTILINE)
_BLOCK_TEXT: Final = re.compile(r":\s*[|>][+-]?[0-9]?\s*$", re.MULTILINE)


def mend_characters(text: str) -> str:
    """The text without mark, tabs and spaces at line ends, in normal form, with one last line end.

    Args:
        text: Text of a file.

    Returns:
        The mended text; the same object's equal when nothing was wrong.
    """
    plain = text.removeprefix(_BOM).replace("\r\n", "\n")
    if "\t" in plain:
        plain = _LEADING.sub(lambda match: match[0].replace("\t", "  "), plain)
        plain = plain.replace("\t", " ")
    # In a block text, spaces at a line end may be meant.
    if not _BLOCK_TEXT.search(plain):
        plain = _TRAILING.sub("", plain)
    if not unicodedata.is_normalized("NFC", plain):
        plain = unicodedata.normalize("NFC", plain)
    return plain.rstrip("\n") + "\n" if plain.strip() else plain
