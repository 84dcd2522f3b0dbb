"""The way to a cluster: addresses from the command line, credentials from the environment only."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from bps.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from opensearchpy import OpenSearch
    from opensearchpy.exceptions import TransportError

USER: Final = "BPS_OPENSEARCH_USER"
PASSWORD: Final = "BPS_OPENSEARCH_PASSWORD"  # noqa: S105 - the name of a variable, no password
CERTIFICATES: Final = "BPS_OPENSEARCH_CA"
SECONDS: Final = 30
_TRIES: Final = 5


def connect(addresses: Sequence[str]) -> OpenSearch:
    """Make the client of a cluster; nothing is sent yet.

    Args:
        addresses: Addresses of its nodes, such as `http://127.0.0.1:9200`. With more than one, a
            node that does not answer is passed over.

    Returns:
        The client. Answers that a node gives too late or not at all are asked for again.

    Raises:
        UsageError: If an address is none of a web server, or holds credentials, or if the package
            that speaks to a cluster is not installed.
    """
    for address in addresses:
        _check(address)
    try:
        from opensearchpy import OpenSearch
    except ImportError:
        raise UsageError(
            "连接 OpenSearch 还缺一个软件包，请运行：pip install 'bps[opensearch]'。",
            "To speak to OpenSearch one package is missing; run: pip install 'bps[opensearch]'.",
        ) from None
    user, password = os.environ.get(USER), os.environ.get(PASSWORD)
    return OpenSearch(
        [address.rstrip("/") for address in addresses],
        http_auth=(user, password or "") if user else None,
        ca_certs=os.environ.get(CERTIFICATES),
        timeout=SECONDS,
        max_retries=_TRIES,
        retry_on_timeout=True,
        retry_on_status=(502, 503, 504),
    )


def _check(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(
            f"OpenSearch 的地址要以 http:// 或 https:// 开头：{address}",
            f"The address of OpenSearch begins with http:// or https://: {address}",
        )
    if parts.username or parts.password:
        raise UsageError(
            f"不要把用户名和密码写在地址里：请放进环境变量 {USER} 和 {PASSWORD}。",
            f"Keep user name and password out of the address: put them into the environment "
            f"variables {USER} and {PASSWORD}.",
        )


def _reason(problem: TransportError) -> str:
    info = problem.info if isinstance(problem.info, dict) else {}
    error = info.get("error", {})
    said = error.get("reason") if isinstance(error, dict) else None
    return str(said or problem.error)


@contextmanager
def in_words(addresses: Sequence[str]) -> Iterator[None]:
    """Say in one sentence what a cluster refused, or that it did not answer.

    Raises:
        UsageError: If anything the cluster said or did not say went wrong.
    """
    from opensearchpy.exceptions import (
        AuthenticationException,
        AuthorizationException,
        OpenSearchException,
        TransportError,
    )
    from opensearchpy.exceptions import (
        ConnectionError as NoConnection,
    )

    where = ", ".join(addresses)
    try:
        yield
    except (AuthenticationException, AuthorizationException) as problem:
        # A cluster that is read-only or out of disk answers with the same number as a closed door.
        if "block" in str(problem.error):
            raise UsageError(
                f"OpenSearch（{where}）现在不收数据，多半是被设为只读或磁盘将满：{_reason(problem)}。",
                f"OpenSearch at {where} takes no data now; most often it is set to read-only or its "
                f"disk is nearly full: {_reason(problem)}.",
            ) from problem
        raise UsageError(
            f"OpenSearch（{where}）不接受这个用户名或密码；请检查 {USER} 和 {PASSWORD}。",
            f"OpenSearch at {where} does not accept this user or password; look at {USER} and "
            f"{PASSWORD}.",
        ) from problem
    except NoConnection as problem:
        raise UsageError(
            f"连不上 OpenSearch（{where}）；请确认它在运行、地址和端口没有写错。",
            f"OpenSearch at {where} does not answer; see that it runs and that address and port "
            "are right.",
        ) from problem
    except TransportError as problem:
        raise UsageError(
            f"OpenSearch（{where}）拒绝了请求：{problem.status_code} {_reason(problem)}。",
            f"OpenSearch at {where} refused: {problem.status_code} {_reason(problem)}.",
        ) from problem
    except OpenSearchException as problem:
        raise UsageError(
            f"OpenSearch（{where}）出错：{problem}。", f"OpenSearch at {where} failed: {problem}."
        ) from problem
