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
        "relaxed": bool(found.plan.relaxed and found.hits),
        "near": list(found.near),
    }


def fault_value(words: Words) -> dict[str, Any]:
    """A fault in both languages."""
    return {"error": {"zh": words.zh, "en": words.en}}


def description(version: str) -> dict[str, Any]:
    """The service in the words of OpenAPI 3.1.

    Args:
        version: Version of the program.
    """
    text = {"type": "string"}
    facets = [
        {"name": facet, "in": "query", "schema": {**text, "maxLength": LONGEST_QUERY}}
        for facet in FACETS
    ]
    parameters: list[dict[str, Any]] = [
        {
            "name": "q",
            "in": "query",
            "required": True,
            "schema": {**text, "minLength": 1, "maxLength": LONGEST_QUERY},
        },
        *facets,
        {
            "name": "limit",
            "in": "query",
            "schema": {
                "type": "integer",
                "minimum": 1,
                "maximum": MOST_RESULTS,
                "default": USUAL_RESULTS,
            },
        },
        {
            "name": "lang",
            "in": "query",
            "schema": {**text, "enum": ["zh", "en"], "default": "zh"},
        },
    ]
    result = {
        "type": "object",
        "required": ["id", "type", "name", "code", "score", "url"],
        "properties": {
            "id": text,
            "type": text,
            "name": text,
            "code": {"type": ["string", "null"]},
            "score": {"type": "number"},
            "url": text,
        },
    }
    found = {
        "type": "object",
        "required": ["results", "relaxed", "near"],
        "properties": {
            "results": {"type": "array", "items": {"$ref": "#/components/schemas/Result"}},
            "relaxed": {"type": "boolean"},
            "near": {"type": "array", "items": text},
        },
    }
    fault = {
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": {
                "type": "object",
                "required": ["zh", "en"],
                "properties": {"zh": text, "en": text},
            }
        },
    }
    health = {
        "type": "object",
        "required": ["status", "engine", "documents"],
        "properties": {"status": text, "engine": text, "documents": {"type": "integer"}},
    }
    schemas = {"Result": result, "Answer": found, "Fault": fault, "Health": health}

    def answers(name: str, *faults: int) -> dict[str, Any]:
        def body(schema: str, says: str) -> dict[str, Any]:
            content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
            return {"description": says, "content": content}

        return {"200": body(name, name)} | {str(one): body("Fault", "Fault") for one in faults}

    return {
        "openapi": "3.1.0",
        "info": {"title": "Search service 搜索服务", "version": version},
        "paths": {
            "/search": {
                "get": {
                    "operationId": "search",
                    "summary": "Find records 查找记录",
                    "parameters": parameters,
                    "responses": answers("Answer", 400, 429, 503),
                }
            },
            "/health": {
                "get": {
                    "operationId": "health",
                    "summary": "Whether it is in service 是否正常",
                    "responses": answers("Health", 429, 503),
                }
            },
        },
        "components": {"schemas": schemas},
        "security": [],
    }
