"""The committed schemas, compiled once per run."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jsonschema_rs import Draft202012Validator

_SUFFIX = ".schema.json"


class Schemas:
    """The schema of every record type, read and compiled when first asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._documents: dict[str, dict[str, Any]] = {}
        self._validators: dict[str, Draft202012Validator] = {}

    def document(self, type_name: str) -> dict[str, Any]:
        """The schema of one record type, as data."""
        if type_name not in self._documents:
            self._documents[type_name] = json.loads(self._texts[type_name])
        return self._documents[type_name]

    def validator(self, type_name: str) -> Draft202012Validator:
        """The compiled schema of one record type."""
        if type_name not in self._validators:
            import jsonschema_rs

            # The linear engine: no pattern of ours may ever take exponential time.
            self._validators[type_name] = jsonschema_rs.Draft202012Validator(
                self.document(type_name), pattern_options=jsonschema_rs.RegexOptions()
            )
        return self._validators[type_name]

    def node(self, type_name: str, path: list[str | int]) -> dict[str, Any]:
        """The part of a schema at a path, as errors name it; empty where there is none."""
        node: Any = self.document(type_name)
        for part in path:
            try:
                node = node[part]
            except (KeyError, IndexError, TypeError):
                return {}
        return node if isinstance(node, dict) else {}


def open_schemas() -> Schemas:
    """The schemas that were committed with this program.

    They stand in `schema/v1` of the repository and, in an installed package, beside the modules.
    """
    from bps.schema import SCHEMA_VERSION

    for folder in (
        Path(__file__).parents[3] / "schema" / SCHEMA_VERSION,
        Path(str(files("bps"))) / "schema_files" / SCHEMA_VERSION,
    ):
        found = sorted(folder.glob(f"*{_SUFFIX}"))
        if found:
            return Schemas(
                {path.name.removesuffix(_SUFFIX): path.read_text("utf-8") for path in found}
            )
    return _generated()


def compiled_schemas() -> Schemas:
    """The same, compiled, and every model built: for whoever has time before the first record."""
    from bps.model import RECORD_TYPES

    schemas = open_schemas()
    for kind in RECORD_TYPES.values():
        schemas.validator(kind.name)
        kind.model.model_rebuild()
    return schemas


def _generated() -> Schemas:
    """The schemas as the models give them: the same text, by a test, where no file was shipped."""
    from bps.model import RECORD_TYPES
    from bps.schema import schema_text

    return Schemas({name: schema_text(name) for name in RECORD_TYPES})
