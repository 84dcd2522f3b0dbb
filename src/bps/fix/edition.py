"""A new edition of a list, started from the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.errors import UsageError
from bps.model import RECORD_TYPES, keys_in_order
from bps.write import close_record, open_record, put, record_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bps.link import Registry

# What holds for one edition only and has to be found out anew.
_CARRIED = ("jurisdiction", "issuers", "issuers_text", "scheme")


def plan_edition(  # noqa: PLR0913 - keyword-only answers of one person
    root: Path,
    registry: Registry,
    list_id: str,
    new_id: str,
    *,
    name: Mapping[str, str],
    source: str,
    today: str,
    edition: str | None = None,
    with_items: bool = True,
) -> dict[str, str]:
    """Work out a new edition; writes nothing.

    The new list is `planned` and replaces the old one. Its items are those of the old one with
    their numbers, marked as inferred, until the text of the new edition has been read.

    Args:
        root: Folder of the register.
        registry: The register.
        list_id: The last edition.
        new_id: Id of the new one.
        name: Its name by language.
        source: Source that announces it.
        today: YYYY-MM-DD.
        edition: Its edition as printed.
        with_items: Whether to carry the items over.

    Returns:
        Path to new text.

    Raises:
        UsageError: If the new id is taken or a record named is not there.
    """
    old = registry.get("list", list_id)
    registry.get("source", source)
    if new_id in registry.ids("list"):
        raise UsageError(f"编号 {new_id} 已经有记录", f"The id {new_id} is taken")
    path = RECORD_TYPES["list"].path_of(new_id)
    raw = registry.entry("list", old.id).raw.data
    carried = {key: raw[key] for key in _CARRIED if key in raw}
    record: dict[str, Any] = {"id": new_id, "name": dict(name), "status": "planned", **carried}
    fields = ["name"]
    if edition:
        record["edition"] = edition
        fields.append("edition")
    record["replaces"] = list_id
    inferred = {
        "fields": [*carried, "replaces"],
        "source": source,
        "how": "inferred",
        "note": _note(list_id),
        "checked_on": today,
    }
    record["evidence"] = [
        {"fields": fields, "source": source, "how": "stated", "checked_on": today},
        inferred,
    ]
    files = {path: record_text("list", path, record)}
    if with_items:
        files |= _items(root, registry, list_id, new_id, source=source, today=today)
    return files


def _note(list_id: str) -> dict[str, str]:
    return {"zh": f"沿用 {list_id}，待核对", "en": f"Carried over from {list_id}, to be checked"}


def _items(
    root: Path, registry: Registry, list_id: str, new_id: str, *, source: str, today: str
) -> dict[str, str]:
    order = keys_in_order(RECORD_TYPES["item"].model)
    files = {}
    for item in registry.iter("item"):
        place = next((each for each in item.listed_in if each.list == list_id), None)
        if place is None:
            continue
        path = registry.entry("item", item.id).raw.path
        data = open_record((root / path).read_text(encoding="utf-8"))
        entry: dict[str, Any] = {"list": new_id}
        if place.number is not None:
            entry["number"] = place.number
        put(data, "listed_in", [*_plain(data["listed_in"]), entry], order=order)
        proof = {
            "fields": ["listed_in"],
            "source": source,
            "how": "inferred",
            "note": _note(list_id),
            "checked_on": today,
        }
        put(data, "evidence", [*_plain(data["evidence"]), proof], order=order)
        files[path] = close_record(data)
    return files


def _plain(value: Any) -> Any:
    """A value of an opened record without its style."""
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, str) else value
