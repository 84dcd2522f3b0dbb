"""The index of the site's full text, made by Pagefind."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# All that is indexed stands in this part of a page; Pagefind need not look at the frame around it.
_PART = "main"


def _order_languages(entry: Path) -> None:
    """Write the list of languages in one order: Pagefind's own differs from run to run."""
    if entry.is_file():
        told = json.loads(entry.read_text("utf-8"))
        text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        entry.write_text(text, "utf-8")


def index_site(folder: Path) -> str:
    """Index a written site with Pagefind, both languages.

    Args:
        folder: Root of the site.

    Returns:
        What went wrong, or nothing.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
    command += ["--root-selector", _PART]
    run = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")  # noqa: S603 - fixed words
    if not run.returncode:
        _order_languages(folder / "pagefind" / "pagefind-entry.json")
        return ""
    last = (run.stderr or run.stdout).strip().splitlines()[-1:]
    return f"the search index failed: {' '.join(last)}"
