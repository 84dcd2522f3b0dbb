"""What stands beside the sheets of a workbook: formats, shared texts, comments, drawings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bps.intake.readers.number_format import BUILT_IN
from bps.intake.readers.package import Element, Link, Package, attribute, child, children, local
from bps.intake.readers.reasons import CHART, COMMENT, MARGIN, OBJECT, PICTURE, SHAPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.intake.readers.sheet import Sheet

# A text as runs: each with whether it is struck out; None where the cell's own font decides.
Runs = list[tuple[str, bool | None]]
_CODES: Final = re.compile(r'&(?:"[^"]*"|[0-9]+|K[0-9A-Fa-f+-]{6}|[A-Z])')
_MARGINS: Final = (
    "oddHeader",
    "oddFooter",
    "evenHeader",
    "evenFooter",
    "firstHeader",
    "firstFooter",
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell shows its value.

    Attributes:
        code: Number format.
        struck: Whether its font strikes texts out.
    """

    code: str = "General"
    struck: bool = False


def read_looks(root: Element | None) -> list[Look]:
    """The looks that cells refer to by number."""
    codes = dict(BUILT_IN)
    for each in children(child(root, "numFmts"), "numFmt"):
        codes[_number(each, "numFmtId")] = each.get("formatCode", "General")
    struck = [_is_on(child(font, "strike")) for font in children(child(root, "fonts"), "font")]
    looks = []
    for each in children(child(root, "cellXfs"), "xf"):
        font = _number(each, "fontId")
        code = codes.get(_number(each, "numFmtId"), "General")
        looks.append(Look(code, font < len(struck) and struck[font]))
    return looks


def _number(element: Element, name: str) -> int:
    text = element.get(name, "0")
    return int(text) if text.isascii() and text.isdigit() else 0


def _is_on(switch: Element | None) -> bool:
    return switch is not None and attribute(switch, "val", "1") not in {"0", "false"}


def read_shared(package: Package, part: str) -> list[Runs]:
    """The texts that cells refer to by number."""
    if part not in package.parts:
        return []
    return [runs_of(item) for item in package.iter_elements(part, "si")]


def runs_of(element: Element | None) -> Runs:
    """The runs of a text, without the readings that stand above it."""
    runs: Runs = []
    if element is not None and len(element) == 1 and element[0].tag.endswith("}t"):
        return [(_plain(element[0].text), None)]
    for each in () if element is None else element:
        kind = local(each.tag)
        if kind == "t":
            runs.append((_plain(each.text), None))
        elif kind == "r":
            look = child(each, "rPr")
            struck = None if look is None else _is_on(child(look, "strike"))
            runs += [(_plain(text.text), struck) for text in children(each, "t")]
    return runs


def _plain(text: str | None) -> str:
    return (text or "").replace("_x000D_", "")


def place_of(reference: str) -> tuple[int, int] | None:
    """Row and column of a reference such as B3; None for anything else.

    Examples:
        >>> place_of("B3"), place_of("AA10"), place_of("x")
        ((3, 2), (10, 27), None)
    """
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    column = column_of(letters)
    return (int(digits), column) if digits and column and len(digits) < 9 else None  # noqa: PLR2004


@lru_cache(maxsize=1024)
def column_of(letters: str) -> int | None:
    """The number of a column from its letters; None for anything else."""
    if not letters.isalpha() or not letters.isascii() or len(letters) > 3:  # noqa: PLR2004
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def leave_comments(package: Package, part: str, sheet: Sheet) -> None:
    """Say the comments, the drawings and the margins of a sheet."""
    links = package.links(part)
    for reference, texts in _comments(package, links).items():
        row, column = place_of(reference) or (0, 0)
        for text in texts:
            sheet.office.leave(sheet.spot(row, column), sheet.office.clean(text), COMMENT)
    for link in links:
        if link.kind == "drawing":
            _leave_drawing(package.xml(link.target), sheet)
        elif link.kind in {"oleObject", "package"}:
            sheet.office.leave(sheet.spot(), "", OBJECT)


def _comments(package: Package, links: list[Link]) -> dict[str, list[str]]:
    """Reference to the comments there; threads go before the plain copies that stand beside them."""
    threads: dict[str, list[str]] = {}
    notes: dict[str, list[str]] = {}
    for link in links:
        if link.kind == "threadedComment":
            for each in _of_part(package, link.target, "threadedComment"):
                text = child(each, "text")
                threads.setdefault(each.get("ref", ""), []).append(
                    (text.text or "") if text is not None else ""
                )
        elif link.kind == "comments":
            for each in _of_part(package, link.target, "comment"):
                words = "".join(text for text, _ in runs_of(child(each, "text")))
                notes.setdefault(each.get("ref", ""), []).append(words)
    return notes | threads


def _of_part(package: Package, part: str, name: str) -> Iterator[Element]:
    root = package.xml(part)
    return iter(()) if root is None else root.iter(f"{{*}}{name}")


def _leave_drawing(root: Element | None, sheet: Sheet) -> None:
    for anchor in () if root is None else root:
        start = child(anchor, "from")
        row, column = (_cell_number(start, "row"), _cell_number(start, "col"))
        for each in anchor.iter():
            kind = local(each.tag)
            if kind == "pic":
                sheet.office.leave(sheet.spot(row, column), "", PICTURE)
            elif kind == "graphicFrame":
                sheet.office.leave(sheet.spot(row, column), "", CHART)
            elif kind == "txBody":
                paragraphs = ("".join(t.text or "" for t in p.iter("{*}t")) for p in each)
                if text := sheet.office.clean("\n".join(paragraphs)):
                    sheet.office.leave(sheet.spot(row, column), text, SHAPE)


def _cell_number(start: Element | None, name: str) -> int:
    found = child(start, name)
    text = (found.text or "").strip() if found is not None else ""
    return int(text) + 1 if text.isascii() and text.isdigit() else 0


def leave_margins(element: Element, sheet: Sheet) -> None:
    """Say the words of page headers and footers; page numbers alone are none."""
    for name in _MARGINS:
        for each in children(element, name):
            if text := _margin_words(each.text or "", sheet):
                sheet.office.leave(sheet.spot(), text, MARGIN)


def _margin_words(code: str, sheet: Sheet) -> str:
    """A header without its codes: &C, &P, &"font", &12."""
    plain = _CODES.sub(" ", code)
    return sheet.office.clean(plain) if any(char.isalpha() for char in plain) else ""
