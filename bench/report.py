"""The table of measurements, for the terminal and for the docs."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.clock import Pair, Taken

_TITLE = {"zh": "测量", "en": "Measurements"}
_INTRODUCTION = {
    "zh": "同一次运行中与同类工具并排测量；绝对时间随机器而变，请看倍数；"
    "机器同时忙于别的事时，处理器时间更可靠。由 `make bench` 写出。",
    "en": "Measured side by side with the neighbours in one run. Absolute times depend on the "
    "machine: read the ratios. "
    "Where the machine is busy with other work, the processor times are the steadier ones. Written by `make bench`.",
}
_HEADINGS = {
    "zh": "工作 | 数量 | 同类工具 | 本项目（处理器） | 同类（处理器） | 倍数 | 处理器倍数 | 目标",
    "en": "work | amount | neighbour | ours (processor) | its (processor) | ratio | processor ratio | goal",
}
_MACHINE = {"zh": "机器：{}", "en": "Machine: {}"}
_NOTES = {
    "zh": (
        "读取：本项目同时记下每个节点的行列位置，检查重复的键和各项限制；同类工具只读数据。",
        "检查：本项目还核对记录之间的链接和全部规则；同类工具只核对模式。",
        "网站：同类工具为默认的 Material 主题及其检索，页面放在导航之外（放进导航会慢得多），"
        "标题、段落、表格、链接与本项目各页相同，"
        "中文分词由 rjieba 完成（快于其文档所列的 jieba）；本项目两行用时都含读取并检查全部记录、"
        "核对每个链接与锚点；第一行的开放数据和搜索框索引取自先前生成的网站。",
    ),
    "en": (
        "Load: ours keeps line and column of every node and looks for duplicate keys and limits; "
        "the neighbour reads the data only.",
        "Check: ours also checks the links between records and every rule; the neighbour checks "
        "the schema only.",
        "Site: the neighbour is the stock Material theme with its search, its pages outside the "
        "navigation (inside it they take far longer), with the same headings, paragraphs, "
        "tables and links on each page, and with Chinese segmentation by rjieba (faster than the jieba it "
        "documents). Both our times hold reading and checking all records and following every link "
        "and anchor; in the first row open data and the index of the search box are copied from a "
        "site built before.",
    ),
}


def machine() -> str:
    """What it was measured on, in a few words."""
    cores = os.cpu_count()
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {cores} cores"


def shown(taken: Taken) -> str:
    """Both kinds of time, as they stand in the table."""
    return f"{taken.seconds:.1f} s ({taken.processor:.1f} s)"


def page(pairs: Sequence[Pair], language: str) -> str:
    """Markdown of the page of measurements."""
    at = 0 if language == "zh" else 1
    title = _TITLE[language]
    rows = [
        f"| {pair.work[at]} | {pair.amount[at]} | {pair.neighbour} "
        f"| {shown(pair.our_time)} | {shown(pair.their_time)} "
        f"| {pair.ratio:.1f} | {pair.processor_ratio:.1f} | {pair.goal:.0f} |"
        for pair in pairs
    ]
    lines = [
        f"---\ntitle: {title}\n---\n\n# {title}\n",
        _INTRODUCTION[language],
        "",
        f"| {_HEADINGS[language]} |",
        "|---|---|---|---|---:|---:|---:|---:|",
        *rows,
        "",
        *(f"- {note}" for note in _NOTES[language]),
        "",
        _MACHINE[language].format(f"{pairs[0].ours}, {machine()}"),
    ]
    return "\n".join(lines) + "\n"
