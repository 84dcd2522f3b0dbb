"""Texts of OpenDocument files as a person sees them, with the numbers of their lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.intake.readers.document_numbers import figure_text
from bps.intake.readers.line import Line
from bps.intake.readers.package import Element, attribute, child, children, local
from bps.intake.readers.reasons import COMMENT, DELETED, FOOTNOTE, HIDDEN, OBJECT, PICTURE, STRUCK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.findings import Words as Said

_FORMATS: Final = {
    "1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter",
    "一, 二, 三, ...": "chineseCounting", "①, ②, ③, ...": "decimalEnclosedCircle",
    "甲, 乙, 丙, ...": "ideographTraditional", "壹, 贰, 叁, ...": "chineseLegalSimplified",
}  # fmt: skip
_LEVELS: Final = 10


class Styles:
    """What the styles of a document say about being seen.

    Attributes:
        hidden_tables: Styles of sheets that are not shown.
        lists: List style to its levels.
        margins: Texts of page headers and footers.
    """

    def __init__(self, content: Element, common: Element | None) -> None:
        self._looks: dict[str, Said] = {}
        self.hidden_tables: set[str] = set()
        self.lists: dict[str, dict[int, Element]] = {}
        self.margins: list[str] = []
        parents: dict[str, str] = {}
        for part in (common, content):
            for holder in () if part is None else part:
                if local(holder.tag) in {"styles", "automatic-styles"}:
                    self._read(holder, parents)
                elif local(holder.tag) == "master-styles":
                    self._read_margins(holder)
        for name in parents:
            self._inherit(name, parents)

    def _inherit(self, name: str, parents: dict[str, str]) -> None:
        """Give a style what those below it say, where it says nothing itself."""
        above, seen = parents.get(name, ""), {name}
        while above and name not in self._looks and above not in seen:
            seen.add(above)
            if above in self._looks:
                self._looks[name] = self._looks[above]
            above = parents.get(above, "")

    def _read(self, holder: Element, parents: dict[str, str]) -> None:
        for each in holder:
            name = attribute(each, "name")
            if local(each.tag) == "list-style":
                self.lists[name] = {
                    int(level): lower
                    for lower in each
                    if (level := attribute(lower, "level")).isdigit()
                }
                continue
            parents[name] = attribute(each, "parent-style-name")
            text, table = child(each, "text-properties"), child(each, "table-properties")
            if text is not None:
                line = attribute(text, "text-line-through-style") or attribute(
                    text, "text-line-through-type"
                )
                if line not in {"", "none"}:
                    self._looks[name] = STRUCK
                if attribute(text, "display") == "none":
                    self._looks[name] = HIDDEN
            if table is not None and attribute(table, "display") == "false":
                self.hidden_tables.add(name)

    def _read_margins(self, holder: Element) -> None:
        for page in holder:
            for each in page:
                if local(each.tag).startswith(("header", "footer")):
                    text = "\n".join(
                        "".join(p.itertext()) for p in each.iter("{*}p") if p.text or len(p)
                    )
                    if any(char.isalpha() and not char.isascii() for char in text):
                        self.margins.append(text)

    def why(self, name: str) -> Said | None:
        """Why a text of a style is not seen; None when it is."""
        return self._looks.get(name)


class Lists:
    """Counts the items of lists as they come."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open: list[tuple[str, int]] = []
        self._counts: dict[tuple[str, int], int] = {}
        self._waiting = ""

    def items(self, element: Element) -> Iterator[Element]:
        """The items of a list, each counted; its first paragraph gets the number."""
        inherited = self._open[-1][0] if self._open else ""
        name = attribute(element, "style-name") or inherited
        level = len(self._open) + 1
        goes_on = attribute(element, "continue-numbering") == "true"
        if not goes_on and not attribute(element, "continue-list"):
            self._counts.pop((name, level), None)
        self._open.append((name, level))
        for item in element:
            if local(item.tag) == "list-item":
                self._count(item, name, level)
            yield item
        self._open.pop()
        self._waiting = ""

    def _count(self, item: Element, name: str, level: int) -> None:
        look = self._styles.lists.get(name, {}).get(level)
        if look is None or local(look.tag) != "list-level-style-number":
            return
        own = attribute(item, "start-value")
        start = own or attribute(look, "start-value") or "1"
        counts = self._counts
        is_new = (name, level) not in counts or bool(own)
        counts[name, level] = int(start) if is_new and start.isdigit() else counts[name, level] + 1
        for deeper in range(level + 1, _LEVELS + 1):
            counts.pop((name, deeper), None)
        self._waiting = self._printed(name, level, look)

    def _printed(self, name: str, level: int, look: Element) -> str:
        shown = attribute(look, "display-levels") or "1"
        first = level - (int(shown) if shown.isdigit() else 1) + 1
        kinds = self._styles.lists.get(name, {})
        figures = []
        for at in range(max(first, 1), level + 1):
            style = kinds.get(at)
            kind = attribute(style, "num-format") if style is not None else "1"
            if kind:
                count = self._counts.get((name, at), 1)
                figures.append(figure_text(count, _FORMATS.get(kind, "decimal")))
        if not figures:
            return ""
        text = attribute(look, "num-prefix") + ".".join(figures) + attribute(look, "num-suffix")
        return text if text[-1] in "、）)．" else f"{text} "

    def number(self) -> str:
        """The number for the next paragraph, once."""
        waiting, self._waiting = self._waiting, ""
        return waiting


class Words:
    """Reads paragraphs.

    Attributes:
        styles: Styles of the document.
        lists: Its lists.
        deleted: Texts of tracked deletions that have not come yet.
    """

    def __init__(self, styles: Styles, *, deleted: dict[str, str] | None = None) -> None:
        self.styles = styles
        self.lists = Lists(styles)
        self.deleted = deleted or {}

    def line(self, paragraph: Element, why: Said | None = None) -> Line:
        """A paragraph with the number of its list."""
        line = Line()
        own = self.styles.why(attribute(paragraph, "style-name"))
        self._walk(paragraph, line, own or why)
        number = self.lists.number()
        if number and (line.text.strip() or not line.gone):
            line.text = number + line.text
        return line

    def _walk(self, element: Element, line: Line, why: Said | None) -> None:
        line.add(element.text or "", why)
        for each in element:
            kind = local(each.tag)
            if kind in {"s", "tab", "line-break"}:
                line.text += {"s": " ", "tab": "\t"}.get(kind, "\n")
            elif kind in {"annotation", "note"}:
                self._remark(each, kind, line)
            elif kind in {"frame", "image", "text-box", "custom-shape"}:
                self._drawn(each, line)
            elif kind == "ruby":
                base = child(each, "ruby-base")
                if base is not None:
                    self._walk(base, line, why)
            elif kind in {"hidden-text", "hidden-paragraph"}:
                line.add("".join(each.itertext()), HIDDEN)
            elif kind == "change":
                line.add(self.deleted.pop(attribute(each, "change-id"), ""), DELETED)
            elif kind not in {"ruby-text", "annotation-end", "soft-page-break"}:
                self._walk(each, line, self.styles.why(attribute(each, "style-name")) or why)
            line.add(each.tail or "", why)

    def _remark(self, element: Element, kind: str, line: Line) -> None:
        holder = element if kind == "annotation" else child(element, "note-body")
        paragraphs = () if holder is None else holder.iter("{*}p")
        text = "\n".join("".join(p.itertext()) for p in paragraphs)
        line.gone.append((text, COMMENT if kind == "annotation" else FOOTNOTE))

    def _drawn(self, element: Element, line: Line) -> None:
        boxes = [*element.iter("{*}text-box")]
        if boxes:
            line.boxes += boxes
        elif local(element.tag) == "custom-shape" and element.find(".//{*}p") is not None:
            line.boxes.append(element)
        else:
            is_object = (
                child(element, "object") is not None or child(element, "object-ole") is not None
            )
            line.gone.append(("", OBJECT if is_object else PICTURE))


def content_of(cell: Element, words: Words, look: str) -> Line:
    """The text of a cell; of a table in it row by row.

    Args:
        cell: The cell.
        words: Reads its paragraphs.
        look: Style of the cell.
    """
    whole = Line()
    parts: list[str] = []
    why = words.styles.why(look)
    _collect(cell, words, why, whole, parts)
    while whole.boxes:
        _collect(whole.boxes.pop(0), words, why, whole, parts)
    whole.text = "\n".join(parts)
    return whole


def _collect(
    parent: Element, words: Words, why: Said | None, whole: Line, parts: list[str]
) -> None:
    for each in parent:
        kind = local(each.tag)
        if kind in {"p", "h"}:
            line = words.line(each, why)
            parts.append(line.text)
            whole.gone += line.gone
            whole.boxes += line.boxes
        elif kind == "list":
            for item in words.lists.items(each):
                _collect(item, words, why, whole, parts)
        elif kind == "annotation":
            text = "\n".join("".join(p.itertext()) for p in children(each, "p"))
            whole.gone.append((text, COMMENT))
        elif kind == "table":
            parts += [_row_of(row, words, whole) for row in each.iter("{*}table-row")]
        elif kind == "frame" and each.find(".//{*}p") is None:
            whole.gone.append(("", PICTURE))
        elif kind in {"frame", "shapes", "text-box", "section"}:
            _collect(each, words, why, whole, parts)


def _row_of(row: Element, words: Words, whole: Line) -> str:
    """A row of a table in a cell as one line."""
    texts = []
    for cell in children(row, "table-cell"):
        line = content_of(cell, words, attribute(cell, "style-name"))
        texts.append(line.text.replace("\n", " "))
        whole.gone += line.gone
    return " ".join(texts)
