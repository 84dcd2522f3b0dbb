"""`bps index`: fill the search engine of a server, all of it or nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bps.cli.cluster_options import cluster_options
from bps.cli.search import open_search_index
from bps.cli.shared import Session, shared_options

if TYPE_CHECKING:
    from bps.search.opensearch.fill import Failure, Filled


@click.command("index")
@click.option(
    "--engine",
    type=click.Choice(["opensearch"]),
    default="opensearch",
    show_default=True,
    help="Search engine. 搜索引擎。",
)
@cluster_options
@click.option(
    "--shards",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Into how many parts it is cut. 分成几片。",
)
@click.option(
    "--replicas",
    type=click.IntRange(0, 8),
    default=1,
    show_default=True,
    help="How many further copies of each part. 每片另存几份。",
)
@click.option(
    "--failures",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write documents that were refused to this file. 把没被收下的文档写进这个文件。",
)
@click.option("--roll-back", is_flag=True, help="Go back to the index before. 退回到上一个索引。")
@shared_options
@click.pass_obj
def command(session: Session, /, **options: Any) -> None:
    """Fill a fresh index of an OpenSearch cluster and put it to use when every document is there.

    User and password come from BPS_OPENSEARCH_USER and BPS_OPENSEARCH_PASSWORD.

    把全部文档装进 OpenSearch 的新索引，数目核对无误才启用；中途出错，原来的索引继续使用。

    用户名和密码取自环境变量 BPS_OPENSEARCH_USER 和 BPS_OPENSEARCH_PASSWORD。
    """
    from bps.search.opensearch.fill import Cluster, FillRefused

    cluster = Cluster(options["urls"], alias=options["index_name"])
    if options["roll_back"]:
        _tell(session, cluster.roll_back())
        return
    index, folder = open_search_index(session)
    try:
        with session.progress("发送文档", "Sending documents") as progress:
            filled = cluster.fill(
                index,
                stamp=folder.name,
                shards=options["shards"],
                replicas=options["replicas"],
                progress=progress,
            )
    except FillRefused as refused:
        if options["failures"] is not None:
            _write(options["failures"], refused.failures)
        raise
    _tell(session, filled)


def _write(path: Path, failures: tuple[Failure, ...]) -> None:
    from bps.write import write_result

    lines = [
        json.dumps({"id": one.id, "status": one.status, "reason": one.reason}, ensure_ascii=False)
        for one in failures
    ]
    write_result(path, "".join(f"{line}\n" for line in lines).encode())


def _tell(session: Session, filled: Filled) -> None:
    if session.is_json:
        session.emit(
            {
                "index": filled.name,
                "documents": filled.documents,
                "before": filled.before or None,
                "unchanged": filled.unchanged,
            }
        )
    elif filled.unchanged:
        session.say(
            f"{filled.name} 里已经是这些记录（{filled.documents} 篇），没有重新发送。",
            f"{filled.name} holds these records already ({filled.documents} documents); nothing was sent.",
        )
    else:
        session.say(
            f"现在使用 {filled.name}，共 {filled.documents} 篇。",
            f"In use now: {filled.name}, with {filled.documents} documents.",
        )
