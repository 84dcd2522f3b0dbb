"""Days and times in spreadsheets: a number and a format that says it is a day."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

_WITHOUT: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hmsHMS]+\])[^\]]*\]')
_PARTS: Final = re.compile(r"[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[eE]+")
_WRITTEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?![hmsHMS]+\])[^\]]*\]'
    r"|(?P<half>AM/PM|A/P|上午/下午)|\[(?P<elapsed>[hmsHMS]+)\]"
    r"|(?P<part>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?|[eE]+|[aA]{3,4})|(?P<other>.)",
    re.DOTALL,
)
_FIRST: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets know no time zone
_FIRST_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP_DAY: Final = 60  # spreadsheets count a 29 February 1900 that there was not
_LAST: Final = 2_958_466
_WEEK: Final = "一二三四五六日"


def is_date(code: str) -> bool:
    """Whether a format shows a number as a day or a time.

    Examples:
        >>> [is_date(code) for code in ("yyyy-mm-dd", '0"元/人·月"', "[h]:mm", "General")]
        [True, False, True, False]
    """
    plain = _WITHOUT.sub("", code)
    if "general" in plain.lower() or re.search(r"[0#?]", re.sub(r"[sS]+\.0+", "s", plain)):
        return False
    return any(char in "yYmMdDhHsS" for char in plain)


def day_text(value: float, code: str, *, from_1904: bool = False) -> str | None:
    """A day or a time as it reads: figures alone as YYYY-MM-DD, words as they are written.

    Args:
        value: Days since the first one.
        code: The format.
        from_1904: Whether days are counted from 1904.

    Returns:
        The text, or None for a number that is no day.

    Examples:
        >>> day_text(43832, "yyyy/m/d"), day_text(43832, 'yyyy"年"m"月"d"日"')
        ('2020-01-02', '2020年1月2日')
    """
    if not 0 <= value < _LAST:
        return None
    days = value + 1 if not from_1904 and value < _LEAP_DAY else value
    moment = (_FIRST_1904 if from_1904 else _FIRST) + timedelta(seconds=round(days * 86_400))
    plain = _WITHOUT.sub("", code)
    kinds = {part[0].lower() for part in _PARTS.findall(plain)}
    has_words = re.search(r"[年月日时分秒]", code) is not None
    if "[" in plain or has_words or not {"y", "m"} <= kinds:
        return _as_written(moment, code, value)
    day = moment.strftime("%Y-%m-%d" if "d" in kinds else "%Y-%m")
    if "h" not in kinds or moment.time() == datetime.min.time():
        return day
    return f"{day} {moment.strftime('%H:%M:%S' if moment.second else '%H:%M')}"


def _as_written(moment: datetime, code: str, value: float) -> str:
    out: list[str] = []
    matches = list(_WRITTEN.finditer(code))
    parts = [(match["elapsed"] or match["part"] or "")[:1].lower() for match in matches]
    timed = [at for at, part in enumerate(parts) if part]
    half = any(match["half"] for match in matches)
    for at, match in enumerate(matches):
        if match["quoted"] is not None or match["escaped"] is not None:
            out.append(match["quoted"] or match["escaped"] or "")
        elif match["half"]:
            morning, evening = match["half"].split("/")
            out.append(morning if moment.hour < 12 else evening)  # noqa: PLR2004 - noon
        elif match["elapsed"]:
            unit = {"h": 24, "m": 1440, "s": 86_400}[parts[at]]
            out.append(str(int(value * unit + 1e-6)))
        elif match["part"]:
            near = [parts[each] for each in timed if abs(timed.index(each) - timed.index(at)) == 1]
            before = [parts[each] for each in timed if each < at][-1:]
            is_minute = parts[at] == "m" and ("h" in before or "s" in near)
            out.append(_part(moment, match["part"], is_minute=is_minute, half=half))
        else:
            out.append(match["other"] or "")
    return "".join(out).strip()


def _part(moment: datetime, part: str, *, is_minute: bool, half: bool) -> str:
    kind, wide = part[0].lower(), len(part) > 1
    if kind in {"y", "e"}:
        return str(moment.year) if len(part) > 2 or kind == "e" else f"{moment.year % 100:02}"  # noqa: PLR2004
    if kind == "a":
        return ("周" if len(part) == 3 else "星期") + _WEEK[moment.weekday()]  # noqa: PLR2004
    if kind == "s":
        return f"{moment.second:02}" if wide else str(moment.second)
    number = {
        "m": moment.minute if is_minute else moment.month,
        "d": moment.day,
        "h": (moment.hour % 12 or 12) if half else moment.hour,
    }[kind]
    return f"{number:02}" if len(part) == 2 else str(number)  # noqa: PLR2004 - two places
