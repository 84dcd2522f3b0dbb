"""`bps rename`: a new id for a record; the old one keeps leading to it."""

from __future__ import annotations

import datetime as dt

import click

from bps.cli.shared import Session, shared_options


@click.command("rename")
@click.argument("old")
@click.argument("new")
@click.option("--type", "type_name", help="Type, where several records have the id. 记录类型。")
@click.option("--reason-zh", help="Why, in Chinese. 原因（中文）。")
@click.option("--reason-en", help="Why, in English. 原因（英文）。")
@click.option("--dry-run", is_flag=True, help="Only list the files. 只列出文件，不写入。")
@shared_options
@click.pass_obj
def command(
    session: Session,
    old: str,
    new: str,
    type_name: str | None,
    reason_zh: str | None,
    reason_en: str | None,
    dry_run: bool,  # noqa: FBT001
) -> int:
    """Give the record OLD the id NEW, leave a forwarding entry, update what refers to it.

    把记录由旧编号改为新编号；原处留下转移说明，引用随之更新。
    """
    from bps.fix.rename import plan_rename
    from bps.fix.run import apply_fixes

    texts = {"zh": reason_zh, "en": reason_en}
    files = plan_rename(
        session.root,
        session.open(rules=False).registry,
        old,
        new,
        on=dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat(),
        reason={language: words for language, words in texts.items() if words},
        type_name=type_name,
    )
    if not dry_run:
        with session.progress("写入文件", "Writing files") as progress:
            apply_fixes(session.root, files, progress=progress)
    if session.is_json:
        session.emit({"changed": sorted(files), "written": not dry_run})
        return 0
    for path in sorted(files):
        click.echo(path)
    return 0
