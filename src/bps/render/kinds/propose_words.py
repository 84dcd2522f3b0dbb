"""Words of the page "propose a record": key -> (Chinese, English)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "type": ("要提议哪一类记录", "What do you want to propose?"),
        "choose": ("请选择", "Choose"),
        "yes": ("是", "Yes"),
        "no": ("否", "No"),
        "required": ("（必填）", " (required)"),
        "example": ("例如：", "For example:"),
        "perLine": ("一行写一个。", "One a line."),
        "pick": (
            "从已有的里选（输入名称的一部分）",
            "Choose what is there (type part of its name)",
        ),
        "several": (
            "可以勾选几个，符合其中一个就行。",
            "Tick several where any one of them will do.",
        ),
        "condition": ("按什么判断", "What decides"),
        "one": ("条件", "Condition"),
        "chinese": ("中文", "Chinese"),
        "english": ("英文", "English"),
        "add": ("添加", "Add:"),
        "remove": ("移除", "Remove"),
        "more": ("更多字段（选填）", "More fields (optional)"),
        "evidence": (
            "依据必填：写明哪份资料这样说。“所支持的字段”留空，就表示支持上面填写的全部字段。",
            "Evidence is required: say which document says so. Leave “Fields supported” empty when "
            "it supports everything filled in above.",
        ),
        "make": ("生成记录", "Make the record"),
        "problem": ("有{count}处需要修改", "{count} things need to be mended"),
        "error": ("有误：", "Error: "),
        "colon": ("：", ": "),
        "done": ("记录已生成", "The record is ready"),
        "where": (
            "把它存为{path}，交给登记库的维护者。",
            "Save it as {path} and hand it to the keepers of the register.",
        ),
        "download": ("下载文件", "Download the file"),
        "copy": ("复制文字", "Copy the text"),
        "copied": ("已复制。", "Copied."),
        "notCopied": (
            "浏览器不允许复制，请选中文字后复制。",
            "The browser did not allow it; select the text and copy it.",
        ),
        "open": ("打开提议页面", "Open as a proposal"),
        "tooLong": (
            "记录较长，提议页面打开后请把上面的文字粘贴进去。",
            "The record is long: paste the text above into the proposal page.",
        ),
        "failed": (
            "表单没有读到，请刷新页面再试。",
            "The form could not be read; reload the page.",
        ),
    }
)
FAULTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "required": ("请填写", "Fill this in"),
        "enum": ("只能是：{limit}", "Choose one of: {limit}"),
        "const": ("只能是：{limit}", "It must be: {limit}"),
        "pattern": ("写法不对，请看例子", "It is not written as it should be; see the example"),
        "minLength": ("请填写", "Fill this in"),
        "maxLength": ("太长，最多{limit}个字符", "Too long: at most {limit} characters"),
        "minItems": ("至少要有{limit}项", "At least {limit} is needed"),
        "minProperties": ("至少填一项", "Fill in at least one"),
        "maxProperties": ("填得太多", "Too much is filled in"),
        "minimum": ("不能小于{limit}", "It cannot be less than {limit}"),
        "maximum": ("不能大于{limit}", "It cannot be more than {limit}"),
        "type": ("应当是数字", "It must be a number"),
        "additionalProperties": ("没有这个字段", "There is no such field"),
        "place": (
            "编号与类型不合：地方的记录写成“地区/名称”，其他写成一个名称",
            "The id does not fit: local records are written place/name, others as one name",
        ),
        "other": ("填写有误", "This is not right"),
    }
)
