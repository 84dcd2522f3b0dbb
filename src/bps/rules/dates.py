"""Dates of a record follow each other as the events do."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bps.findings import CODES, Finding, Words
from bps.rules.partial_dates import is_before
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bps.validate import Entry

_TITLES: Mapping[str, Words] = MappingProxyType(
    {
        "issued": Words("发布日期", "date of issue"),
        "published": Words("公布日期", "date of publication"),
        "effective": Words("实施日期", "date of taking effect"),
        "filed": Words("备案日期", "date of filing"),
        "confirmed_on": Words("复审确认日期", "date of confirmation"),
        "withdrawn_on": Words("废止日期", "date of withdrawal"),
        "retrieved_on": Words("获取日期", "date of retrieval"),
        "status_as_of": Words("状态截止日期", "date of the status"),
    }
)
# Type -> pairs (earlier, later).
_ORDER: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "standard": (
            ("issued", "effective"),
            ("issued", "filed"),
            ("issued", "confirmed_on"),
            ("issued", "withdrawn_on"),
            ("effective", "withdrawn_on"),
        ),
        "list": (("issued", "published"), ("issued", "effective")),
        "source": (("issued", "retrieved_on"),),
    }
)


@record_rule("dates-out-of-order", types=tuple(_ORDER))
def DATES_IN_ORDER(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: ARG001, N802
    """No later event has the earlier date."""
    for early_key, late_key in _ORDER[entry.type]:
        early = getattr(entry.record, early_key, None)
        late = getattr(entry.record, late_key, None)
        if early is not None and late is not None and is_before(late, early):
            yield CODES["dates-out-of-order"].at(
                entry.place(f"/{late_key}"),
                later_title=_TITLES[late_key],
                later=late,
                earlier_title=_TITLES[early_key],
                earlier=early,
                related=(str(entry.place(f"/{early_key}")),),
            )
