"""Several parts named by their first and last, such as GB/T 24421.1~4-2009: one code for each."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# A dash between parts would be the dash before a year: only a tilde or 至 makes a range.
_RANGE: Final = re.compile(
    r"^(?P<front>.*?)(?P<number>[0-9]{1,6})\.(?P<first>[0-9]{1,2})\s*[~∼〜～至]\s*"
    r"(?:(?P=number)\.)?(?P<last>[0-9]{1,2})(?P<tail>\s*[-—–−].*)?$"
)
_MOST_PARTS: Final = 40


def parts_of_range(text: str) -> tuple[str, ...]:
    """The codes that a range of parts stands for.

    Args:
        text: A code as printed.

    Returns:
        One text for each part, in order; empty where the text is no range.

    Examples:
        >>> parts_of_range("GB/T 24421.1~3-2009")
        ('GB/T 24421.1-2009', 'GB/T 24421.2-2009', 'GB/T 24421.3-2009')
        >>> parts_of_range("GB/T 24421.1-2009")
        ()
    """
    match = _RANGE.match(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return ()
    first, last = int(match["first"]), int(match["last"])
    if not first < last < first + _MOST_PARTS:
        return ()
    tail = (match["tail"] or "").strip()
    return tuple(
        f"{match['front']}{match['number']}.{part}{tail}" for part in range(first, last + 1)
    )
