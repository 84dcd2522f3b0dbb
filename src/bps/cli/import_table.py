"""`bps import`: an office's own table becomes records."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bps.cli.shared import Session, shared_options
from bps.errors import UsageError

if TYPE_CHECKING:
    from bps.intake.plan import Plan


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--list", "list_id", metavar="ID", help="List the rows belong to. 这些事项属于哪份清单。"
)
@click.option(
    "--mapping",
    "mapping_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Mapping file with the answers to open questions. 写有答案的对照文件。",
)
@click.option(
    "--write-mapping",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write open questions as a mapping file to fill in. 把待答问题写成对照文件。",
)
@click.option(
    "--source",
    metavar="ID",
    help="Source record to cite; one is made when left out. 引用的来源记录。",
)
@click.option("--standards", is_flag=True, help="The rows are standards. 表中各行是标准。")
@click.option(
    "--create-units", is_flag=True, help="Make records for unknown units. 为未知单位新建记录。"
)
@click.option("--dry-run", is_flag=True, help="Only show what would happen. 只预览，不写入。")
@click.option("--yes", is_flag=True, help="Write without asking. 不再询问，直接写入。")
@click.option(
    "--accept-unread",
    is_flag=True,
    help="Write although many rows were not taken. 即使很多行没有读取，也写入。",
)
@shared_options
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - click hands over each option
    session: Session,
    file: Path,
    list_id: str | None,
    mapping_file: Path | None,
    write_mapping: Path | None,
    source: str | None,
    standards: bool,  # noqa: FBT001
    create_units: bool,  # noqa: FBT001
    dry_run: bool,  # noqa: FBT001
    yes: bool,  # noqa: FBT001
    accept_unread: bool,  # noqa: FBT001
) -> int:
    """Bring FILE (Excel, Word, WPS, PDF, OFD, CSV and others) into the register: all of it or nothing.

    Exit code: 0 done, 1 open questions, 2 the file or the use is wrong.

    把办公文件（Excel、Word、WPS、PDF、OFD、CSV 等）导入登记库；要么全部写入，要么一条不写。原文件不会改动。

    退出码：0 完成，1 有问题等您回答，2 文件或用法不对。
    """
    from bps.intake.mapping import read_mapping
    from bps.intake.run import Order, plan_import, write_plan
    from bps.write import recover

    recover(session.root)
    today = dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat()
    order = Order(
        file=file,
        list_id=list_id,
        today=today,
        mapping=read_mapping(mapping_file),
        source=source,
        create_units=create_units,
        standards=True if standards else None,
    )
    registry = session.open(rules=False).registry
    plan = plan_import(session.root, registry, order, watch=session.progress)
    _show(session, plan)
    if plan.questions:
        if write_mapping is not None:
            from bps.write import write_result

            write_result(write_mapping, plan.questions.mapping_file().encode())
            session.remark(
                f"问题已写入 {write_mapping}。填好后，加上 --mapping {write_mapping} 再导入一次。",
                f"The questions are in {write_mapping}. Fill it in, then import again with --mapping {write_mapping}.",
            )
        elif not session.is_json:
            session.remark(
                "还没有写入。加 --write-mapping 文件名，可得到一份待填的对照文件；"
                "加 --create-units，可为未知单位新建记录。",
                "Nothing is written yet. Add --write-mapping FILE to get a mapping file to fill in, "
                "or --create-units to make records for unknown units.",
            )
        return 1
    if dry_run or not plan.files:
        return 0
    if yes and not accept_unread and plan.understood.misses_many():
        raise UsageError(
            "表里有十分之一以上的行没有读取，什么都没有写入。请先看预览；确实要这样写入，再加 --accept-unread。",
            "More than a tenth of the table's rows were not taken, so nothing was written. "
            "Look at the preview first; to write it like this, add --accept-unread.",
        )
    if not yes and not _agreed(session, len(plan.files)):
        session.remark("未写入。", "Nothing was written.")
        return 0
    with session.progress("写入文件", "Writing files") as progress:
        written = write_plan(session.root, plan, progress=progress)
    session.remark(f"已写入 {len(written)} 个文件。", f"Files written: {len(written)}.")
    return 0


def _show(session: Session, plan: Plan) -> None:
    from bps.intake.preview import as_json, preview_lines

    if session.is_json:
        session.emit(as_json(plan, language=session.lang))
        return
    for line in preview_lines(plan, language=session.lang):
        click.echo(line)


def _agreed(session: Session, count: int) -> bool:
    if not sys.stdin.isatty():
        raise UsageError(
            "请先加 --dry-run 预览，没有问题再加 --yes 写入。",
            "Look at it with --dry-run first, then write it with --yes.",
        )
    return click.confirm(
        session.pick(f"写入 {count} 个文件？", f"Write {count} files?"), default=False
    )
