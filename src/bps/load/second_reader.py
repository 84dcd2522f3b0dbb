"""A second process that reads half of a large register while the first reads the other half.

It gives back only records in which nothing was found wrong; every other file is left to the first
process, so that faults are told in one place. What goes through the pipe is `marshal`: plain data
between two runs of the same Python, made and read here only.
"""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.load.files import RecordFile

# Below this, starting Python a second time takes longer than it saves.
WORTH_A_PROCESS = 2500


def has_second_processor() -> bool:
    """Whether this process may run on more than one processor."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) > 1
    return (os.cpu_count() or 1) > 1


class SecondReader:
    """A running second process with the files it was given."""

    def __init__(self, files: Sequence[RecordFile]) -> None:
        """Start reading.

        Args:
            files: What to read.
        """
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own module in our own Python
                [sys.executable, "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            if self._process.stdin is not None:
                with self._process.stdin as pipe:
                    pipe.write(marshal.dumps([(file.path, file.location) for file in files]))
        except OSError:
            # No process to be had, or it is gone: the first process reads everything.
            self.stop()

    def results(self) -> dict[str, tuple[dict[str, Any], bytes]]:
        """Data and packed positions by path, of the files in which nothing is wrong."""
        if self._process is None or self._process.stdout is None:
            return {}
        with self._process.stdout as pipe:
            answer = pipe.read()
        if self._process.wait() != 0:
            return {}
        found: dict[str, tuple[dict[str, Any], bytes]] = marshal.loads(answer)  # noqa: S302 - ours
        return found

    def stop(self) -> None:
        """End the process, if it still runs."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def _read_given_files() -> None:
    from bps.load.collector import collector_paused
    from bps.load.files import RecordFile
    from bps.load.records import read_file

    given = marshal.loads(sys.stdin.buffer.read())  # noqa: S302 - from the process that started us
    faultless = {}
    with collector_paused():
        for path, location in given:
            findings: list[Any] = []
            record = read_file(RecordFile(path, location), findings)
            if record is not None and not findings and not record.flaws:
                faultless[path] = (record.data, record.marks.packed())
    sys.stdout.buffer.write(marshal.dumps(faultless))


if __name__ == "__main__":
    _read_given_files()
