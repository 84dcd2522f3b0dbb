"""Example values as a drafter would write them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bps.write.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

# Ids and names are shared by all types in the models; an example helps only if it fits the type.
IDENTITIES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "jurisdiction": ("shenzhen-futian", "福田区", "Futian District"),
        "unit": ("cn/ministry-of-education", "教育部", "Ministry of Education"),
        "domain-scheme": ("national-areas", "国家基本公共服务领域", "National service areas"),
        "recipients": ("recipients", "服务对象", "Recipient groups"),
        "life-events": ("life-events", "人生大事", "Life events"),
        "synonyms": ("synonyms", "同义词", "Synonyms"),
        "quantities": ("quantities", "计量单位", "Units of measure"),
        "elsewhere": ("elsewhere", "别处办的事", "Matters handled elsewhere"),
        "list": ("national-2023", "国家基本公共服务标准（2023年版）", "National standard, 2023"),
        "item": ("cn/vaccination", "预防接种", "Vaccination"),
        "service-point": ("shenzhen-futian/fukang-house", "福康之家", "Fukang House"),
        "indicator": ("basic-pension-minimum", "基础养老金最低标准", "Minimum basic pension"),
        "observation-set": ("honghu/monitoring", "洪湖监测结果", "Honghu monitoring results"),
        "survey": ("zhushan-satisfaction", "竹山满意度调查", "Zhushan satisfaction survey"),
        "programme": ("national-pilots", "国家试点", "National pilots"),
        "source": ("anhui-list-2023", "安徽省清单（2023年版）", "List of Anhui, 2023"),
        "standard": ("gb-t-46916-2025", "标准名称照录", "Title as printed"),
    }
)


def identity(type_name: str) -> dict[str, Any]:
    """Example of id and name for one type of record."""
    record_id, chinese, english = IDENTITIES[type_name]
    return {"id": record_id, "name": {"zh": chinese, "en": english}}


def flow(value: Any) -> str:
    """A value on one line of YAML, quoted only where it has to be.

    Examples:
        >>> flow({"en": "Vaccination", "zh": "预防接种"})
        '{zh: 预防接种, en: Vaccination}'
        >>> flow(["2023", "birth"])
        '["2023", birth]'
    """
    return one_line(_chinese_first(value))


def _chinese_first(value: Any) -> Any:
    """The schema lists the keys of an example by name; a drafter writes Chinese first."""
    if isinstance(value, dict):
        rank = {"zh": 0, "en": 1}
        keys = sorted(value, key=lambda key: rank.get(key, len(rank)))
        return {key: _chinese_first(value[key]) for key in keys}
    if isinstance(value, list):
        return [_chinese_first(each) for each in value]
    return value
