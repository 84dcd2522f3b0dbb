"""A paragraph while it is read: what a person sees of it, and what not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bps.findings import Words
    from bps.intake.readers.package import Element


@dataclass(slots=True)
class Line:
    """A paragraph.

    Attributes:
        text: What a person sees.
        gone: What is not seen or not text, with the reason.
        boxes: Contents of text boxes that hang on the paragraph.
    """

    text: str = ""
    gone: list[tuple[str, Words]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def add(self, text: str, why: Words | None) -> None:
        """Add a piece: to what is seen, or with a reason to what is not."""
        if why is None:
            self.text += text
        elif text.strip():
            self.leave(text, why)

    def leave(self, text: str, why: Words) -> None:
        """Leave a text out; pieces that follow each other with one reason stay one."""
        if self.gone and self.gone[-1][1] == why and text and self.gone[-1][0]:
            self.gone[-1] = (self.gone[-1][0] + text, why)
        else:
            self.gone.append((text, why))
