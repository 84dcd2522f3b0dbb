"""`bps review`: write a review decision into a record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from bps.cli.answer import day_option
from bps.cli.shared import Session, shared_options
from bps.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from bps.link import Registry

_KINDS = ("add", "change", "retire", "confirm")
_OUTCOMES = ("accepted", "rejected", "dismissed")


@click.command("review")
@click.argument("record")
@click.option(
    "--kind", type=click.Choice(_KINDS), required=True, help="What was proposed. 提议事项。"
)
@click.option("--outcome", type=click.Choice(_OUTCOMES), required=True, help="Decision. 结果。")
@click.option(
    "--by", "unit", required=True, metavar="UNIT", help="Unit that decided. 决定单位编号。"
)
@click.option("--reason", required=True, metavar="WORDS", help="Why, in Chinese. 理由（中文）。")
@click.option("--reason-en", metavar="WORDS", help="Why, in English. 理由（英文）。")
@click.option("--type", "type_name", metavar="TYPE", help="Type of the record. 记录类型。")
@click.option(
    "--on", callback=day_option, metavar="DATE", help="Day of the decision; today. 决定日期。"
)
@shared_options
@click.pass_obj
def command(session: Session, /, record: str, unit: str, on: date, **given: str | None) -> None:
    """Write a decision (add, change, retire, confirm) into a record's file.

    把一条审阅决定写入记录文件：新增、变更、退出或确认；同意、不同意或不予受理。
    """
    from bps.fix.rename import type_of

    registry = session.open(rules=False).registry
    type_name = type_of(registry, record, type_name=given["type_name"])
    registry.get(type_name, record)
    registry.get("unit", unit)
    if on > date.today():  # noqa: DTZ011 - the calendar day where the person sits
        raise UsageError(
            f"{on.isoformat()} 还没有到；请写已经过去的日期。",
            f"{on.isoformat()} has not come yet; give a day that has.",
        )
    decision = {
        "kind": given["kind"],
        "outcome": given["outcome"],
        "by": unit,
        "on": on.isoformat(),
        "reason": _reason(given["reason"], given["reason_en"]),
    }
    path = _write(session.root, registry, type_name, record, decision)
    session.say(f"已写入 {path}", f"Written to {path}")


def _reason(zh: str | None, en: str | None) -> dict[str, str]:
    reason = {
        language: text.strip()
        for language, text in (("zh", zh), ("en", en))
        if text is not None and text.strip()
    }
    if "zh" not in reason:
        raise UsageError("请用 --reason 写明理由（中文）。", "Say why, in Chinese, with --reason.")
    return reason


def _write(
    root: Path, registry: Registry, type_name: str, record: str, decision: dict[str, Any]
) -> str:
    from bps.model import RECORD_TYPES, keys_in_order
    from bps.write.batch import Batch, heal
    from bps.write.edit import close_record, open_record, put
    from bps.write.lock import hold_lock

    path: str = registry.entry(type_name, record).own_path
    with hold_lock(root):
        heal(root)
        data = open_record((root / path).read_text(encoding="utf-8"))
        known = [dict(one) for one in data.get("decisions", ())]
        order = keys_in_order(RECORD_TYPES[type_name].model)
        put(data, "decisions", [*known, decision], order=order)
        batch = Batch(root)
        batch.add(path, close_record(data))
        batch.commit()
    return path
