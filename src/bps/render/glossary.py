"""Official words in plain ones, from one table (`glossary.yml`), and their use inside a page.

A page that explains its words marks each at its first use as a link to a short list at its end.
That works by touch, by keyboard, on paper and without scripts; with scripts the explanation opens
where the word stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import yaml
from markupsafe import Markup, escape

from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAG = re.compile(r"(<[^>]*>)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One official word.

    Attributes:
        id: Anchor on the glossary page.
        topic: Which part of the glossary it stands in.
        name: The word.
        means: What it means, in one or two short sentences.
        seek: Spellings that are explained in running text, by language.
    """

    id: str
    topic: str
    name: Words
    means: Words
    seek: Mapping[str, tuple[str, ...]]


@cache
def glossary() -> tuple[Entry, ...]:
    """Every entry, in the order of the table."""
    text = resources.files("bps.render").joinpath("glossary.yml").read_text("utf-8")
    return tuple(
        Entry(
            id=row["id"],
            topic=row["topic"],
            name=Words(**row["name"]),
            means=Words(**row["means"]),
            seek={lang: tuple(words) for lang, words in row.get("seek", {}).items()},
        )
        for row in yaml.load(text, Loader=yaml.CSafeLoader)
    )


class Explainer:
    """Marks official words in the texts of one page after the other.

    Attributes:
        used: The words marked on the page so far, in their order.
    """

    def __init__(self, lang: str) -> None:
        """Prepare the words of one language."""
        self.used: list[Entry] = []
        self._on = False
        self._entries, self._pattern = _sought(lang)

    def begin(self, *, on: bool) -> None:
        """Start a new page, on which words are explained or not."""
        self.used = []
        self._on = on

    def explain(self, text: Markup | str) -> Markup | str:
        """Mark the words that stand in a text for the first time on this page.

        Args:
            text: Text or markup; what stands inside a link is left alone.

        Returns:
            Markup when a word was marked, else the text as it is.
        """
        if not self._on or not text:
            return text
        shown = str(escape(text))
        if not self._pattern.search(shown):
            return text
        inside = 0
        parts = _TAG.split(shown)
        for index, part in enumerate(parts):
            if index % 2:
                inside += part.startswith("<a ") - part.startswith("</a")
            elif not inside:
                parts[index] = self._pattern.sub(self._mark, part)
        return Markup("".join(parts))  # noqa: S704 - escaped above, and marked by this class only

    def _mark(self, found: re.Match[str]) -> str:
        entry = self._entries[found.group().lower()]
        if entry in self.used:
            return found.group()
        self.used.append(entry)
        return f'<a class="term" id="at-{entry.id}" href="#word-{entry.id}">{found.group()}</a>'


@cache
def _sought(lang: str) -> tuple[Mapping[str, Entry], re.Pattern[str]]:
    """Spelling to entry, and one pattern for all; the longest spelling wins."""
    entries = {word.lower(): entry for entry in glossary() for word in entry.seek.get(lang, ())}
    words = "|".join(re.escape(word) for word in sorted(entries, key=lambda w: (-len(w), w)))
    edge = r"\b" if lang == "en" else ""
    return entries, re.compile(f"{edge}(?:{words}){edge}", re.IGNORECASE)
