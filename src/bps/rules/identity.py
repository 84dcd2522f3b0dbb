"""The id, the file name and the folder say the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bps.findings import CODES, Finding, Words
from bps.model import RECORD_TYPES, Forwarding
from bps.model.base import SLUG_PATTERN
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry

_PLACE = Words("地区", "The jurisdiction")
_LEVEL = Words("标准级别", "The level of the standard")
_FIRST_PART = Words("编号的地区部分", "The place in the id")
# What file managers make of a copy, such as "x copy" or "x (1)", can be no id.
_SLUG = re.compile(SLUG_PATTERN)
_OTHER_NAME = Words(
    "文件名只能用小写字母、数字和连字符；如果是误留的副本，删去即可，否则给它一个新文件名和新编号。",
    "a file name has lower-case letters, digits and hyphens only; delete the file if it is a stray "
    "copy, else give it a name and an id of its own",
)
_TYPE = Words("记录类型", "The type of record")


def _wanted_path(entry: Entry) -> str | None:
    """Where a record of this id belongs; None when no folder takes such an id."""
    kind = RECORD_TYPES[entry.type]
    level = getattr(entry.record, "level", None) if entry.type == "standard" else None
    if entry.type == "standard" and isinstance(entry.record, Forwarding):
        folder = entry.raw.path.removesuffix(".yml").removesuffix(f"/{entry.id}")
        level = folder.rpartition("/")[2]
    try:
        return kind.path_of(entry.id, level=level)
    except ValueError:
        return None


@record_rule("id-not-file-name")
def ID_NOT_FILE_NAME(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: ARG001, N802
    """The last part of the id is the stem of the file."""
    stem = entry.raw.path.rpartition("/")[2].removesuffix(".yml")
    place, _, last = entry.id.rpartition("/")
    if last != stem:
        wanted = f"{place}/{stem}" if place else stem
        code = CODES["id-not-file-name"]
        fix = None if _SLUG.fullmatch(stem) else _OTHER_NAME
        yield code.at(entry.place("/id"), id=entry.id, stem=stem, wanted=wanted, fix=fix)


@record_rule("wrong-folder")
def WRONG_FOLDER(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: ARG001, N802
    """The folder agrees with the id, the jurisdiction and the level."""
    code = CODES["wrong-folder"]
    folder, _, file_name = entry.raw.path.rpartition("/")
    wanted = _wanted_path(entry)
    prefix = entry.id.rpartition("/")[0]
    jurisdiction = getattr(entry.record, "jurisdiction", None)
    if prefix and jurisdiction is not None and prefix != jurisdiction:
        right = f"{folder.rpartition('/')[0]}/{jurisdiction}/{file_name}"
        yield code.at(
            entry.place("/jurisdiction"),
            what=_PLACE,
            given=jurisdiction,
            folder=f"{folder}/",
            wanted=right,
        )
        return
    if wanted is None:
        title = RECORD_TYPES[entry.type].title
        kind = Words(title.zh or entry.type, title.en or entry.type)
        folders = " / ".join(RECORD_TYPES[entry.type].folders)
        yield code.at(
            entry.place("/id"), what=_TYPE, given=kind, folder=f"{folder}/", wanted=folders
        )
        return
    right_folder = wanted.rpartition("/")[0]
    if right_folder == folder:
        return
    level = getattr(entry.record, "level", None)
    if entry.type == "standard" and level is not None and f"/{level}" not in f"/{folder}/":
        pointer, what, given = "/level", _LEVEL, level
    else:
        pointer, what, given = "/id", _FIRST_PART, prefix
    yield code.at(
        entry.place(pointer),
        what=what,
        given=given,
        folder=f"{folder}/",
        wanted=f"{right_folder}/{file_name}",
    )


@record_rule("reused-id")
def REUSED_ID(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """An id once used is never given to another record."""
    for index, former in enumerate(getattr(entry.record, "former_ids", ())):
        other = context.registry.resolve(entry.type, former)
        if other and other != (entry.id,):
            yield CODES["reused-id"].at(
                entry.place(f"/former_ids/{index}"), id=former, other=", ".join(other)
            )
