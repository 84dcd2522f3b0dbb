"""What the service answers, as JSON values: results, faults, and the description of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bps.search.answer import FACETS
from bps.search.result import result_value

if TYPE_CHECKING:
    from bps.findings import Words
    from bps.search.answer import Answer

LONGEST_QUERY: Final = 200
MOST_RESULTS: Final = 50
USUAL_RESULTS: Final = 10


def answer_value(found: Answer, language: str) -> dict[str, Any]:
    """A whole answer."""
    return {
        "results": [result_value(hit, language) for hit in found.hits],
        "elsewhere": [result_value(hit, language) for hit in found.elsewhere],
        "fits": found.fits,
        "near": list(found.near),
    }


def fault_value(words: Words) -> dict[str, Any]:
    """A fault in both languages."""
    return {"error": {"zh": words.zh, "en": words.en}}


_TEXT: Final = {"type": "string"}
_OPTIONAL: Final = {"type": ["string", "null"]}
_RESULT: Final[dict[str, Any]] = {
    "id": _TEXT,
    "type": _TEXT,
    "name": _TEXT,
    "code": _OPTIONAL,
    "score": {"type": "number"},
    "url": _TEXT,
}
_MATTER: Final[dict[str, Any]] = {
    **_RESULT,
    "body": _TEXT,
    "call": _OPTIONAL,
    "note": _OPTIONAL,
    "items": {"type": "array", "items": _TEXT},
}
_SCHEMAS: Final[dict[str, Any]] = {
    "Result": {"type": "object", "required": list(_RESULT), "properties": _RESULT},
    "Matter": {"type": "object", "required": list(_MATTER), "properties": _MATTER},
    "Answer": {
        "type": "object",
        "required": ["results", "elsewhere", "fits", "near"],
        "properties": {
            "results": {"type": "array", "items": {"$ref": "#/components/schemas/Result"}},
            "elsewhere": {"type": "array", "items": {"$ref": "#/components/schemas/Matter"}},
            "fits": {"type": "boolean"},
            "near": {"type": "array", "items": _TEXT},
        },
    },
    "Fault": {
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": {
                "type": "object",
                "required": ["zh", "en"],
                "properties": {"zh": _TEXT, "en": _TEXT},
            }
        },
    },
    "Health": {
        "type": "object",
        "required": ["status", "engine", "documents"],
        "properties": {"status": _TEXT, "engine": _TEXT, "documents": {"type": "integer"}},
    },
}


def description(version: str) -> dict[str, Any]:
    """The service in the words of OpenAPI 3.1.

    Args:
        version: Version of the program.
    """
    return {
        "openapi": "3.1.0",
        "info": {"title": "Search service 搜索服务", "version": version},
        "paths": {
            "/search": {
                "get": {
                    "operationId": "search",
                    "summary": "Find records 查找记录",
                    "parameters": _parameters(),
                    "responses": _responses("Answer", 400, 429, 503),
                }
            },
            "/health": {
                "get": {
                    "operationId": "health",
                    "summary": "Whether it is in service 是否正常",
                    "responses": _responses("Health", 429, 503),
                }
            },
        },
        "components": {"schemas": _SCHEMAS},
        "security": [],
    }


def _parameters() -> list[dict[str, Any]]:
    bounded = {**_TEXT, "maxLength": LONGEST_QUERY}
    number = {"type": "integer", "minimum": 1, "maximum": MOST_RESULTS, "default": USUAL_RESULTS}
    language = {**_TEXT, "enum": ["zh", "en"], "default": "zh"}
    return [
        {"name": "q", "in": "query", "required": True, "schema": {**bounded, "minLength": 1}},
        *({"name": facet, "in": "query", "schema": bounded} for facet in FACETS),
        {"name": "limit", "in": "query", "schema": number},
        {"name": "lang", "in": "query", "schema": language},
    ]


def _responses(name: str, *faults: int) -> dict[str, Any]:
    bodies = {"200": name} | {str(status): "Fault" for status in faults}
    return {
        status: {
            "description": schema,
            "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
        }
        for status, schema in bodies.items()
    }
