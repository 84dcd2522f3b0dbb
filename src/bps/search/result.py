"""One result as a plain value, for programs: the command line and the service give the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.search.document import in_language

if TYPE_CHECKING:
    from bps.search.rank import Ranked


def result_value(hit: Ranked, language: str) -> dict[str, Any]:
    """The value of one result.

    Args:
        hit: The result.
        language: "zh" or "en".

    Returns:
        Id, type, name, code, score, address below the site; for a matter outside the lists also
        the body that handles it, its number, a remark and the items that belong to it.
    """
    document = hit.entry.document
    value: dict[str, Any] = {
        "id": document.id,
        "type": document.type,
        "name": document.name_in(language),
        "code": document.codes[0] if document.codes else None,
        "score": round(hit.score, 4),
        "url": f"/en/{document.url}" if language == "en" else f"/{document.url}",
    }
    if document.handled:
        value |= {
            "body": in_language(document.handled.body, language),
            "call": document.handled.call or None,
            "note": in_language(document.handled.note, language) or None,
            "items": list(document.handled.items),
        }
    return value
