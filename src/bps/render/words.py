"""Words of the interface, from one table in Chinese and English (`words.yml`)."""

from __future__ import annotations

from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

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
    return MappingProxyType({key: pair[column] for key, pair in table.items()})
