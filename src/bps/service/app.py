"""The service itself: three addresses, read-only, with a limit on everything a client decides."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http import HTTPStatus
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bps import __version__
from bps.errors import BpsError
from bps.findings.words import Words
from bps.search.answer import FACETS, answer
from bps.service.answers import (
    LONGEST_QUERY,
    MOST_RESULTS,
    USUAL_RESULTS,
    answer_value,
    description,
    fault_value,
)
from bps.service.limits import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.requests import Request

    from bps.search.answer import Answer, Engine
    from bps.search.index import SearchIndex

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")
_PARAMETERS: Final = frozenset({"q", "limit", "lang", *FACETS})
_PROBE: Final = "a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an operator allows.

    Attributes:
        per_second: Requests of one client each second in the long run [1/s].
        burst: Requests of one client at once [requests].
        hosts: Names under which the service may be asked.
        origins: Sites whose pages may ask it, such as `https://example.org`.
    """

    per_second: float = 10.0
    burst: int = 40
    hosts: Sequence[str] = LOOPBACK
    origins: Sequence[str] = ()


class _Refused(Exception):  # noqa: N818 - not an error of ours: the client is told
    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def make_app(
    index: SearchIndex,
    engine: Engine,
    *,
    limits: Limits,
    clock: Callable[[], float] = time.monotonic,
) -> Starlette:
    """Make the application.

    Args:
        index: The documents.
        engine: An engine that has taken them over.
        limits: What one client may ask for.
        clock: Gives the time [s].

    Returns:
        An ASGI application.
    """
    service = _Service(index, engine, Turns(limits.per_second, limits.burst, clock))
    guards = [Middleware(TrustedHostMiddleware, allowed_hosts=list(limits.hosts))]
    if limits.origins:
        origins = list(limits.origins)
        guards.append(Middleware(CORSMiddleware, allow_origins=origins, allow_methods=["GET"]))
    return Starlette(
        routes=[
            Route("/search", service.search, methods=["GET"]),
            Route("/health", service.health, methods=["GET"]),
            Route("/openapi.json", service.openapi, methods=["GET"]),
        ],
        middleware=guards,
    )


@dataclass(frozen=True, slots=True)
class _Service:
    """The three addresses."""

    index: SearchIndex
    engine: Engine
    turns: Turns

    async def search(self, request: Request) -> JSONResponse:
        """Results for a query."""
        if (wait := self._waiting(request)) is not None:
            return wait
        try:
            asked = _read(request)
        except _Refused as fault:
            return _fault(HTTPStatus.BAD_REQUEST, fault.words)
        language = asked.pop("language")
        found = await self._answer(asked.pop("query"), **asked)
        return found if isinstance(found, Response) else _told(answer_value(found, language))

    async def health(self, request: Request) -> JSONResponse:
        """Whether the engine answers."""
        if (wait := self._waiting(request)) is not None:
            return wait
        found = await self._answer(_PROBE, limit=1)
        if isinstance(found, Response):
            return found
        documents = len(self.index.entries)
        return _told({"status": "ok", "engine": self.engine.name, "documents": documents})

    async def openapi(self, _request: Request) -> JSONResponse:
        """The description of the service."""
        return _told(description(__version__))

    def _waiting(self, request: Request) -> JSONResponse | None:
        """The refusal of a client that asks too fast."""
        wait = self.turns.take(request.client.host if request.client else "")
        if not wait:
            return None
        seconds = str(ceil(wait))
        words = Words(
            f"请求太快，请 {seconds} 秒后再试。", f"Too many requests; try again in {seconds} s."
        )
        return _fault(HTTPStatus.TOO_MANY_REQUESTS, words, **{"Retry-After": seconds})

    async def _answer(self, query: str, **options: Any) -> Answer | JSONResponse:
        """The answer, or the refusal of an engine that is down."""
        try:
            return await run_in_threadpool(answer, query, self.index, self.engine, **options)
        except BpsError as fault:
            return _fault(HTTPStatus.SERVICE_UNAVAILABLE, fault.words)


def _told(value: Any) -> JSONResponse:
    return JSONResponse(value, headers=_HEADERS)


def _fault(status: HTTPStatus, words: Words, **headers: str) -> JSONResponse:
    return JSONResponse(fault_value(words), status, {**_HEADERS, **headers})


_HEADERS: Final = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def _read(request: Request) -> dict[str, Any]:
    """What a request asks for.

    Raises:
        _Refused: If it asks for something else, too much or twice.
    """
    given = request.query_params
    for name in given:
        if name not in _PARAMETERS:
            raise _Refused(
                Words(
                    f"没有“{name[:40]}”这个参数；可用：{'、'.join(sorted(_PARAMETERS))}。",
                    f'There is no parameter "{name[:40]}"; use {", ".join(sorted(_PARAMETERS))}.',
                )
            )
        if len(given.getlist(name)) > 1:
            raise _Refused(Words(f"参数 {name} 写了两次。", f"Parameter {name} is given twice."))
        if len(given[name]) > LONGEST_QUERY:
            raise _Refused(
                Words(
                    f"参数 {name} 太长，最多 {LONGEST_QUERY} 个字符。",
                    f"Parameter {name} is too long; {LONGEST_QUERY} characters at most.",
                )
            )
    if not given.get("q", "").strip():
        raise _Refused(Words("请写要找什么：q=…", "Say what to look for: q=…"))
    limit = given.get("limit", str(USUAL_RESULTS))
    if not (limit.isascii() and limit.isdigit() and 1 <= int(limit) <= MOST_RESULTS):
        raise _Refused(
            Words(
                f"limit 应当是 1 到 {MOST_RESULTS} 的整数。",
                f"limit is a whole number from 1 to {MOST_RESULTS}.",
            )
        )
    language = given.get("lang", "zh")
    if language not in {"zh", "en"}:
        raise _Refused(Words("lang 应当是 zh 或 en。", "lang is zh or en."))
    facets = {facet: given[facet] for facet in FACETS if given.get(facet)}
    return {"query": given["q"], "language": language, "facets": facets, "limit": int(limit)}
