"""Which language to speak: the one asked for, else the locale's."""

from __future__ import annotations

import os


def language_of(asked: str | None) -> str:
    """The language of messages, "zh" or "en".

    Args:
        asked: What `--lang` says, or None.

    Returns:
        "zh" or "en"; without a request, Chinese exactly when the locale is Chinese.
    """
    if asked in ("zh", "en"):
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
