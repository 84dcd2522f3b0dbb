"""Build a site into a folder: all of it or none, the previous one untouched until the swap."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.config import read_config
from bps.errors import BpsError
from bps.history import HistoryRefused, ask_git
from bps.site.frame import Frame
from bps.write import output_folder

if TYPE_CHECKING:
    from pathlib import Path

MKDOCS_FILE = "mkdocs.yml"
Say = Callable[[str, str], None]


class BuildRefused(BpsError):  # noqa: N818 - reads as a noun in the interface
    """The site was not built; the one from before is untouched."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site.

    Attributes:
        folder: Where it stands.
        pages: How many pages it has, hand-written ones included.
    """

    folder: Path
    pages: int


def build_site(
    root: Path, out: Path, *, built_on: str = "", index: bool = True, say: Say | None = None
) -> Built:
    """Build the whole site beside its place, then put it there.

    Args:
        root: Root of the register. Hand-written pages come from its `mkdocs.yml`, if there is one.
        out: Folder of the site; replaced as a whole at the end.
        built_on: Day of the build; by default that of the revision.
        index: Whether to build the index of the site's search too.
        say: Told what happens, in Chinese and English.

    Returns:
        What was built.

    Raises:
        BuildRefused: If the data has errors or a guard does not hold.
        UsageError: If `out` is not a folder that this program may replace.
        WriteError: If the disk refuses.
    """
    tell = say or (lambda _zh, _en: None)
    root, out = root.resolve(), out.resolve()
    try:
        ask_git(root, "rev-parse", "HEAD")
    except HistoryRefused as refused:
        tell(refused.words.zh, refused.words.en)
    with output_folder(out, root=root, kind="site", register=read_config(root).id) as work:
        tell("写出页面 …", "Writing the pages …")
        if (root / MKDOCS_FILE).is_file():
            frame = run_mkdocs(root, work, built_on=built_on, index=index)
        else:
            frame = _records_only(root, work, built_on=built_on, index=index)
    return Built(out, frame.written)


def run_mkdocs(
    root: Path,
    work: Path,
    *,
    built_on: str = "",
    records: bool = True,
    index: bool = False,
    strict: bool = True,
) -> Frame:
    """Let MkDocs build the hand-written pages of a register.

    Args:
        root: Root of the register, with `mkdocs.yml`.
        work: Folder to write to.
        built_on: Day of the build; by default that of the revision.
        records: Whether to write the record pages too, and to hold the site against its guards.
        index: Whether to index the full text of the site too.
        strict: Whether a warning of MkDocs stops the build.

    Returns:
        What the build knows; the hand-written pages are among it.

    Raises:
        BuildRefused: If the data has errors, MkDocs complains or a guard does not hold.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    config = load_config(config_file=str(root / MKDOCS_FILE), site_dir=str(work), strict=strict)
    plugin = config.plugins["bps"]
    options = {"root": str(root), "built_on": built_on, "records": records, "index": index}
    plugin.config.update(options)
    try:
        build(config)
    except (MkDocsException, Abort) as problem:
        raise _refused(getattr(plugin, "refusal", "") or str(problem)) from problem
    frame: Frame = plugin.frame  # type: ignore[attr-defined]  # MkDocs knows only their base
    return frame


def _records_only(root: Path, work: Path, *, built_on: str, index: bool) -> Frame:
    frame = Frame.read(root, built_on=built_on)
    if frame.refusal:
        raise _refused(frame.refusal)
    frame.begin(work)
    faults = frame.finish(work, index=index)
    if faults:
        raise _refused("\n".join(faults))
    return frame


def _refused(reason: str) -> BuildRefused:
    return BuildRefused(f"网站没有生成：\n{reason}", f"The site was not built:\n{reason}")
