"""Words for people, always in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

LANGUAGES = ("zh", "en")
# A value is shown inside a sentence; longer ones are cut so that the sentence stays readable.
SHOWN_LENGTH = 80


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """The same sentence in Chinese and English.

    Attributes:
        zh: Chinese.
        en: English.
    """

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The sentence in this language."""
        return self.zh if language == "zh" else self.en

    def get(self, language: str) -> str | None:
        """The sentence in this language; never None here, unlike a record's text."""
        return self.in_language(language)

    def filled(self, **values: Any) -> Words:
        """The sentence with its `{blanks}` filled; a value may itself be `Words`.

        Examples:
            >>> Words("共 {count} 条", "{count} in all").filled(count=3)
            Words(zh='共 3 条', en='3 in all')
        """
        return Words(
            self.zh.format_map({key: shown(value, "zh") for key, value in values.items()}),
            self.en.format_map({key: shown(value, "en") for key, value in values.items()}),
        )


def shown(value: object, language: str = "en", *, limit: int = SHOWN_LENGTH) -> str:
    r"""A value as it may stand in a message: cut, on one line, nothing a terminal would obey.

    Examples:
        >>> shown("a" + chr(27) + "[31mb")
        'a\\u001b[31mb'
    """
    if isinstance(value, Words):
        return value.in_language(language)
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value if isinstance(value, str) else str(value)
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
