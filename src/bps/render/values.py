"""Levels and quantities in words: "不低于720元（每名学生每年）", "at least 720 CNY per pupil a year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from bps.model.evidence import SAID_BY_A_DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from bps.link import Registry
    from bps.model import Level
    from bps.model.quantities import Quantity
    from bps.render.texts import Texts


class Values:
    """Quantities of one language.

    The labels of units and bases stand in the record of quantities; a slug without a label is
    shown as it is, and a rule reports it.
    """

    def __init__(self, registry: Registry, texts: Texts, word: Callable[..., str]) -> None:
        """Read the labels.

        Args:
            registry: Holds the record of quantities.
            texts: Numbers of the language.
            word: Words of the interface.
        """
        self._texts = texts
        self._word = word
        self._units = _labels(registry, "units", texts.lang)
        self._per = _labels(registry, "per", texts.lang)

    def unit(self, unit: str | None) -> str:
        """Label of a unit."""
        return self._units.get(unit, unit) if unit else ""

    def per(self, per: str | None, period: str | None = None) -> str:
        """Label of what a value is counted for, such as "每名学生每年"."""
        words = [self._per.get(per, per)] if per else []
        if self._texts.lang == "zh":
            words = [word if word.startswith("每") else f"每{word}" for word in words]
            return "".join(words) + (self._word(f"period.{period}") if period else "")
        words = [
            word if word.startswith(("per ", "a ", "each ")) else f"per {word}" for word in words
        ]
        return " ".join([*words, self._word(f"period.{period}")] if period else words)

    def number(self, value: str, unit: str | None = None, comparator: str | None = None) -> Markup:
        """A value with its unit and comparator, in the order of the language."""
        digits = self._texts.number(value)
        label = self.unit(unit)
        if unit == "percent":
            shown = f"{digits}%"
        elif self._texts.lang == "zh":
            shown = f"{digits}{label}"
        else:
            label = singular(label) if value == "1" else label
            shown = f"{digits}{label}" if label.startswith("%") else f"{digits} {label}".rstrip()
        before = self._word(f"comparator.{comparator}") if comparator else ""
        return escape(
            f"{before}{shown}" if self._texts.lang == "zh" else f"{before} {shown}".strip()
        )

    def quantity(
        self,
        value: str,
        unit: str | None = None,
        per: str | None = None,
        period: str | None = None,
        comparator: str | None = None,
    ) -> Markup:
        """A value with everything that belongs to it.

        Args:
            value: Decimal number as text.
            unit: Unit of measure.
            per: What it is counted for.
            period: Time it is counted for.
            comparator: How it bounds.

        Returns:
            Escaped words.
        """
        number = self.number(value, unit, comparator)
        basis = self.per(per, period)
        if not basis:
            return number
        if self._texts.lang == "zh":
            return number + f"（{basis}）"
        return number + f" {basis}"

    def level(self, level: Level, *, graded: bool = True) -> Markup:
        """A level in words, whether it is a number or a text.

        Args:
            level: The level.
            graded: Whether to say with it that no document states it; False where a badge for
                its evidence stands beside.

        Returns:
            Escaped words.
        """
        grade = self.grade(level.evidence.how) if graded else ""
        if level.value is None:
            return self._texts.show(level.text) + grade
        shown = self.quantity(level.value, level.unit, level.per, level.period, level.comparator)
        return shown + grade

    def grade(self, how: str) -> Markup:
        """That a value was reckoned, read or supposed; empty where a document states it."""
        if how in SAID_BY_A_DOCUMENT:
            return escape("")
        words = self._word(f"how.{how}")
        return escape(f"（{words}）" if self._texts.lang == "zh" else f" ({words})")


def singular(label: str) -> str:
    """An English unit for one: "times" becomes "time", "working days" "working day".

    Longer labels such as "times the local standard" stay as they are.

    Examples:
        >>> singular("facilities"), singular("months of own wage"), singular("people")
        ('facility', 'month of own wage', 'person')
    """
    if label == "people":
        return "person"
    words = label.split(" ")
    whole = words[0] == "times" and len(words) > 1
    if whole or not words[0][:1].isalpha():
        return label
    # In "working days" the second word counts, in "months of own wage" the first.
    at = 1 if len(words) > 1 and not words[0].endswith("s") else 0
    word = words[at]
    if word.endswith("ies"):
        words[at] = f"{word.removesuffix('ies')}y"
    elif word.endswith("s") and not word.endswith("ss"):
        words[at] = word.removesuffix("s")
    return " ".join(words)


def _labels(registry: Registry, key: str, lang: str) -> dict[str | None, str]:
    found: dict[str | None, str] = {}
    for record in registry.iter("quantities"):
        rows: tuple[Quantity, ...] = getattr(record, key)
        found.update({row.id: row.name.in_language(lang) for row in rows})
    return found
