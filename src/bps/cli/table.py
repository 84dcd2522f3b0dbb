"""`bps table`: a list as the table its office publishes."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import click

from bps.cli.shared import Session, root_and_lang


@click.command("table")
@click.argument("list_id", metavar="LIST")
@click.option(
    "--to",
    "kind",
    type=click.Choice(["xlsx", "csv", "docx"]),
    default="xlsx",
    show_default=True,
    help="Form of the file. 文件格式。",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write it; LIST.xlsx here when left out. 写到哪个文件。",
)
@root_and_lang
@click.pass_obj
def command(session: Session, list_id: str, kind: str, out: Path | None) -> int:
    """Write LIST in the official layout; importing that file changes nothing.

    按公布的版式写出一份清单；再导入该文件不会改变任何记录。
    """
    from bps.intake.give import give_table
    from bps.intake.layout import official_lines
    from bps.write import write_result

    registry = session.open(rules=False).registry
    lines = official_lines(registry, registry.get("list", list_id))
    path = out or Path(f"{list_id}.{kind}")
    write_result(path, give_table(lines, kind, moment=_moment()))
    count = sum(line.kind == "item" for line in lines)
    session.remark(f"已把 {count} 个事项写入 {path}", f"Items written to {path}: {count}")
    if not count:
        session.remark(
            "这份清单下还没有事项，表里只有表头。",
            "No item is recorded for this list; the table holds its header only.",
        )
    return 0


def _moment() -> dt.datetime:
    """The time for file properties: that of the commit when a build says so, else now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdigit():
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC)
    return dt.datetime.now(tz=dt.UTC).replace(microsecond=0)
