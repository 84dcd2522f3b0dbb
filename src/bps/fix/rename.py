"""Moving a record to a new id: the old one keeps leading to it, references follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bps.errors import UnknownRecord, UsageError
from bps.fix.order import mend_modeline
from bps.fix.values import set_value
from bps.link.nearest import nearest_id
from bps.model import RECORD_TYPES, keys_in_order
from bps.write import close_record, open_record, put, record_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bps.link import Registry

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?")
# Ids inside other ids: a new name for these would be a new name for many.
_ROOTED: Final = frozenset({"jurisdiction", "domain-scheme"})


def type_of(registry: Registry, record_id: str, *, type_name: str | None) -> str:
    """The type of the record with an id.

    Args:
        registry: The register.
        record_id: Its id.
        type_name: What the person says, where several types have the id.

    Returns:
        Name of the type.

    Raises:
        UnknownRecord: If there is no such record.
        UsageError: If several types have it and none was named.
    """
    types = registry.types_of(record_id)
    if type_name is not None:
        registry.get(type_name, record_id)
        return type_name
    if len(types) == 1:
        return types[0]
    if not types:
        known = [each for name in RECORD_TYPES for each in registry.ids(name)]
        raise UnknownRecord("item", record_id, nearest_id(record_id, known))
    raise UsageError(
        f"{record_id} 有多个类型（{'、'.join(types)}），请用 --type 指明",
        f"{record_id} exists in several types ({', '.join(types)}); say which with --type",
    )


def plan_rename(
    root: Path,
    registry: Registry,
    old: str,
    new: str,
    *,
    on: str,
    reason: Mapping[str, str],
    type_name: str | None = None,
) -> dict[str, str]:
    """Work out a rename; writes nothing.

    Args:
        root: Folder of the register.
        registry: The register.
        old: Present id.
        new: New id.
        on: Day of the change, YYYY-MM-DD.
        reason: Why, by language; may be empty.
        type_name: Type of the record, where several have the id.

    Returns:
        Path to new text: the record in its new place, the forwarding entry in the old one, every
        file that refers to it.

    Raises:
        UsageError: If the new id cannot be taken.
    """
    kind = type_of(registry, old, type_name=type_name)
    record = registry.get(kind, old)
    _refuse(registry, kind, old, new)
    source = registry.entry(kind, old).own_path
    target = RECORD_TYPES[kind].path_of(
        new, level=getattr(record, "level", None) if kind == "standard" else None
    )
    if (root / target).exists():
        raise UsageError(
            f"{target} 已经有文件；请另取编号。", f"{target} is already there; choose another id."
        )
    files: dict[str, str] = {}
    for link in registry.backlinks(kind, old):
        path = registry.entry(link.type, link.id).own_path
        text = files.get(path, "") or (root / path).read_text(encoding="utf-8")
        files[path] = set_value(text, link.pointer, new)
    text = files.pop(source, "") or (root / source).read_text(encoding="utf-8")
    files[target] = mend_modeline(_renamed(text, kind, old, new), type_name=kind, path=target)
    forwarding = {"id": old, "kind": "moved", "to": [new], "on": on}
    if reason:
        forwarding["reason"] = dict(reason)  # type: ignore[assignment]
    files[source] = record_text(kind, source, forwarding)
    return files


def _refuse(registry: Registry, kind: str, old: str, new: str) -> None:
    if not _ID.fullmatch(new):
        raise UsageError(
            f"“{new}”不能作编号：只用小写英文字母、数字和连字符",
            f'"{new}" cannot be an id: lower-case letters, digits and hyphens only',
        )
    if kind in _ROOTED or RECORD_TYPES[kind].file is not None:
        title = RECORD_TYPES[kind].title
        raise UsageError(
            f"{title.zh}的编号是其他编号的一部分，不能改名",
            f"The id of a {title.en} is part of other ids and cannot be renamed",
        )
    if old.rpartition("/")[0] != new.rpartition("/")[0]:
        raise UsageError(
            f"改名不能换地区：“{old}”和“{new}”在“/”之前应当相同",
            f'A rename stays in its place: "{old}" and "{new}" must agree before the "/"',
        )
    if registry.types_of(new) and kind in registry.types_of(new):
        raise UsageError(f"编号 {new} 已经有记录", f"The id {new} is taken")
    for other in registry.iter(kind):
        if new in other.former_ids and other.id != old:
            raise UsageError(
                f"{new} 曾是 {other.id} 的编号，不能再用",
                f"{new} was an id of {other.id} and is not used again",
            )


def _renamed(text: str, kind: str, old: str, new: str) -> str:
    data = open_record(text)
    data["id"] = new
    former = [str(each) for each in data.get("former_ids", ()) if each != new]
    put(data, "former_ids", [*former, old], order=keys_in_order(RECORD_TYPES[kind].model))
    return close_record(data)
