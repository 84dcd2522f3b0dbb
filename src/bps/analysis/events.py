"""Dated events of the register: what happened, and what falls due, for feeds and calendars.

Only what a source dates becomes an event. A date known to the month or year becomes its last day
and says so; a review date is given only where the review clock runs (`bps.analysis.lifecycle`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from bps.analysis.compare import level_value
from bps.analysis.labels import LABELS
from bps.analysis.lifecycle import review_clock
from bps.analysis.review_cycles import review_cycle
from bps.analysis.row_keys import row_key
from bps.findings.words import Words
from bps.model.evidence import SAID_BY_A_DOCUMENT
from bps.relations.days import days_of, years_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bps.link import Registry
    from bps.model import Item, Level, PublishedList, Standard, Text

Kind = Literal["list", "began", "ended", "level", "review", "milestone"]
# What a calendar is for lies ahead; what began long ago only fills it.
_YEARS_BACK = 2
_RUNNING = frozenset({"overdue", "maybe-due", "due-soon", "later"})

KINDS: dict[str, Words] = {
    "list": Words(zh="清单公布", en="List published"),
    "began": Words(zh="标准实施", en="Standard in force"),
    "ended": Words(zh="标准废止", en="Standard withdrawn"),
    "level": Words(zh="保障水平执行", en="Level takes effect"),
    "review": Words(zh="复审到期", en="Review due"),
    "milestone": Words(zh="时间节点", en="Milestone"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date.

    Attributes:
        key: Permanent name of the event, for readers of feeds and calendars.
        kind: A key of `KINDS`.
        on: The day; the last possible one of a date known to the month or year.
        exact: Whether the day itself is known.
        type: Type of the record it is about.
        record: Its id.
        name: Its name.
        reason: What happens and why it is here, in one sentence.
        places: Places concerned.
        units: Responsible bodies concerned.
    """

    key: str
    kind: Kind
    on: date
    exact: bool
    type: str
    record: str
    name: Text
    reason: Words
    places: tuple[str, ...]
    units: tuple[str, ...]


def events(registry: Registry, *, today: date) -> tuple[Event, ...]:
    """All events, oldest first.

    Args:
        registry: The register.
        today: The day on which review clocks are judged.

    Returns:
        The events; no two have the same key.
    """
    leads: dict[str, set[str]] = {}
    for item in registry.iter("item"):
        for tie in item.standards:
            leads.setdefault(tie.standard, set()).update(item.lead_units)
    found = [
        *(event for one in registry.iter("list") for event in _of_list(one)),
        *(
            event
            for one in registry.iter("standard")
            for event in _of_standard(registry, one, leads.get(one.id, set()), today)
        ),
        *(event for one in registry.iter("item") for event in _of_item(registry, one)),
        *_of_programmes(registry),
    ]
    unique = {event.key: event for event in found}
    return tuple(sorted(unique.values(), key=lambda one: (one.on, one.key)))


def places_with_news(found: Iterable[Event], *, today: date) -> frozenset[str]:
    """Places where something has happened: those that have a feed."""
    return frozenset(place for event in found if event.on <= today for place in event.places)


def for_calendar(found: Iterable[Event], *, today: date) -> tuple[Event, ...]:
    """Events a calendar holds: what lies ahead or began lately on a known day, and due reviews.

    What is known by its year or month only has no day to stand on. A review that is overdue stands
    on today, where it can be done, until it is recorded.
    """
    since = years_later(today, -_YEARS_BACK)
    chosen = [
        replace(one, on=max(one.on, today)) if one.kind == "review" and one.on <= today else one
        for one in found
        if (one.exact and one.on >= since) or (one.kind == "review" and one.on <= today)
    ]
    return tuple(sorted(chosen, key=lambda one: (one.on, one.key)))


def _day(text: str) -> tuple[date, bool]:
    span = days_of(text)
    return span.last, span.first == span.last


def _of_list(one: PublishedList) -> Iterator[Event]:
    text = one.published or one.effective or one.issued
    if text is not None:
        on, exact = _day(text)
        reason = Words(zh=f"公布于 {text}", en=f"Published {text}")
        yield Event(
            f"list/{one.id}/published", "list", on, exact, "list", one.id, one.name, reason,
            (one.jurisdiction,), tuple(one.issuers),
        )  # fmt: skip


def _of_standard(
    registry: Registry, one: Standard, leads: set[str], today: date
) -> Iterator[Event]:
    units = tuple(sorted({*one.issuers, *leads}))
    dated: tuple[tuple[Kind, str | None, Words], ...] = (
        ("began", one.effective, Words(zh="{}起实施", en="In force from {}")),
        ("ended", one.withdrawn_on, Words(zh="{}废止", en="Withdrawn {}")),
    )
    for kind, text, words in dated:
        if text is not None:
            on, exact = _day(text)
            reason = Words(words.zh.format(text), words.en.format(text))
            yield Event(
                f"standard/{one.id}/{kind}", kind, on, exact, "standard", one.id, one.name,
                reason, (one.jurisdiction,), units,
            )  # fmt: skip
    clock = review_clock(registry, one, today=today)
    if clock.state in _RUNNING and clock.due is not None:
        cycle = review_cycle(one.level)
        document = cycle.document if cycle else Words("", "")
        reason = Words(
            zh=f"{clock.reason.zh}；规则：{document.zh}",
            en=f"{clock.reason.en}; rule: {document.en}",
        )
        yield Event(
            f"standard/{one.id}/review/{clock.started}", "review", clock.due.last,
            clock.due.first == clock.due.last, "standard", one.id, one.name, reason,
            (one.jurisdiction,), units,
        )  # fmt: skip


def _whom(registry: Registry, item: Item, level: Level) -> Words:
    """Where and for whom a level is: no amount is told without them."""
    place = registry.find("jurisdiction", item.jurisdiction)
    texts = [place.name if place else None, level.applies_to or item.recipients_text]
    found = [text for text in texts if text]
    return Words(
        zh="，".join(text.in_language("zh") for text in found),
        en=", ".join(text.in_language("en") for text in found),
    )


def _of_item(registry: Registry, item: Item) -> Iterator[Event]:
    for level in item.levels:
        if level.from_ is None:
            continue
        on, exact = _day(level.from_)
        measure = registry.find("indicator", level.measure)
        name = measure.name if measure else None
        zh, en = (name.in_language("zh"), name.in_language("en")) if name else ("", "")
        value = level_value(level)
        how = level.evidence.how
        grade = None if how in SAID_BY_A_DOCUMENT else LABELS["how"][how]
        where = _whom(registry, item, level)
        reason = Words(
            zh=f"{where.zh}：{zh or level.measure} {value}{f'（{grade.zh}）' if grade else ''}，{level.from_} 起",
            en=f"{where.en}: {en or level.measure} {value}{f' ({grade.en})' if grade else ''}, from {level.from_}",
        )
        yield Event(
            f"item/{item.id}/level/{level.measure}/{level.from_}/{row_key(level)}", "level", on, exact,
            "item", item.id, item.name, reason, (item.jurisdiction,), tuple(item.lead_units),
        )  # fmt: skip


def _of_programmes(registry: Registry) -> Iterator[Event]:
    for one in registry.iter("programme"):
        for milestone in one.milestones:
            if milestone.date is not None:
                on, exact = _day(milestone.date)
                text = milestone.text
                reason = Words(text.in_language("zh"), text.in_language("en"))
                yield Event(
                    f"programme/{one.id}/{milestone.date}/{row_key(milestone)}", "milestone", on, exact,
                    "programme", one.id, one.name, reason, tuple(one.jurisdictions),
                    tuple(one.undertakers),
                )  # fmt: skip
