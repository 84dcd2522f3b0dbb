"""Rows of a table or a text as items of a list, before anything is looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bps.intake.grid import OfficeFile
from bps.intake.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.intake.notice import Notice, Spot

MULTILINE: Final = (
    "recipients",
    "content",
    "level",
    "funding",
    "lead_units",
    "other_units",
    "notes",
)


# A table of which a larger share was not taken was perhaps not understood at all.
_MISSED_SHARE: Final = 0.1


@dataclass(slots=True)
class ReadRow:
    """One item as the file has it.

    Attributes:
        spot: Where it stands.
        values: Field to text.
        number: Number in the list.
        area: Area above it, without its number.
        category: Category above it.
        marks: Marks that stood at its name, such as "★".
    """

    spot: Spot
    values: dict[str, str]
    number: int | None = None
    area: str | None = None
    category: str | None = None
    marks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Name of the item, or title of the standard."""
        return self.values.get("name") or self.values.get("title") or ""


@dataclass(slots=True)
class Understood:
    """What was made of a file.

    Attributes:
        rows: Items in order.
        unread: Rows that were not taken, with the reason.
        notices: What there is to know.
        columns: Sheet to what each column was taken for.
        ledger: What became of each text of the file.
    """

    rows: list[ReadRow] = field(default_factory=list)
    unread: list[Notice] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    columns: dict[str, Mapping[str, str]] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=lambda: Ledger(OfficeFile("")))

    def areas(self) -> dict[str, int]:
        """Count of items for each area, in the order of the file."""
        counts: dict[str, int] = {}
        for row in self.rows:
            counts[row.area or ""] = counts.get(row.area or "", 0) + 1
        return counts

    def categories(self) -> int:
        """How many categories the items stand under, each counted within its area."""
        return len({(row.area, row.category) for row in self.rows if row.category})

    def misses_many(self) -> bool:
        """Whether more than a tenth of the rows that look like items were not taken."""
        missed = len({notice.spot for notice in self.unread if notice.is_item})
        return missed > _MISSED_SHARE * (missed + len(self.rows))
