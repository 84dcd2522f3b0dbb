"""A progress bar, shown only when the work takes long enough to be noticed."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.load.records import Progress as Report


@contextmanager
def bar(title: str, *, after: float) -> Iterator[Report]:
    """Show how many of how many are done, and the time left.

    Args:
        title: What is being done.
        after: How long the work must take before the bar appears [seconds].

    Yields:
        A function to be told how many of how many are done.
    """
    started = time.monotonic()
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
    )
    task = progress.add_task(title, total=None)
    shown = False

    def report(done: int, total: int) -> None:
        nonlocal shown
        if not shown:
            if time.monotonic() - started < after:
                return
            progress.start()
            shown = True
        progress.update(task, completed=done, total=total, refresh=True)

    try:
        yield report
    finally:
        if shown:
            progress.stop()
