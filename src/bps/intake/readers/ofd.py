"""OFD (GB/T 33190), the state's own format for documents of fixed layout: a zip archive of XML."""

from __future__ import annotations

import posixpath
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bps.intake.grid import OfficeFile
from bps.intake.kinds import locked
from bps.intake.notice import PAGE, Spot
from bps.intake.readers.fixed_layout import read_pages
from bps.intake.readers.limits import damaged, scanned, too_many_pages
from bps.intake.readers.package import Element, Package, child, children, local
from bps.intake.readers.page import Glyph, Page
from bps.intake.readers.reasons import COMMENT, PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_POINTS: Final = 72 / 25.4  # lengths in OFD are millimetres
_PAPER: Final = (0.0, 0.0, 210.0, 297.0)
_SAME: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_THIN: Final = 1.0  # millimetres: a filled shape no thicker than this is a line
_STRAIGHT: Final = 0.3
_TOKEN: Final = re.compile(r"[A-Za-z]|-?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?")
_OPERANDS: Final = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_MAX_PAGES: Final = 1_000
_MAX_DEPTH: Final = 20
_LEAP: Final = 1.3
_FEW: Final = 10


def read_ofd(path: Path) -> OfficeFile:
    """Read the tables and the text of an OFD document.

    Args:
        path: The document.

    Returns:
        A grid per table; the text between them as one grid of text rows.

    Raises:
        IntakeError: If it is a scan, locked or damaged.
    """
    office = OfficeFile(path.name)
    with Package(path) as package:
        if any(name.rpartition("/")[2] == "Encryptions.xml" for name in package.parts):
            raise locked(path)
        reader = _Reader(package, office)
        characters = read_pages(office, reader.pages())
    if characters < _FEW and reader.pictures:
        raise scanned(path.name)
    return office


class _Reader:
    """Goes from the list of documents to their pages."""

    def __init__(self, package: Package, office: OfficeFile) -> None:
        self._package = package
        self._office = office
        self.pictures = 0

    def pages(self) -> Iterator[Page]:
        """Every page of every document in the archive."""
        root = self._package.xml("OFD.xml")
        number = 0
        for body in children(root, "DocBody"):
            name = _path("", _text(child(body, "DocRoot")))
            document = self._package.xml(name)
            if document is None:
                raise damaged(self._package.name)
            common = child(document, "CommonData")
            paper = _box(child(common, "PageArea"))
            templates = {
                each.get("ID", ""): _path(name, each.get("BaseLoc", ""))
                for each in children(common, "TemplatePage")
            }
            for each in children(child(document, "Pages"), "Page"):
                number += 1
                if number > _MAX_PAGES:
                    raise too_many_pages(self._package.name, _MAX_PAGES)
                yield self._page(number, _path(name, each.get("BaseLoc", "")), paper, templates)
            self._leave_remarks(name, _text(child(document, "Annotations")))

    def _page(self, number: int, part: str, paper: Box | None, templates: dict[str, str]) -> Page:
        root = self._package.xml(part)
        left, top, width, height = _box(child(root, "Area")) or paper or _PAPER
        page = Page(number, width * _POINTS, height * _POINTS)
        for each in children(root, "Template"):
            template = self._package.xml(templates.get(each.get("TemplateID", ""), ""))
            self._content(page, child(template, "Content"), (left, top), 0)
        self._content(page, child(root, "Content"), (left, top), 0)
        return page

    def _content(
        self, page: Page, parent: Element | None, origin: tuple[float, float], depth: int
    ) -> None:
        for each in () if parent is None or depth > _MAX_DEPTH else parent:
            kind = local(each.tag)
            if kind in {"Layer", "PageBlock"}:
                self._content(page, each, origin, depth + 1)
            elif kind == "TextObject" and each.get("Visible") != "false":
                page.glyphs += _glyphs(each, origin)
            elif kind == "PathObject" and each.get("Visible") != "false":
                _lines(page, each, origin)
            elif kind == "ImageObject":
                self.pictures += 1
                self._office.leave(Spot(f"{PAGE} {page.number}"), "", PICTURE)

    def _leave_remarks(self, document: str, place: str) -> None:
        listed = self._package.xml(_path(document, place)) if place else None
        for number, page in enumerate(children(listed, "Page"), start=1):
            remarks = self._package.xml(
                _path(_path(document, place), _text(child(page, "FileLoc")))
            )
            for each in children(remarks, "Annot"):
                if text := self._office.clean(_text(child(each, "Remark"))):
                    self._office.leave(Spot(f"{PAGE} {number}"), text, COMMENT)


def _text(element: Element | None) -> str:
    return "" if element is None else (element.text or "").strip()


def _path(base: str, place: str) -> str:
    """A place that is written from the archive's root or from the part that names it."""
    if place.startswith("/"):
        return posixpath.normpath(place).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), place))


def _numbers(text: str | None) -> list[float]:
    """Numbers of an attribute; `g 3 5` stands for three times 5."""
    words = (text or "").split()
    found: list[float] = []
    at = 0
    while at < len(words):
        try:
            if words[at] == "g" and at + 2 < len(words):
                found += [float(words[at + 2])] * min(int(words[at + 1]), 100_000)
                at += 3
                continue
            found.append(float(words[at]))
        except ValueError:
            return found
        at += 1
    return found


def _box(area: Element | None) -> Box | None:
    numbers = _numbers(_text(child(area, "PhysicalBox")))
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else None  # noqa: PLR2004


def _matrix(element: Element) -> Matrix:
    found = _numbers(element.get("CTM"))
    if len(found) != len(_SAME):
        return _SAME
    return found[0], found[1], found[2], found[3], found[4], found[5]


def _place(
    element: Element, origin: tuple[float, float], matrix: Matrix, x: float, y: float
) -> tuple[float, float]:
    """A point of an object as a point of the page."""
    boundary = [*_numbers(element.get("Boundary")), 0.0, 0.0]
    a, b, c, d, e, f = matrix
    across = boundary[0] + a * x + c * y + e - origin[0]
    down = boundary[1] + b * x + d * y + f - origin[1]
    return across * _POINTS, down * _POINTS


def _glyphs(element: Element, origin: tuple[float, float]) -> list[Glyph]:
    matrix = _matrix(element)
    size = (_numbers(element.get("Size")) or [3.5])[0]
    scale = (_numbers(element.get("HScale")) or [1.0])[0]
    height = size * abs(matrix[3] or matrix[1] or 1) * _POINTS
    found: list[Glyph] = []
    x = y = 0.0
    for code in children(element, "TextCode"):
        x = (_numbers(code.get("X")) or [x])[0]
        y = (_numbers(code.get("Y")) or [y])[0]
        across, down = _numbers(code.get("DeltaX")), _numbers(code.get("DeltaY"))
        at_x, at_y = x, y
        for at, char in enumerate(code.text or ""):
            left, base = _place(element, origin, matrix, at_x, at_y)
            own = size * scale * (0.5 if char.isascii() else 1)
            step = across[at] if at < len(across) else (0.0 if down else own)
            # Characters of one text follow each other, unless there is a leap between them.
            width = (step if 0 < step <= size * _LEAP else own) * abs(matrix[0] or 1) * _POINTS
            upper, lower = base - height * 0.86, base + height * 0.14
            found.append(Glyph(char, left, left + width, upper, lower))
            at_x += step
            at_y += down[at] if at < len(down) else 0.0
    return found


def _lines(page: Page, element: Element, origin: tuple[float, float]) -> None:
    """The straight lines of a path, upright or level; a thin filled box is one, too."""
    matrix = _matrix(element)
    for path in _paths(_text(child(element, "AbbreviatedData"))):
        points = [_place(element, origin, matrix, x, y) for x, y in path]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if not points:
            continue
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        if len(points) > 2 and min(wide, high) <= _THIN * _POINTS < max(wide, high):  # noqa: PLR2004
            _add(
                page, (min(xs), min(ys)), (max(xs), min(ys)) if wide > high else (min(xs), max(ys))
            )
            continue
        for start, end in pairwise(points):
            _add(page, start, end)


def _add(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    (ax, ay), (bx, by) = start, end
    if abs(ay - by) <= _STRAIGHT and abs(ax - bx) > _STRAIGHT:
        page.across.append((min(ax, bx), max(ax, bx), (ay + by) / 2))
    elif abs(ax - bx) <= _STRAIGHT and abs(ay - by) > _STRAIGHT:
        page.down.append((min(ay, by), max(ay, by), (ax + bx) / 2))


def _paths(data: str) -> list[list[tuple[float, float]]]:
    """The corners of each path; of a curve only its end."""
    paths: list[list[tuple[float, float]]] = []
    words = _TOKEN.findall(data)
    at = 0
    while at < len(words):
        sign = words[at].upper()
        count = _OPERANDS.get(sign)
        at += 1
        if count is None:
            continue
        numbers = [float(word) for word in words[at : at + count] if not word.isalpha()]
        if len(numbers) != count:
            break
        at += count
        if sign == "C" and paths and paths[-1]:
            paths[-1].append(paths[-1][0])
        elif count:
            point = (numbers[-2], numbers[-1])
            if sign in {"M", "S"} or not paths:
                paths.append([])
            paths[-1].append(point)
    return paths
