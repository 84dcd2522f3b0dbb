"""The page about the quality of the search: a pure builder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.search.judging import Figures

_KINDS = {
    "plain-word": "平常说法",
    "old-name": "旧名",
    "short-name": "简称",
    "mid-title": "名称中间的词",
    "content": "内容里的词",
    "question": "整句提问",
    "traditional": "繁体字",
    "full-width": "全角字符",
    "pinyin": "全拼",
    "initials": "拼音首字母",
    "english": "英文",
    "code": "标准号",
    "wrong-character": "错一个字",
    "held out": "留出的查询",
    "all": "全部",
}
_TITLE = {"zh": "搜索质量", "en": "Quality of the search"}
_INTRODUCTION = {
    "zh": "{count} 条查询各有标准答案（`tests/search/judged.yml`）。命中率指前三条中有正确结果的比例；"
    "MRR 是正确结果名次倒数的平均值。“留出的查询”有 {held_out} 条，"
    "一部分写在同义词表成形之前，一部分最后写成，都没有逐条调整，最能说明问题。"
    "由 `python -m bench.search_quality` 写出。",
    "en": "{count} queries with known answers (`tests/search/judged.yml`). Hit@3 is the share with a right result "
    "among the first three; MRR is the mean of one over its place. The {held_out} held-out queries were "
    "written before the synonym file took shape or after everything else; nothing was tuned on them one by one: "
    "they say most. "
    "Written by `python -m bench.search_quality`.",
}
_HEAD = {
    "zh": ("查询种类", "条数", "命中率", "MRR"),
    "en": ("kind of query", "queries", "hit@3", "MRR"),
}
_COST = {
    "zh": "浏览器中第一次搜索共传输 {kib} KiB（脚本、样式和词表，未压缩的静态服务器）；上限 300 KiB。"
    "全文检索（Pagefind）只在读者要求时才加载。",
    "en": "The first search in the browser costs {kib} KiB in all (scripts, style and word list, from a static "
    "server without compression); the limit is 300 KiB. Full text (Pagefind) is fetched only when a reader "
    "asks for it.",
}
_PEER = {
    "zh": "同类工具：mkdocs-material {version} 自带的搜索，页面文字与本站相同；英文查询在单独的英文站中进行，"
    "这对它更有利。在浏览器中逐条输入。",
    "en": "Neighbour: the search of mkdocs-material {version} itself, on pages with the same words; English queries "
    "were asked on an English site of its own, which is the better case for it. Every query was typed in a browser.",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured.

    Attributes:
        engines: Figures by kind, for each engine by name.
        bytes_first: Bytes of the first search in the browser.
        peer_version: Version of the neighbour, empty when it did not take part.
    """

    engines: Mapping[str, Mapping[str, Figures]]
    bytes_first: int
    peer_version: str = ""


def page(measured: Measured, language: str) -> str:
    """Build the Markdown of the page.

    Args:
        measured: The figures.
        language: "zh" or "en".

    Returns:
        The page; equal for equal figures.
    """
    first = next(iter(measured.engines.values()))
    introduction = _INTRODUCTION[language].format(
        count=first["all"].count, held_out=first["held out"].count
    )
    lines = [f"---\ntitle: {_TITLE[language]}\n---\n", f"# {_TITLE[language]}\n", introduction, ""]
    lines += _table(measured.engines, language)
    lines += ["", _COST[language].format(kib=round(measured.bytes_first / 1024))]
    if measured.peer_version:
        lines += ["", _PEER[language].format(version=measured.peer_version)]
    return "\n".join(lines) + "\n"


def _table(engines: Mapping[str, Mapping[str, Figures]], language: str) -> Sequence[str]:
    kind, count, hit, mrr = _HEAD[language]
    names = " | ".join(f"{name} {hit} | {mrr}" for name in engines)
    lines = [f"| {kind} | {count} | {names} |", "|---|---:|" + "---:|---:|" * len(engines)]
    first = next(iter(engines.values()))
    for key, label in _KINDS.items():
        if key not in first:
            continue
        cells = " | ".join(
            f"{figures[key].hit:.3f} | {figures[key].mrr:.3f}" for figures in engines.values()
        )
        lines.append(f"| {label if language == 'zh' else key} | {first[key].count} | {cells} |")
    return lines
