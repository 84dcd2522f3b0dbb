"""What the classes of standards and their force are called."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bps.codes.code import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.codes.code import Class, Mandate

CLASS_TITLES: Mapping[Class, Reason] = MappingProxyType(
    {
        "national": Reason("国家标准", "national standard"),
        "sector": Reason("行业标准", "sector standard"),
        "local": Reason("地方标准", "local standard"),
        "group": Reason("团体标准", "group standard"),
        "enterprise": Reason("企业标准", "enterprise standard"),
        "undated": Reason("未注日期的引用", "undated reference"),
        "invalid": Reason("不是标准编号", "no code of a standard"),
    }
)
MANDATE_TITLES: Mapping[Mandate, Reason] = MappingProxyType(
    {
        "mandatory": Reason("强制性", "mandatory"),
        "voluntary": Reason("推荐性", "voluntary"),
        "guidance": Reason("指导性", "guidance"),
    }
)
