"""Work beside other work: the one place where more than one processor is used."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Beside(Generic[T]):
    """A piece of work in a process of its own, which sees everything made before it began.

    Only its result comes back, so it leaves what is large in files. Where a process cannot be
    forked safely, would gain nothing, or breaks down, the work is done when its result is asked for
    instead: the outcome is the same.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        """Begin.

        Args:
            work: What to do. Its result must be fit for pickling, and doing it twice must do no
                harm.
        """
        self._work = work
        self._process = 0
        if not can_fork():
            return
        self._answer, writing = os.pipe()
        self._process = os.fork()
        if not self._process:
            _answer(work, writing)
        os.close(writing)

    def result(self) -> T:
        """Wait for the end and return the result, or raise what the work raises."""
        answer = b""
        if self._process:
            with os.fdopen(self._answer, "rb") as pipe:
                answer = pipe.read()
            self._ended()
        if not answer:
            return self._work()
        found: T = pickle.loads(answer)  # noqa: S301 - made by this very program
        return found

    def stop(self) -> None:
        """End the work; nobody will ask for its result."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.close(self._answer)
            self._ended()

    def _ended(self) -> None:
        os.waitpid(self._process, 0)
        self._process = 0


def can_fork() -> bool:
    """Whether a second process can be forked, and has a processor to run on.

    A process with threads is not forked: a lock that another thread holds would stay locked.
    """
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _answer(work: Callable[[], object], writing: int) -> None:
    """Do the work, write its result, and end this process without a word to anyone else."""
    try:
        answer = pickle.dumps(work(), protocol=pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)
