"""A folder of results, old or new, never half of either, and never somebody else's.

The new folder is filled beside its place, on the same file system, and swapped in by two renames.
A file in it says which program and which register made it: only such a folder is ever replaced.
What a killed run leaves behind is cleared away by the next run for the same place, and an old
folder that such a run had set aside comes back.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bps.errors import UsageError
from bps.load.files import DATA_FOLDERS, SUFFIX
from bps.write.atomic import WriteError, flush_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MARK: Final = ".bps-output.json"
_LOCK: Final = ".bps-lock"
_FILLING: Final = ".filling"
_ASIDE: Final = ".aside"
# Folders of a register that hold what people wrote.
_KEPT: Final = (*DATA_FOLDERS, "docs", "schema", ".git")
# What shows that people work in a folder. Sites have a folder "standards" too: records tell.
_WORKED_IN: Final = (".git", "bps.toml")


@contextlib.contextmanager
def output_folder(out: Path, *, root: Path, kind: str, register: str) -> Iterator[Path]:
    """Fill a folder of results and put it in its place when it is whole.

    Args:
        out: Where the results go. A folder that stands there is replaced as a whole, if it was
            made by this program for the same register and holds results of the same kind.
        root: Folder of the register.
        kind: What it holds: "site", "pages" or "data".
        register: Id of the register.

    Yields:
        An empty folder to be filled. When the block ends well it takes its place, else it goes.

    Raises:
        UsageError: If that folder must not be replaced.
        WriteError: If the disk refuses; what stood there before is untouched.
    """
    out, root = Path(os.path.realpath(out)), Path(os.path.realpath(root))
    _refuse_register(out, root)
    mark = {"made_by": "bps", "kind": kind, "register": register}
    # Named before it is made: whenever this run is ended, the folder is known and goes.
    work = out.with_name(f".{out.name}.{secrets.token_hex(6)}{_FILLING}")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(out)
        _refuse_foreign(out, mark)
        work.mkdir()
        with _held(work):
            yield work
            (work / MARK).write_text(f"{json.dumps(mark, sort_keys=True)}\n", encoding="utf-8")
        (work / _LOCK).unlink(missing_ok=True)
        _swap(work, out, mark)
    except OSError as error:
        raise _refused(error, out) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[int, int]:
    """Write files below a folder.

    Args:
        folder: The folder.
        files: Paths below it, with forward slashes, and what they hold.

    Returns:
        How many files [files] of how much together [bytes].
    """
    made: set[Path] = set()
    count = size = 0
    for name, content in files:
        target = folder / name
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(content)
        count += 1
        size += len(content)
    return count, size


def _refuse_register(out: Path, root: Path) -> None:
    """Refuse a place whose replacement could take records, writing or history with it."""
    if root == out or out in root.parents:
        raise UsageError(
            f"不能写到 {out}：登记库就在这个文件夹里，写入会覆盖它。请换一个文件夹，例如 build/site。",
            f"Cannot write to {out}: the register itself is in that folder and would be replaced. "
            "Name another one, such as build/site.",
        )
    for name in _KEPT:
        kept = root / name
        if kept == out or kept in out.parents:
            raise UsageError(
                f"不能写到 {out}：{name} 是登记库自己的文件夹。请换一个文件夹，例如 build/site。",
                f"Cannot write to {out}: {name} belongs to the register. "
                "Name another folder, such as build/site.",
            )


def _refuse_foreign(out: Path, mark: dict[str, str]) -> None:
    """Refuse a folder that was not made by this program, for this register, with this content."""
    if not os.path.lexists(out):
        return
    if not out.is_dir():
        raise UsageError(
            f"不能写到 {out}：那里是一个文件，不是文件夹。",
            f"Cannot write to {out}: it is a file, not a folder.",
        )
    if not any(out.iterdir()):
        return
    held = next((name for name in _WORKED_IN if os.path.lexists(out / name)), None)
    held = held or next((name for name in DATA_FOLDERS if _holds_records(out / name)), None)
    if held is not None:
        raise UsageError(
            f"不能写到 {out}：里面有 {held}，整个替换会把它删掉。请写到一个新文件夹，再把内容拷过去。",
            f"Cannot write to {out}: it holds {held}, which would be lost with the folder. "
            "Write to a new folder and copy from there.",
        )
    found = _read_mark(out)
    if found is None:
        raise UsageError(
            f"不能写到 {out}：里面已有别的文件，不是本程序生成的。请换一个新的或空的文件夹；"
            "如果是旧版本生成的，请先自己删掉它。",
            f"Cannot write to {out}: it holds files that this program did not make. Name a new or "
            "empty folder; if an older version made it, remove it yourself first.",
        )
    if found != mark:
        raise UsageError(
            f"不能写到 {out}：里面是另一种结果（{_said(found)}），不是（{_said(mark)}）。请换一个文件夹。",
            f"Cannot write to {out}: it holds other results ({_said(found)}), not {_said(mark)}. "
            "Name another folder.",
        )


def _holds_records(folder: Path) -> bool:
    return next(folder.rglob(f"*{SUFFIX}"), None) is not None


def _said(mark: dict[str, str]) -> str:
    return f"{mark.get('kind', '?')}: {mark.get('register', '?')}"


def _read_mark(folder: Path) -> dict[str, str] | None:
    try:
        mark = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return mark if isinstance(mark, dict) and mark.get("made_by") == "bps" else None


@contextlib.contextmanager
def _held(work: Path) -> Iterator[None]:
    """Show other runs that this one lives; the operating system lets go when it is killed."""
    from filelock import FileLock

    with FileLock(work / _LOCK):
        yield


def _is_abandoned(work: Path) -> bool:
    from filelock import FileLock, Timeout

    try:
        with FileLock(work / _LOCK, timeout=0):
            return True
    except (Timeout, OSError):
        return False


def _clear_leftovers(out: Path) -> None:
    """Put right what a killed run for the same place left: bring back the old, drop the unfinished."""
    prefix = f".{out.name}."
    for left in sorted(out.parent.iterdir()):
        if not left.name.startswith(prefix) or not left.is_dir():
            continue
        if left.name.endswith(_ASIDE) and _read_mark(left) is not None:
            if os.path.lexists(out):
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.replace(out)
        elif left.name.endswith(_FILLING) and _is_abandoned(left):
            shutil.rmtree(left, ignore_errors=True)


def _swap(work: Path, out: Path, mark: dict[str, str]) -> None:
    """Put the new folder in place of the old one; the old one comes back if that fails."""
    # A run may have taken long: somebody may have put something there meanwhile.
    _refuse_foreign(out, mark)
    if not os.path.lexists(out) or not any(out.iterdir()):
        with contextlib.suppress(FileNotFoundError):
            out.rmdir()
        work.replace(out)
        flush_folder(out.parent)
        return
    aside = work.with_name(work.name.removesuffix(_FILLING) + _ASIDE)
    out.replace(aside)
    try:
        work.replace(out)
    except BaseException:
        aside.replace(out)
        raise
    flush_folder(out.parent)
    shutil.rmtree(aside, ignore_errors=True)


def _refused(error: OSError, out: Path) -> WriteError:
    reason = error.strerror or str(error)
    return WriteError(
        f"无法写到 {out}：{reason}；原来的内容没有改动",
        f"Cannot write to {out}: {reason}; what stood there before is as it was",
    )
