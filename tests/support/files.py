"""Write files for a test."""

from __future__ import annotations

from pathlib import Path


def put(root: Path, path: str, text: str) -> None:
    """Write a file below a folder, with the folders it needs."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
