"""`bps serve`: look at the site while working on it."""

from __future__ import annotations

import click

from bps.cli.shared import Session, shared_options


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Port. 端口。")
@shared_options
@click.pass_obj
def command(session: Session, port: int) -> None:
    """Preview the site on this machine; pages follow every change of a record.

    在本机预览网站；记录一改，页面随之更新。只对本机开放。
    """
    from bps.site.preview import serve_site

    serve_site(session.root, port=port, say=session.say)
