"""Checking files: ours with links and rules, check-jsonschema with the schema alone."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

from bench.clock import Pair, run, side_by_side
from bench.records import ITEMS, write_register
from bps import __version__
from bps.schema import schema_path

GOAL = 20.0


def measure_check(repository: Path, folder: Path) -> Pair:
    """Check the same generated items with both commands."""
    write_register(folder)
    files = sorted(path.relative_to(folder).as_posix() for path in (folder / ITEMS).rglob("*.yml"))
    programs = Path(sys.executable).parent
    schema = str(repository / schema_path("item"))
    ours = [str(programs / "bps"), "--root", str(folder), "check"]
    theirs = [str(programs / "check-jsonschema"), "--schemafile", schema, *files]
    our_time, their_time = side_by_side(
        lambda: run(ours, folder=folder), lambda: run(theirs, folder=folder), rounds=1
    )
    return Pair(
        work=("检查记录（含互相链接）", "check records, links included"),
        amount=(f"{len(files):,} 条事项", f"{len(files):,} items"),
        ours=f"bps {__version__}",
        neighbour=f"check-jsonschema {version('check-jsonschema')}",
        our_time=our_time,
        their_time=their_time,
        goal=GOAL,
    )
