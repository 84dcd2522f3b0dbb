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

EVENT_GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "having-a-child": "生",
        "starting-school": "学",
        "further-education": "读",
        "looking-for-work": "业",
        "starting-work": "工",
        "falling-ill": "病",
        "losing-a-job": "失",
        "work-injury": "伤",
        "moving-house": "居",
        "coming-from-elsewhere": "外",
        "becoming-disabled": "助",
        "low-income": "难",
        "disaster": "灾",
        "leaving-service": "军",
        "growing-old": "老",
        "losing-a-relative": "念",
        "child-in-difficulty": "童",
        "legal-trouble": "法",
        "culture-and-sport": "乐",
    }
)


def area_glyph(ref: str) -> str:
    """Character of an area, given its reference `scheme/concept`."""
    return AREA_GLYPHS.get(ref.partition("/")[2], "")


def event_glyph(event_id: str) -> str:
    """Character of a life event."""
    return EVENT_GLYPHS.get(event_id, "事")
