"""Names of units in a cell, and which of them lead and which only help."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_CLAUSES: Final = re.compile(r"[，,；;。\n]|(?<=牵头)(?=\S)")
_NAMES: Final = re.compile(r"[、/／]|(?<=[局部委会署办院])(?:会同|及|和|与)(?=\S)")
_TAIL: Final = re.compile(
    r"(?:等(?:部门|单位)?)?(?:按照?(?:各自)?职责分工(?:分别)?(?:负责|落实)?|分别负责|共同负责|负责|"
    r"牵头负责|牵头|配合|协助|协同|支持|参与|指导|主管|落实|实施)?$"
)
_BRACKETS: Final = re.compile(r"[（(](?P<inside>[^）)]{0,40})[）)]")
_LABEL: Final = re.compile(r"^(?P<label>[\u4e00-\u9fff]{2,8})[：:]\s*")
_HELPS: Final = re.compile(r"(?P<word>配合|协助|协同|支持|参与|指导)")


class NamedUnit(NamedTuple):
    """A unit as printed.

    Attributes:
        name: Its name, without what it does.
        role: What it does beside the lead, such as "配合"; "" for one that leads.
    """

    name: str
    role: str


def read_units(text: str, *, role: str = "") -> tuple[NamedUnit, ...]:
    """Units of a cell.

    Args:
        text: The cell.
        role: What all of them do where the column says so, such as "配合".

    Returns:
        Each unit once, in the order of the cell.

    Examples:
        >>> [unit.name for unit in read_units("区民政局、区财政局（按职责分工）；各街道办事处")]
        ['区民政局', '区财政局', '各街道办事处']
        >>> [tuple(unit) for unit in read_units("区卫生健康局牵头，区医保局、区残联配合")]
        [('区卫生健康局', ''), ('区医保局', '配合'), ('区残联', '配合')]
    """
    found: dict[str, NamedUnit] = {}
    said = role
    for clause in _CLAUSES.split(text):
        label = _LABEL.match(clause)
        if label is not None:
            said = _role_of(label["label"]) or ""
            clause = clause[label.end() :]  # noqa: PLW2901 - the clause behind its label
        inside = " ".join(match["inside"] for match in _BRACKETS.finditer(clause))
        bare = _BRACKETS.sub("", clause).strip()
        own = _role_of(bare) or _role_of(inside) or said
        for part in _NAMES.split(bare):
            name = _TAIL.sub("", part.strip()).strip(" 。.")
            if name:
                found.setdefault(name, NamedUnit(name, own))
    return tuple(found.values())


def _role_of(text: str) -> str | None:
    match = _HELPS.search(text)
    return match["word"] if match else None
