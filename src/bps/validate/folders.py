"""Which type of record a folder holds, and which id belongs to a path."""

from __future__ import annotations

import difflib
from functools import cache

from bps.model import RECORD_TYPES, RecordType


@cache
def type_of_path(path: str) -> RecordType | None:
    """The type of record that a file at this path holds, or None in a folder of no type."""
    for kind in RECORD_TYPES.values():
        if path == kind.file or any(path.startswith(f"{folder}/") for folder in kind.folders):
            return kind
    return None


def expected_id(path: str) -> str:
    """The id that belongs to a path: the file stem, behind the folder of the jurisdiction.

    Examples:
        >>> expected_id("catalogue/items/cn/vaccination.yml")
        'cn/vaccination'
        >>> expected_id("standards/national/gb-t-39554-1-2020.yml")
        'gb-t-39554-1-2020'
    """
    kind = type_of_path(path)
    stem = path.removesuffix(".yml")
    if kind is not None:
        for folder, by_jurisdiction in kind.folders.items():
            if path.startswith(f"{folder}/"):
                inside = stem.removeprefix(f"{folder}/")
                return inside if by_jurisdiction else inside.rpartition("/")[2]
    return stem.rpartition("/")[2]


def nearest_folder(path: str) -> str:
    """The folder of records whose name is most like that of a path."""
    folders = [folder for kind in RECORD_TYPES.values() for folder in kind.folders]
    given = path.rpartition("/")[0]
    two_levels = "/".join(given.split("/")[:2])
    return difflib.get_close_matches(two_levels, folders, n=1, cutoff=0.0)[0]
