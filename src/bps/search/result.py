"""One result as a plain value, for programs: the command line and the service give the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bps.search.rank import Ranked


def result_value(hit: Ranked, language: str) -> dict[str, Any]:
    """The value of one result.

    Args:
        hit: The result.
        language: "zh" or "en".

    Returns:
        Id, type, name, code, score, address below the site.
    """
    document = hit.entry.document
    return {
        "id": document.id,
        "type": document.type,
        "name": document.name_in(language),
        "code": document.codes[0] if document.codes else None,
        "score": round(hit.score, 4),
        "url": f"/en/{document.url}" if language == "en" else f"/{document.url}",
    }
