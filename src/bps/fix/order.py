"""The keys of a record in the order of its type, with the comments that stand above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bps.write import modeline

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEY: Final = re.compile(r"^([a-z_]+):(?=\s|$)")
_MODELINE: Final = re.compile(r"^# yaml-language-server:.*\n", re.MULTILINE)


def mend_order(text: str, *, order: Sequence[str]) -> str:
    """Move whole top-level entries so that their keys follow the order of the type.

    A comment moves with the key below it; comments at the top of the file stay there.

    Args:
        text: A file that is one mapping in block style.
        order: Keys of the type in order.

    Returns:
        The same lines, perhaps in another order.
    """
    head, blocks, tail = _blocks(text)
    known = [block for block in blocks if block[0] in order]
    ranked = sorted(known, key=lambda block: order.index(block[0]))
    ranked += [block for block in blocks if block[0] not in order]
    if ranked == blocks:
        return text
    return "".join([*head, *(line for _, lines in ranked for line in lines), *tail])


def _blocks(text: str) -> tuple[list[str], list[tuple[str, list[str]]], list[str]]:
    """Lines above the first key, an entry for each key, comments below the last."""
    head: list[str] = []
    blocks: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    for line in text.splitlines(keepends=True):
        match = _KEY.match(line)
        if match is not None:
            above = waiting if blocks else []
            if not blocks:
                head += waiting
            blocks.append((match[1], [*above, line]))
            waiting = []
        elif line.startswith("#") or (not line.strip() and waiting):
            waiting.append(line)
        elif blocks:
            blocks[-1][1].extend([*waiting, line])
            waiting = []
        else:
            waiting.append(line)
    return head, blocks, waiting


def mend_modeline(text: str, *, type_name: str, path: str) -> str:
    """Put the line that tells editors the schema first, once and right."""
    wanted = modeline(type_name, path)
    if text.startswith(wanted) and text.count("# yaml-language-server:") == 1:
        return text
    return wanted + _MODELINE.sub("", text)
