"""Reading the files: ours with positions and limits, PyYAML's fast loader without."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import yaml

from bench.clock import Pair, side_by_side
from bps import __version__
from bps.load import load_records

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 3
GOAL = 2.0


def measure_load(root: Path) -> Pair:
    """Load every record of a register with both."""
    files = sorted(
        path for name in ("catalogue", "standards") for path in (root / name).rglob("*.yml")
    )

    def theirs() -> None:
        for path in files:
            with path.open(encoding="utf-8") as stream:
                yaml.load(stream, Loader=yaml.CSafeLoader)

    our_time, their_time = side_by_side(lambda: load_records(root), theirs, rounds=ROUNDS)
    return Pair(
        work=("读取记录", "load records"),
        amount=(f"{len(files):,} 个文件", f"{len(files):,} files"),
        ours=f"bps {__version__}",
        neighbour=f"PyYAML {version('pyyaml')} CSafeLoader",
        our_time=our_time,
        their_time=their_time,
        goal=GOAL,
    )
