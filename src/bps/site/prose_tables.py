"""Tables of hand-written pages, so that they read on a phone as those of record pages do.

MkDocs turns Markdown into plain tables. Here each cell learns the name of its column, and the table
gets the class that makes cards of its rows on a narrow screen.
"""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import count

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<td( [^>]*)?>(.*?)</td>", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")


def stack_tables(body: str, *, caption: str) -> str:
    """Prepare every table of a page.

    Args:
        body: HTML that MkDocs made.
        caption: What a table is called for those who cannot see it.

    Returns:
        The HTML with labelled cells.
    """
    # Regions of one page need names of their own.
    number = count(1)
    return _TABLE.sub(lambda found: _stacked(found.group(), f"{caption} {next(number)}"), body)


def _stacked(table: str, caption: str) -> str:
    names = [_plain(name) for name in _HEAD.findall(table)]
    table = _ROW.sub(lambda row: f"<tr>{_row(row.group(1), names)}</tr>", table)
    table = table.replace("<table>", '<table class="stack">', 1)
    region = f'<div class="table" role="region" tabindex="0" aria-label="{escape(caption)}">'
    return f"{region}{table}</div>"


def _row(cells: str, names: list[str]) -> str:
    found = list(_CELL.finditer(cells))
    if not found:
        return cells
    shown = []
    for index, cell in enumerate(found):
        attributes, text = cell.group(1) or "", cell.group(2)
        if index == 0 and text:
            shown.append(f'<th scope="row"{attributes}>{text}</th>')
        else:
            name = names[index] if index < len(names) else ""
            shown.append(f'<td{attributes} data-label="{escape(name)}">{text}</td>')
    return "\n" + "\n".join(shown) + "\n"


def _plain(text: str) -> str:
    return unescape(_TAGS.sub("", text)).strip()
