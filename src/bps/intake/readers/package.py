"""The parts of an office file that is a zip archive of XML, and how they point to each other."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from bps.intake.readers.limits import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

# The library ships no types.
Element = Any
# No entity is resolved, nothing is fetched, and depth and length of texts are limited.
_SAFE: Final = {"resolve_entities": False, "no_network": True, "huge_tree": False}
_BROKEN: Final = (etree.LxmlError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError)


@dataclass(frozen=True, slots=True)
class Link:
    """From one part to another.

    Attributes:
        id: Name of the link in the part it starts from.
        kind: Last word of its type: comments, drawing, image.
        target: Name of the part, or an address outside.
    """

    id: str
    kind: str
    target: str


@lru_cache(maxsize=4096)
def local(tag: object) -> str:
    """The name of an element without its namespace, which differs between strict and usual files.

    Examples:
        >>> local("{http://example.org}row")
        'row'
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str, default: str = "") -> str:
    """An attribute by its name without namespace."""
    found: str | None = element.get(name)
    if found is None:
        named = (value for key, value in element.items() if local(key) == name)
        found = next(named, default)
    return found


def child(element: Element | None, name: str) -> Element | None:
    """The first child of a name, or None."""
    if element is None:
        return None
    return next((each for each in element if local(each.tag) == name), None)


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of a name."""
    return (each for each in (() if element is None else element) if local(each.tag) == name)


def parse(data: bytes, *, name: str) -> Element:
    """XML as a tree.

    Args:
        data: The XML.
        name: Name of the file, for the message.

    Raises:
        IntakeError: If it is no XML.
    """
    try:
        root = etree.fromstring(
            data, etree.XMLParser(remove_comments=True, remove_pis=True, **_SAFE)
        )
    except _BROKEN:
        raise damaged(name) from None
    return root


class Package:
    """An archive that passed the gate."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            self._archive = zipfile.ZipFile(path)
        except _BROKEN:
            raise damaged(path.name) from None
        self.parts = frozenset(self._archive.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._archive.close()

    def data(self, part: str) -> bytes:
        """The bytes of a part; none for one that is not there.

        Raises:
            IntakeError: If the archive is damaged.
        """
        if part not in self.parts:
            return b""
        try:
            return self._archive.read(part)
        except _BROKEN:
            raise damaged(self.name) from None

    def xml(self, part: str) -> Element | None:
        """A part as a tree; None for one that is not there.

        Raises:
            IntakeError: If it is no XML.
        """
        data = self.data(part)
        return parse(data, name=self.name) if data else None

    def iter_elements(self, part: str, *names: str) -> Iterator[Element]:
        """The elements of some names, each when it ends, and forgotten after its use.

        Args:
            part: Name of the part.
            *names: Names without namespace.

        Raises:
            IntakeError: If it is no XML.
        """
        tags = [f"{{*}}{name}" for name in names]
        try:
            with self._archive.open(part) as stream:
                for _, element in etree.iterparse(stream, tag=tags, remove_comments=True, **_SAFE):
                    yield element
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except _BROKEN:
            raise damaged(self.name) from None

    def links(self, part: str) -> list[Link]:
        """Where a part points to."""
        folder, _, file = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found = []
        for each in () if root is None else root:
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                joined = target if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(joined).lstrip("/")
            kind = each.get("Type", "").rpartition("/")[2]
            found.append(Link(each.get("Id", ""), kind, target))
        return found
