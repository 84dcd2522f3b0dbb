"""What a table leaves open, as a mapping file that only needs its right-hand sides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bps.write.text import scalar

if TYPE_CHECKING:
    from bps.intake.notice import Spot


@dataclass(slots=True)
class Question:
    """A printed word that means nothing yet.

    Attributes:
        key: Part of the mapping file: units, areas, columns, ids.
        words: The printed words.
        spot: Where they stand first.
        count: How often.
        near: What they might mean.
    """

    key: str
    words: str
    spot: Spot
    count: int = 1
    near: str | None = None


@dataclass(slots=True)
class Questions:
    """Every open question, each once."""

    asked: dict[tuple[str, str], Question] = field(default_factory=dict)

    def ask(self, key: str, words: str, spot: Spot, *, near: str | None = None) -> None:
        """Add a question, or count one that was asked already."""
        known = self.asked.get((key, words))
        if known is None:
            self.asked[key, words] = Question(key, words, spot, near=near)
        else:
            known.count += 1

    def __len__(self) -> int:
        return len(self.asked)

    def mapping_file(self) -> str:
        """A mapping file with a line for every question."""
        lines = [
            "# 在冒号右边填写编号；填 - 表示留空。  Put an id after the colon; - leaves it empty.",
        ]
        for key in ("columns", "areas", "units", "ids", "counterparts"):
            asked = [each for each in self.asked.values() if each.key == key]
            if asked:
                lines.append(f"{key}:")
                lines += [f"  {_quoted(each.words)}: {_answer(each)}" for each in asked]
        return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    return scalar(words, flow=True)


def _answer(question: Question) -> str:
    return f'"-"  # {question.near}?' if question.near else '"-"'
