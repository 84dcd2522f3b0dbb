"""One clause with one figure: what stands before the number, the number with its unit, what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bps.intake.level_side import Side, sort_words
from bps.intake.level_words import (
    AFTER,
    AGE,
    BEHIND,
    COMPARATORS,
    COUNTED_PER,
    DURATION,
    GROUP,
    HANDLES,
    MEASURE,
    NOBODY,
    PERIODS,
    SHARE,
    any_of,
)
from bps.intake.numbering import chinese_number

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Clause:
    """A figure with all that its clause says of it; fields as in a level.

    Attributes:
        values: Each value with its comparator: two for a span.
        rate_is_first: Whether 每人每月 stood before the number.
        is_once: Whether the sum is paid once.
    """

    kind: str
    values: tuple[tuple[str, str], ...]
    unit: str
    per: str | None = None
    period: str | None = None
    who: str | None = None
    measure: str = ""
    rate_is_first: bool = False
    is_once: bool = False


_NUMBER: Final = r"[0-9]+(?:\.[0-9]+)?"
_SPAN: Final = r"(?:—|-|~|至|到)"
_CHINESE: Final = r"[一二两三四五六七八九十]{1,3}"
_FIGURE: Final = re.compile(
    rf"(?P<a>{_NUMBER}|(?<![第每]){_CHINESE}(?=次(?!性)|场))(?P<early>万?元|%)?(?:{_SPAN}(?P<b>{_NUMBER}))?"
    r"(?P<unit>万?元|%|次(?!性|数)|个?工作日|日(?!起)|天|小时|分钟|个月|倍|平方米|㎡|张|场次|场|部|套)"
)
_TIMES: Final = {
    "工作日": "working-days",
    "个工作日": "working-days",
    "日": "days",
    "天": "days",
    "小时": "hours",
    "分钟": "minutes",
    "个月": "months",
}
_AFTER: Final = re.compile(rf"^(?:{any_of(AFTER)})(?!老|人)")
_BEHIND: Final = re.compile(BEHIND)
_MINIMUM_LIVING: Final = re.compile(
    r"^(?P<who>[^0-9]{0,20}?)(?:的?(?:基本生活)?标准)?(?:原则上)?(?:按照?|为)?(?P<cmp>不得低于|不低于|不少于|不超过)?(?:按照?)?"
    r"(?:当地|本地|本市|本区)?(?:城乡|城市|农村)?(?:居民)?(?:最低生活保障|低保)标准的?$"
)


def read_clause(clause: str) -> Clause | None:
    """Read one clause; None where anything in it is not understood.

    Args:
        clause: A clause without blanks, as `level_text` cuts them.
    """
    figures = list(_FIGURE.finditer(AGE.sub(lambda match: "岁" * len(match[0]), clause)))
    values = _values(figures[0]) if len(figures) == 1 else None
    if values is None:
        return None
    figure = figures[0]
    head, rest = clause[: figure.start()], clause[figure.end() :]
    if figure["unit"] == "倍":
        return _of_minimum_living(head, rest, values)
    before = sort_words(head)
    if before is None or len(before.groups) > 1:
        return None
    whole = _figure(clause, figure["unit"], values, before, rest)
    if whole is None:
        return None
    return next((read for shape in _SHAPES if (read := shape(whole)) is not None), None)


def _figure(
    clause: str, unit: str, values: tuple[str, ...], before: Side, rest: str
) -> _Figure | None:
    """The figure with what follows it; None where that is not understood."""
    per, period = before.per, before.period
    behind = _BEHIND.match(rest)
    if behind is not None and not before.has_rate and unit.endswith("元"):
        named = [word for word in (behind["a"], behind["b"]) if word]
        periods = [PERIODS[word] for word in named if word in PERIODS]
        pers = [COUNTED_PER[word] for word in named if word in COUNTED_PER]
        if len(periods) > 1 or len(pers) > 1:
            return None
        per, period = next(iter(pers), None), next(iter(periods), None)
        rest = rest[behind.end() :]
    after = _AFTER.match(rest)
    rest = rest[after.end() :] if after else rest
    comparator = _compared(before.comparator, AFTER[after[0]] if after else None, len(values))
    tail = sort_words(rest, is_tail=True) if unit not in _TIMES or before.has_rate else Side()
    if comparator is None or tail is None or tail.has_rate or tail.comparator or tail.groups:
        return None
    compared = _compare_all(values, comparator)
    return _Figure(unit, compared, comparator, per, period, before, tail, rest, clause)


@dataclass(frozen=True, slots=True)
class _Figure:
    unit: str
    values: tuple[tuple[str, str], ...]
    comparator: str
    per: str | None
    period: str | None
    before: Side
    tail: Side
    rest: str
    clause: str

    @property
    def who(self) -> str | None:
        return self.before.groups[0] if self.before.groups else None

    def made(self, kind: str, unit: str, *, measure: str) -> Clause:
        return Clause(
            kind,
            self.values,
            unit,
            self.per,
            self.period,
            self.who,
            measure,
            self.before.has_rate,
            "一次性" in self.clause,
        )


def _amount(figure: _Figure) -> Clause | None:
    before, tail = figure.before, figure.tail
    if not figure.unit.endswith("元") or before.actions or tail.actions or before.begins:
        return None
    names = [*before.measures, *tail.measures]
    if any(not MEASURE.search(name) for name in names):
        return None
    return figure.made("amount", "CNY", measure=names[0] if names else "")


def _share(figure: _Figure) -> Clause | None:
    before = figure.before
    if figure.unit != "%" or figure.rest or before.actions or before.begins or figure.per:
        return None
    if any(not SHARE.search(name) for name in before.measures) or len(before.measures) > 1:
        return None
    is_bare = not before.measures
    if is_bare and (before.groups or figure.period):
        return None
    measure = "" if is_bare else before.measures[0]
    return figure.made("coverage" if "覆盖" in measure else "ratio", "percent", measure=measure)


def _frequency(figure: _Figure) -> Clause | None:
    before, tail = figure.before, figure.tail
    actions = [*before.actions, *tail.actions]
    if before.measures or tail.measures or before.begins:
        return None
    if not (figure.period or figure.per) or len(actions) > 1:
        return None
    said = actions[0] if actions else ""
    units = {
        "次": "times",
        "场": _shows(said),
        "场次": _shows(said),
        "部": "films" if "电影" in said else None,
    }
    unit = units.get(figure.unit)
    return figure.made("frequency", unit, measure=said) if unit else None


def _shows(said: str) -> str | None:
    named = {"电影": "films", "招聘": "fairs", "演出": "performances"}
    return next((unit for word, unit in named.items() if word in said), None)


def _opening(figure: _Figure) -> Clause | None:
    """每周开放时间不少于35小时: a time in each week."""
    if figure.unit not in {"小时", "天"} or figure.period is None or figure.per or figure.rest:
        return None
    before = figure.before
    is_opening = "开放" in figure.clause or "开馆" in figure.clause
    if not is_opening or before.actions or before.begins:
        return None
    if any(not DURATION.search(name) for name in before.measures):
        return None
    kind = "time" if figure.unit == "小时" else "frequency"
    return figure.made(kind, _TIMES[figure.unit], measure="开放时间")


def _limit(figure: _Figure) -> Clause | None:
    """不超过15个工作日, 自受理之日起20日内办结."""
    before = figure.before
    if figure.unit not in _TIMES or before.has_rate or before.actions or before.groups:
        return None
    if any(not DURATION.search(name) for name in before.measures) or len(before.measures) > 1:
        return None
    if figure.comparator != "at-most" or not HANDLES.match(figure.rest):
        return None
    # A month is a time to act only where it says so: 3个月以内 may be an age or a condition.
    if figure.unit == "个月" and not (before.measures or before.begins):
        return None
    return figure.made("time", _TIMES[figure.unit], measure=next(iter(before.measures), "办理时限"))


def _room(figure: _Figure) -> Clause | None:
    before = figure.before
    names = [*before.measures, *before.actions]
    if (figure.rest and figure.unit != "套") or figure.period or before.begins or len(names) > 1:
        return None
    name = next(iter(names), "")
    if figure.unit in {"平方米", "㎡"} and name.endswith("面积"):
        return figure.made("facility", "m2", measure=name)
    if figure.unit == "张" and "床位" in name and figure.per:
        return figure.made("facility", "beds", measure=name)
    if (
        figure.unit == "套"
        and not before.measures
        and figure.tail.actions
        and "节目" in figure.rest
    ):
        return figure.made("facility", "programmes", measure=figure.tail.actions[0])
    return None


_SHAPES: Final[tuple[Callable[[_Figure], Clause | None], ...]] = (
    _amount,
    _share,
    _frequency,
    _opening,
    _limit,
    _room,
)


def _values(figure: re.Match[str]) -> tuple[str, ...] | None:
    first, second = figure["a"], figure["b"]
    early, unit = figure["early"], figure["unit"]
    if early and (second is None or early[-1] != unit[-1]):
        return None
    if not first[0].isdigit():
        return (str(chinese_number(first.replace("两", "二"))),)
    scale = 10_000 if unit == "万元" else 1
    low_scale = scale if early is None else 10_000 if early == "万元" else 1
    values = [_number(first, low_scale)]
    if second is not None:
        values.append(_number(second, scale))
        if Decimal(values[0]) >= Decimal(values[1]):
            return None
    return tuple(values)


def _number(text: str, scale: int) -> str:
    value = format(Decimal(text) * scale, "f")
    return value.rstrip("0").rstrip(".") if "." in value else value


def _compared(before: str | None, after: str | None, count: int) -> str | None:
    """The comparator of both sides; None where they contradict or a span has one."""
    said = {each for each in (before, after) if each is not None}
    if count > 1:
        return "" if not said else None
    if len(said) > 1:
        return None
    return said.pop() if said else "exactly"


def _compare_all(values: tuple[str, ...], comparator: str) -> tuple[tuple[str, str], ...]:
    if len(values) == 1:
        return ((values[0], comparator),)
    return ((values[0], "at-least"), (values[1], "at-most"))


def _of_minimum_living(head: str, rest: str, values: tuple[str, ...]) -> Clause | None:
    """不低于当地最低生活保障标准的1.3倍: the only base of a multiple that has a unit of its own."""
    match = _MINIMUM_LIVING.match(head)
    if match is None or len(values) != 1:
        return None
    after = _AFTER.match(rest)
    end = rest[after.end() :] if after else rest
    comparator = _compared(
        COMPARATORS[match["cmp"]] if match["cmp"] else None, AFTER[after[0]] if after else None, 1
    )
    if comparator is None or re.sub(r"执行|确定|发放|核定|给予", "", end):
        return None
    who = match["who"].strip("的")
    measure = None
    if who and GROUP.search(who) and not NOBODY.match(who):
        measure = ""
    elif not who or MEASURE.search(who):
        who, measure = "", who
    if measure is None:
        return None
    return Clause(
        "ratio",
        ((values[0], comparator),),
        "times-local-minimum-living",
        who=who or None,
        measure=measure,
    )
