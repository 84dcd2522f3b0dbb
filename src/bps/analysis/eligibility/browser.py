"""The same table and the same offers for the evaluator in the browser, in one language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bps.analysis.eligibility.offers import beside_narrower, offer_of
from bps.analysis.eligibility.table import raw_table
from bps.relations.counterparts import chain_of, covers_a_part
from bps.relations.state import AsOf

if TYPE_CHECKING:
    from bps.findings.words import Words
    from bps.link import Registry


def browser_table(lang: str) -> dict[str, Any]:
    """Keys, cards, contradictions and sentences with their texts in one language.

    Args:
        lang: `zh` or `en`.

    Returns:
        Plain data, ready for JSON.
    """
    table: dict[str, Any] = {name: _in_one(part, lang) for name, part in raw_table().items()}
    for key in table["keys"].values():
        if isinstance(key["instead"], str):
            key["instead"] = {"": key["instead"]}
    return {"lang": lang, **table}


def browser_offers(registry: Registry, lang: str, *, on: date = date.max) -> list[dict[str, Any]]:
    """Every offered item with its condition and the items it stands for.

    Args:
        registry: The linked records.
        lang: `zh` or `en`.
        on: The day asked about; the end of the calendar for what is known now.

    Returns:
        Plain data, ready for JSON; the browser picks what applies at the chosen place.
    """
    as_of = AsOf(registry, on)
    rows = []
    for item in registry.iter("item"):
        if not as_of.holds(item):
            continue
        offer = offer_of(registry, item)
        row: dict[str, Any] = {
            "id": offer.id,
            "place": offer.jurisdiction,
            "over": [one.id for one in chain_of(registry, item)],
        }
        if covers_a_part(item):
            row["part"] = _text(beside_narrower(item), lang)
        if offer.condition is not None:
            row["condition"] = offer.condition
        if offer.untested:
            row["untested"] = [_text(text, lang) for text in offer.untested]
        if offer.when_no is not None:
            row["when_no"] = _text(offer.when_no, lang)
        rows.append(row)
    return rows


def _text(text: Words, lang: str) -> str:
    return text.in_language(lang)


def _in_one(part: Any, lang: str) -> Any:
    if isinstance(part, list):
        return [_in_one(each, lang) for each in part]
    if not isinstance(part, dict):
        return part
    if part.keys() == {"zh", "en"}:
        return part[lang]
    return {key: _in_one(value, lang) for key, value in part.items()}
