"""The words on one side of a number, sorted: whom, what is measured, what it is per, how to compare."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from bps.intake.level_words import (
    ACTION,
    AGE,
    BEGINS,
    COMPARATORS,
    COUNTED_PER,
    DURATION,
    GROUP,
    LEADS,
    MEASURE,
    NOBODY,
    PERIODS,
    ROOM,
    SHARE,
    TOKEN,
)


@dataclass(slots=True)
class Side:
    """The words on one side of the number, sorted."""

    per: str | None = None
    period: str | None = None
    comparator: str | None = None
    groups: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    begins: list[str] = field(default_factory=list)
    has_rate: bool = False


# A sum or share of something else is no figure of its own.
_OF: Final = re.compile(r"的[0-9]")


def sort_words(words: str, *, is_tail: bool = False) -> Side | None:
    """Sort the words of one side; None where one of them is of no known kind."""
    side = Side()
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


def _take(side: Side, token: re.Match[str]) -> bool:
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


def _put(side: Side, run: str, *, is_tail: bool) -> bool:
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
