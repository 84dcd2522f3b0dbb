"""Time things side by side, so that a busy machine slows both."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Taken:
    """How long something took.

    Attributes:
        seconds: On the clock, where other programs count too [s].
        processor: On the processors, those of started programs included [s].
    """

    seconds: float
    processor: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Ours and a neighbour's time for the same work.

    Attributes:
        work: What was done, in Chinese and English.
        amount: How much of it, in Chinese and English.
        ours: Name and version of ours.
        neighbour: Name and version of the neighbour.
        our_time: How long ours takes.
        their_time: How long the neighbour takes.
        goal: The ratio that was aimed at, neighbour to ours.
    """

    work: tuple[str, str]
    amount: tuple[str, str]
    ours: str
    neighbour: str
    our_time: Taken
    their_time: Taken
    goal: float

    @property
    def ratio(self) -> float:
        """How many times longer the neighbour takes."""
        return self.their_time.seconds / self.our_time.seconds

    @property
    def processor_ratio(self) -> float:
        """How many times more of the processors the neighbour needs."""
        return self.their_time.processor / self.our_time.processor


def side_by_side(
    ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int
) -> tuple[Taken, Taken]:
    """Medians of both, one after the other in every round."""
    times: tuple[list[Taken], list[Taken]] = ([], [])
    for _ in range(rounds):
        for work, taken in zip((ours, theirs), times, strict=True):
            taken.append(time_of(work))
    return median(times[0]), median(times[1])


def time_of(work: Callable[[], object]) -> Taken:
    """How long one call takes."""
    started, spent = time.perf_counter(), processor_seconds()
    work()
    return Taken(time.perf_counter() - started, processor_seconds() - spent)


def processor_seconds() -> float:
    """Processor time of this program and of those it started and waited for [s]."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def median(rounds: Sequence[Taken]) -> Taken:
    """Medians of both kinds of time."""
    return Taken(
        statistics.median(each.seconds for each in rounds),
        statistics.median(each.processor for each in rounds),
    )


def run(
    command: Sequence[str], *, folder: Path, settings: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Run a command quietly; an unhappy end stops the measurement."""
    finished = subprocess.run(  # noqa: S603 (commands of this folder)
        command,
        check=False,
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
    )
    if finished.returncode != 0:
        words = f"{finished.stdout[-2000:]}\n{finished.stderr[-2000:]}"
        message = f"{command[0]} ended with {finished.returncode}:\n{words}"
        raise SystemExit(message)
