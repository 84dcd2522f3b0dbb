"""Python's garbage collector, paused while many objects are made that all stay."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_paused() -> Iterator[None]:
    """Work without garbage collection: records hold no cycles, and looking for them takes time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What was read stays; set aside, it is not gone through again at every later collection.
        gc.freeze()
        if was_enabled:
            gc.enable()
