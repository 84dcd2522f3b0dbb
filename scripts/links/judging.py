"""From replies to a report: what is excused, what is a fault, and for how long it has been one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from bps.config import LinkException
    from scripts.links.asking import Reply

# Beside the answers of a server: robots = programs are asked to stay away; excused = named in
# bps.toml with a reason.
State = Literal["ok", "moved", "gone", "refused", "unreachable", "insecure", "robots", "excused"]
# These may pass by themselves, so they are held against an address only after several runs.
_MAY_PASS = frozenset({"unreachable", "insecure"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One address in the report.

    Attributes:
        url: The address.
        records: The records that hold it, as "type id".
        state: What came back.
        detail: Status code, fault, or the reason of an exception.
        target: Where a moved page is now.
        since: First day of this state, in an unbroken row of runs.
        runs: How many runs in a row it has been so.
        fault: Whether somebody should act.
    """

    url: str
    records: tuple[str, ...]
    state: State
    detail: str
    target: str
    since: str
    runs: int
    fault: bool


def judge(
    url: str,
    records: Sequence[str],
    reply: Reply | None,
    *,
    excuse: LinkException | None,
    before: Mapping[str, Any] | None,
    today: date,
    patience: int,
) -> Outcome:
    """Turn a reply into a line of the report.

    Args:
        url: The address.
        records: The records that hold it.
        reply: What came back; None where robots.txt keeps programs away.
        excuse: An exception of bps.toml that covers the address.
        before: The line of the last report, if there was one.
        today: Day of this run.
        patience: After how many runs in a row a passing fault counts.

    Returns:
        The line.
    """
    excused = excuse is not None and reply is not None and reply.answer not in {"ok", "moved"}
    state: State = "robots" if reply is None else "excused" if excused else reply.answer
    same = before is not None and before.get("state") == state
    runs = int(before["runs"]) + 1 if before is not None and same else 1
    return Outcome(
        url=url,
        records=tuple(records),
        state=state,
        detail=excuse.reason if excused and excuse else reply.detail if reply else "robots.txt",
        target=reply.target if reply else "",
        since=str(before["since"]) if before is not None and same else today.isoformat(),
        runs=runs,
        fault=state == "gone" or (state in _MAY_PASS and runs >= patience),
    )


def stale_exceptions(
    exceptions: Iterable[LinkException], replies: Mapping[str, Reply | None], today: date
) -> list[tuple[LinkException, str]]:
    """Exceptions that should go: past their day, about no address, or no longer needed."""
    found = []
    for one in exceptions:
        asked = [reply for url, reply in replies.items() if one.covers(url)]
        if one.until < today.isoformat():
            found.append((one, f"ended on {one.until}"))
        elif not asked:
            found.append((one, "covers no address"))
        elif all(reply is not None and reply.answer in {"ok", "moved"} for reply in asked):
            found.append((one, "answers again"))
    return found
