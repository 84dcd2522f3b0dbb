"""Running numbers in list editions: each once, none beyond the total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.model import Item, PublishedList, Standard
from bps.rules.rule import Context, registry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry


def _total(published: PublishedList | None, of: str) -> int | None:
    """The largest total a list declares for itself, where it declares an exact one."""
    totals = [
        row.count
        for row in (published.declared if published else ())
        if row.of == of
        and row.domain is None
        and row.part is None
        and row.comparator in (None, "exactly")
    ]
    return max(totals, default=None)


@registry_rule("duplicate-list-number", "number-outside-list")
def LIST_NUMBERS(context: Context) -> Iterator[Finding]:  # noqa: N802
    """In one edition a number stands for one record and is not above the declared total."""
    seen: dict[tuple[str, str, int], tuple[Entry, str]] = {}
    for entry in context.registry.iter_entries():
        if not isinstance(entry.record, (Item, Standard)):
            continue
        of = "items" if entry.type == "item" else "standards"
        for index, listing in enumerate(entry.record.listed_in):
            if listing.number is None:
                continue
            pointer = f"/listed_in/{index}/number"
            total = _total(context.registry.find("list", listing.list), of)
            if listing.number == 0 or (total is not None and listing.number > total):
                yield CODES["number-outside-list"].at(
                    entry.place(pointer), list=listing.list, count=total or 0, number=listing.number
                )
            first = seen.setdefault((entry.type, listing.list, listing.number), (entry, pointer))
            if first[0] is not entry:
                yield CODES["duplicate-list-number"].at(
                    entry.place(pointer),
                    list=listing.list,
                    number=listing.number,
                    first=first[0].id,
                    related=(str(first[0].place(first[1])),),
                )
