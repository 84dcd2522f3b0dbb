"""A number as a person sees it in its cell: 0.9 with `0%` is 90%, 200 with `0"元/人·月"` is 200元/人·月."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from bps.intake.readers.dates import day_text, is_date

# What the numbers of formats that no file spells out stand for, as Excel in China shows them.
BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;"¥"-#,##0.00', 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0", 42: '"¥"#,##0', 43: "#,##0.00", 44: '"¥"#,##0.00',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: 'h"时"mm"分"', 56: 'h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_GENERAL: Final = re.compile(r"General|G/通用格式", re.IGNORECASE)
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<exponent>[Ee][+-])|(?P<place>[0#?])|(?P<other>.)",
    re.DOTALL,
)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)$")
_EXACT: Final = 10**15  # beyond it a float is no whole number of its own
_HOLDS: Final = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "=": lambda a, b: a == b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "<>": lambda a, b: a != b,
}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # literal, place, point, comma, percent, exponent, slash, general, text
    text: str


@dataclass(frozen=True, slots=True)
class _Section:
    raw: str
    tokens: tuple[_Token, ...]
    condition: tuple[str, float] | None


def general(value: float) -> str:
    """A number without a format: whole ones without point, others to ten figures."""
    if value == int(value) and abs(value) < _EXACT:
        return str(int(value))
    text = f"{value:.10g}"
    if "e" not in text:
        return text
    return format(Decimal(text), "f") if abs(value) < _EXACT else text.replace("e", "E")


def shown(value: float, code: str, *, from_1904: bool = False) -> str:
    """A number through its format.

    Args:
        value: The number.
        code: The format, as the file has it.
        from_1904: Whether days are counted from 1904.

    Returns:
        What a person sees; empty where the format hides the number.

    Examples:
        >>> shown(0.9, "0%"), shown(200, '0"元/人·月"'), shown(1234.5, "#,##0.00")
        ('90%', '200元/人·月', '1,234.50')
    """
    if value in {float("inf"), float("-inf")} or value != value:  # noqa: PLR0124 - not a number
        return str(value)
    sections = _sections(code)
    section, signed = _choose(sections, value)
    if section is None:
        return general(value)
    if is_date(section.raw):
        return day_text(value, section.raw, from_1904=from_1904) or general(value)
    return _number(value if signed else abs(value), section)


def shown_text(text: str, code: str) -> str:
    """A text through its format, where that says something about texts: `@"岁"`."""
    if "@" not in code or code == "@":
        return text
    sections = _sections(code)
    section = sections[-1]
    if not any(token.kind == "text" for token in section.tokens):
        return text
    return "".join(text if token.kind == "text" else token.text for token in section.tokens).strip()


def hides(code: str) -> bool:
    """Whether a format shows nothing at all, as `;;;` does."""
    return code.strip() in {";;;", ";;"}


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    parts, start, at, quoted = [], 0, 0, False
    while at < len(code):
        char = code[at]
        if char == '"':
            quoted = not quoted
        elif char == "\\" and not quoted:
            at += 1
        elif char == ";" and not quoted:
            parts.append(code[start:at])
            start = at + 1
        at += 1
    parts.append(code[start:])
    return tuple(_section(part) for part in parts)


def _section(raw: str) -> _Section:
    tokens: list[_Token] = []
    condition = None
    plain = _GENERAL.sub("\0", raw)
    for match in _TOKEN.finditer(plain):
        if match["bracket"] is not None:
            found = _CONDITION.match(match["bracket"])
            if found is not None:
                condition = (found[1], float(found[2]))
            elif match["bracket"].startswith("$"):
                tokens.append(_Token("literal", match["bracket"][1:].split("-", maxsplit=1)[0]))
        elif match["quoted"] is not None or match["escaped"] is not None:
            tokens.append(_Token("literal", match["quoted"] or match["escaped"] or ""))
        elif match["exponent"] is not None or match["place"] is not None:
            kind = "exponent" if match["exponent"] else "place"
            tokens.append(_Token(kind, match[0]))
        elif match["other"] is not None:
            kinds = {".": "point", ",": "comma", "%": "percent", "/": "slash", "@": "text"}
            kinds["\0"] = "general"
            tokens.append(_Token(kinds.get(match["other"], "literal"), match["other"]))
    return _Section(raw, tuple(tokens), condition)


def _choose(sections: tuple[_Section, ...], value: float) -> tuple[_Section | None, bool]:
    """The section for a number, and whether the number keeps its own sign there."""
    if any(section.condition for section in sections):
        return _by_condition(sections, value)
    numbers = sections[:3]
    if len(numbers) == 1 and any(token.kind == "text" for token in numbers[0].tokens):
        return None, True
    if value < 0 and len(numbers) > 1:
        return numbers[1], False
    zero = value == 0 and len(numbers) > 2  # noqa: PLR2004 - the third section is for zero
    return numbers[2 if zero else 0], True


def _by_condition(sections: tuple[_Section, ...], value: float) -> tuple[_Section | None, bool]:
    for section in sections:
        if section.condition is None:
            return section, True
        sign, limit = section.condition
        if _HOLDS[sign](value, limit):
            return section, value >= 0 or limit >= 0
    return None, True


def _number(value: float, section: _Section) -> str:
    tokens = list(section.tokens)
    kinds = [token.kind for token in tokens]
    if "general" in kinds:
        return "".join(general(value) if t.kind == "general" else t.text for t in tokens)
    if "place" not in kinds:
        return "".join(token.text for token in tokens)
    number = Decimal(repr(value)).scaleb(2 * kinds.count("percent"))
    sign = "-" if number < 0 else ""
    first = kinds.index("place")
    last = len(kinds) - 1 - kinds[::-1].index("place")
    before = "".join(token.text for token in tokens[:first])
    after = tokens[last + 1 :]
    while after and after[0].kind == "comma":  # a comma at the end stands for a thousand
        number, after = number / 1000, after[1:]
    body = tokens[first : last + 1]
    rest = "".join(token.text for token in after)
    return f"{sign}{before}{_body(abs(number), body)}{rest}".strip()


def _body(number: Decimal, body: list[_Token]) -> str:
    kinds = [token.kind for token in body]
    if "exponent" in kinds:
        places = sum(t.kind == "place" for t in body[_after_point(kinds) : kinds.index("exponent")])
        mantissa, _, power = f"{number:.{places}E}".partition("E")
        return f"{mantissa}E{power[0]}{power[1:].lstrip('0').rjust(2, '0')}"
    if "slash" in kinds:
        return _fraction(number, body)
    point = kinds.index("point") if "point" in kinds else len(kinds)
    decimals = [token for token in body[point + 1 :] if token.kind == "place"]
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    whole, _, part = format(rounded, "f").partition(".")
    return _whole(whole, body[:point]) + _decimals(part, body[point + 1 :])


def _after_point(kinds: list[str]) -> int:
    return kinds.index("point") if "point" in kinds else kinds.index("exponent")


def _whole(digits: str, body: list[_Token]) -> str:
    """The digits before the point, with what the format sets between them."""
    places = [at for at, token in enumerate(body) if token.kind == "place"]
    grouped = any(token.kind == "comma" for token in body)
    left = digits.lstrip("0")
    needed = sum(body[at].text == "0" for at in places)
    left = left.rjust(needed, "0")
    if grouped:
        return f"{int(left or 0):,}".rjust(needed, "0") if left else ""
    out: list[str] = []
    for at in range(len(body) - 1, -1, -1):
        token = body[at]
        if token.kind != "place":
            out.append(token.text if left or token.kind == "literal" else "")
        elif at == (places[0] if places else -1):
            out.append(left)
            left = ""
        elif left:
            out.append(left[-1])
            left = left[:-1]
    return "".join(reversed(out))


def _decimals(digits: str, body: list[_Token]) -> str:
    if not digits:
        return "".join(token.text for token in body if token.kind == "literal")
    out, at = [], 0
    optional = len(digits.rstrip("0"))
    for token in body:
        if token.kind == "place":
            if token.text == "0" or at < optional:
                out.append(digits[at])
            at += 1
        else:
            out.append(token.text)
    text = "".join(out)
    return f".{text}" if text[:1].isdigit() else text


def _fraction(number: Decimal, body: list[_Token]) -> str:
    kinds = [token.kind for token in body]
    slash = kinds.index("slash")
    fixed = "".join(token.text for token in body[slash + 1 :])
    limit = 10 ** len(fixed) - 1
    whole = int(number) if any(token.text == " " for token in body[:slash]) else 0
    part = Fraction(number - whole).limit_denominator(max(limit, 1))
    if part == 1:
        whole, part = whole + 1, Fraction(0)
    printed = f"{part.numerator}/{part.denominator}" if part else ""
    return " ".join(text for text in (str(whole) if whole else "", printed) if text) or "0"
