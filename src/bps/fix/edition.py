"""A new edition of a list, started from the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.errors import UsageError
from bps.model import RECORD_TYPES, keys_in_order
from bps.write import append, close_record, open_record, record_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bps.link import Registry
    from bps.load.reading import Progress

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
    progress: Progress | None = None,
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
        progress: Told how many of how many items are done.

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
        files |= _items(
            root, registry, list_id, new_id, source=source, today=today, progress=progress
        )
    return files


def _note(list_id: str) -> dict[str, str]:
    return {"zh": f"沿用 {list_id}，待核对", "en": f"Carried over from {list_id}, to be checked"}


def _items(
    root: Path,
    registry: Registry,
    list_id: str,
    new_id: str,
    *,
    source: str,
    today: str,
    progress: Progress | None,
) -> dict[str, str]:
    order = keys_in_order(RECORD_TYPES["item"].model)
    files = {}
    places = [
        (item, place)
        for item in registry.iter("item")
        for place in item.listed_in
        if place.list == list_id
    ]
    for done, (item, place) in enumerate(places, start=1):
        if progress is not None:
            progress(done, len(places))
        path = registry.entry("item", item.id).own_path
        data = open_record((root / path).read_text(encoding="utf-8"))
        entry: dict[str, Any] = {"list": new_id}
        if place.number is not None:
            entry["number"] = place.number
        append(data, "listed_in", entry, order=order)
        proof = {
            "fields": ["listed_in"],
            "source": source,
            "how": "inferred",
            "note": _note(list_id),
            "checked_on": today,
        }
        append(data, "evidence", proof, order=order)
        files[path] = close_record(data)
    return files
