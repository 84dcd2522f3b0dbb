"""PDF files with a text layer; a scan is recognised as one and refused."""

from __future__ import annotations

import logging
import re
import zlib
from typing import TYPE_CHECKING, Any, Final

from bps.intake.grid import OfficeFile
from bps.intake.kinds import locked
from bps.intake.notice import PAGE, IntakeError, Spot, note
from bps.intake.readers.fixed_layout import read_pages
from bps.intake.readers.limits import damaged, heavy, scanned, too_many_pages
from bps.intake.readers.page import Glyph, Page
from bps.intake.readers.reasons import COMMENT, PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_PAGES: Final = 1_000
_MAX_CONTENT: Final = 200 * 1024 * 1024
_STREAM: Final = re.compile(rb"stream\r?\n")
_CHUNK: Final = 1024 * 1024
_UNKNOWN: Final = re.compile(r"\(cid:[0-9]+\)")
_FEW: Final = 10  # characters on a page, below which it holds no text to speak of
_MANY: Final = 0.2  # part of the characters without meaning, above which nothing can be trusted


def read_pdf(path: Path) -> OfficeFile:
    """Read the tables and the text of a PDF.

    Args:
        path: The file.

    Returns:
        A grid per table; the text between them as one grid of text rows.

    Raises:
        IntakeError: If it is a scan, locked, damaged or too large, or the library is not installed.
    """
    with heavy("PDF", path.name):
        import pdfplumber
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    # The library tells a terminal about each oddity of a file; what matters is said by us.
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    _refuse_bomb(path)
    office = OfficeFile(path.name)
    reader = _Reader(office)
    try:
        with pdfplumber.open(path) as file:
            _refuse_many(path, len(file.pages))
            characters = read_pages(office, reader.pages(file.pages))
    except IntakeError:
        raise
    except Exception as error:
        inner = error.args[0] if error.args else None
        if isinstance(error, PDFPasswordIncorrect) or isinstance(inner, PDFPasswordIncorrect):
            raise locked(path) from None
        raise damaged(path.name) from error
    reader.say(path, characters)
    return office


def _refuse_many(path: Path, pages: int) -> None:
    if pages > MAX_PAGES:
        raise too_many_pages(path.name, MAX_PAGES)


def _refuse_bomb(path: Path) -> None:
    """Count what the streams of a file unpack to, without keeping it."""
    data = path.read_bytes()
    total = 0
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - 400) : match.start()].rpartition(b"obj")[2]
        if b"/Image" in head:
            continue
        if head.count(b"/FlateDecode") + head.count(b"/Fl ") > 1:
            total = _MAX_CONTENT + 1
        else:
            total += _unpacked(data, match.end(), _MAX_CONTENT - total)
        if total > _MAX_CONTENT:
            raise IntakeError(
                f"{path.name} 不予打开：内容展开后过大，正常的 PDF 不会这样",
                f"{path.name} is not opened: its content unpacks too large, which no ordinary PDF does",
            )


def _unpacked(data: bytes, start: int, limit: int) -> int:
    unpacker = zlib.decompressobj()
    total = 0
    rest = data[start : start + _CHUNK]
    at = start + _CHUNK
    try:
        while rest and not unpacker.eof and total <= limit:
            total += len(unpacker.decompress(rest, _CHUNK))
            rest = unpacker.unconsumed_tail
            if not rest and not unpacker.eof:
                rest, at = data[at : at + _CHUNK], at + _CHUNK
    except zlib.error:
        return total
    return total


class _Reader:
    """Takes pages from the library, and keeps what there is to say about them."""

    def __init__(self, office: OfficeFile) -> None:
        self._office = office
        self._scanned: list[int] = []
        self._count = 0
        self._unknown = 0

    def pages(self, pages: list[Any]) -> Iterator[Page]:
        """Each page with its characters and lines, turned so that it reads from left to right."""
        for source in pages:
            self._count += 1
            page = Page(self._count, float(source.width), float(source.height))
            chars = source.chars
            for char in chars:
                text = char["text"]
                if _UNKNOWN.fullmatch(text):
                    self._unknown += 1
                    continue
                box = (char["x0"], char["x1"], char["top"], char["bottom"])
                page.glyphs.append(Glyph(text, *box))
            for edge in source.edges:
                if edge["orientation"] == "h":
                    page.across.append((edge["x0"], edge["x1"], edge["top"]))
                else:
                    page.down.append((edge["top"], edge["bottom"], edge["x0"]))
            _turn(page, chars)
            self._leave_rest(source, len(chars))
            source.close()
            yield page

    def _leave_rest(self, source: Any, characters: int) -> None:
        images = len(source.images)
        spot = Spot(f"{PAGE} {self._count}")
        if images and characters < _FEW:
            self._scanned.append(self._count)
        elif images:
            self._office.leave(spot, "", PICTURE)
        for remark in source.annots:
            if text := self._office.clean(remark.get("contents") or ""):
                self._office.leave(spot, text, COMMENT)

    def say(self, path: Path, characters: int) -> None:
        """Refuse a scan and a text without meaning; say which pages are pictures."""
        if self._scanned and characters < _FEW * self._count:
            raise scanned(path.name)
        if not characters and not self._unknown:
            raise IntakeError(
                f"{path.name} 里没有文字；请取得原来的 Word、Excel 文件",
                f"{path.name} holds no text; get the Word or Excel file it was made from",
            )
        if self._unknown > (characters + self._unknown) * _MANY:
            raise IntakeError(
                f"{path.name} 的字体没有编码信息，文字读不出来；请取得原来的 Word、Excel 文件",
                f"The fonts of {path.name} do not say which characters they show; "
                "get the Word or Excel file it was made from",
            )
        if self._unknown:
            self._office.notices.append(
                note(
                    f"有{self._unknown}个字符的字体没有编码信息，已略去；请与原文核对",
                    f"Characters left out because their font does not say what they are: {self._unknown}; "
                    "compare with the original",
                )
            )
        if self._scanned:
            numbers = "、".join(map(str, self._scanned))
            self._office.notices.append(
                note(
                    f"第{numbers}页只有图像没有文字，未读取",
                    f"Pages that are pictures without text, not read: {', '.join(map(str, self._scanned))}",
                )
            )


def _turn(page: Page, chars: list[dict[str, Any]]) -> None:
    """Turn a page on which most characters lie on their side."""
    lying = [char for char in chars if not char["upright"]]
    if len(lying) * 2 <= len(chars) or not chars:
        return
    is_upward = sum(char["matrix"][1] > 0 for char in lying) * 2 > len(lying)
    width, height = page.width, page.height

    def turned(x: float, y: float) -> tuple[float, float]:
        return (height - y, x) if is_upward else (y, width - x)

    for glyph in page.glyphs:
        (ax, ay), (bx, by) = turned(glyph.x0, glyph.top), turned(glyph.x1, glyph.bottom)
        glyph.x0, glyph.x1 = min(ax, bx), max(ax, bx)
        glyph.top, glyph.bottom = min(ay, by), max(ay, by)
    across, down = page.across, page.down
    page.across, page.down = [], []
    for left, right, y in across:
        (ax, ay), (_, by) = turned(left, y), turned(right, y)
        page.down.append((min(ay, by), max(ay, by), ax))
    for top, bottom, x in down:
        (ax, ay), (bx, _) = turned(x, top), turned(x, bottom)
        page.across.append((min(ax, bx), max(ax, bx), ay))
    page.width, page.height = height, width
