"""Words for what records hold as codes, said once for tables, pages and commands."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from bps.findings.words import Words
from bps.model import RECORD_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, Words]] = MappingProxyType(
    {
        "how": {
            "stated": Words(zh="文件写明", en="stated"),
            "translated": Words(zh="译自外文", en="translated"),
            "derived": Words(zh="推算得出", en="derived"),
            "inferred": Words(zh="推断", en="inferred"),
            "background": Words(zh="一般常识", en="general knowledge"),
        },
        "period": {
            "day": Words(zh="每天", en="a day"),
            "week": Words(zh="每周", en="a week"),
            "month": Words(zh="每月", en="a month"),
            "quarter": Words(zh="每季度", en="a quarter"),
            "term": Words(zh="每学期", en="a term"),
            "year": Words(zh="每年", en="a year"),
        },
        "comparator": {
            "at-least": Words(zh="不低于", en="at least"),
            "at-most": Words(zh="不超过", en="at most"),
            "exactly": Words(zh="", en=""),
            "about": Words(zh="约", en="about"),
            "more-than": Words(zh="超过", en="more than"),
            "less-than": Words(zh="不到", en="less than"),
        },
        "direction": {
            "higher": Words(zh="越高越好", en="higher is better"),
            "lower": Words(zh="越低越好", en="lower is better"),
            "none": Words(zh="不分高低", en="neither"),
        },
        "place.level": {
            "country": Words(zh="国家", en="Country"),
            "province": Words(zh="省级", en="Province level"),
            "prefecture": Words(zh="地市级", en="Prefecture level"),
            "county": Words(zh="县区级", en="County level"),
            "township": Words(zh="乡镇街道", en="Township level"),
            "community": Words(zh="社区", en="Community"),
            "functional-area": Words(zh="功能区", en="Functional area"),
        },
        "status": {
            "in-force": Words(zh="现行", en="in force"),
            "planned": Words(zh="已定未施行", en="planned"),
            "project": Words(zh="在编", en="being drafted"),
            "replaced": Words(zh="已被代替", en="replaced"),
            "withdrawn": Words(zh="已废止", en="withdrawn"),
            "ended": Words(zh="已结束", en="ended"),
            "unknown": Words(zh="状态未查明", en="status unknown"),
        },
        "source": {
            "official": Words(zh="官方", en="official"),
            "press": Words(zh="媒体", en="press"),
            "press-repost": Words(zh="媒体转载", en="press repost"),
            "press-translation": Words(zh="媒体译文", en="press translation"),
            "document-share": Words(zh="文档分享", en="document sharing"),
            "aggregator": Words(zh="资料汇集", en="aggregator"),
            "school": Words(zh="学校", en="school"),
            "catalogue": Words(zh="标准目录", en="catalogue"),
            "mirror": Words(zh="镜像", en="mirror"),
            "project-source": Words(zh="项目资料", en="project source"),
            "general-knowledge": Words(zh="一般常识", en="general knowledge"),
        },
    }
)


def type_titles() -> Mapping[str, Words]:
    """What each type of record is called."""
    titles = ((name, kind.title) for name, kind in RECORD_TYPES.items())
    return {name: Words(title.zh or name, title.en or name) for name, title in titles}


@cache
def field_titles(type_name: str) -> Mapping[str, Words]:
    """What each field of a type is called, as its model says."""
    found: dict[str, Words] = {}
    for name, info in RECORD_TYPES[type_name].model.model_fields.items():
        extra = info.json_schema_extra
        zh = extra.get("x-title-zh") if isinstance(extra, dict) else None
        found[info.alias or name] = Words(str(zh or name), info.title or name)
    return MappingProxyType(found)
