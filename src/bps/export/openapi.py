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
    text = {"$ref": "#/components/schemas/Text"}
    count = {"type": "integer", "minimum": 0}
    paths: dict[str, Any] = {
        f"/{API}/index.json": _get("What there is: types with counts, analyses", "Index"),
        f"/{API}/{{type}}/index.json": _get(
            "Records of one type", "TypeIndex", _parameter("type", list(RECORD_TYPES))
        ),
        f"/{API}/{{type}}/{{id}}.json": _get(
            "One record. Ids with a place in front hold a slash: item/cn/vaccination.json",
            "Record",
            _parameter("type", list(RECORD_TYPES)),
            _parameter("id"),
        ),
        f"/{API}/analysis/{{analysis}}/{{table}}.json": _get(
            "One table of results",
            "Table",
            _parameter("analysis", list(REPORTS)),
            _parameter("table"),
        ),
    }
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
        "paths": paths,
        "components": {
            "schemas": {
                "Text": {
                    "type": "object",
                    "description": "The same words in Chinese and English, at least one of them",
                    "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
                    "minProperties": 1,
                },
                "Index": _object(
                    api_version={"type": "string"},
                    schema_version={"type": "string"},
                    built_on={"type": "string", "format": "date"},
                    count=count,
                    types={"type": "array", "items": {"type": "object"}},
                    analyses={"type": "array", "items": {"type": "object"}},
                    documentation={"type": "string"},
                ),
                "TypeIndex": _object(
                    type={"type": "string"},
                    count=count,
                    records={
                        "type": "array",
                        "items": _object(id={"type": "string"}, name=text, url={"type": "string"}),
                    },
                ),
                "Record": _object(
                    type={"type": "string"},
                    record={
                        "type": "object",
                        "description": "The record as its JSON Schema describes it: "
                        "schema/v1/<type>.schema.json",
                    },
                    page={"type": ["string", "null"]},
                    referred_to_by={
                        "type": "array",
                        "items": _object(
                            type={"type": "string"}, id={"type": "string"}, at={"type": "string"}
                        ),
                    },
                ),
                "Table": _object(
                    table={"type": "string"},
                    title=text,
                    columns={
                        "type": "array",
                        "items": _object(key={"type": "string"}, title=text),
                    },
                    count=count,
                    rows={"type": "array", "items": {"type": "object"}},
                ),
            }
        },
    }


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
