"""In what a row differs from the record of its item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.findings import Words
from bps.intake.items import listing, printed_units
from bps.intake.notice import Notice
from bps.write import plain_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.intake.items import Draft, Origin
    from bps.link import Registry
    from bps.model import Item


def differences(
    draft: Draft,
    item: Item,
    data: Mapping[str, Any],
    *,
    origin: Origin,
    registry: Registry,
    notices: list[Notice],
) -> dict[str, Any]:
    """Fields in which a row differs from the record; an empty cell changes nothing.

    Args:
        draft: What the row says.
        item: The record.
        data: The record as it stands in its file.
        origin: Where the table comes from.
        registry: The register.
        notices: Where it is said that a translation no longer fits.

    Returns:
        Key to new value.
    """
    changed: dict[str, Any] = {}
    for key, value in draft.values.items():
        old = plain_value(data.get(key))
        if key == "lead_units_text" and value["zh"] == printed_units(registry, item):
            continue
        if not _differs(key, old, value):
            continue
        if _is_chinese_only(value) and old and old.get("en"):
            notices.append(_translation_gone(draft, item.id, key, old["en"]))
        changed[key] = _with_model_kept(old, value) if key == "funding" else value
    if places := _places(draft, item, data, origin):
        changed["listed_in"] = places
    return changed


def _differs(key: str, old: Any, value: Any) -> bool:
    if key in {"name", "counterpart"}:
        return old is None
    if key == "funding":
        return old is None or (old.get("text") or {}).get("zh") != value["text"]["zh"]
    if _is_chinese_only(value):
        return old is None or bool(old.get("zh") != value["zh"])
    return bool(old != value)


def _with_model_kept(old: Any, value: Any) -> Any:
    """New words of who pays; a model that stands is a person's, and words do not overwrite it."""
    if not old or old.get("model") in {None, "unknown"}:
        return value
    return {**value, "model": old["model"]}


def _is_chinese_only(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == {"zh"}


def _places(draft: Draft, item: Item, data: Mapping[str, Any], origin: Origin) -> list[Any] | None:
    """All places in lists with this one brought up to date; None when it is."""
    places = [plain_value(each) for each in data.get("listed_in", ())]
    place = listing(draft, origin, name=item.name.zh)
    for at, each in enumerate(places):
        if each["list"] == place["list"]:
            if all(each.get(key) == value for key, value in place.items()):
                return None
            places[at] = {**each, **place}
            return places
    return [*places, place]


def _translation_gone(draft: Draft, item_id: str, key: str, old: str) -> Notice:
    return Notice(
        draft.row.spot,
        Words(
            f"{item_id} 的 {key} 中文有变，原英文“{old[:40]}”已不对应，将移除",
            f'The Chinese of {key} in {item_id} changes; its English "{old[:40]}" no longer fits '
            "and is removed",
        ),
    )


def listing_of(item: Item, list_id: str) -> Any:
    """The place of an item in a list, or None."""
    return next((each for each in item.listed_in if each.list == list_id), None)
