"""Ask the addresses of one host: one after the other, as its robots.txt allows, with pauses."""

from __future__ import annotations

import time
import urllib.robotparser
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scripts.links.asking import AGENT, Reply, ask, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# After as many addresses without an answer the rest of a host is not tried any more.
_GIVE_UP_AFTER = 3
# A host may ask for longer pauses than this; nobody's run waits for them.
_LONGEST_PAUSE = 30.0
_SERVER_TROUBLE = 500


@dataclass(frozen=True, slots=True)
class Manners:
    """How to treat a host.

    Attributes:
        seconds: How long to wait for an answer [s].
        pause: Pause between two addresses, unless robots.txt asks for a longer one [s].
        tries: How often to ask an address that does not answer.
    """

    seconds: float = 15.0
    pause: float = 1.0
    tries: int = 2


def ask_host(urls: Iterable[str], manners: Manners) -> Iterator[tuple[str, Reply | None]]:
    """Ask the addresses of one scheme and host.

    Args:
        urls: The addresses.
        manners: How to treat the host.

    Yields:
        Each address with what came back; None for an address that robots.txt keeps programs from.
    """
    rules: urllib.robotparser.RobotFileParser | None = None
    pause = manners.pause
    silent = 0
    for url in urls:
        if rules is None:
            rules = _robots(url, manners.seconds)
            asked_for = rules.crawl_delay(AGENT)
            pause = min(max(pause, float(asked_for or 0)), _LONGEST_PAUSE)
        if not rules.can_fetch(AGENT, url):
            yield url, None
            continue
        if silent >= _GIVE_UP_AFTER:
            yield url, Reply("unreachable", "not asked: the host did not answer before")
            continue
        reply = _patiently(url, manners, pause)
        silent = silent + 1 if reply.detail == "timeout" or not reply.detail[:1].isdigit() else 0
        yield url, reply
        time.sleep(pause)


def _patiently(url: str, manners: Manners, pause: float) -> Reply:
    reply = ask(url, seconds=manners.seconds)
    for _ in range(manners.tries - 1):
        if reply.answer != "unreachable":
            break
        time.sleep(pause)
        reply = ask(url, seconds=manners.seconds)
    return reply


def _robots(url: str, seconds: float) -> urllib.robotparser.RobotFileParser:
    """Rules of a host; a host in trouble is left alone, one without rules allows everything."""
    parts = urlsplit(url)
    rules = urllib.robotparser.RobotFileParser()
    status, text = read_text(f"{parts.scheme}://{parts.netloc}/robots.txt", seconds=seconds)
    if status is not None and status >= _SERVER_TROUBLE:
        text = "User-agent: *\nDisallow: /"
    # Without rules, or without an answer, the address itself will tell.
    rules.parse(text.splitlines())
    return rules
