"""A progress bar, shown only when the work takes long enough to be noticed."""

from __future__ import annotations

import threading
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

    from bps.load.reading import Progress as Report


@contextmanager
def bar(title: str, *, after: float) -> Iterator[Report]:
    """Show how many of how many are done, and the time left; until that is known, that work goes on.

    Args:
        title: What is being done.
        after: How long the work must take before the bar appears [seconds].

    Yields:
        A function to be told how many of how many are done.
    """
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = progress.add_task(title, total=None)
    # A clock of its own: some libraries say nothing until they are done.
    clock = threading.Timer(after, progress.start)
    clock.daemon = True
    clock.start()

    def report(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)

    try:
        yield report
    finally:
        clock.cancel()
        clock.join()
        if progress.live.is_started:
            progress.stop()
