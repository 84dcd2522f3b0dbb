"""A page's own words and structure as Markdown, for a neighbour that builds from Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SPECIAL = re.compile(r"([\\`*_<>|#\[\]{}~!&])")
_SPACE = re.compile(r"\s+")
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}
_LINES = {"p": "", "li": "- ", "dt": "", "dd": ": ", "summary": "", "figcaption": ""}
_WHOLE = frozenset({*_LINES, "table"})
_NOT_READ = "script, style, svg, nav, form, template"


def as_markdown(html: str) -> str:
    """Headings, paragraphs, lists, tables and links of the main part of a page."""
    tree = LexborHTMLParser(html)
    main = tree.css_first("main") or tree.body
    if main is None:
        return "# Page\n"
    for node in main.css(_NOT_READ):
        node.decompose()
    selector = ", ".join((*_HEADINGS, *_LINES, "table"))
    blocks = [_block(node) for node in main.css(selector) if not _is_inside(node)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _is_inside(node: LexborNode) -> bool:
    """Whether a block that is taken over as a whole holds this one already."""
    parent = node.parent
    while parent is not None:
        if parent.tag in _WHOLE:
            return True
        parent = parent.parent
    return False


def _block(node: LexborNode) -> str:
    tag = node.tag or ""
    if tag == "table":
        return _table(node)
    words = _inline(node)
    return f"{_HEADINGS.get(tag, _LINES.get(tag, ''))}{words}" if words else ""


def _table(table: LexborNode) -> str:
    rows = [[_inline(cell) for cell in row.css("th, td")] for row in table.css("tr")]
    width = max((len(row) for row in rows), default=0)
    if not width:
        return ""
    lines = [f"| {' | '.join((*row, *[''] * (width - len(row))))} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def _inline(node: LexborNode) -> str:
    """Words of a node on one line, its links kept."""
    links = {
        _plain(link.text()): link.attributes.get("href") or ""
        for link in node.css("a")
        if link.text().strip()
    }
    text = _plain(node.text())
    for words, address in links.items():
        text = text.replace(words, f"[{words}](https://example.org/{address.lstrip('./')})", 1)
    return text


def _plain(text: str) -> str:
    return _SPACE.sub(" ", _SPECIAL.sub(r"\\\1", text)).strip()
