"""`bps render`: the pages of the records as plain files, for review with `diff -r`."""

from __future__ import annotations

from pathlib import Path

import click

from bps.cli.shared import Session, shared_options


@click.command("render")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder for the pages; an earlier result there is replaced. 写到这个文件夹；其中以前生成的页面会被替换。",
)
@shared_options
@click.pass_obj
def command(session: Session, out: Path) -> None:
    """Write the pages of all records to a folder, without MkDocs.

    把全部记录页面写成文件，不经过 MkDocs，便于用 diff -r 比较两个版本。
    """
    from bps.render import render_pages
    from bps.site.settings import site_settings
    from bps.write import output_folder, write_files

    register = session.open(rules=False)
    site = site_settings(session.root, register.config.site, bases=register.bases)
    pages = render_pages(register.registry, site=site)
    files = ((page.path, page.text.encode()) for page in pages)
    with output_folder(out, root=session.root, kind="pages", register=register.config.id) as work:
        count, _ = write_files(work, files)
    if session.is_json:
        session.emit({"folder": str(out), "pages": count})
    else:
        session.say(f"写出 {count} 页到 {out}。", f"Pages written to {out}: {count}.")
