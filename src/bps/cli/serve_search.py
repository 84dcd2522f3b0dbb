"""`bps serve-search`: answer searches over HTTP."""

from __future__ import annotations

from typing import Any

import click

from bps.cli.cluster_options import cluster_options
from bps.cli.search import ENGINES, make_engine, open_search_index
from bps.cli.shared import Session, shared_options
from bps.errors import UsageError


@click.command("serve-search")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="Port. 端口。"
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; this machine only when left out. 监听地址；不写时只对本机开放。",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    help="Name under which it may be asked, such as search.example.org. 允许用哪个域名访问。",
)
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    help="Site whose pages may ask it, such as https://example.org. 允许哪个网站的网页来查询。",
)
@click.option(
    "--per-second",
    type=click.FloatRange(0.1, 1000),
    default=10.0,
    show_default=True,
    help="Requests of one client each second. 每个访问者每秒几次。",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="tantivy",
    show_default=True,
    help="Search engine. 搜索引擎。",
)
@cluster_options
@shared_options
@click.pass_obj
def command(session: Session, /, **options: Any) -> None:
    """Answer searches over HTTP: /search?q=…, /health, /openapi.json. Read-only, with limits.

    通过 HTTP 提供查询：/search?q=…、/health、/openapi.json。只读，并限制次数和长度。
    """
    try:
        import starlette  # noqa: F401 - only to know whether it is there
        import uvicorn
    except ImportError:
        raise UsageError(
            "搜索服务还缺软件包，请运行：pip install 'bps[serve]'。",
            "The search service lacks packages; run: pip install 'bps[serve]'.",
        ) from None
    from bps.service.app import LOOPBACK, Limits, make_app

    index, folder = open_search_index(session)
    engine = make_engine(
        options["engine"], folder, urls=options["urls"], index_name=options["index_name"]
    )
    engine.index(index)
    limits = Limits(
        per_second=options["per_second"],
        burst=max(1, round(4 * options["per_second"])),
        hosts=(*LOOPBACK, *options["names"]),
        origins=options["origins"],
    )
    session.remark(
        f"搜索服务：http://{options['host']}:{options['port']}/search?q=…，按 Ctrl-C 停止。",
        f"Search service: http://{options['host']}:{options['port']}/search?q=…; Ctrl-C stops it.",
    )
    uvicorn.run(
        make_app(index, engine, limits=limits),
        host=options["host"],
        port=options["port"],
        log_level="warning",
        limit_concurrency=64,
        timeout_keep_alive=5,
        h11_max_incomplete_event_size=16 * 1024,
        server_header=False,
    )
