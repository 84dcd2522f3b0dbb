"""Dated rows for tests of what applied on a day: from the shared file, and at random."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

VECTORS = Path(__file__).resolve().parent.parent / "vectors" / "applied-on.json"


def applied_vectors() -> list[dict[str, Any]]:
    """The cases that Python and the browser must answer alike."""
    cases: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))
    return cases


def random_day(random: Random) -> str:
    """A day of a few years, so that rows meet often."""
    return f"{random.randint(2019, 2024)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def random_rows(random: Random) -> list[list[str | None]]:
    """Up to six rows about two things, with dates as coarse as sources give them."""

    def date() -> str | None:
        return random.choice(
            [None, random_day(random), random_day(random)[:7], random_day(random)[:4]]
        )

    return [[random.choice("ab"), date(), date()] for _ in range(random.randint(0, 6))]
