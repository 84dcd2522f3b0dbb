"""What a parsed code says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

Class = Literal["national", "sector", "local", "group", "enterprise", "undated", "invalid"]
Mandate = Literal["mandatory", "voluntary", "guidance"]

CLASSES: Final[tuple[Class, ...]] = (
    "national",
    "sector",
    "local",
    "group",
    "enterprise",
    "undated",
    "invalid",
)


class Reason(NamedTuple):
    """One sentence in both languages."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The sentence in Chinese for "zh", else in English."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardCode:
    """A code of a standard, taken apart.

    `mandate` is what the notation says: no mark is mandatory, /T voluntary, /Z guidance; group and
    enterprise standards bind nobody by law and count as voluntary.

    Attributes:
        class_: Who issues such a standard; `undated` when the year is missing.
        mandate: None only for an invalid code.
        canonical: The one spelling of this register; None for an invalid code.
        prefix: Letters without mandate and region: GB, GBZ, MZ, DB, T/CHAC, Q/12XQ.
        region: Two digits (province) or four (city) of GB/T 2260.
        number: Serial number as printed; leading zeros count.
        part: Part number without the point.
        year: Year of issue, four digits.
        reason: Why the code is refused, or what was left open or left out.
        scope: Class the code would have with a year; differs from `class_` only when undated.
    """

    class_: Class
    mandate: Mandate | None = None
    canonical: str | None = None
    prefix: str | None = None
    region: str | None = None
    number: str | None = None
    part: str | None = None
    year: int | None = None
    reason: Reason | None = None
    scope: Class | None = None

    @property
    def is_valid(self) -> bool:
        """Whether the text names a standard, dated or not."""
        return self.class_ != "invalid"

    def as_json(self, *, language: str) -> dict[str, str | int | None]:
        """The code as `bps code --format json` prints it.

        Args:
            language: Language of the reason, "zh" or "en".

        Returns:
            A mapping with the nine published keys.
        """
        return {
            "class": self.class_,
            "mandate": self.mandate,
            "canonical": self.canonical,
            "prefix": self.prefix,
            "region": self.region,
            "number": self.number,
            "part": self.part,
            "year": self.year,
            "reason": self.reason.in_language(language) if self.reason else None,
        }


def invalid(zh: str, en: str) -> StandardCode:
    """A refused code with the reason for it."""
    return StandardCode(class_="invalid", reason=Reason(zh, en))
