"""Bring every record into the present shape: run the numbered migrations, all of it or nothing.

    python -m scripts.migrate [--list | --check] [--root FOLDER]

A migration is a file scripts/migrations/NNN_slug.py with the type of record that it is for, a test
for the old shape and a function that changes one record. It runs on every record that still has
the old shape, so a second run changes nothing and no note is needed of what has been run. The line
that tells editors the schema is brought up to date with it.

Exit 0 when done or when there is nothing to do, 1 when `--check` finds records of an old shape,
2 when a changed record would not pass `bps check`; then no file is changed.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from bps.cli.progress import bar
from bps.errors import UsageError
from bps.findings import Report
from bps.fix.order import mend_modeline
from bps.load import load_records
from bps.report import plain_text
from bps.validate import errors_in, type_of_path
from bps.write import Batch, close_record, heal, hold_lock, open_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ruamel.yaml.comments import CommentedMap

    from bps.findings import Finding
    from bps.load.reading import Progress

ROOT = Path(__file__).resolve().parent.parent
MIGRATIONS = ROOT / "scripts" / "migrations"


class Migration(Protocol):
    """What each file in scripts/migrations holds."""

    __name__: str
    __doc__: str | None
    TYPE: str

    def is_old(self, record: Mapping[str, Any]) -> bool:
        """Tell whether a record still has the old shape."""

    def migrate(self, record: CommentedMap) -> None:
        """Change one such record in place; its comments and its style stay."""


@dataclass(slots=True)
class Plan:
    """What a run would do.

    Attributes:
        texts: Path to new text of each file that changes.
        reasons: Path to the migrations that change it.
        faults: Why the run must not be: what `bps check` would say of the new texts.
    """

    texts: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, list[str]] = field(default_factory=dict)
    faults: list[Finding] = field(default_factory=list)


def find_migrations() -> tuple[Migration, ...]:
    """Every migration in the order of the numbers."""
    names = sorted(path.stem for path in MIGRATIONS.glob("[0-9]*.py"))
    found = [importlib.import_module(f"scripts.migrations.{name}") for name in names]
    return tuple(cast("Migration", module) for module in found)


def name_of(migration: Migration) -> str:
    """Number and slug of a migration, such as 001_lead_units_text."""
    return migration.__name__.rpartition(".")[2]


def plan_migrations(
    root: Path, migrations: Sequence[Migration], *, progress: Progress | None = None
) -> Plan:
    """Work out what the migrations change, one after the other; writes nothing.

    Args:
        root: Folder of the register.
        migrations: What to run, in order.
        progress: Told how many of how many records are done.

    Returns:
        The plan; with faults, none of it may be written.

    Raises:
        RuntimeError: If a migration leaves a record in the shape that it is to change.
    """
    plan = Plan()
    loaded = load_records(root)
    for done, raw in enumerate(loaded.records):
        kind = type_of_path(raw.path)
        data: Mapping[str, Any] = raw.data
        for migration in migrations:
            if kind is None or kind.name != migration.TYPE or not migration.is_old(data):
                continue
            if unreadable := [each for each in loaded.findings if each.path == raw.path]:
                plan.faults += unreadable
                break
            text = plan.texts.get(raw.path) or (root / raw.path).read_text(encoding="utf-8")
            data = open_record(text)
            migration.migrate(data)
            if migration.is_old(data):
                raise RuntimeError(f"{name_of(migration)} leaves {raw.path} as it was")
            plan.texts[raw.path] = mend_modeline(
                close_record(data), type_name=kind.name, path=raw.path
            )
            plan.reasons.setdefault(raw.path, []).append(name_of(migration))
        if progress is not None:
            progress(done + 1, len(loaded.records))
    for path, text in plan.texts.items():
        plan.faults += errors_in(text, path)
    return plan


def apply_plan(root: Path, plan: Plan) -> None:
    """Write every changed record, all or none."""
    with hold_lock(root):
        heal(root)
        batch = Batch(root)
        for path, text in plan.texts.items():
            batch.add(path, text)
        batch.commit()


def main(arguments: list[str] | None = None) -> int:
    """List, check or run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--list", action="store_true", help="say what there is, run nothing")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if needed")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder of the register")
    options = parser.parse_args(arguments)
    migrations = find_migrations()
    if options.list:
        for migration in migrations:
            print(name_of(migration), *(migration.__doc__ or "").splitlines()[:3:2], sep="\n  ")
        return 0
    try:
        return _run(options.root, migrations, check=options.check)
    except UsageError as error:
        print(error.words.zh, error.words.en, sep="\n", file=sys.stderr)
        return 2


def _run(root: Path, migrations: Sequence[Migration], *, check: bool) -> int:
    shown = bar("记录 Records", after=1.0) if sys.stderr.isatty() else nullcontext()
    with shown as progress:
        plan = plan_migrations(root, migrations, progress=progress)
    if plan.faults:
        for language in ("zh", "en"):
            print(plain_text(Report.of(plan.faults), language=language), file=sys.stderr)
        print("没有改动任何文件。 No file was changed.", file=sys.stderr)
        return 2
    for path, names in plan.reasons.items():
        print(path, *names)
    if check:
        return int(bool(plan.texts))
    apply_plan(root, plan)
    print(f"更新了 {len(plan.texts)} 条记录。 Records brought up to date: {len(plan.texts)}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
