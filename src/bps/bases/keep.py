"""What was read and checked of a base is kept ready until its files, or this program, change."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import bps
from bps.load.files import find_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Rooms whose change makes what is kept worthless.
_ROOMS: Final = (
    "bases",
    "codes",
    "config",
    "findings",
    "link",
    "load",
    "model",
    "rules",
    "validate",
)


def kept(folder: Path, part: str, make: Callable[[], Any], *, also: Iterable[Path] = ()) -> Any:
    """A result about a base, kept from the last time where nothing has changed since.

    It is kept for the user, not in the register: nothing that came with somebody's files is ever
    unpickled. Where it cannot be kept it is made each time.

    Args:
        folder: Folder of the base.
        part: Which result.
        make: Makes it.
        also: Folders of the bases that it rests on.
    """
    place = _place(folder, part)
    state = " ".join(fingerprint(each) for each in (folder, *also))
    if place is None:
        return make()
    faults = (OSError, ValueError, EOFError, AttributeError, ImportError, pickle.PickleError)
    with contextlib.suppress(*faults), place.open("rb") as file:
        if file.readline().strip().decode() == state:
            return pickle.load(file)  # noqa: S301 - written by this program, in the user's own cache
    made = make()
    from bps.write import write_file

    with contextlib.suppress(OSError, bps.UsageError):
        write_file(
            place, state.encode() + b"\n" + pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
        )
    return made


def fingerprint(folder: Path) -> str:
    """One word for the state of a base and of this program."""
    digest = hashlib.sha256(f"{bps.__version__} {sys.version}".encode())
    digest.update(_program())
    files, _ = find_files(folder)
    for path in [*(file.location for file in files), str(folder / "bps.toml")]:
        with contextlib.suppress(OSError):
            state = Path(path).stat()
            digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


@cache
def _program() -> bytes:
    """State of the modules that read and check."""
    home = Path(bps.__file__).parent
    found = []
    for room in _ROOMS:
        for path in (home / room).rglob("*.py"):
            state = path.stat()
            found.append(f"{path.name}{state.st_size}{state.st_mtime_ns}")
    return "\n".join(sorted(found)).encode()


def _place(folder: Path, part: str) -> Path | None:
    """The file that keeps a result, or None where there is no home for it."""
    name = hashlib.sha256(str(folder).encode()).hexdigest()[:24]
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        cache_home = Path(home) if home else Path.home() / ".cache"
    except RuntimeError:
        return None
    return cache_home / "bps" / f"base-{name}.{part}"
