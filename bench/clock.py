"""Time things side by side, so that a busy machine slows both."""

from __future__ import annotations

import statistics
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pair:
    """Ours and a neighbour's time for the same work.

    Attributes:
        work: What was done, in Chinese and English.
        amount: How much of it, in Chinese and English.
        ours: Name and version of ours.
        neighbour: Name and version of the neighbour.
        our_seconds: Median of our rounds [s].
        their_seconds: Median of the neighbour's rounds [s].
        goal: The ratio that was aimed at, neighbour to ours.
    """

    work: tuple[str, str]
    amount: tuple[str, str]
    ours: str
    neighbour: str
    our_seconds: float
    their_seconds: float
    goal: float

    @property
    def ratio(self) -> float:
        """How many times longer the neighbour takes."""
        return self.their_seconds / self.our_seconds


def side_by_side(
    ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int
) -> tuple[float, float]:
    """Median seconds of both, one after the other in every round."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for work, seconds in zip((ours, theirs), times, strict=True):
            started = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - started)
    return statistics.median(times[0]), statistics.median(times[1])


def run(command: Sequence[str], *, folder: Path) -> None:
    """Run a command quietly; an unhappy end stops the measurement."""
    finished = subprocess.run(  # noqa: S603 (commands of this folder)
        command, check=False, cwd=folder, capture_output=True, text=True
    )
    if finished.returncode != 0:
        words = f"{finished.stdout[-2000:]}\n{finished.stderr[-2000:]}"
        message = f"{command[0]} ended with {finished.returncode}:\n{words}"
        raise SystemExit(message)
