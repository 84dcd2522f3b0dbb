"""Telling a person how far the long steps of an import are."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bps.load.reading import Progress

# Shows a step by its name in Chinese and in English; gives what is to be told how far it is.
Watch = Callable[[str, str], AbstractContextManager["Progress | None"]]


def unwatched(zh: str, en: str) -> AbstractContextManager[None]:
    """Show nothing of a step."""
    del zh, en
    return nullcontext()
