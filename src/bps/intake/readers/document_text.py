"""The text of a paragraph as a person sees it, and what of it is not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.intake.readers.document_numbers import Numbers, read_numbers
from bps.intake.readers.line import Line
from bps.intake.readers.package import Element, attribute, child, children, local
from bps.intake.readers.reasons import (
    COMMENT,
    DELETED,
    FOOTNOTE,
    HIDDEN,
    MOVED,
    OBJECT,
    PICTURE,
    STRUCK,
)

if TYPE_CHECKING:
    from bps.findings import Words
    from bps.intake.readers.package import Package

# What goes around runs without changing them.
_AROUND: Final = frozenset(
    {
        *("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "ins", "moveTo"),
        *("dir", "bdo", "oMath", "oMathPara", "rubyBase", "ruby", "subDoc", "bdi"),
        # Parts of formulas.
        *("f", "num", "den", "sSup", "sSub", "e", "sup", "sub", "d", "rad", "deg", "nary", "func", "fName"),
    }
)  # fmt: skip
_SIGNS: Final = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "\u00ad",
    "ptab": "\t",
}
_DRAWN: Final = frozenset({"drawing", "pict", "object", "AlternateContent"})


class Manuscript:
    """What the paragraphs of one document share: styles, lists, comments and footnotes."""

    def __init__(self, package: Package, part: str) -> None:
        parts = {link.kind: link.target for link in package.links(part)}
        styles = package.xml(parts.get("styles", ""))
        self._styles = {attribute(each, "styleId"): each for each in children(styles, "style")}
        self._looks: dict[str, tuple[bool | None, bool | None]] = {}
        self.numbers: Numbers = read_numbers(package.xml(parts.get("numbering", "")), self._styles)
        self.comments = self._notes(package.xml(parts.get("comments", "")), "comment")
        self._footnotes = self._notes(package.xml(parts.get("footnotes", "")), "footnote")
        self._endnotes = self._notes(package.xml(parts.get("endnotes", "")), "endnote")
        self.said: set[str] = set()

    def _notes(self, root: Element | None, name: str) -> dict[str, str]:
        return {
            attribute(each, "id"): "\n".join(
                "".join(text.text or "" for text in paragraph.iter("{*}t"))
                for paragraph in each.iter("{*}p")
            )
            for each in children(root, name)
            if attribute(each, "type") not in {"separator", "continuationSeparator"}
        }

    def line(self, paragraph: Element) -> Line:
        """A paragraph with its automatic number."""
        line = Line()
        properties = child(paragraph, "pPr")
        style_element = child(properties, "pStyle")
        style = None if style_element is None else attribute(style_element, "val")
        self._walk(paragraph, line, style, None)
        number = (
            self.numbers.before(paragraph, style) if self._styles or self.numbers.levels else ""
        )
        if number and (line.text.strip() or not line.gone):
            line.text = number + line.text
        return line

    def _walk(self, element: Element, line: Line, style: str | None, why: Words | None) -> None:
        for each in element:
            kind = local(each.tag)
            if kind == "r":
                self._run(each, line, style, why)
            elif kind in _AROUND:
                self._walk(each, line, style, why)
            elif kind == "del":
                self._walk(each, line, style, DELETED)
            elif kind == "moveFrom":
                self._walk(each, line, style, MOVED)
            elif kind in _DRAWN:
                self._drawn(each, line, why)

    def _run(self, run: Element, line: Line, style: str | None, why: Words | None) -> None:
        reason = why or self._look(child(run, "rPr"), style)
        for each in run:
            kind = local(each.tag)
            if kind in {"t", "delText"} or kind in _SIGNS or kind == "sym":
                text = _sign(each, kind)
                if kind == "delText":
                    line.leave(text, reason or DELETED)
                else:
                    line.add(text, reason)
            elif kind in {"ruby", "rubyBase"}:
                self._walk(each, line, style, why)
            elif kind in _DRAWN:
                self._drawn(each, line, reason)
            elif kind in {"footnoteReference", "endnoteReference", "commentReference"}:
                self._note(kind, attribute(each, "id"), line)

    def _note(self, kind: str, number: str, line: Line) -> None:
        if kind == "commentReference":
            text, why = self.comments.get(number, ""), COMMENT
        else:
            notes = self._footnotes if kind == "footnoteReference" else self._endnotes
            text, why = notes.get(number, ""), FOOTNOTE
        if text and f"{kind}{number}" not in self.said:
            self.said.add(f"{kind}{number}")
            line.gone.append((text, why))

    def _drawn(self, element: Element, line: Line, why: Words | None) -> None:
        """Text boxes of a drawing; what has none is a picture. Of two forms the first counts."""
        kind = local(element.tag)
        if kind == "AlternateContent":
            chosen = child(element, "Choice")
            chosen = child(element, "Fallback") if chosen is None else chosen
            if chosen is not None:
                for each in chosen:
                    self._drawn(each, line, why)
            return
        boxes = list(_outermost(element, "txbxContent"))
        if boxes and why is None:
            line.boxes += boxes
        elif boxes:
            words = "".join(text.text or "" for box in boxes for text in box.iter("{*}t"))
            line.leave(words, why or HIDDEN)
        else:
            line.gone.append(("", OBJECT if kind == "object" else PICTURE))

    def _look(self, own: Element | None, style: str | None) -> Words | None:
        """Why a run is not seen: struck out or hidden by itself or by its style."""
        struck, hidden = _switches(own)
        named = child(own, "rStyle")
        below = [attribute(named, "val")] if named is not None else []
        for name in (*below, style or ""):
            if struck is not None and hidden is not None:
                break
            by_style = self._style(name)
            struck = by_style[0] if struck is None else struck
            hidden = by_style[1] if hidden is None else hidden
        if struck:
            return STRUCK
        return HIDDEN if hidden else None

    def _style(self, name: str) -> tuple[bool | None, bool | None]:
        known = self._looks.get(name)
        if known is not None:
            return known
        struck: bool | None = None
        hidden: bool | None = None
        current, seen = name, set[str]()
        while current in self._styles and current not in seen:
            seen.add(current)
            own = _switches(child(self._styles[current], "rPr"))
            struck = own[0] if struck is None else struck
            hidden = own[1] if hidden is None else hidden
            based = child(self._styles[current], "basedOn")
            current = "" if based is None else attribute(based, "val")
        self._looks[name] = (struck, hidden)
        return struck, hidden


def _outermost(element: Element, name: str) -> list[Element]:
    """Elements of a name that stand in no other one; of two forms of one drawing the first."""
    found: list[Element] = []
    for each in element:
        kind = local(each.tag)
        if kind == name:
            found.append(each)
        elif kind == "AlternateContent":
            chosen = child(each, "Choice")
            found += _outermost(each if chosen is None else chosen, name)
        else:
            found += _outermost(each, name)
    return found


def _switches(own: Element | None) -> tuple[bool | None, bool | None]:
    """Whether run properties strike and hide; None where they do not say."""
    struck: bool | None = None
    hidden: bool | None = None
    for each in () if own is None else own:
        kind = local(each.tag)
        if kind in {"strike", "dstrike", "vanish"}:
            is_on = attribute(each, "val", "true") not in {"0", "false", "off"}
            if kind == "vanish":
                hidden = is_on
            else:
                struck = is_on or bool(struck)
    return struck, hidden


def _sign(element: Element, kind: str) -> str:
    if kind == "sym":
        code = attribute(element, "char")
        try:
            return chr(int(code, 16))
        except (ValueError, OverflowError):
            return ""
    return _SIGNS.get(kind) or element.text or ""
