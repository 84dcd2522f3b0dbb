"""The numbers that a word processor puts before paragraphs by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bps.intake.layout import chinese_numeral
from bps.intake.readers.package import Element, attribute, child, children

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEVELS: Final = 9
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL: Final = str.maketrans("零一二三四五六七八九十百", "零壹贰叁肆伍陆柒捌玖拾佰")
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_CHINESE: Final = frozenset(
    {
        *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital"),
        *("taiwaneseCounting", "taiwaneseCountingThousand", "taiwaneseDigital", "koreanCounting"),
    }
)


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    text: str
    start: int
    suffix: str
    plain: bool  # whether the numbers above are shown as plain figures
    style: str


@dataclass(slots=True)
class Numbers:
    """The lists of a document and how far each has counted.

    Attributes:
        levels: List to its levels.
        counters: List to the last number of each level; lists of one kind count together.
        kinds: List to its kind.
        styles: Paragraph style to its list and level.
    """

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)

    def before(self, paragraph: Element, style: str | None) -> str:
        """The number before a paragraph, with the space after it; counts it.

        Args:
            paragraph: The paragraph.
            style: Its style.
        """
        found = self._list_of(child(child(paragraph, "pPr"), "numPr"), style)
        if found is None:
            return ""
        number, level = found
        levels = self.levels.get(number, {})
        look = levels.get(level)
        if look is None:
            return ""
        counts = self.counters.setdefault(self.kinds[number], {})
        restart = self.overrides.get(number, {}).pop(level, None)
        start = look.start if restart is None else restart
        counts[level] = start if restart is not None or level not in counts else counts[level] + 1
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)
        return _printed(look, levels, counts)

    def _list_of(self, own: Element | None, style: str | None) -> tuple[str, int] | None:
        by_style = self.styles.get(style or "")
        if own is None:
            return by_style
        number = _value(child(own, "numId"), by_style[0] if by_style else "0")
        level = _value(child(own, "ilvl"), str(by_style[1]) if by_style else "0")
        if number == "0" or not level.isdigit():
            return None
        return number, int(level)


def _printed(look: _Level, levels: Mapping[int, _Level], counts: Mapping[int, int]) -> str:
    if look.kind in {"bullet", "none"} and "%" not in look.text:
        return ""

    def figure(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level = levels.get(at)
        if level is None:
            return ""
        kind = "decimal" if look.plain else level.kind
        return figure_text(counts.get(at, level.start), kind)

    text = re.sub(r"%([1-9])", figure, look.text)
    if not text or look.suffix == "nothing" or text[-1] in "、）)．":
        return text
    return f"{text} "


def figure_text(number: int, kind: str) -> str:
    """A number in one of the ways a word processor counts.

    Examples:
        >>> [figure_text(3, kind) for kind in ("decimal", "chineseCounting", "upperLetter")]
        ['3', '三', 'C']
    """
    if number < 1:
        return str(number)
    if kind in _CHINESE or kind == "chineseLegalSimplified":
        text = chinese_numeral(number) if number < 100 else str(number)  # noqa: PLR2004
        return text.translate(_LEGAL) if kind == "chineseLegalSimplified" else text
    ways = {
        "decimalZero": f"{number:02}",
        "upperLetter": _letters(number),
        "lowerLetter": _letters(number).lower(),
        "upperRoman": _roman(number),
        "lowerRoman": _roman(number).lower(),
        "decimalFullWidth": "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
        "decimalEnclosedParen": f"（{number}）",
        "ideographTraditional": _STEMS[(number - 1) % 10],
        "ideographZodiac": _BRANCHES[(number - 1) % 12],
        "none": "",
    }
    if kind.startswith("decimalEnclosedCircle") and number <= 20:  # noqa: PLR2004 - ① to ⑳
        return chr(0x2460 + number - 1)
    return ways.get(kind, str(number))


def _letters(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 % 10 + 1)


def _roman(number: int) -> str:
    text, rest = "", number % 4000
    for value, sign in _ROMAN:
        text += sign * (rest // value)
        rest %= value
    return text


def _value(element: Element | None, default: str) -> str:
    return default if element is None else attribute(element, "val", default)


def read_numbers(root: Element | None, styles: Mapping[str, Element]) -> Numbers:
    """The lists of a document.

    Args:
        root: The numbering part.
        styles: Style to its element.
    """
    numbers = Numbers()
    kinds = {
        attribute(each, "abstractNumId"): {
            int(attribute(level, "ilvl", "0")): _level(level) for level in children(each, "lvl")
        }
        for each in children(root, "abstractNum")
    }
    for each in children(root, "num"):
        number, kind = attribute(each, "numId"), _value(child(each, "abstractNumId"), "")
        numbers.kinds[number] = kind
        numbers.levels[number] = dict(kinds.get(kind, {}))
        for override in children(each, "lvlOverride"):
            at = int(attribute(override, "ilvl", "0"))
            own = child(override, "lvl")
            if own is not None:
                numbers.levels[number][at] = _level(own)
            start = _value(child(override, "startOverride"), "")
            if start.isdigit():
                numbers.overrides.setdefault(number, {})[at] = int(start)
    for style in styles:
        found = _style_list(style, styles, numbers)
        if found is not None:
            numbers.styles[style] = found
    return numbers


def _level(element: Element) -> _Level:
    start = _value(child(element, "start"), "0")
    return _Level(
        kind=_value(child(element, "numFmt"), "decimal"),
        text=_value(child(element, "lvlText"), ""),
        start=int(start) if start.isdigit() else 0,
        suffix=_value(child(element, "suff"), "tab"),
        plain=child(element, "isLgl") is not None,
        style=_value(child(element, "pStyle"), ""),
    )


def _style_list(
    style: str, styles: Mapping[str, Element], numbers: Numbers
) -> tuple[str, int] | None:
    """List and level of a style, its own or that of a style below it."""
    seen: set[str] = set()
    current = style
    while current in styles and current not in seen:
        seen.add(current)
        own = child(child(styles[current], "pPr"), "numPr")
        if own is not None:
            number = _value(child(own, "numId"), "0")
            level = _value(child(own, "ilvl"), "")
            named = (
                at for at, each in numbers.levels.get(number, {}).items() if each.style == style
            )
            at = int(level) if level.isdigit() else next(named, 0)
            return None if number == "0" else (number, at)
        current = _value(child(styles[current], "basedOn"), "")
    return None
