"""Words of the interface: one table in Chinese and English (`words.yml`), and labels of codes."""

from __future__ import annotations

from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

from bps.analysis.labels import LABELS
from bps.render.page import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def words_in(lang: str) -> Mapping[str, str]:
    """Return every word of the interface in one language.

    Args:
        lang: `zh` or `en`.

    Returns:
        Key to words.
    """
    text = resources.files("bps.render").joinpath("words.yml").read_text("utf-8")
    table = yaml.load(text, Loader=yaml.CSafeLoader)
    column = LANGUAGES.index("zh" if lang == "zh" else "en")
    own = {key: pair[column] for key, pair in table.items()}
    shared = {
        f"{group}.{value}": label.in_language(lang)
        for group, labels in LABELS.items()
        for value, label in labels.items()
    }
    return MappingProxyType(own | shared)
