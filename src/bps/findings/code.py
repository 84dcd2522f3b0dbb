"""What is said once about every code of a finding, and how a finding is made from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bps.findings.finding import Finding, Place, Severity
from bps.findings.words import Words, shown

_BLANK = re.compile(r"\{[a-z_]+\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A record, or a few lines of one, that shows a fault or shows it mended.

    Attributes:
        path: File the lines stand in.
        text: The whole file, or only the lines that matter.
        also: Further files that belong to the example, as (path, text).
    """

    path: str
    text: str
    also: tuple[tuple[str, str], ...] = ()


# An example is shown by its telling lines; a limit of thousands needs no page of them.
_SHOWN_LINES = 12
_SHOWN_COLUMNS = 100


def example_lines(example: Example) -> list[str]:
    """The lines of an example as they may be shown: few, short, nothing invisible."""
    lines = example.text.rstrip("\n").split("\n")
    shown_lines = [shown(line[:_SHOWN_COLUMNS], limit=_SHOWN_COLUMNS) for line in lines]
    shown_lines = [
        f"{text} …" if len(line) > _SHOWN_COLUMNS else text
        for line, text in zip(lines, shown_lines, strict=True)
    ]
    if len(shown_lines) > _SHOWN_LINES:
        return [*shown_lines[:_SHOWN_LINES], "…"]
    return shown_lines


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault.

    Attributes:
        name: Kebab-case noun of the fault.
        severity: How much it matters.
        title: The fault in a few words.
        message: What is wrong with this value, with blanks.
        fix: What to do, with blanks.
        explanation: Why it matters, in general.
        bad: An example with the fault; None where no file of a register can show it.
        good: The same without it.
        fixable: Whether `bps fix` can mend it.
    """

    name: str
    severity: Severity
    title: Words
    message: Words
    fix: Words
    explanation: Words
    bad: Example | None
    good: Example | None
    fixable: bool = False

    @property
    def general_fix(self) -> Words:
        """The advice without the particulars of one case: blanks are shown as "…"."""
        return Words(_BLANK.sub("…", self.fix.zh), _BLANK.sub("…", self.fix.en))

    def at(
        self,
        place: Place,
        *,
        fix: Words | None = None,
        related: tuple[str, ...] = (),
        **values: Any,
    ) -> Finding:
        """A finding of this code at a place.

        Args:
            place: Where the fault is.
            fix: What to do in this very case, instead of the general advice.
            related: Other places that belong to the fault.
            **values: What fills the blanks of the message and the advice.

        Returns:
            The finding.
        """
        return Finding(
            code=self.name,
            severity=self.severity,
            path=place.path,
            line=place.line,
            column=place.column,
            pointer=place.pointer,
            message=_sentence(self.message, values),
            fix=fix or self.fix.filled(**values),
            record=place.record,
            related=related,
            fixable=self.fixable,
        )


def _sentence(template: Words, values: dict[str, Any]) -> Words:
    """The message; in English with a capital where words, not an id, come first."""
    filled = template.filled(**values)
    opening = _BLANK.match(template.en)
    if opening and isinstance(values.get(opening.group()[1:-1]), Words):
        return Words(filled.zh, filled.en[:1].upper() + filled.en[1:])
    return filled


def declare(  # noqa: PLR0913 - one argument for each text of the table
    name: str,
    severity: Severity,
    title: tuple[str, str],
    message: tuple[str, str],
    fix: tuple[str, str],
    explanation: tuple[str, str],
    *,
    bad: Example | None = None,
    good: Example | None = None,
    fixable: bool = False,
) -> Code:
    """Declare one code; every text is a pair of Chinese and English."""
    return Code(
        name=name,
        severity=severity,
        title=Words(*title),
        message=Words(*message),
        fix=Words(*fix),
        explanation=Words(*explanation),
        bad=bad,
        good=good,
        fixable=fixable,
    )
