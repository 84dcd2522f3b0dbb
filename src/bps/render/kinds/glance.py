"""The answer in five lines: for whom, how much, what to do first, where, whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from bps.analysis.counter import family as family_of
from bps.analysis.counter import nearest_points
from bps.analysis.eight_facts import counters
from bps.analysis.elsewhere import telephones
from bps.render.amounts import any_to_ask, place_of, since, summary
from bps.render.kinds.record import provenance
from bps.render.kinds.shared import shorten
from bps.render.page import LANG_TAG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.model import Item, Level, ServicePoint, Text
    from bps.render.book import Book

# More than this and the eye no longer finds the next step.
_LEVELS = 2
_ROOM = {"zh": 90, "en": 180}
_SHORT = {"zh": 30, "en": 80}
_GROUPS = 4


@dataclass(frozen=True, slots=True)
class Glance:
    """What a neighbour would ask first; empty where it is not recorded.

    Attributes:
        who: Whom it is for.
        level: What is promised now, in one or two values.
        step: What to do first.
        step_is_background: Whether that rests on general knowledge only.
        place: Where.
        point: The nearest recorded service point that offers it.
        call: Telephone number.
        call_is_background: Whether that rests on general knowledge only.
    """

    who: Markup
    level: str
    step: Text | None
    step_is_background: bool
    place: Text | None
    point: ServicePoint | None
    call: str
    call_is_background: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """What a neighbour would ask and nobody has recorded: keys of `glance.*` words."""
        asked = {"who": self.who, "level": self.level, "place": self.place or self.step}
        return tuple(key for key, answer in asked.items() if not answer)


def glance(book: Book, item: Item) -> Glance:
    """Gather the first answers about an item.

    A local record often holds only what differs: how to apply is that of its counterpart.

    Args:
        book: The registry in one language.
        item: The item.

    Returns:
        The answers.
    """
    family = family_of(book.registry, item)
    nation = item.jurisdiction == book.index.nation
    windows = (channel.text for one in family for channel in counters(one))
    places = [*(place for one in family for place in one.places[:1]), *windows]
    first = next((one for one in family if one.steps), None)
    phone = next((c for one in family for c in telephones(book.registry, one)), None)
    return Glance(
        who=_who(book, family),
        level=_level(book, item),
        step=first.steps[0] if first else None,
        step_is_background=first is not None
        and "steps" in provenance("item", first, book.lang).background,
        place=next((place for place in places if place), None),
        # The nation's page is read everywhere: a counter of one place is nobody else's.
        point=None if nation else next(iter(nearest_points(book.registry, item)), None),
        call=(phone.number or "") if phone else "",
        call_is_background=bool(phone and phone.evidence and phone.evidence.how == "background"),
    )


def _who(book: Book, family: Sequence[Item]) -> Markup:
    """The published wording where it is short, else the groups by their names."""
    for one in family:
        text = book.layout.texts.plain(one.recipients_text)
        if one.recipients_text and (len(text) <= _SHORT[book.lang] or not one.recipients):
            return _shortened(book, one.recipients_text)
        if one.recipients:
            names = [book.name("recipient", group) for group in one.recipients[:_GROUPS]]
            return escape(book.t("list.comma")).join(names)
    return Markup()


def _shortened(book: Book, text: Text) -> Markup:
    """A text cut to its room, marked where it had to be taken from the other language."""
    short = shorten(book.layout.texts.plain(text), _ROOM[book.lang])
    if text.get(book.lang) is not None:
        return book.tx(short)
    other = LANG_TAG["en" if book.lang == "zh" else "zh"]
    return Markup('<span lang="{}">{}</span>').format(other, short)


def _level(book: Book, item: Item) -> str:
    """What is promised now, where and since when; what a person receives comes first."""
    # A value "about" something reports how it went; it promises nothing.
    current = [level for level in book.current_levels(item) if level.comparator != "about"]
    # What a person receives comes first. How fast, how many or how large tells nobody that: then
    # the summary is the better answer.
    given = [level for level in current if level.kind in {"amount", "frequency"}]
    words = summary(book, item)
    if not given and (words or not current):
        return words
    if given:
        given += [each for each in current if each.kind == "ratio" and each.unit != "percent"]
    current = given or sorted(current, key=lambda level: level.kind != "time")
    shown = current[:_LEVELS]
    ask = any_to_ask(book, shown)
    end = book.say("；", "; ") + book.t("amount.ask") if ask else ""
    return f"{place_of(book, item)}{book.t('list.clause')}{_values(book, shown)}{end}"


def _values(book: Book, shown: list[Level]) -> str:
    same = len({(level.measure, level.applies_to) for level in shown}) < len(shown)
    if same:
        # Two amounts for the same people differ by when they began.
        measure = _measure(book, shown[0])
        values = book.say("；", "; ").join(_with_start(book, level) for level in shown)
        return book.say(f"{measure}：{values}", f"{measure}: {values}")
    return book.say("；", "; ").join(_one_level(book, level) for level in shown)


def _with_start(book: Book, level: Level) -> str:
    value = str(book.values.level(level).striptags())
    start = since(book, level)
    if level.from_ is None:
        return book.say(f"{value}（{start}）", f"{value} ({start})") if start else value
    return book.say(f"{start}{value}", f"{value} {start}")


def _one_level(book: Book, level: Level) -> str:
    value = _with_start(book, level)
    return value if level.value is None else f"{_measure(book, level)}{book.t('colon')}{value}"


def _measure(book: Book, level: Level) -> str:
    measure = book.name("indicator", level.measure).striptags()
    if whom := book.layout.texts.plain(level.applies_to):
        return book.say(f"{measure}（{whom}）", f"{measure} ({whom})")
    return measure
