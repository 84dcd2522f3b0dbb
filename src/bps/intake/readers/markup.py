"""Web pages, which many office systems write and name .xls or .doc."""

from __future__ import annotations

import email
import email.policy
import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from bps.intake.grid import OfficeFile
from bps.intake.notice import Spot
from bps.intake.readers.delimited import decoded
from bps.intake.readers.limits import damaged
from bps.intake.readers.package import Element, local
from bps.intake.readers.prose import Prose
from bps.intake.readers.reasons import COMMENT, HIDDEN, PICTURE, STRUCK
from bps.intake.readers.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bps.findings import Words

_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_RULE: Final = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_STRUCK: Final = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE
)
_COMMENTS: Final = re.compile(r"mso-element\s*:\s*comment", re.IGNORECASE)
_SILENT: Final = frozenset({"script", "style", "head", "title", "xml", "noscript", "template"})
_BLOCKS: Final = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "pre"}
)
_ROWS: Final = frozenset({"thead", "tbody", "tfoot", "form"})
_MAX_SPAN: Final = 50_000
_DIGITS: Final = 9


def read_html(path: Path) -> OfficeFile:
    """Read the tables of a web page, also of one that was saved with its parts as one file.

    Args:
        path: The file.

    Returns:
        A grid per table; the text between them as one grid of text rows.

    Raises:
        IntakeError: If it is damaged or a table has too many rows.
    """
    office = OfficeFile(path.name)
    prose = Prose(office)
    for data in _pages(path.read_bytes()):
        text = _text_of(data, office)
        parser = etree.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(text.encode(), parser)
        except (etree.LxmlError, ValueError):
            root = None
        if root is None:
            raise damaged(path.name)
        _Page(office, prose, _rules(root)).read(root)
    prose.close()
    return office


def _pages(data: bytes) -> Iterator[bytes]:
    if b"MIME-Version:" not in data[:4096]:
        yield data
        return
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield content


def _text_of(data: bytes, office: OfficeFile) -> str:
    named = _CHARSET.search(data[:4096])
    if named is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = named[1].decode().lower()
        try:
            return data.decode("gb18030" if name in {"gb2312", "gbk"} else name)
        except (UnicodeDecodeError, LookupError):
            pass
    return decoded(data, office)


def _rules(root: Element) -> dict[str, str]:
    """Class to its style, as far as it strikes out or hides."""
    return {
        name: style
        for sheet in root.iter("style")
        for name, style in _RULE.findall(sheet.text or "")
        if _STRUCK.search(style) or _HIDDEN.search(style)
    }


class _Page:
    """Goes through one page in its order."""

    def __init__(self, office: OfficeFile, prose: Prose, rules: dict[str, str]) -> None:
        self._office = office
        self._prose = prose
        self._rules = rules

    def read(self, element: Element) -> None:
        """Read what stands below an element."""
        lines = self._lines(element, in_page=True)
        self._prose.put("\n".join(lines))

    def _style(self, element: Element) -> str:
        classes = (element.get("class") or "").split()
        ruled = ";".join(self._rules.get(name, "") for name in classes)
        return f"{ruled};{element.get('style') or ''}"

    def _why(self, element: Element) -> Words | None:
        style = self._style(element)
        if element.tag in {"s", "strike", "del"} or _STRUCK.search(style):
            return STRUCK
        if element.get("hidden") is not None or _HIDDEN.search(style):
            return HIDDEN
        return COMMENT if _COMMENTS.search(style) else None

    def _lines(self, element: Element, *, in_page: bool, spot: Spot | None = None) -> list[str]:
        """The lines of an element; tables of a page become grids, those of a cell lines."""
        lines = [element.text or ""]
        for each in element:
            tag = local(each.tag)
            why = self._why(each) if tag not in _SILENT else None
            if tag in _SILENT:
                pass
            elif tag == "table" and in_page:
                self._prose.put("\n".join(lines))
                lines = [""]
                self._table(each)
            elif why is not None:
                self._leave("\n".join(self._lines(each, in_page=False)), why, spot)
            elif tag == "br":
                lines.append("")
            elif tag == "img":
                self._leave("", PICTURE, spot)
            else:
                inner = self._lines(each, in_page=in_page, spot=spot)
                if tag in _BLOCKS:
                    lines += [*inner, ""]
                elif tag in {"td", "th"}:
                    lines[-1] += " " + " ".join(inner)
                else:
                    lines[-1] += inner[0]
                    lines += inner[1:]
            lines[-1] += each.tail or ""
        return lines

    def _leave(self, text: str, why: Words, spot: Spot | None) -> None:
        clean = self._office.clean(text)
        if clean or why == PICTURE:
            self._office.leave(spot or self._prose.spot, clean, why)

    def _table(self, element: Element) -> None:
        sheet = Sheet(self._prose.next_table(), self._office)
        taken: dict[int, int] = {}  # column to the last row that a cell above covers
        for number, row in enumerate(_table_rows(element), start=1):
            if _HIDDEN.search(self._style(row)):
                sheet.hidden_rows.add(number)
            column = 1
            for each in row:
                if local(each.tag) not in {"td", "th"}:
                    continue
                while taken.get(column, 0) >= number:
                    column += 1
                width, height = _span(each, "colspan"), _span(each, "rowspan")
                for covered in range(column, column + min(width, 500)):
                    taken[covered] = number + height - 1
                if width > 1 or height > 1:
                    sheet.merges.append((number, column, number + height - 1, column + width - 1))
                self._cell(sheet, each, number, column)
                column += width
        self._prose.add(sheet)

    def _cell(self, sheet: Sheet, element: Element, row: int, column: int) -> None:
        why = self._why(element)
        spot = Spot(sheet.name, row, column)
        before = len(self._office.leftovers)
        text = "\n".join(
            " ".join(line.split()) for line in self._lines(element, in_page=False, spot=spot)
        )
        if why is not None and self._office.clean(text):
            sheet.leave(row, column, text, why)
            return
        sheet.put(row, column, text)
        if len(self._office.leftovers) > before and not self._office.clean(text):
            sheet.emptied.add((row, column))


def _table_rows(table: Element) -> Iterator[Element]:
    for each in table:
        tag = local(each.tag)
        if tag == "tr":
            yield each
        elif tag in _ROWS:
            yield from _table_rows(each)


def _span(element: Element, name: str) -> int:
    text = (element.get(name) or "").strip()
    if not text.isascii() or not text.isdigit():
        return 1
    return max(1, min(int(text[:_DIGITS]), _MAX_SPAN))
