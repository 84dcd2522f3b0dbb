"""Description of the JSON API in OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.analysis.reports import REPORTS
from bps.export.addresses import API, API_VERSION
from bps.model import RECORD_TYPES

if TYPE_CHECKING:
    from bps.export.addresses import Addresses


def openapi(addresses: Addresses) -> dict[str, Any]:
    """The description of every address of the API.

    Args:
        addresses: Where the site lives; its address becomes the server.

    Returns:
        The document.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "基本公共服务标准登记库 / Register of basic public service standards",
            "version": API_VERSION,
            "description": "Fixed files, no server: every address can be fetched, kept and "
            "compared. What is not known is left out, never null, in records; table cells that "
            "are empty are null. Dates are as precise as their source: 2022, 2022-07, 2022-07-01. "
            "Decimals are strings.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": addresses.site.rstrip("/") or "/"}],
        "paths": _paths(),
        "components": {"schemas": _schemas()},
    }


def _paths() -> dict[str, Any]:
    kind = _parameter("type", list(RECORD_TYPES))
    return {
        f"/{API}/index.json": _get("What there is: types with counts, analyses", "Index"),
        f"/{API}/{{type}}/index.json": _get("Records of one type", "TypeIndex", kind),
        f"/{API}/{{type}}/{{id}}.json": _get(
            "One record. Ids with a place in front hold a slash: item/cn/vaccination.json",
            "Record",
            kind,
            _parameter("id"),
        ),
        f"/{API}/analysis/{{analysis}}/{{table}}.json": _get(
            "One table of results",
            "Table",
            _parameter("analysis", list(REPORTS)),
            _parameter("table"),
        ),
    }


_WORD = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_TEXT = {"$ref": "#/components/schemas/Text"}


def _schemas() -> dict[str, Any]:
    record = {
        "type": "object",
        "description": "The record as its JSON Schema describes it: schema/v1/<type>.schema.json",
    }
    return {
        "Text": {
            "type": "object",
            "description": "The same words in Chinese and English, at least one of them",
            "properties": {"zh": _WORD, "en": _WORD},
            "minProperties": 1,
        },
        "Index": _object(
            api_version=_WORD,
            schema_version=_WORD,
            built_on={"type": "string", "format": "date"},
            count=_COUNT,
            types=_rows({"type": "object"}),
            analyses=_rows({"type": "object"}),
            documentation=_WORD,
        ),
        "TypeIndex": _object(
            type=_WORD, count=_COUNT, records=_rows(_object(id=_WORD, name=_TEXT, url=_WORD))
        ),
        "Record": _object(
            type=_WORD,
            record=record,
            page={"type": ["string", "null"]},
            referred_to_by=_rows(_object(type=_WORD, id=_WORD, at=_WORD)),
        ),
        "Table": _object(
            table=_WORD,
            title=_TEXT,
            columns=_rows(_object(key=_WORD, title=_TEXT)),
            count=_COUNT,
            rows=_rows({"type": "object"}),
        ),
    }


def _rows(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _parameter(name: str, values: list[str] | None = None) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if values:
        schema["enum"] = values
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _get(summary: str, schema: str, *parameters: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": summary,
        "operationId": f"get{schema}",
        "responses": {
            "200": {
                "description": "The file",
                "content": {
                    "application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}
                },
            },
            "404": {"description": "There is no such file"},
        },
    }
    if parameters:
        operation["parameters"] = list(parameters)
    return {"get": operation}
