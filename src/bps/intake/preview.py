"""What was understood, for a person to look at before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.analysis.labels import field_titles
from bps.codes import CLASS_TITLES, parse_code
from bps.findings import Words
from bps.intake.notice import Notice, Spot, sheet_words
from bps.intake.readings import reading_lines, readings_as_json
from bps.model import RECORD_TYPES
from bps.validate import type_of_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.intake.plan import Plan

_FIELDS: Final = {
    "number": Words("序号", "number"),
    "area": Words("领域", "area"),
    "category": Words("分类", "category"),
    "name": Words("名称", "name"),
    "recipients": Words("服务对象", "recipients"),
    "content": Words("服务内容", "content"),
    "level": Words("服务标准", "level"),
    "funding": Words("支出责任", "funding"),
    "lead_units": Words("牵头负责单位", "lead units"),
    "other_units": Words("配合单位", "supporting units"),
    "notes": Words("备注", "notes"),
    "code": Words("标准编号", "code"),
    "title": Words("标准名称", "title"),
    "title_en": Words("英文名称", "English title"),
    "issued": Words("发布日期", "issued"),
    "effective": Words("实施日期", "effective"),
    "status": Words("状态", "status"),
    "issuers": Words("发布单位", "issuers"),
    "replaces": Words("代替标准", "replaces"),
}

_ASKED: Final = {
    "areas": Words("不认识的领域", "Unknown area"),
    "units": Words("不认识的单位", "Unknown unit"),
}


def preview_lines(plan: Plan, *, language: str) -> Iterator[str]:
    """The preview, line by line.

    Args:
        plan: What an import would do.
        language: "zh" or "en".

    Yields:
        Lines without line breaks.
    """
    zh = language == "zh"
    for sheet, columns in plan.understood.columns.items():
        pairs = "，".join(f"{head}={_FIELDS[field].zh}" for head, field in columns.items())
        english = ", ".join(f"{head} = {_FIELDS[field].en}" for head, field in columns.items())
        where = sheet_words(sheet)
        yield f"{where.zh}的列：{pairs}" if zh else f"Columns of {where.en}: {english}"
    count = len(plan.understood.rows)
    yield f"读到 {count} 条" if zh else f"Rows read: {count}"
    for group, number in _groups(plan, language).items():
        yield f"  {group}  {number}"
    areas = [area for area in plan.understood.areas() if area]
    if categories := plan.understood.categories():
        yield (
            f"共 {len(areas)} 个领域、{categories} 个类别"
            if zh
            else f"Areas: {len(areas)}; categories: {categories}"
        )
    yield _outcome(plan).in_language(language)
    if plan.counterparts:
        yield (
            f"与上级清单事项对应的有 {plan.counterparts} 条"
            if zh
            else f"With a counterpart in a higher list: {plan.counterparts}"
        )
    titles = field_titles(_main_type(plan))
    for record_id, fields in plan.changes.items():
        named = [titles[key].in_language(language) for key in fields]
        yield (
            f"  ~ {record_id}：{'、'.join(named)}" if zh else f"  ~ {record_id}: {', '.join(named)}"
        )
    yield from reading_lines(plan.readings, plan.left, language=language)
    yield from _notices(plan, language)


def _main_type(plan: Plan) -> str:
    """What a row of the table becomes."""
    return "standard" if any("code" in row.values for row in plan.understood.rows) else "item"


def _groups(plan: Plan, language: str) -> dict[str, int]:
    """Count of items for each area, or of standards for each class."""
    if _main_type(plan) == "item":
        none = Words("（未写领域）", "(no area)").in_language(language)
        return {area or none: number for area, number in plan.understood.areas().items()}
    counts: dict[str, int] = {}
    for row in plan.understood.rows:
        title = CLASS_TITLES[parse_code(row.values["code"]).class_].in_language(language)
        counts[title] = counts.get(title, 0) + 1
    return counts


def _outcome(plan: Plan) -> Words:
    """How many records are new, changed and unchanged; what is made beside them is told apart."""
    made: dict[str, int] = {}
    for path in plan.new:
        kind = type_of_path(path)
        made[kind.name if kind else ""] = made.get(kind.name if kind else "", 0) + 1
    new = made.pop(_main_type(plan), 0)
    titles = {name: RECORD_TYPES[name].title for name in made}
    zh = "、".join(f"{titles[name].zh} {count}" for name, count in made.items())
    en = ", ".join(f"{titles[name].en} {count}" for name, count in made.items())
    changed, same = len(plan.changed), len(plan.unchanged)
    return Words(
        f"新增 {new}，更新 {changed}，不变 {same}" + (f"；另建{zh}" if zh else ""),
        f"{new} new, {changed} changed, {same} unchanged" + (f"; also made: {en}" if en else ""),
    )


def _notices(plan: Plan, language: str) -> Iterator[str]:
    zh = language == "zh"
    unread = _not_read(plan)
    if unread:
        count = len(unread)
        yield f"没有读取的有 {count} 处：" if zh else f"Not read ({count}):"
        yield from (f"  {each.line(language)}" for each in unread)
    yield _account(plan).in_language(language)
    known = [*plan.understood.notices, *plan.notices]
    if known:
        yield f"请留意 {len(known)} 处：" if zh else f"Please note ({len(known)}):"
        yield from (f"  {each.line(language)}" for each in known)
    if plan.questions:
        count = len(plan.questions)
        yield (
            f"有 {count} 个问题要先回答，未写入任何文件："
            if zh
            else f"Answer these first ({count}); nothing was written:"
        )
        for question in plan.questions.asked.values():
            place = question.spot.words().in_language(language)
            near = (
                (f"，是否 {question.near}？" if zh else f"; is it {question.near}?")
                if question.near
                else ""
            )
            times = f"{question.count} 处" if zh else f"{question.count} in all"
            what = _ASKED[question.key].in_language(language)
            yield (
                f"  {what}“{question.words}”（{place}，{times}{near}）"
                if zh
                else f'  {what} "{question.words}" ({place}, {times}{near})'
            )


def _not_read(plan: Plan) -> list[Notice]:
    """What was not read: rows as a whole, then cells; a row whose cells are told of stands once."""
    ledger = plan.understood.ledger
    told = {
        (Spot(each.spot.sheet, each.spot.row), each.why)
        for each in ledger.entries()
        if each.why is not None
    }
    rows = [each for each in plan.understood.unread if (each.spot, each.words) not in told]
    return [*rows, *ledger.lines()]


def _account(plan: Plan) -> Words:
    """How many texts the file holds, and what became of them."""
    sums = plan.understood.ledger.sums
    return Words(
        f"文件里共有 {sums.all} 处文字，用到 {sums.taken} 处，没有读取 {sums.said} 处",
        f"Texts in the file: {sums.all}; used: {sums.taken}; not read: {sums.said}",
    )


def as_json(plan: Plan, *, language: str) -> dict[str, object]:
    """The preview for programs."""

    def listed(notices: list[object]) -> list[dict[str, object]]:
        return [
            {
                "sheet": each.spot.sheet,  # type: ignore[attr-defined]
                "row": each.spot.row,  # type: ignore[attr-defined]
                "message": each.words.in_language(language),  # type: ignore[attr-defined]
            }
            for each in notices
        ]

    return {
        "rows": len(plan.understood.rows),
        "areas": plan.understood.areas(),
        "categories": plan.understood.categories(),
        "columns": {sheet: dict(columns) for sheet, columns in plan.understood.columns.items()},
        "new": sorted(plan.new),
        "changed": sorted(plan.changed),
        "unchanged": sorted(plan.unchanged),
        "unread": listed([*plan.understood.unread]),
        "notices": listed([*plan.understood.notices, *plan.notices]),
        **readings_as_json(plan.readings, plan.left, language=language),
        "ledger": plan.understood.ledger.as_json(language=language),
        "questions": [
            {"key": each.key, "words": each.words, "near": each.near, "count": each.count}
            for each in plan.questions.asked.values()
        ],
    }
