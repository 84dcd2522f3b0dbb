"""Which column of a table holds what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bps.intake.grid import Row

# Field -> words of headers, most usual first. A header is compared without spaces and brackets.
ITEM_HEADERS: Final[dict[str, tuple[str, ...]]] = {
    "number": ("序号", "编号", "项目序号", "no", "number"),
    "area": ("领域", "服务领域", "类别", "一级分类", "大类", "方面", "服务类别", "area"),
    "category": ("分类", "二级分类", "服务分类", "小类", "子类", "范围", "category"),
    "name": (
        "服务项目",
        "服务事项",
        "项目名称",
        "事项名称",
        "服务项目名称",
        "服务事项名称",
        "项目",
        "事项",
        "清单事项",
        "serviceitem",
        "item",
    ),
    "recipients": ("服务对象", "对象", "受益对象", "保障对象", "recipients"),
    "content": ("服务内容", "内容", "服务内容及要求", "content"),
    "level": (
        "服务标准",
        "保障标准",
        "保障水平",
        "标准",
        "实施标准",
        "服务标准及保障水平",
        "level",
    ),
    "funding": ("支出责任", "资金来源", "支出责任划分", "经费来源", "经费保障", "funding"),
    "lead_units": (
        "牵头负责单位",
        "牵头单位",
        "责任单位",
        "负责单位",
        "牵头部门",
        "责任部门",
        "主管部门",
        "牵头责任单位",
        "leadunit",
    ),
    "other_units": ("配合单位", "配合部门", "协助单位", "参与单位", "协办单位", "supportingunits"),
    "notes": ("备注", "说明", "notes"),
}
STANDARD_HEADERS: Final[dict[str, tuple[str, ...]]] = {
    "number": ("序号", "no"),
    "code": ("标准编号", "标准号", "编号", "标准代号", "code"),
    "title": ("标准名称", "名称", "中文名称", "标准中文名称", "title"),
    "title_en": ("英文名称", "标准英文名称", "englishtitle"),
    "issued": ("发布日期", "批准日期", "发布时间", "issued"),
    "effective": ("实施日期", "施行日期", "实施时间", "effective"),
    "status": ("状态", "标准状态", "实施状态", "status"),
    "issuers": (
        "发布单位",
        "发布机构",
        "批准发布部门",
        "归口单位",
        "主管部门",
        "发布部门",
        "issuer",
    ),
    "replaces": ("代替标准", "代替标准号", "被代替标准", "代替", "replaces"),
    "notes": ("备注", "说明", "notes"),
}
REQUIRED: Final = {"items": "name", "standards": "code"}
# A header row names at least this many fields; fewer words may stand in any row of text.
_ENOUGH: Final = 3
_SEARCHED: Final = 40
_TWO: Final = 2
# Headers that name an area where they stand alone, and its parts beside another one.
_FINER: Final = frozenset({"类别", "服务类别"})


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one table.

    Attributes:
        row: Its first row.
        last_row: Its last row.
        fields: Column to field.
        labels: Column to the words below a shared header ("中央", "地方"), where there are two rows.
        unknown: Column to header for columns that nothing matches.
        words: Column to the printed header, the lower one where there are two rows.
    """

    row: int
    last_row: int
    fields: Mapping[int, str]
    labels: Mapping[int, str]
    unknown: Mapping[int, str]
    words: Mapping[int, str]


def plain_header(text: str) -> str:
    """A header for comparison: no spaces, brackets or their content, lower case."""
    folded = re.sub(r"[（(][^）)]{0,40}[）)]", "", text)
    return re.sub(r"[\s:：*＊·、/／]", "", folded).lower()


def find_header(
    rows: Sequence[Row], *, headers: Mapping[str, Sequence[str]], given: Mapping[str, str]
) -> Header | None:
    """Find the header among the first rows of a table.

    Args:
        rows: Rows of one grid.
        headers: Field to words.
        given: Header to field, from a mapping file; "-" leaves a column out.

    Returns:
        The header, or None when no row names enough fields.
    """
    for at, row in enumerate(rows[:_SEARCHED]):
        header = read_header(rows, at, headers=headers, given=given)
        if header is not None and row.number == header.row:
            return header
    return None


def read_header(
    rows: Sequence[Row], at: int, *, headers: Mapping[str, Sequence[str]], given: Mapping[str, str]
) -> Header | None:
    """Read row `at`, with the row below it where the header has two, or None if it is none."""
    row = rows[at]
    below = rows[at + 1] if at + 1 < len(rows) else None
    two = below is not None and (_goes_on(row, below) or _are_headers(row, below, headers))
    fields: dict[int, str] = {}
    labels: dict[int, str] = {}
    unknown: dict[int, str] = {}
    printed: dict[int, str] = {}
    for column, cell in enumerate(row.cells):
        under = below.cells[column] if two and below and column < len(below.cells) else None
        lower = under.text if under is not None and under.anchor != cell.anchor else ""
        if not cell.text and not lower:
            continue
        field = field_of(cell.text, headers=headers, given=given)
        printed[column] = cell.text or lower
        if lower:
            finer = field_of(lower, headers=headers, given=given)
            if finer is not None:
                field, printed[column] = finer, lower
            else:
                labels[column] = lower
        if field is None:
            unknown[column] = printed[column]
        elif field != "-":
            fields[column] = field
    _split_areas(fields, printed, given)
    if len(set(fields.values())) < _ENOUGH and not given:
        return None
    if not {"name", "code", "title"} & set(fields.values()):
        return None
    last = below.number if two and below is not None else row.number
    return Header(row.number, last, fields, labels, unknown, printed)


def _split_areas(
    fields: dict[int, str], printed: Mapping[int, str], given: Mapping[str, str]
) -> None:
    """Of two columns of areas, such as 领域 and 类别, the second one to the right is the category."""
    columns = [column for column, field in fields.items() if field == "area"]
    names = [plain_header(printed[column]) for column in columns]
    if len(set(names)) != _TWO or "category" in fields.values() or given:
        return
    finer = next((column for column in columns if plain_header(printed[column]) in _FINER), None)
    if finer is not None and finer != columns[0]:
        fields[finer] = "category"


def _goes_on(row: Row, below: Row) -> bool:
    """Whether the header has a second row: a cell reaches down into it, or one spans columns."""
    pairs = zip(row.cells, below.cells, strict=False)
    if any(upper.text and upper.anchor == lower.anchor for upper, lower in pairs):
        return True
    anchors = [cell.anchor for cell in row.cells if cell.text]
    spans = len(anchors) != len(set(anchors))
    short = 12
    return spans and len(set(anchors)) > 1 and all(len(cell.text) <= short for cell in below.cells)


def _are_headers(row: Row, below: Row, headers: Mapping[str, Sequence[str]]) -> bool:
    """Whether a row of headers has only words of headers below it, so that these are no item."""
    known = {word for words in headers.values() for word in words}
    upper = sum(plain_header(text) in known for text in row.texts)
    lower = [plain_header(text) in known for text in below.texts]
    return upper >= _ENOUGH and bool(lower) and all(lower)


def field_of(
    text: str, *, headers: Mapping[str, Sequence[str]], given: Mapping[str, str]
) -> str | None:
    """Field of one header cell, or None."""
    if text.strip() in given:
        return given[text.strip()]
    plain = plain_header(text)
    for name, field in given.items():
        if plain_header(name) == plain:
            return field
    for field, words in headers.items():
        if plain in words:
            return field
    if len(plain) > 16:  # noqa: PLR2004 - a sentence, not a header
        return None
    for field, words in headers.items():
        if any(len(word) >= 4 and word in plain for word in words):  # noqa: PLR2004
            return field
    return None
