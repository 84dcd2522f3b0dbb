"""Read the register as it was at a revision of its git repository."""

from __future__ import annotations

import io
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bps.errors import UsageError
from bps.history import ask_git

if TYPE_CHECKING:
    from bps.link import Registry

_FOLDERS = ("catalogue", "standards")


def registry_at(root: Path, revision: str) -> Registry:
    """The registry at a revision.

    Args:
        root: The folder that has `catalogue/` and `standards/`, inside a git repository.
        revision: Name of a commit, tag or branch.

    Returns:
        The registry, its faults left aside.

    Raises:
        UsageError: If there is no such list or revision, the revision holds no record, or git
            refuses to answer.
    """
    if revision.startswith("-") or ".." in revision:
        raise _unknown(revision)
    known = ask_git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if known is None:
        raise _unknown(revision)
    commit = known.decode().strip()
    names = ask_git(root, "ls-tree", "--name-only", commit, "--", *_FOLDERS) or b""
    folders = names.decode().split()
    archive = ask_git(root, "archive", "--format=tar", commit, "--", *folders) if folders else None
    if archive is None:
        raise UsageError(
            f"git 版本 {revision} 里没有记录。", f"Revision {revision} holds no records."
        )
    from bps.pipeline import open_register

    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        return open_register(Path(folder), rules=False).registry


def _unknown(revision: str) -> UsageError:
    return UsageError(
        f"没有“{revision}”这份清单，也没有这个 git 版本。",
        f'There is no list and no git revision called "{revision}".',
    )
