"""Texts of records as readers see them: two languages, dates, numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from bps.render.page import LANG_TAG

if TYPE_CHECKING:
    from bps.model.base import Text

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Han words with the marks and figures that stand between them.
_HAN = re.compile(r"[一-鿿](?:[一-鿿0-9〔〕（）《》“”、，。—]*[一-鿿〕）》。])?")
# A number of up to four digits is read at a glance.
_PLAIN_DIGITS = 4


class Texts:
    """Show texts, dates and numbers in one language.

    Attributes:
        lang: `zh` or `en`.
        fell_back: Whether a text had to be shown in the other language since it was last reset;
            the frame then says so once at the top of the page.
    """

    def __init__(self, lang: str) -> None:
        """Remember the language."""
        self.lang = lang
        self.fell_back = False
        self._other = LANG_TAG["en" if lang == "zh" else "zh"]

    def show(self, text: Text | str | None, *, none: str = "") -> Markup:
        """Show a two-language text, marked with its language where it is the other one.

        Args:
            text: The text; a plain string is shown as it is.
            none: Shown when there is no text.

        Returns:
            Escaped markup.
        """
        if text is None:
            return escape(none)
        if isinstance(text, str):
            return self._han_marked(text)
        own = text.get(self.lang)
        if own is not None:
            return self._han_marked(own)
        self.fell_back = True
        return Markup('<span lang="{}">{}</span>').format(self._other, text.in_language(self.lang))

    def plain(self, text: Text | str | None) -> str:
        """Return the best text without markup, for titles and attributes."""
        if text is None:
            return ""
        return text if isinstance(text, str) else text.in_language(self.lang)

    def date(self, value: str | None) -> str:
        """Write a full or partial date as readers of this language do."""
        if not value:
            return ""
        year, _, rest = value.partition("-")
        month, _, day = rest.partition("-")
        if self.lang == "zh":
            parts = [
                f"{year}年",
                f"{int(month)}月" if month else "",
                f"{int(day)}日" if day else "",
            ]
            return "".join(parts)
        words = [str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year]
        return " ".join(word for word in words if word)

    def number(self, value: str | int) -> str:
        """Group the digits of a number in threes; leave its digits alone."""
        whole, dot, fraction = str(value).partition(".")
        sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
        grouped = (
            f"{int(digits):,}" if digits.isdecimal() and len(digits) > _PLAIN_DIGITS else digits
        )
        return f"{sign}{grouped}{dot}{fraction}"

    def _han_marked(self, text: str) -> Markup:
        """Mark the Han words of an English text, so that they get the right glyphs and voice."""
        if self.lang == "zh" or not _HAN.search(text):
            return escape(text)
        return Markup(_HAN.sub(r'<span lang="zh-CN">\g<0></span>', str(escape(text))))  # noqa: S704
