"""Options of every command that speaks to an OpenSearch cluster."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
DEFAULT_URL = "http://127.0.0.1:9200"
DEFAULT_INDEX = "bps"


def cluster_options(function: Command) -> Command:
    """Add `--url`, which may be repeated, and `--index`."""
    for option in (
        click.option(
            "--index",
            "index_name",
            default=DEFAULT_INDEX,
            show_default=True,
            help="Name of the index in OpenSearch. OpenSearch 里的索引名。",
        ),
        click.option(
            "--url",
            "urls",
            multiple=True,
            default=(DEFAULT_URL,),
            show_default=True,
            help="Address of a node of OpenSearch; repeat it to name several. "
            "OpenSearch 节点的地址；可重复写多个。",
        ),
    ):
        function = option(function)
    return function
