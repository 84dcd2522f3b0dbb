"""Each writing command, failed at every single call to the disk: all old or all new."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from bps.fix.edition import plan_edition
from bps.fix.rename import plan_rename
from bps.fix.run import apply_fixes, plan_fixes
from bps.intake.run import Order, plan_import, write_plan
from bps.pipeline import open_register
from bps.write import WriteError, recover, write_file
from tests.intake.conftest import TODAY, official_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[], object]

CALLS = ("open", "write", "fsync", "replace", "makedirs", "unlink")


class Killed(BaseException):
    """Stands for the end of the process."""


def writers(root: Path, table: Path) -> dict[str, Write]:
    """What each command writes, planned once and ready to go."""
    registry = open_register(root, rules=False).registry
    plan = plan_import(root, registry, Order(file=table, list_id="test-2024", today=TODAY))
    renamed = plan_rename(
        root, registry, "cn/vaccination", "cn/immunisation", on=TODAY, reason={"zh": "统一"}
    )
    edition = plan_edition(
        root,
        registry,
        "test-2024",
        "test-2025",
        name={"zh": "新版"},
        source="test-source",
        today=TODAY,
    )
    fixed = plan_fixes(root)
    return {
        "import": lambda: write_plan(root, plan),
        "rename": lambda: apply_fixes(root, renamed),
        "edition": lambda: apply_fixes(root, edition),
        "fix": lambda: apply_fixes(root, fixed),
        "new": lambda: write_file(root / "catalogue/units/test-city/new.yml", b"id: x\n"),
    }


@contextlib.contextmanager
def failing(number: int, error: BaseException, *, dead: bool) -> Any:
    calls: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            real = getattr(os, name)

            def call(*args: Any, _real: Any = real, _name: str = name, **options: Any) -> Any:
                if args and str(args[0]).endswith("build/lock"):
                    return _real(*args, **options)
                calls.append(_name)
                if len(calls) == number or (dead and len(calls) > number > 0):
                    raise error
                return _real(*args, **options)

            patch.setattr(os, name, call)
        yield calls


@pytest.mark.parametrize("command", ["import", "rename", "edition", "fix", "new"])
@pytest.mark.parametrize("dead", [False, True], ids=["refused", "killed"])
def test_every_call_of_a_writing_command_may_fail(
    small_root: Path,
    make_xlsx: Callable[..., Path],
    snapshot: Callable[[Path], dict[str, bytes]],
    tmp_path: Path,
    command: str,
    dead: bool,  # noqa: FBT001
) -> None:
    write = writers(small_root, make_xlsx(official_rows(2)))[command]
    kept = tmp_path / "kept"
    shutil.copytree(small_root, kept)
    before = snapshot(small_root)
    with failing(0, OSError(), dead=False) as calls:
        write()
    after, total = snapshot(small_root), len(calls)
    assert after != before
    assert total >= 5
    for number in range(1, total + 1):
        shutil.rmtree(small_root)
        shutil.copytree(kept, small_root)
        error = Killed() if dead else OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        with failing(number, error, dead=dead), contextlib.suppress(WriteError, Killed):
            write()
        recover(small_root)
        left = {
            path: data
            for path, data in snapshot(small_root).items()
            if not path.rpartition("/")[2].startswith(".")
        }
        assert left in (before, after), f"{command}: call {number} of {total}"
        write()
        assert snapshot(small_root).items() >= after.items()


def test_a_full_disk_is_said_in_one_sentence(
    small_root: Path, make_xlsx: Callable[..., Path]
) -> None:
    write = writers(small_root, make_xlsx(official_rows(2)))["import"]
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with failing(1, error, dead=False), pytest.raises(WriteError) as caught:
        write()
    assert "No space left on device; the files are as they were" in caught.value.words.en
    assert caught.value.exit_code == 2
