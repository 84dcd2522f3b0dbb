"""Ask one address, and say in one word what came back."""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from http.client import HTTPMessage, HTTPResponse
    from typing import IO

# ok: it answers. moved: it answers elsewhere, for good. gone: the server says there is no such
# page. refused: the server will not show it to a program, a person may still see it.
# unreachable: no answer at all, or a server in trouble. insecure: its certificate is not valid.
Answer = Literal["ok", "moved", "gone", "refused", "unreachable", "insecure"]
AGENT = "bps-link-check (register of basic public service standards)"
_FOR_GOOD = frozenset({301, 308})
_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 402, 403, 405, 406, 407, 418, 429, 451})
# Servers that do not know HEAD answer it with one of these, or hang up.
_ASK_AGAIN = frozenset({400, 403, 404, 405, 406, 500, 501, 502, 503})
_MOST_REDIRECTS = 10


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back.

    Attributes:
        answer: In one word.
        detail: Status code or fault, for people.
        target: Where a moved page is now.
    """

    answer: Answer
    detail: str
    target: str = ""


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follow redirects, and remember whether one of them is for good."""

    max_redirections = _MOST_REDIRECTS

    def __init__(self) -> None:
        self.for_good = False

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in {"http", "https"}:
            return None
        self.for_good |= code in _FOR_GOOD
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following is not None:
            following.method = req.get_method()
        return following


def ask(url: str, *, seconds: float) -> Reply:
    """Ask an address, first without its body, then with it where a server does not know that.

    Args:
        url: An http or https address.
        seconds: How long to wait for an answer [s].

    Returns:
        What came back; never an exception, whatever the server does.
    """
    reply, code = _ask_once(url, "HEAD", seconds)
    if code in _ASK_AGAIN or (code is None and reply.detail == "hung up"):
        reply, _ = _ask_once(url, "GET", seconds)
    return reply


def read_text(url: str, *, seconds: float, most: int = 200_000) -> tuple[int | None, str]:
    """Status and beginning of a text, such as robots.txt; None when there was no answer."""
    try:
        with _opener(_Redirects()).open(_request(url, "GET"), timeout=seconds) as answer:
            return answer.status, answer.read(most).decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, ""
    except (OSError, http.client.HTTPException, ValueError):
        return None, ""


def _request(url: str, method: str) -> urllib.request.Request:
    return urllib.request.Request(  # noqa: S310 - the schema allows http and https only
        url, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"}
    )


def _opener(redirects: _Redirects) -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(redirects)


def _ask_once(url: str, method: str, seconds: float) -> tuple[Reply, int | None]:
    redirects = _Redirects()
    try:
        with _opener(redirects).open(_request(url, method), timeout=seconds) as answer:
            return _good(answer, redirects), answer.status
    except urllib.error.HTTPError as error:
        error.close()
        return _bad(error), error.code
    except urllib.error.URLError as error:
        return _fault(error.reason), None
    except (OSError, http.client.HTTPException, ValueError) as error:
        return _fault(error), None


def _good(answer: HTTPResponse, redirects: _Redirects) -> Reply:
    if redirects.for_good:
        return Reply("moved", str(answer.status), answer.url)
    return Reply("ok", str(answer.status))


def _bad(error: urllib.error.HTTPError) -> Reply:
    if error.code in _GONE:
        return Reply("gone", str(error.code))
    if error.code in _REFUSED:
        return Reply("refused", str(error.code))
    if error.code in range(300, 400):
        return Reply("unreachable", f"{error.code} leads nowhere")
    return Reply("unreachable", str(error.code))


def _fault(error: object) -> Reply:
    if isinstance(error, ssl.SSLError):
        return Reply("insecure", error.reason or "TLS")
    if isinstance(error, TimeoutError):
        return Reply("unreachable", "timeout")
    if isinstance(error, http.client.RemoteDisconnected | ConnectionResetError):
        return Reply("unreachable", "hung up")
    return Reply("unreachable", type(error).__name__)
