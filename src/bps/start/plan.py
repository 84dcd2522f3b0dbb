"""All files of a new register, and writing them: every one of them or none."""

from __future__ import annotations

import os
from importlib import resources
from string import Template
from typing import TYPE_CHECKING, Final

from bps.config import CONFIG_FILE
from bps.errors import UsageError
from bps.reference.editor import editor_files
from bps.reference.settings import (
    DIRECTIVE,
    SETTINGS_SCHEMA,
    settings_schema_text,
    toml,
)
from bps.schema import schema_files
from bps.start.records import first_records
from bps.validate import errors_in
from bps.write import Batch, hold_lock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bps.start.wishes import Wishes

# What may stand in a folder that counts as empty.
_MAY_STAND: Final = frozenset({".git", ".gitkeep", ".DS_Store", "Thumbs.db"})
# Template below texts/ -> where it goes.
_TEXTS: Final = {
    "readme.md": "README.md",
    "readme-en.md": "README.en.md",
    "gitignore": ".gitignore",
    "github.yml": ".github/workflows/site.yml",
    "gitlab.yml": ".gitlab-ci.yml",
    "wheels.md": "wheels/README.md",
}


def refuse_full(folder: Path) -> None:
    """Refuse a place that is no empty folder, before anything is asked.

    Raises:
        UsageError: If something stands there.
    """
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} 是一个文件，不是文件夹。", f"{folder} is a file, not a folder.")
    try:
        held = sorted(entry.name for entry in folder.iterdir() if entry.name not in _MAY_STAND)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            f"文件夹打不开：{folder}（{reason}）。", f"Cannot open the folder {folder}: {reason}."
        ) from error
    if held:
        raise UsageError(
            f"{folder.resolve()} 里已有 {held[0]}：请换一个空文件夹或新文件夹，例如 bps init my-register。",
            f"{folder.resolve()} already holds {held[0]}: name an empty or a new folder, "
            "such as bps init my-register.",
        )


def first_files(wishes: Wishes) -> dict[str, str]:
    """Path and text of every file of a new register.

    Args:
        wishes: What was decided.

    Returns:
        Texts by path relative to the root.

    Raises:
        UsageError: If an id, a name or a level would not pass the check.
    """
    records = first_records(wishes)
    for path, text in records.items():
        for fault in errors_in(text, path):
            fix_zh, fix_en = (fault.fix.zh, fault.fix.en) if fault.fix else ("", "")
            raise UsageError(
                f"这样的登记库过不了检查，没有写入：{path}：{fault.message.zh} {fix_zh}".rstrip(),
                "Such a register would not pass the check, so nothing was written: "
                f"{path}: {fault.message.en} {fix_en}".rstrip(),
            )
    words = {
        "place": wishes.place.id,
        "list": wishes.list_id,
        "zh": wishes.site_name.get("zh") or wishes.site_name.get("en", ""),
        "en": wishes.site_name.get("en") or wishes.site_name.get("zh", ""),
    }
    return {
        CONFIG_FILE: "\n".join(_settings(wishes)) + "\n",
        **records,
        **{path: _text(name, words) for name, path in _TEXTS.items()},
        **schema_files(),
        SETTINGS_SCHEMA: settings_schema_text(),
        **editor_files(),
    }


def write_register(folder: Path, files: dict[str, str]) -> tuple[str, ...]:
    """Write the files of a new register.

    Args:
        folder: An empty folder, or one that is not there yet.
        files: Texts by path.

    Returns:
        Paths written, in order.

    Raises:
        UsageError: If something stands there.
        WriteError: If the disk refuses; then nothing is written.
    """
    refuse_full(folder)
    batch = Batch(folder)
    for path, text in files.items():
        batch.add(path, text)
    folder.mkdir(parents=True, exist_ok=True)
    with hold_lock(folder):
        return batch.commit()


def _text(name: str, words: dict[str, str]) -> str:
    text = resources.files("bps.start").joinpath("texts", name).read_text("utf-8")
    return Template(text).substitute(words)


def _settings(wishes: Wishes) -> Iterator[str]:
    yield DIRECTIVE
    yield ""
    yield "[register]"
    yield f"id = {toml(wishes.place.id)}"
    yield f"version = {toml('0.1.0')}"
    if wishes.base:
        yield ""
        yield "[[base]]"
        for key, value in wishes.base.items():
            yield f"{key} = {toml(value)}"
    yield ""
    yield "[site]"
    yield f"name = {toml(dict(wishes.site_name))}"
    if not wishes.base:
        # Which number people call depends on the country: none is named until somebody knows.
        yield f"hotline = {toml('')}"
    if wishes.address:
        yield f"address = {toml(wishes.address)}"
    if wishes.operator:
        yield f"operator = {toml(dict(wishes.operator))}"
