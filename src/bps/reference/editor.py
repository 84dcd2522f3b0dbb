"""Settings that make an editor complete and check records while they are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bps.model import RECORD_TYPES
from bps.reference.header import generated_line
from bps.reference.settings import SETTINGS_SCHEMA
from bps.schema import schema_path

if TYPE_CHECKING:
    from bps.model import RecordType


def editor_files() -> dict[str, str]:
    """Path and text of the settings for VS Code and for those editors that read them."""
    return {
        ".vscode/settings.json": _settings(),
        ".vscode/extensions.json": _json(
            {"recommendations": ["redhat.vscode-yaml", "tamasfe.even-better-toml"]}
        ),
    }


def _settings() -> str:
    schemas = {f"./{schema_path(name)}": _globs(kind) for name, kind in RECORD_TYPES.items()}
    return _json(
        {
            "yaml.schemas": schemas,
            # The schemas of this project only: nothing is fetched from elsewhere.
            "yaml.schemaStore.enable": False,
            "yaml.format.enable": False,
            "evenBetterToml.schema.associations": {r"bps\.toml$": f"./{SETTINGS_SCHEMA}"},
            "evenBetterToml.schema.catalogs": [],
            "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
            "files.eol": "\n",
        }
    )


def _globs(kind: RecordType) -> list[str]:
    if kind.file is not None:
        return [kind.file]
    return [
        f"{folder}/*/*.yml" if by_jurisdiction else f"{folder}/*.yml"
        for folder, by_jurisdiction in kind.folders.items()
    ]


def _json(settings: dict[str, Any]) -> str:
    # VS Code reads comments in its own files.
    note = f"// {generated_line('src/bps/model')}\n"
    return note + json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
