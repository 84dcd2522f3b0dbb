"""Ids for records that come from a table."""

from __future__ import annotations

import re
from typing import Final

LENGTH: Final = 60


def slug_of(name: str) -> str:
    """A lower-case ASCII id for a name; Chinese is written in pinyin.

    Examples:
        >>> slug_of("预防接种"), slug_of("GB/T 46916-2025")
        ('yu-fang-jie-zhong', 'gb-t-46916-2025')
    """
    from pypinyin import lazy_pinyin

    spoken = " ".join(lazy_pinyin(name, errors="default"))
    words = [word for word in re.split(r"[^a-z0-9]+", spoken.lower()) if word]
    kept: list[str] = []
    for word in words:
        if len("-".join([*kept, word])) > LENGTH:
            break
        kept.append(word)
    return "-".join(kept) or "record"


def free_slug(slug: str, *, taken: set[str]) -> str:
    """The slug, or the slug with the first number that makes it new."""
    candidate, number = slug, 1
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
