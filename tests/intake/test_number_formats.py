"""Numbers as a person sees them in their cells."""

from __future__ import annotations

import pytest

from bps.intake.readers.number_format import shown, shown_text


@pytest.mark.parametrize(
    ("value", "code", "seen"),
    [
        (0.9, "0%", "90%"),
        (0.905, "0.0%", "90.5%"),
        (0.005, "0%", "1%"),
        (200, '0"元/人·月"', "200元/人·月"),
        (5.5, '0.0"张/千人"', "5.5张/千人"),
        (720, '"不低于"0"元/生·年"', "不低于720元/生·年"),
        (1234.5, "#,##0.00", "1,234.50"),
        (-5, "0;(0)", "(5)"),
        (-5, '0.0"元"', "-5.0元"),
        (0, '0;-0;"—"', "—"),
        (0.85, "0.##", "0.85"),
        (7, "000", "007"),
        (12345678, "0000-0000", "1234-5678"),
        (3, '[>2]0"个以上";0"个"', "3个以上"),
        (2, '[>2]0"个以上";0"个"', "2个"),
        (1_000_000, '0.0,"千元"', "1000.0千元"),
        (0.5, "# ?/?", "1/2"),
        (5, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "5"),
        (90, "0\\%", "90%"),
        (0.1 + 0.2, "General", "0.3"),
        (720, 'General"元"', "720元"),
        (45, "G/通用格式", "45"),
        (43832, "yyyy/m/d", "2020-01-02"),
        (43832, 'yyyy"年"m"月"d"日";@', "2020年1月2日"),
        (43832, '[$-804]yyyy"年"m"月"', "2020年1月"),
        (43832, "yyyy-mm", "2020-01"),
        (43832.35, "yyyy/m/d h:mm", "2020-01-02 08:24"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (0.375, 'h"时"mm"分"', "9时00分"),
        (1, "yyyy-mm-dd", "1900-01-01"),
        (61, "yyyy-mm-dd", "1900-03-01"),
    ],
)
def test_a_number_reads_as_its_format_shows_it(value: float, code: str, seen: str) -> None:
    assert shown(value, code) == seen


def test_days_may_be_counted_from_1904() -> None:
    assert shown(42370, "yyyy-mm-dd", from_1904=True) == "2020-01-02"


def test_a_format_may_add_words_to_a_text() -> None:
    assert shown_text("60", '0;0;0;@"周岁"') == "60周岁"
    assert shown_text("60", '0"元"') == "60"
