"""Lay a few lines over the mini register, as the examples of the code table do."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from bps.findings import Example

_TOP_LEVEL = re.compile(r"(?m)^(?=[a-z_]+:)")


def _key(block: str) -> str:
    return block.partition(":")[0]


def merged(base: str, lines: str) -> str:
    """A record with the top-level keys of `lines` in place of its own, at the end."""
    replaced = {_key(block) for block in _TOP_LEVEL.split(lines) if block}
    kept = [block for block in _TOP_LEVEL.split(base) if block and _key(block) not in replaced]
    return "".join(kept) + lines


def lay_over(mini_root: Path, target: Path, example: Example) -> Path:
    """A copy of the mini register with an example in it.

    Args:
        mini_root: The mini register.
        target: Folder to make; must not exist.
        example: A whole new file, or lines that replace those of an existing one.

    Returns:
        The new root.
    """
    shutil.copytree(mini_root, target)
    for path, text in ((example.path, example.text), *example.also):
        file = target / path
        whole = merged(file.read_text("utf-8"), text) if file.is_file() else text
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(whole.encode("utf-8", "surrogateescape"))
    return target
