"""One clause with one figure: what stands before the number, the number with its unit, what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bps.intake.level_words import (
    ACTION,
    AFTER,
    AGE,
    BEGINS,
    BEHIND,
    COMPARATORS,
    COUNTED_PER,
    DURATION,
    GROUP,
    HANDLES,
    LEADS,
    MEASURE,
    NOBODY,
    PERIODS,
    ROOM,
    SHARE,
    TOKEN,
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


@dataclass(slots=True)
class _Side:
    """The words on one side of the number, sorted."""

    per: str | None = None
    period: str | None = None
    comparator: str | None = None
    groups: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    begins: list[str] = field(default_factory=list)
    has_rate: bool = False


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
# A sum or share of something else is no figure of its own.
_OF: Final = re.compile(r"的[0-9]")


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
    before = _sort(head)
    if before is None or len(before.groups) > 1:
        return None
    whole = _figure(clause, figure["unit"], values, before, rest)
    if whole is None:
        return None
    return next((read for shape in _SHAPES if (read := shape(whole)) is not None), None)


def _figure(
    clause: str, unit: str, values: tuple[str, ...], before: _Side, rest: str
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
    tail = _sort(rest, is_tail=True) if unit not in _TIMES or before.has_rate else _Side()
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
    before: _Side
    tail: _Side
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


def _sort(words: str, *, is_tail: bool = False) -> _Side | None:
    """Sort the words of one side; None where one of them is of no known kind."""
    side = _Side()
    if _OF.search(AGE.sub("", words)):
        return None
    at, run, before = 0, "", ""
    masked = AGE.sub(lambda match: "龄" * len(match[0]), words)
    while at <= len(words):
        token = TOKEN.match(masked, at) if at < len(words) else None
        if at < len(words) and (token is None or _goes_on_in_group(words, at, token)):
            run += words[at]
            at += 1
            continue
        groups = len(side.groups)
        if run and not _put(side, run, is_tail=is_tail):
            return None
        if len(side.groups) > groups and before and before not in LEADS:
            return None
        run = ""
        if token is None:
            break
        if not _take(side, token):
            return None
        at, before = token.end(), token["carrier"] or ""
    return side


def _goes_on_in_group(words: str, at: int, token: re.Match[str]) -> bool:
    """Whether a carrier stands inside the name of a group or a measure, such as 的 in 享受低保的老年人."""
    if token["carrier"] is None:
        return False
    rest = words[token.end() :]
    if token["carrier"] == "的":
        return bool(at and rest) and not TOKEN.match(rest)
    if token["carrier"] in {"享受", "领取", "接受"}:
        return bool(re.match(r"[^每0-9]{2,20}(?:人员|的|者|家庭|对象|老年人|儿童)", rest))
    if token["carrier"] in {"标准", "服务"}:
        return bool(at)
    return token["carrier"] in {
        "可",
        "应",
        "为",
        "对",
        "向",
        "按",
        "计",
        "是",
        "均",
        "至",
    } and bool(
        at and rest and not re.match(r"每|[0-9]|不|最|[（]", rest) and not _closes(words[:at])
    )


def _closes(words: str) -> bool:
    return (
        bool(MEASURE.search(words) or GROUP.search(words) or re.search(r"每(?:年|月|人)$", words))
        or not words
    )


def _take(side: _Side, token: re.Match[str]) -> bool:
    if token["cmp"] is not None:
        found = COMPARATORS[token["cmp"]]
        if side.comparator not in {None, found}:
            return False
        side.comparator = found
        return True
    if token["rate"] is not None:
        if side.has_rate:
            return False
        side.has_rate = True
        if token["mean"]:
            side.per = "person" if token["mean"] == "人均" else "student"
            return True
        per = token["per"] or token["per_second"]
        period = token["period"] or token["period_first"]
        side.per = COUNTED_PER[per] if per else None
        side.period = PERIODS[period] if period else None
    return True


def _put(side: _Side, run: str, *, is_tail: bool) -> bool:
    """Put a run of words where it belongs; a comparator must not stand before a group or measure."""
    bare = re.sub(r"^的|的$|^，", "", run)
    if not bare:
        return True
    # 每 in front of a word that is not known as a unit would change what the sum is per.
    if re.search(r"[0-9%§每]", AGE.sub("", bare)):
        return False
    if MEASURE.search(bare) or SHARE.search(bare) or DURATION.search(bare) or ROOM.search(bare):
        side.measures.append(bare)
    elif ACTION.search(bare):
        side.actions.append(bare)
        return True
    elif BEGINS.match(bare):
        side.begins.append(bare)
    elif GROUP.search(bare) and not NOBODY.match(bare) and not is_tail:
        side.groups.append(bare)
    else:
        return False
    return side.comparator is None or is_tail


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
