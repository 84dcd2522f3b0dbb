"""Ask every address that readers are sent to whether it still answers. Needs the network.

    python scripts/check_links.py [--root FOLDER] [--json FILE] [--wait SECONDS] [--only WORDS]

Never run by the tests. Addresses come from sources (mirrors are not linked, so not asked),
standards, items and units. One request per host at a time, with a pause between two. An address
that is known to refuse machines stands in EXCEPTIONS with its reason; an exception that answers
again is reported, so that the list stays short.

Exit 0 when every address answers or is excused, 1 when one does not, 2 for wrong use.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bps.model import RECORD_TYPES, Strict
from bps.pipeline import open_register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.link import Registry

# Host -> why it is not held against us. Nothing belongs here without a reason.
EXCEPTIONS: dict[str, str] = {}
_AGENT = "bps-link-check (register of basic public service standards)"
_OK = range(200, 400)
_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back for one address."""

    url: str
    records: tuple[str, ...]
    state: str
    detail: str


def addresses(registry: Registry) -> dict[str, list[str]]:
    """Every linked address with the records that hold it, most used first."""
    found: dict[str, list[str]] = {}
    for type_name in RECORD_TYPES:
        for record in registry.iter(type_name):
            if getattr(record, "kind", None) == "mirror":
                continue
            for url in _urls(record):
                found.setdefault(url, []).append(f"{type_name} {record.id}")
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def _urls(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for one in value:
            yield from _urls(one)
    elif isinstance(value, Strict):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name == "url" and isinstance(inner, str):
                yield inner
            else:
                yield from _urls(inner)


def ask(url: str, *, seconds: float) -> tuple[bool, str]:
    """Ask one address, first without its body."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(  # noqa: S310 - the schema allows http and https only
            url, method=method, headers={"User-Agent": _AGENT}
        )
        try:
            with urllib.request.urlopen(request, timeout=seconds) as answer:  # noqa: S310
                return answer.status in _OK, str(answer.status)
        except urllib.error.HTTPError as error:
            if method == "GET":
                return False, str(error.code)
        except (OSError, ValueError) as error:
            if method == "GET":
                return False, type(error).__name__
    return False, "no answer"


def check_host(urls: dict[str, list[str]], *, seconds: float, pause: float) -> list[Outcome]:
    """Ask the addresses of one host, one after the other."""
    outcomes = []
    for url, records in urls.items():
        excuse = EXCEPTIONS.get(urlsplit(url).hostname or "")
        answers, detail = ask(url, seconds=seconds)
        good, bad = ("answers-again", "excused") if excuse else ("ok", "dead")
        state = good if answers else bad
        outcomes.append(Outcome(url, tuple(records), state, excuse or detail))
        time.sleep(pause)
    return outcomes


def main(arguments: list[str] | None = None) -> int:
    """Ask every address and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--json", type=Path, help="write the report to this file too")
    parser.add_argument("--wait", type=float, default=15.0, help="seconds to wait for an answer")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between two of one host")
    parser.add_argument("--only", default="", help="only addresses that contain these words")
    options = parser.parse_args(arguments)
    hosts: dict[str, dict[str, list[str]]] = {}
    for url, records in addresses(open_register(options.root, rules=False).registry).items():
        if options.only in url:
            hosts.setdefault(urlsplit(url).hostname or "", {})[url] = records
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        jobs = [
            pool.submit(check_host, urls, seconds=options.wait, pause=options.pause)
            for urls in hosts.values()
        ]
        outcomes = [outcome for job in jobs for outcome in job.result()]
    outcomes.sort(key=lambda one: (one.state, -len(one.records), one.url))
    if options.json:
        rows = [asdict(one) for one in outcomes]
        options.json.write_text(
            json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    bad = [one for one in outcomes if one.state in {"dead", "answers-again"}]
    for one in bad:
        print(f"{one.state:13} {one.detail:20} {one.url}  <- {', '.join(one.records[:3])}")
    print(f"{len(outcomes)} addresses, {sum(one.state == 'dead' for one in outcomes)} dead")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
