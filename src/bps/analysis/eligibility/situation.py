"""Reading a situation: keys and values as people give them, with a clear answer to every slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from bps.analysis.eligibility.table import Key, keys
from bps.errors import UsageError

Answer: TypeAlias = float | str | tuple[str, ...]
# Only what is known: a key that is not there is unknown.
Situation: TypeAlias = Mapping[str, Answer]

NONE_OF_THEM = "none"
OLDEST = 130  # [years] nobody has been older; a larger number is a slip
_AGE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")


class SituationError(UsageError):
    """A key or value that does not exist, with the nearest one that does."""


def read_situation(pairs: Iterable[tuple[str, str]]) -> Situation:
    """Read `key=value` pairs into a situation.

    A key that takes several values is repeated; `none` says that none of them applies.

    Args:
        pairs: Keys and values in any order.

    Returns:
        What is known, in the order of the table.

    Raises:
        SituationError: A key or value is unknown, or a key with one value is given twice.
    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        key = _known_key(name.strip())
        given.setdefault(key.id, []).append(value.strip())
    return {name: _answer(key, given[name]) for name, key in keys().items() if name in given}


def _known_key(name: str) -> Key:
    wanted = name.replace("-", "_").lower()
    if wanted in keys():
        return keys()[wanted]
    near = get_close_matches(wanted, list(keys()), 1, 0.6)
    raise SituationError(
        f"没有“{name}”这一项{_near_zh(near)}。可用的项：{'、'.join(keys())}",
        f'There is no key "{name}"{_near_en(near)}. Keys: {", ".join(keys())}',
    )


def _answer(key: Key, values: list[str]) -> Answer:
    if key.several:
        return _several(key, values)
    if len(set(values)) > 1:
        raise SituationError(
            f"“{key.id}”（{key.title.zh}）只能有一个值，却给了：{'、'.join(values)}",
            f'"{key.id}" takes one value, but was given {", ".join(values)}',
        )
    return _age(key, values[0]) if key.id == "age" else _one(key, values[0])


def _several(key: Key, values: list[str]) -> tuple[str, ...]:
    if NONE_OF_THEM in values:
        if len(set(values)) > 1:
            raise SituationError(
                f"“{key.id}”（{key.title.zh}）不能既是 none 又有别的值",
                f'"{key.id}" cannot be none and something else',
            )
        return ()
    chosen = {_one(key, value) for value in values}
    return tuple(value for value in key.values if value in chosen)


def _one(key: Key, value: str) -> str:
    if value in key.values:
        return value
    choices = [*key.values, NONE_OF_THEM] if key.several else list(key.values)
    near = get_close_matches(value, choices, 1, 0.6)
    raise SituationError(
        f"“{key.id}”（{key.title.zh}）没有“{value}”这个值{_near_zh(near)}。"
        f"可用的值：{'、'.join(choices)}",
        f'"{key.id}" has no value "{value}"{_near_en(near)}. Values: {", ".join(choices)}',
    )


def _age(key: Key, value: str) -> float:
    if _AGE.fullmatch(value) and float(value) <= OLDEST:
        return float(value)
    raise SituationError(
        f"年龄“{value}”看不懂。请写 0 到 {OLDEST} 之间的数，如 67 或 0.5",
        f'"{value}" is not an age. Give a number from 0 to {OLDEST}, such as 67 or 0.5 ({key.id})',
    )


def _near_zh(near: list[str]) -> str:
    return f"；是否指 {near[0]}？" if near else ""


def _near_en(near: list[str]) -> str:
    return f"; did you mean {near[0]}?" if near else ""
