"""Names for the values that a form offers: what a person reads in place of `in-force`."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from bps.analysis.eligibility.table import keys

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS = "x-labels"
# Descriptions explain their values so: “方面：official 官方；press 媒体。”
_BEFORE, _AFTER = r"(?:^|[；。：，、（\s])", r" ([^；。，、（）]+)"


def with_labels(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with a name in both languages for every value that can be chosen.

    Args:
        schema: The schema of a record type.

    Returns:
        A copy; the names stand beside `enum` and change no verdict.
    """
    labelled: dict[str, Any] = copy.deepcopy(dict(schema))
    for definition in labelled["$defs"].values():
        for key, texts in definition.get("properties", {}).items():
            choices = texts.get("items", texts)
            if "enum" in choices:
                names = {value: _label(key, value, texts) for value in choices["enum"]}
                choices[LABELS] = names
    return labelled


def _label(key: str, value: str, texts: Mapping[str, Any]) -> dict[str, str]:
    """Names of one value: the finder's where it asks for it, else those of the description."""
    situation = keys().get(key)
    if situation is not None:
        spoken = situation.values.get(value) or situation.nothing
        if spoken is not None:
            return {"zh": spoken.zh, "en": spoken.en}
    found = re.search(f"{_BEFORE}{re.escape(value)}{_AFTER}", texts["x-description-zh"])
    return {"zh": found[1] if found else value, "en": value.replace("-", " ")}
