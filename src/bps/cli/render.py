"""`bps render`: the pages of the records as plain files, for review with `diff -r`."""

from __future__ import annotations

from pathlib import Path

import click

from bps.cli.shared import Session, shared_options
from bps.errors import UsageError


@click.command("render")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder for the pages; must be new or empty. 写到这个文件夹（须为空）。",
)
@shared_options
@click.pass_obj
def command(session: Session, out: Path) -> None:
    """Write the pages of all records to a folder, without MkDocs.

    把全部记录页面写成文件，不经过 MkDocs，便于用 diff -r 比较两个版本。
    """
    from bps.render import render_pages
    from bps.site.settings import site_settings

    if out.exists() and any(out.iterdir()):
        raise UsageError(
            f"文件夹 {out} 不是空的：旧页面会混在新页面里。请换一个空文件夹。",
            f"The folder {out} is not empty: old pages would stand among the new ones. Name an empty one.",
        )
    register = session.open(rules=False)
    pages = 0
    for page in render_pages(
        register.registry, site=site_settings(session.root, register.config.site)
    ):
        target = out / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.text, encoding="utf-8", newline="\n")
        pages += 1
    if session.is_json:
        session.emit({"folder": str(out), "pages": pages})
    else:
        session.say(f"写出 {pages} 页到 {out}。", f"Pages written to {out}: {pages}.")
