"""One Han character per area and life event: the register's own pictures.

They are ornaments beside a name, hidden from screen readers; an area or event without one is
shown without.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

AREA_GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "childcare": "幼",
        "education": "学",
        "employment": "劳",
        "health": "医",
        "elderly-care": "老",
        "housing": "居",
        "social-assistance": "扶",
        "veterans": "军",
        "culture-sports": "文",
    }
)

_EVENT_GLYPHS = (
    ("birth", "生"),
    ("child", "育"),
    ("school", "学"),
    ("study", "学"),
    ("start", "业"),
    ("work", "工"),
    ("job", "工"),
    ("ill", "医"),
    ("sick", "医"),
    ("hous", "居"),
    ("mov", "迁"),
    ("disab", "助"),
    ("service", "军"),
    ("army", "军"),
    ("veteran", "军"),
    ("retir", "休"),
    ("old", "老"),
    ("ag", "老"),
    ("relative", "念"),
    ("death", "念"),
    ("hard", "难"),
    ("disaster", "灾"),
    ("poor", "难"),
    ("marri", "婚"),
)


def area_glyph(ref: str) -> str:
    """Character of an area, given its reference `scheme/concept`."""
    return AREA_GLYPHS.get(ref.partition("/")[2], "")


def event_glyph(event_id: str) -> str:
    """Character of a life event, by a word in its id."""
    return next((glyph for word, glyph in _EVENT_GLYPHS if word in event_id), "事")
