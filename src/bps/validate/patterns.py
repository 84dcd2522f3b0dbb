"""What the patterns of the schemas ask for, in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bps.findings import Words
from bps.model.base import DATE_PATTERN, DECIMAL_PATTERN, ID_PATTERN, SLUG_PATTERN, URL_PATTERN
from bps.model.quantities import QUANTITY_PATTERN

if TYPE_CHECKING:
    from collections.abc import Mapping

PATTERN_WORDS: Mapping[str, Words] = MappingProxyType(
    {
        SLUG_PATTERN: Words(
            "小写英文字母、数字和连字符", "lower-case letters and digits joined by hyphens"
        ),
        ID_PATTERN: Words(
            "小写英文字母、数字和连字符，前面可有“地区/”",
            'lower-case letters and digits joined by hyphens, perhaps behind "place/"',
        ),
        DATE_PATTERN: Words(
            "加引号的年、年-月或年-月-日", "a quoted year, year-month or year-month-day"
        ),
        r"^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": Words(
            "加引号的年-月-日", "a quoted year-month-day"
        ),
        DECIMAL_PATTERN: Words(
            "加引号的数字，不带千位逗号、单位和百分号",
            "a quoted number without thousands separators, unit or percent sign",
        ),
        URL_PATTERN: Words(
            "以 http:// 或 https:// 开头、不含空格的网址",
            "an address that begins with http:// or https:// and has no spaces",
        ),
        QUANTITY_PATTERN: Words("英文字母、数字和连字符", "letters and digits joined by hyphens"),
        r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$": Words(
            "“分类/领域”两段编号", 'a scheme and an area, as "scheme/area"'
        ),
        r"^[a-z][a-z_]*$": Words("记录中的字段名", "the name of a field of the record"),
        r"^[1-9][0-9]{5}$": Words("加引号的 6 位数字", "six digits in quotes"),
        r"^[1-9][0-9]{8}([0-9]{3})?$": Words(
            "加引号的 9 位或 12 位数字", "nine or twelve digits in quotes"
        ),
        r"^[0-9]{2}(\.[0-9]{3}(\.[0-9]{2})?)?$": Words("ICS 分类号", "an ICS number"),
        r"^[A-Z][0-9]{2}(/[0-9]{2})?$": Words("CCS 分类号", "a CCS number"),
    }
)
