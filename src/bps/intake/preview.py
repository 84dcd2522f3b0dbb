"""What was understood, for a person to look at before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.findings import Words

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
        yield f"“{sheet}”的列：{pairs}" if zh else f'Columns of "{sheet}": {english}'
    count = len(plan.understood.rows)
    yield f"读到 {count} 条" if zh else f"Rows read: {count}"
    for area, number in plan.understood.areas().items():
        name = area or ("（未写领域）" if zh else "(no area)")
        yield f"  {name}  {number}"
    yield (
        f"新增 {len(plan.new)}，更新 {len(plan.changed)}，不变 {len(plan.unchanged)}"
        if zh
        else f"{len(plan.new)} new, {len(plan.changed)} changed, {len(plan.unchanged)} unchanged"
    )
    if plan.counterparts:
        yield (
            f"与上级清单事项同名的有 {plan.counterparts} 条"
            if zh
            else f"With the name of an item of a higher list: {plan.counterparts}"
        )
    for record_id, fields in plan.changes.items():
        yield f"  ~ {record_id}: {', '.join(fields)}"
    yield from _notices(plan, language)


def _notices(plan: Plan, language: str) -> Iterator[str]:
    zh = language == "zh"
    if plan.understood.unread:
        count = len(plan.understood.unread)
        yield f"没有读取的有 {count} 处：" if zh else f"Not read ({count}):"
        yield from (f"  {each.line(language)}" for each in plan.understood.unread)
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
            yield (
                f"  {question.key}: {question.words}（{place}，{times}{near}）"
                if zh
                else (f"  {question.key}: {question.words} ({place}, {times}{near})")
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
        "columns": {sheet: dict(columns) for sheet, columns in plan.understood.columns.items()},
        "new": sorted(plan.new),
        "changed": sorted(plan.changed),
        "unchanged": sorted(plan.unchanged),
        "unread": listed([*plan.understood.unread]),
        "notices": listed([*plan.understood.notices, *plan.notices]),
        "questions": [
            {"key": each.key, "words": each.words, "near": each.near, "count": each.count}
            for each in plan.questions.asked.values()
        ],
    }
