"""The reference page of all fields, one in each language."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bps.findings.words import Words
from bps.model import RECORD_TYPES
from bps.reference.examples import flow, identity
from bps.reference.header import markdown_header
from bps.reference.properties import find_parts, iter_inner_parts, record_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bps.model import RecordType
    from bps.reference.properties import Part, Property

_TITLE = Words("字段参考", "Field reference")
_INTRODUCTION = Words(
    "每种记录可以填写的全部字段，按文件中的顺序排列。有 ● 的必须填写。一条记录一个文件；"
    "没有的内容不写，不填空值。日期、小数和编号加引号。",
    "Every field of every type of record, in the order of the file. Those marked ● must be there. "
    "One record is one file; what is not known is left out, never null. Dates, decimals and codes "
    "stand in quotation marks.",
)
_HEADINGS = Words("字段 | 内容 | 说明 | 示例", "field | value | meaning | example")
_PARTS = Words("各记录共用或内含的部分", "Parts that records share or contain")
_FILES = Words(
    "文件：{} · 模式：`schema/v1/{}.schema.json`", "Files: {} · schema: `schema/v1/{}.schema.json`"
)
_LIST = Words("列表：{}", "list of {}")
_ID = Words("{} 的编号", "id of a record of type {}")
_KINDS: Mapping[str, Words] = {
    "string": Words("文字", "text"),
    "integer": Words("整数", "integer"),
    "number": Words("数", "number"),
    "boolean": Words("true 或 false", "true or false"),
}


def fields_page(language: str) -> str:
    """Markdown of the page that explains every field.

    Args:
        language: "zh" or "en".

    Returns:
        The whole file.
    """
    shared: dict[str, Part] = {}
    for name in RECORD_TYPES:
        for part in iter_inner_parts(name):
            shared.setdefault(part.name, part)
    lines = [_INTRODUCTION.in_language(language), ""]
    for kind in RECORD_TYPES.values():
        lines += _record_section(kind, language)
    lines += [f"## {_PARTS.in_language(language)} {{ #parts }}", ""]
    for name in sorted(shared):
        lines += _section(shared[name], language, level=3, anchor=_anchor(name))
    header = markdown_header("src/bps/model", _TITLE.in_language(language))
    return header + "\n".join(lines).rstrip() + "\n"


def _record_section(kind: RecordType, language: str) -> list[str]:
    part = record_part(kind.name)
    own = identity(kind.name)
    section = _section(part, language, level=2, anchor=kind.name, examples=own)
    places = ", ".join(f"`{place}`" for place in iter_places(kind))
    files = _FILES.in_language(language).format(places, kind.name)
    return [*section[:4], files, "", *section[4:]]


def iter_places(kind: RecordType) -> Iterator[str]:
    """Where the files of a record type stand, as patterns for people."""
    if kind.file is not None:
        yield kind.file
    for folder, by_jurisdiction in kind.folders.items():
        yield f"{folder}/<jurisdiction>/<id>.yml" if by_jurisdiction else f"{folder}/<id>.yml"


def _anchor(part: str) -> str:
    return f"part-{part.lower()}"


def _section(
    part: Part,
    language: str,
    *,
    level: int,
    anchor: str,
    examples: Mapping[str, Any] = MappingProxyType({}),
) -> list[str]:
    headings = _HEADINGS.in_language(language)
    return [
        f"{'#' * level} {part.title.in_language(language)} {{ #{anchor} }}",
        "",
        part.description.in_language(language),
        "",
        f"| {headings} |",
        "|---|---|---|---|",
        *(_row(each, language, examples.get(each.key, each.example)) for each in part.properties),
        "",
    ]


def _row(each: Property, language: str, example: Any) -> str:
    cells = (
        f"`{each.key}`{' ●' if each.required else ''}<br>{each.title.in_language(language)}",
        _value(each, language),
        each.description.in_language(language),
        _example(example),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _value(each: Property, language: str) -> str:
    value = _single_value(each, language)
    quantity = each.shape.get("x-quantity")
    if quantity:
        value += f" [{quantity}]"
    return _LIST.in_language(language).format(value) if each.many else value


def _single_value(each: Property, language: str) -> str:
    if each.part is not None:
        return f"[{_part_title(each.part, language)}](#{_anchor(each.part)})"
    if each.reference is not None:
        named = RECORD_TYPES.get(each.reference)
        title = named.title.in_language(language) if named else each.reference
        anchor = f"[{title}](#{each.reference})" if named else f"`{title}`"
        return _ID.in_language(language).format(anchor)
    if each.choices:
        return " · ".join(f"`{choice}`" for choice in each.choices)
    return _KINDS[each.single["type"]].in_language(language)


def _part_title(name: str, language: str) -> str:
    for type_name in RECORD_TYPES:
        parts = find_parts(type_name)
        if name in parts:
            return parts[name].title.in_language(language)
    raise KeyError(name)


def _example(example: Any) -> str:
    return "" if example is None else f"`{flow(example)}`"
