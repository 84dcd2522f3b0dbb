"""Cells and column heads of tables as markup."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from bps.render.parts import Cell, Words

_NUMBER = Markup(' class="num"')
_PLAIN = Markup()


def head(column: Cell) -> tuple[Words, Markup, Markup]:
    """Name of a column, the class of its cells, and the tag that opens each of them.

    Args:
        column: Text, or `{"name", "num"}`.
    """
    name: Words = column["name"] if isinstance(column, Mapping) else column
    kind = _NUMBER if isinstance(column, Mapping) and column.get("num") else _PLAIN
    return name, kind, Markup('<td{} data-label="{}">').format(kind, name)


def cell(value: Any) -> Markup:
    """What stands in a cell.

    Args:
        value: Text, markup, a number, or `{"text", "href", "tone", "sub"}`.
    """
    if isinstance(value, str) or not isinstance(value, Mapping):
        return escape(value).strip()
    shown = escape(value.get("text"))
    if value.get("href"):
        shown = Markup('<a href="{}">{}</a>').format(value["href"], shown)
    elif value.get("tone"):
        shown = Markup('<span class="badge badge-{}">{}</span>').format(value["tone"], shown)
    if value.get("sub"):
        shown += Markup("<small>{}</small>").format(value["sub"])
    return shown.strip()
