"""Ask every address that readers are sent to whether it still answers. Needs the network.

    python -m scripts.check_links [--root FOLDER] [--format text|json] [--report FILE] [--only WORDS]

Addresses come from sources (mirrors are not linked, so not asked), standards, items and units.
Hosts are asked side by side, the addresses of one host one after the other, as its robots.txt
allows. A page that is gone (404, 410) is a fault at once. What may pass by itself (no answer, a
certificate) is one after --patience runs in a row; the report file remembers between runs, so give
the same --report to a scheduled run each time. Known exceptions stand in bps.toml with a reason
and a last day:

    [[links]]
    url = "https://example.org/"      # this address and all that begin so
    reason = "shows its pages to browsers only"
    until = "2027-06-30"

One that is past its day, covers no address or answers again is reported, so that the list stays
short. Exit 0 when nobody needs to act, 1 when somebody does, 2 for wrong use.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bps.config import read_config
from bps.errors import UsageError
from bps.model import RECORD_TYPES, Strict
from bps.pipeline import open_register
from scripts.links.hosts import Manners, ask_host
from scripts.links.judging import judge, stale_exceptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bps.config import LinkException
    from bps.link import Registry
    from scripts.links.asking import Reply
    from scripts.links.judging import Outcome

_AT_ONCE = 8


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


def ask_all(urls: Iterable[str], manners: Manners) -> dict[str, Reply | None]:
    """Ask every address, several hosts at once."""
    hosts: dict[tuple[str, str], list[str]] = {}
    for url in urls:
        parts = urlsplit(url)
        hosts.setdefault((parts.scheme, parts.netloc), []).append(url)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        jobs = [
            pool.submit(lambda own: list(ask_host(own, manners)), own) for own in hosts.values()
        ]
        return dict(pair for job in jobs for pair in job.result())


def last_report(path: Path | None) -> dict[str, Mapping[str, Any]]:
    """Lines of the last report by address; nothing when there was none."""
    if path is None or not path.exists():
        return {}
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["addresses"]
        return {row["url"]: row for row in rows if {"state", "runs", "since"} <= row.keys()}
    except (ValueError, KeyError, TypeError, AttributeError, UnicodeDecodeError):
        raise UsageError(
            f"{path} 不是上一次的报告，请删去或换一个文件。",
            f"{path} is not a report of an earlier run; remove it or name another file.",
        ) from None


def report_of(
    outcomes: Sequence[Outcome], stale: Sequence[tuple[LinkException, str]], today: dt.date
) -> dict[str, Any]:
    """The report as plain values."""
    counts: dict[str, int] = {}
    for one in outcomes:
        counts[one.state] = counts.get(one.state, 0) + 1
    return {
        "on": today.isoformat(),
        "counts": counts,
        "faults": sum(one.fault for one in outcomes) + len(stale),
        "exceptions": [{"url": one.url, "reason": one.reason, "why": why} for one, why in stale],
        "addresses": [asdict(one) for one in outcomes],
    }


def print_text(report: Mapping[str, Any]) -> None:
    """Print what somebody should look at, worst first, and the counts."""
    for row in report["addresses"]:
        if row["state"] in {"ok", "excused", "robots"}:
            continue
        mark = "FAULT" if row["fault"] else "     "
        where = f" -> {row['target']}" if row["target"] else ""
        lasting = f" since {row['since']}, run {row['runs']}" if row["runs"] > 1 else ""
        print(f"{mark} {row['state']:11} {row['detail']:9} {row['url']}{where}{lasting}")
        print(f"{'':28}<- {', '.join(row['records'][:3])}")
    for row in report["exceptions"]:
        print(f"FAULT exception   {row['why']}: {row['url']} ({row['reason']})")
    counts = ", ".join(f"{number} {state}" for state, number in report["counts"].items())
    print(f"{len(report['addresses'])} addresses: {counts or 'none'}; {report['faults']} to act on")


def main(arguments: list[str] | None = None) -> int:
    """Ask every address and report."""
    options = _options(arguments)
    today: dt.date = options.on or dt.datetime.now(tz=dt.UTC).date()
    try:
        exceptions = read_config(options.root).links
        registry = open_register(options.root, rules=False).registry
        before = last_report(options.report)
    except UsageError as error:
        print(f"check_links: {error}", file=sys.stderr)
        return 2
    held = {url: rows for url, rows in addresses(registry).items() if options.only in url}
    manners = Manners(seconds=options.wait, pause=options.pause, tries=options.tries)
    replies = ask_all(held, manners)
    outcomes = [
        judge(
            url,
            rows,
            replies[url],
            excuse=next((one for one in exceptions if one.covers(url)), None),
            before=before.get(url),
            today=today,
            patience=options.patience,
        )
        for url, rows in held.items()
    ]
    outcomes.sort(key=lambda one: (not one.fault, one.state, -len(one.records), one.url))
    stale = [] if options.only else stale_exceptions(exceptions, replies, today)
    report = report_of(outcomes, stale, today)
    text = json.dumps(report, ensure_ascii=False, indent=1) + "\n"
    if options.report:
        options.report.write_text(text, encoding="utf-8")
    if options.format == "json":
        sys.stdout.write(text)
    else:
        print_text(report)
    return 1 if report["faults"] else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    lines = (__doc__ or "").splitlines()
    parser = argparse.ArgumentParser(description=lines[0], prog="check_links")
    parser.add_argument("--root", type=Path, default=Path(), help="folder of the register")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--report", type=Path, help="JSON file, read before and written after")
    parser.add_argument("--only", default="", help="only addresses that contain these words")
    parser.add_argument("--wait", type=float, default=15.0, help="seconds to wait for an answer")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between two of one host")
    parser.add_argument("--tries", type=int, default=2, help="tries before there is no answer")
    parser.add_argument("--patience", type=int, default=3, help="runs before no answer is a fault")
    parser.add_argument(
        "--on", type=dt.date.fromisoformat, help="day of the run, today when left out"
    )
    options = parser.parse_args(arguments)
    if options.wait <= 0 or options.pause < 0 or options.tries < 1 or options.patience < 1:
        parser.error("--wait, --tries and --patience are above zero, --pause is not below")
    return options


if __name__ == "__main__":
    sys.exit(main())
