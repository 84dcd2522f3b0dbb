"""`bps build`: check, render, index; the previous site stays until the new one is whole."""

from __future__ import annotations

from pathlib import Path

import click

from bps.cli.shared import Session, shared_options

DEFAULT_SITE = Path("build") / "site"


@click.command("build")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the site; build/site below the root when left out. 网站写到哪个文件夹；不写时是 build/site。",
)
@click.option("--no-index", is_flag=True, help="Leave out the search index. 不建搜索索引。")
@shared_options
@click.pass_obj
def command(session: Session, out: Path | None, no_index: bool) -> None:  # noqa: FBT001 - a flag
    """Check the records and build the whole site, in both languages.

    检查记录，建索引，生成中英文网站。失败时原有网站不变。
    """
    from bps.site.build import build_site

    target = out or session.root / DEFAULT_SITE
    built = build_site(session.root, target, index=not no_index, say=session.remark)
    if session.is_json:
        session.emit({"folder": str(built.folder), "pages": built.pages})
        return
    session.say(
        f"网站已生成：{built.folder}，共 {built.pages} 页。",
        f"The site stands in {built.folder}: {built.pages} pages.",
    )
    session.say(
        f"查看：python3 -m http.server --directory {built.folder} --bind 127.0.0.1，"
        "再打开 http://127.0.0.1:8000/",
        f"To look at it: python3 -m http.server --directory {built.folder} --bind 127.0.0.1, "
        "then open http://127.0.0.1:8000/",
    )
