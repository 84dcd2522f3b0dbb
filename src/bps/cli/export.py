"""`bps export`: write the open data to a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bps.cli.answer import day_option
from bps.cli.shared import Session, shared_options
from bps.errors import UsageError

if TYPE_CHECKING:
    from datetime import date


@click.command("export")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder to write to. 写到哪个文件夹。",
)
@click.option(
    "--only",
    metavar="FORMATS",
    default="",
    help="Formats, separated by commas: json,csv,xlsx,sqlite,jsonld,atom,ics. 只要这几种格式，用半角逗号分开。",
)
@click.option(
    "--site", default="", metavar="URL", help="Address of the site, for links. 网站地址，用于链接。"
)
@click.option(
    "--built-on",
    "on",
    callback=day_option,
    metavar="DATE",
    help="Day to stamp the files with; today when left out. 文件上写的生成日期；不写时为今天。",
)
@click.option(
    "--with-bases", is_flag=True, help="The records of bases too. 连同所依托登记库的记录。"
)
@shared_options
@click.pass_obj
def command(
    session: Session,
    out: Path,
    only: str,
    site: str,
    on: date,
    with_bases: bool,  # noqa: FBT001
) -> None:
    """Write the open data: JSON, CSV, XLSX, SQLite, linked data, feeds, calendars.

    导出开放数据：JSON、CSV、XLSX、SQLite、关联数据、订阅源、日历。
    """
    from bps.export import export_files
    from bps.write import output_folder, write_files

    if site and not site.startswith(("https://", "http://")):
        raise UsageError(
            f"“{site}”不是网址，应以 https:// 开头。",
            f'"{site}" is no address; it begins with https://.',
        )
    formats = [one.strip() for one in only.split(",") if one.strip()]
    address = f"{site.rstrip('/')}/" if site else ""
    register = session.open(rules=False)
    whole = with_bases or register.config.export_bases
    registry = register.registry.giving_bases() if whole else register.registry
    files = export_files(registry, built_on=on, site=address, only=formats)
    with output_folder(out, root=session.root, kind="data", register=register.config.id) as work:
        count, size = write_files(work, files)
    if session.is_json:
        session.emit({"files": count, "bytes": size, "out": str(out)})
    else:
        session.say(
            f"写出 {count} 个文件，{size / 1e6:.1f} MB，在 {out}。",
            f"{count} files, {size / 1e6:.1f} MB, in {out}.",
        )
