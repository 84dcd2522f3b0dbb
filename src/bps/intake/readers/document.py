"""Text documents: their tables by the grid that carries them, and the text between the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.intake.grid import OfficeFile
from bps.intake.notice import TEXT, Spot
from bps.intake.readers.document_table import TableByGrid, through
from bps.intake.readers.document_text import Manuscript
from bps.intake.readers.limits import damaged
from bps.intake.readers.package import Element, Package, child, local
from bps.intake.readers.prose import Prose
from bps.intake.readers.reasons import COMMENT, MARGIN, OBJECT
from bps.intake.readers.sheet import Sheet

if TYPE_CHECKING:
    from pathlib import Path


def read_docx(path: Path) -> OfficeFile:
    """Read tables and paragraphs of a document that passed the gate, in their order.

    Args:
        path: The document.

    Returns:
        A grid per table; the paragraphs as one grid of text rows.

    Raises:
        IntakeError: If it is damaged or a table has too many rows.
    """
    office = OfficeFile(path.name)
    with Package(path) as package:
        main = next(
            (link.target for link in package.links("") if link.kind == "officeDocument"),
            "word/document.xml",
        )
        main = main if main in package.parts else "word/document.xml"
        body = child(package.xml(main), "body")
        if body is None:
            raise damaged(path.name)
        reader = _Reader(office, Manuscript(package, main))
        reader.read(body)
        _leave_margins(package, main, office)
    return office


def _leave_margins(package: Package, main: str, office: OfficeFile) -> None:
    """Say the words of page headers and footers once; page numbers alone are none."""
    said: set[str] = set()
    for link in package.links(main):
        root = package.xml(link.target) if link.kind in {"header", "footer"} else None
        for paragraph in () if root is None else root.iter("{*}p"):
            text = office.clean("".join(each.text or "" for each in paragraph.iter("{*}t")))
            if any(char.isalpha() for char in text) and text not in said:
                said.add(text)
                office.leave(Spot(TEXT), text, MARGIN)


class _Reader:
    """Goes through the blocks of a document."""

    def __init__(self, office: OfficeFile, manuscript: Manuscript) -> None:
        self._office = office
        self._manuscript = manuscript
        self._prose = Prose(office)

    def read(self, body: Element) -> None:
        """Read the whole body."""
        self._blocks(body)
        for number, text in self._manuscript.comments.items():
            if f"commentReference{number}" not in self._manuscript.said and text:
                self._office.leave(Spot(TEXT), self._office.clean(text), COMMENT)
        self._prose.close()

    def _blocks(self, parent: Element) -> None:
        for block in through(parent, "p", "tbl", "altChunk"):
            kind = local(block.tag)
            if kind == "p":
                self._paragraph(block)
            elif kind == "tbl":
                sheet = Sheet(self._prose.next_table(), self._office)
                columns = TableByGrid(sheet, self._manuscript).read(block)
                self._prose.add(sheet, columns=columns)
            else:
                self._office.leave(self._prose.spot, "", OBJECT)

    def _paragraph(self, element: Element) -> None:
        line = self._manuscript.line(element)
        self._prose.put(line.text)
        for text, why in line.gone:
            self._office.leave(self._prose.spot, self._office.clean(text), why)
        for box in line.boxes:
            self._blocks(box)
