"""Levels in words as rows: 每人每月不低于720元 is a value, a unit, what it is per, and how to compare.

Whoever reads a government's table must not guess. A sentence becomes rows only where every word of it is
understood; any other sentence stays the text it was, and is told apart by whether it holds a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bps.intake.level_clause import Clause, read_clause
from bps.intake.level_words import ACTION, AGE, GROUP, MEASURE, NOBODY, SHARE, VETO
from bps.intake.numbering import half_width_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class ReadLevel:
    """One row as the words say it.

    Attributes:
        words: The sentence that says so.
        kind: Kind of the level.
        value: The number.
        unit: Id of its unit.
        comparator: How to compare.
        per: What it is counted per.
        period: Time it is counted for.
        who: Whom it is for, in the words of the text.
        measure: What is measured, in the words of the text; "" where they do not say.
        since: First day, where the text says it.
    """

    words: str
    kind: str
    value: str
    unit: str
    comparator: str
    per: str | None = None
    period: str | None = None
    who: str | None = None
    measure: str = ""
    since: str | None = None


@dataclass(frozen=True, slots=True)
class LevelReading:
    """What was read of a text.

    Attributes:
        rows: Rows in the order of the text.
        left: Sentences with a figure that stayed text.
    """

    rows: tuple[ReadLevel, ...] = ()
    left: tuple[str, ...] = ()


_SENTENCES: Final = re.compile(r"[。；;\n]")
_CLAUSES: Final = re.compile(r"，|,(?![0-9]{3})")
_COUNTED: Final = re.compile(
    r"[0-9]|[一二两三四五六七八九十百千半]+(?:个)?(?:百|千|万)?(?:元|次(?!性)|倍|成|工作日|天|年(?!级)|月|小时|场|分之)"
)
_TITLES: Final = re.compile(
    r"《[^》]{1,80}》(?:（[^）]{1,40}）)?|（[^（）]{0,20}[〔\[][0-9]{4}[〕\]][0-9]{1,4}号）"
)
_ASIDE: Final = re.compile(r"（(?:含)?[^（）0-9一二两三四五六七八九十半]{0,30}）")
_INCLUDED: Final = re.compile(r"（含[0-9]{1,3}周?岁）")
_NUMBERED: Final = re.compile(
    r"^(?:[0-9]{1,2}[.．、](?![0-9])|[（][0-9一二三四五六七八九十]{1,2}[）]|[①-⑳])"
)
_SINCE: Final = re.compile(
    r"^(?:自|从)?(?P<y>20[0-9]{2})年(?:(?P<m>[0-9]{1,2})月(?:(?P<d>[0-9]{1,2})日)?)?(?:起|开始)(?:执行|施行|实施)?[，：]?"
)
_BY_RULE: Final = re.compile(
    r"^(?:按|按照|根据|依据|依照|符合|参见)[^0-9]{0,40}(?:规定|要求|精神|办法|规范|文件|标准|意见|通知|§)(?:执行|落实|实施)?$"
)
_ADDRESSED: Final = re.compile(r"^(?:对于|对|为|向|给)|(?:的)$")


def read_levels(text: str) -> LevelReading:
    """Rows of a text of levels, and the sentences with figures that stayed text.

    Args:
        text: A cell of levels, as printed.

    Examples:
        >>> row = read_levels("每人每月不低于720元").rows[0]
        >>> (row.comparator, row.value, row.unit, row.per, row.period)
        ('at-least', '720', 'CNY', 'person', 'month')
        >>> read_levels("按有关规定执行，标准由各地制定").rows
        ()
    """
    rows: list[ReadLevel] = []
    left: list[str] = []
    for printed in _SENTENCES.split(text):
        sentence = _plain(printed)
        if not _COUNTED.search(sentence):
            continue
        got = _sentence(sentence, printed.strip())
        if got:
            rows += got
        else:
            left.append(printed.strip())
    if _contradict(rows):
        return LevelReading((), tuple(dict.fromkeys([*(row.words for row in rows), *left])))
    return LevelReading(tuple(dict.fromkeys(rows)), tuple(left))


def _plain(text: str) -> str:
    """A sentence for reading: one width, no blanks, titles and asides without figures taken out."""
    plain = half_width_digits(text).translate(str.maketrans("％(),:－–−～", "%（），：--—~"))
    plain = re.sub(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))", "", re.sub(r"\s", "", plain))
    plain = _NUMBERED.sub("", _TITLES.sub("§", plain))
    return _ASIDE.sub("", _INCLUDED.sub("", plain)).strip("，、：")


def _sentence(sentence: str, printed: str) -> list[ReadLevel]:
    """Rows of one sentence; none where any part of it is not understood."""
    if VETO.search(sentence):
        return []
    context = _Context(printed)
    for clause in _parts(sentence):
        if not context.add(clause):
            return []
    return context.rows


def _parts(sentence: str) -> Iterator[str]:
    for clause in _CLAUSES.split(sentence):
        pieces = clause.split("、")
        if len(pieces) > 1 and all(re.search(r"[0-9](?:万)?元|%|次", piece) for piece in pieces):
            yield from pieces
        elif clause:
            yield clause


class _Context:
    """What the clauses of one sentence have said so far."""

    def __init__(self, printed: str) -> None:
        self.rows: list[ReadLevel] = []
        self._printed = printed
        self._who: str | None = None
        self._measure = ""
        self._since: str | None = None
        self._last: Clause | None = None

    def add(self, clause: str) -> bool:
        """Take up a clause; False where it is not understood."""
        if match := _SINCE.match(clause):
            if self.rows and match.end() < len(clause):
                return False
            self._since = _day(match)
            self.rows = [replace(row, since=self._since) for row in self.rows]
            clause = clause[match.end() :]
        if not clause:
            return self._since is not None
        if not _COUNTED.search(AGE.sub("", clause)):
            return self._words_only(clause)
        read = read_clause(clause)
        if read is None or (read := self._inherit(read)) is None:
            return False
        self._last = read
        who = read.who or self._who
        if read.who and self._who and not self.rows:
            return False
        self.rows += [
            ReadLevel(
                words=self._printed,
                kind=read.kind,
                value=value,
                unit=read.unit,
                comparator=comparator,
                per=read.per,
                period=read.period,
                who=who,
                measure=read.measure or self._measure,
                since=self._since,
            )
            for value, comparator in read.values
        ]
        return True

    def _inherit(self, read: Clause) -> Clause | None:
        """A group with nothing but a sum has it per what the sum before was."""
        before = self._last
        if before is None or read.is_once or read.per or read.period or before.unit != read.unit:
            return read
        if not (read.unit == "CNY" and (before.per or before.period) and before.rate_is_first):
            return read
        is_plain = [each for _, each in (*before.values, *read.values)] == ["exactly", "exactly"]
        if not (read.who and is_plain and before.who):
            return None
        return replace(
            read, per=before.per, period=before.period, measure=read.measure or before.measure
        )

    def _words_only(self, clause: str) -> bool:
        """A clause without a figure: whom the next is for, what is measured, or beside the point."""
        if self.rows or _BY_RULE.match(clause):
            return True
        bare = _ADDRESSED.sub("", clause)
        if clause.endswith("的") or (GROUP.search(bare) and not NOBODY.match(bare)):
            if self._who is not None:
                return False
            self._who = _ADDRESSED.sub("", bare)
            return True
        if MEASURE.search(clause) or SHARE.search(clause):
            self._measure = clause
            return True
        return ACTION.search(clause) is not None


def _day(match: re.Match[str]) -> str:
    parts = [match["y"], *(f"{int(match[key]):02}" for key in ("m", "d") if match[key])]
    return "-".join(parts)


def _contradict(rows: Iterable[ReadLevel]) -> bool:
    """Whether two rows give different values for what seems to be one thing."""
    seen: dict[tuple[object, ...], str] = {}
    for row in rows:
        key = (row.kind, row.unit, row.per, row.period, row.who, row.measure, row.comparator)
        if seen.setdefault((*key, row.since), row.value) != row.value:
            return True
    return False
