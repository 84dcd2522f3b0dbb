"""Rows of one table that carry the same number or the same name: said before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import Words
from bps.intake.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bps.intake.notice import Spot
    from bps.intake.rows import ReadRow


def repeats(rows: Iterable[ReadRow]) -> Iterator[Notice]:
    """Say of every later row which earlier one it repeats.

    Numbers often begin anew in each area, so only rows of one sheet, area and category are held
    against each other; names are held against all of the sheet.

    Args:
        rows: The items, in the order of the file.

    Yields:
        One notice for each repeated number and each repeated name, at the later row.
    """
    numbers: dict[tuple[object, ...], Spot] = {}
    names: dict[tuple[object, ...], Spot] = {}
    for row in rows:
        sheet = row.spot.sheet
        if row.number is not None:
            key = (sheet, row.area, row.category, row.number)
            if (first := numbers.setdefault(key, row.spot)) is not row.spot:
                place = first.words()
                zh = f"序号 {row.number} 在{place.zh}已经用过"
                yield Notice(
                    row.spot, Words(zh, f"number {row.number} is already that of {place.en}")
                )
        if (first := names.setdefault((sheet, row.area, row.name), row.spot)) is not row.spot:
            place = first.words()
            zh = f"“{row.name}”在{place.zh}已经有了"
            yield Notice(row.spot, Words(zh, f'"{row.name}" is already in {place.en}'))
