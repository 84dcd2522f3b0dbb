"""What was read out of printed words, for a person to compare with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bps.analysis.labels import field_titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bps.findings import Words
    from bps.intake.notice import Spot

# A person compares so many; a program gets all of them.
_SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """One field that was read out of words.

    Attributes:
        spot: The row.
        field: Key of the field in the record.
        printed: The words.
        says: What they were read as.
    """

    spot: Spot
    field: str
    printed: str
    says: Words


def reading_lines(
    readings: Sequence[Reading], left: Sequence[tuple[Spot, str]], *, language: str
) -> Iterator[str]:
    """Lines of the preview: each reading beside its words, then what stayed words.

    Args:
        readings: What was read.
        left: Words with a figure that stayed words.
        language: "zh" or "en".

    Yields:
        Lines without line breaks.
    """
    zh = language == "zh"
    titles = field_titles("item")
    if readings:
        count = len(readings)
        yield (
            f"从文字中读出 {count} 处，标为“推算”，请对照原文："
            if zh
            else f"Read out of words ({count}), marked as derived; compare with the words:"
        )
        for each in readings[:_SHOWN]:
            place = each.spot.words().in_language(language)
            said = each.says.in_language(language)
            title = titles[each.field].in_language(language)
            printed = _one_line(each.printed)
            yield (
                f"  {place}：“{printed}” → {title} {said}"
                if zh
                else f'  {place}: "{printed}" -> {title}: {said}'
            )
        yield from _more(count, language)
    if left:
        count = len(left)
        yield (
            f"有数字但没有把握读成数值的 {count} 处，仍按文字保留："
            if zh
            else f"Words with a figure that could not be read for certain and stay words ({count}):"
        )
        for spot, words in left[:_SHOWN]:
            place = spot.words().in_language(language)
            printed = _one_line(words)
            yield f"  {place}：“{printed}”" if zh else f'  {place}: "{printed}"'
        yield from _more(count, language)


def _more(count: int, language: str) -> Iterator[str]:
    if count > _SHOWN:
        rest = count - _SHOWN
        yield (
            f"  另有 {rest} 处，加 --format json 全部列出"
            if language == "zh"
            else f"  and {rest} more; --format json lists them all"
        )


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def readings_as_json(
    readings: Sequence[Reading], left: Sequence[tuple[Spot, str]], *, language: str
) -> dict[str, object]:
    """The same for programs, all of it."""
    return {
        "read": [
            {
                "sheet": each.spot.sheet,
                "row": each.spot.row,
                "field": each.field,
                "words": each.printed,
                "as": each.says.in_language(language),
            }
            for each in readings
        ],
        "left_as_words": [
            {"sheet": spot.sheet, "row": spot.row, "words": words} for spot, words in left
        ],
    }
