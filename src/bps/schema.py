"""JSON Schema of every record type, generated from the models.

The generated files under `schema/v1/` are committed: they are the gate that records pass and what
editors complete from. A change of a model changes them, and a test holds the two together.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from bps.model import FORWARDING_KINDS, RECORD_TYPES, Forwarding, Record, keys_in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

    from bps.model import RecordType

SCHEMA_VERSION = "v1"
SCHEMA_FOLDER = f"schema/{SCHEMA_VERSION}"
_TEXTS = ("title", "description", "x-title-zh", "x-description-zh")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _RecordSchema(GenerateJsonSchema):
    """Schema without null and without defaults: a property is there or it is not."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Describe an optional value as the value itself; absence is not a value."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out defaults: they only say how absence looks in Python."""
        return self.generate_inner(schema["schema"])


def schema_id(type_name: str) -> str:
    """Permanent `$id` of the schema of one record type."""
    return f"urn:bps:schema:{SCHEMA_VERSION}:{type_name}"


def schema_path(type_name: str) -> str:
    """Path of the committed schema file, relative to the root."""
    return f"{SCHEMA_FOLDER}/{type_name}.schema.json"


@cache
def build_schema(type_name: str) -> Mapping[str, Any]:
    """Build the schema of one record type.

    Args:
        type_name: Key of `RECORD_TYPES`.

    Returns:
        A JSON Schema 2020-12 document: a forwarding entry where `kind` says so, else a live record.
    """
    kind = RECORD_TYPES[type_name]
    definitions: dict[str, Any] = {}
    for model in (kind.model, Forwarding):
        schema = model.model_json_schema(by_alias=True, schema_generator=_RecordSchema)
        definitions.update(schema.pop("$defs", {}))
        definitions[model.__name__] = schema
    _complete_texts(definitions)
    record = definitions[kind.model.__name__]
    record["properties"] = _in_file_order(kind.model, record["properties"])
    return {
        "$schema": _DIALECT,
        "$id": schema_id(type_name),
        **_headline(kind),
        "type": "object",
        "if": {
            "properties": {"kind": {"enum": sorted(FORWARDING_KINDS)}},
            "required": ["kind"],
        },
        "then": {"$ref": f"#/$defs/{Forwarding.__name__}"},
        "else": {"$ref": f"#/$defs/{kind.model.__name__}"},
        "$defs": dict(sorted(definitions.items())),
    }


def _headline(kind: RecordType) -> dict[str, Any]:
    """Texts of the record model, repeated at the top where readers and editors look first."""
    schema = kind.model.model_json_schema(by_alias=True, schema_generator=_RecordSchema)
    return {key: schema[key] for key in _TEXTS if key in schema}


def _complete_texts(definitions: Mapping[str, Any]) -> None:
    """Give a property that points at a definition its texts back, and everything its hover.

    Pydantic drops those that repeat the definition's, but editors show only the property's own.
    """
    aimed_at = set()
    for definition in definitions.values():
        for texts in definition.get("properties", {}).values():
            name = texts.get("$ref", "").removeprefix("#/$defs/")
            aimed_at.add(name)
            for key in _TEXTS:
                if key in definitions.get(name, {}):
                    texts.setdefault(key, definitions[name][key])
            texts["markdownDescription"] = _hover(texts)
    for name, definition in definitions.items():
        if name not in aimed_at:
            definition["markdownDescription"] = _hover(definition)
            continue
        # Editors would show these instead of what the property itself says.
        for key in ("title", "description"):
            definition[f"x-{key}-en"] = definition.pop(key)


def _hover(texts: Mapping[str, Any]) -> str:
    """What editors show instead of `description` when the pointer rests on a key."""
    return (
        f"**{texts['x-title-zh']}** {texts['x-description-zh']}\n\n"
        f"**{texts['title']}** {texts['description']}"
    )


def _in_file_order(model: type[Record], properties: Mapping[str, Any]) -> dict[str, Any]:
    return {key: properties[key] for key in keys_in_order(model)}


def schema_text(type_name: str) -> str:
    """Text of the committed schema file of one record type."""
    return json.dumps(build_schema(type_name), ensure_ascii=False, indent=2) + "\n"


def schema_files() -> dict[str, str]:
    """Path and text of every committed schema file."""
    return {schema_path(name): schema_text(name) for name in RECORD_TYPES}
