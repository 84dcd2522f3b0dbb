"""`bps edition`: editions of lists."""

from __future__ import annotations

import datetime as dt

import click

from bps.cli.shared import Session, shared_options


@click.group("edition")
def command() -> None:
    """Editions of lists.

    清单的版次。
    """


@command.command("new")
@click.argument("list_id", metavar="LIST")
@click.option("--id", "new_id", required=True, help="Id of the new edition. 新版编号。")
@click.option("--name-zh", required=True, help="Chinese name. 中文名称。")
@click.option("--name-en", help="English name. 英文名称。")
@click.option("--edition", help="Edition as printed. 版次，照录。")
@click.option("--source", required=True, help="Source that announces it. 宣布新版的来源。")
@click.option("--without-items", is_flag=True, help="Do not carry items over. 不沿用事项。")
@click.option("--dry-run", is_flag=True, help="Only list the files. 只列出文件，不写入。")
@shared_options
@click.pass_obj
def new(  # noqa: PLR0913, PLR0917 - click hands over each option
    session: Session,
    list_id: str,
    new_id: str,
    name_zh: str,
    name_en: str | None,
    edition: str | None,
    source: str,
    without_items: bool,  # noqa: FBT001
    dry_run: bool,  # noqa: FBT001
) -> int:
    """Start a new edition of LIST from the last one.

    由上一版清单开始新的一版；事项先沿用，标明待核对。
    """
    from bps.fix.edition import plan_edition
    from bps.fix.run import apply_fixes

    name = {"zh": name_zh} | ({"en": name_en} if name_en else {})
    registry = session.open(rules=False).registry
    with session.progress("沿用事项", "Carrying items over") as progress:
        files = plan_edition(
            session.root,
            registry,
            list_id,
            new_id,
            name=name,
            source=source,
            today=dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat(),
            edition=edition,
            with_items=not without_items,
            progress=progress,
        )
    if not dry_run:
        with session.progress("写入文件", "Writing files") as progress:
            apply_fixes(session.root, files, progress=progress)
    if session.is_json:
        session.emit({"changed": sorted(files), "written": not dry_run})
        return 0
    for path in sorted(files):
        click.echo(path)
    session.remark(
        "沿用的事项标为“推断”；读到新版正文后请逐项核对。",
        "The items carried over are marked as inferred; check each against the new text.",
    )
    return 0
