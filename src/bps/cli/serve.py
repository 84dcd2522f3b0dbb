"""`bps serve`: look at the site while working on it."""

from __future__ import annotations

import os

import click

from bps.cli.shared import Session, shared_options
from bps.errors import UsageError


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Port. 端口。")
@shared_options
@click.pass_obj
def command(session: Session, port: int) -> None:
    """Preview the site on this machine; pages follow every change of a record.

    在本机预览网站；记录一改，页面随之更新。只对本机开放。
    """
    config = session.root / "mkdocs.yml"
    if not config.is_file():
        raise UsageError(
            f"{session.root} 中没有 mkdocs.yml，无法预览；可用 bps build 生成网站。",
            f"{session.root} has no mkdocs.yml to preview from; bps build makes a site.",
        )
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve

    # Never anything but this machine: the preview is not a public server.
    serve(config_file=str(config), dev_addr=f"127.0.0.1:{port}")
