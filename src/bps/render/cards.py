"""A picture to pass on for every item: name, place, how much with its condition, telephone, code.

Drawn as SVG with attributes only; the same records give the same bytes.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from bps.render import qr
from bps.render.amounts import place_of
from bps.render.book import Book, Index
from bps.render.kinds.copy_text import amounts, card_path, full_address, telephone
from bps.render.layout import Layout
from bps.render.page import LANG_TAG, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.link import Registry
    from bps.model import Item
    from bps.render.page import SiteSettings

# [px] The size that chat programs and networks ask for.
WIDTH, HEIGHT = 1200, 630
_LEFT, _CODE = 72, 220
_FONTS = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
_INK, _SOFT, _PINE, _PAPER = "#1e2a27", "#53605b", "#17584c", "#fffdf8"


def share_cards(registry: Registry, site: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """Draw the picture of every item in both languages.

    Args:
        registry: The linked records.
        site: What the operator decided; without an address there is no code to scan.

    Yields:
        Path below the site's root, and the file.
    """
    index = Index(registry)
    for lang in LANGUAGES:
        book = Book(index, Layout(site, lang))
        for item in book.wanted("item"):
            yield card_path(item.id, lang), _card(book, item).encode()


def _card(book: Book, item: Item) -> str:
    name = book.layout.texts.plain(item.name)
    address = full_address(book, item)
    wide = WIDTH - 2 * _LEFT
    beside = wide - (_CODE + 40 if address else 0)
    drawn: list[Markup] = [_lines([place_of(book, item)], 92, 30, _SOFT, weight=600)]
    size = 60 if len(wrap(name, wide / 60)) == 1 else 46
    title = wrap(name, wide / size, most=2)
    drawn.append(_lines(title, 168, size, _PINE, weight=700))
    drawn += _amounts(book, item, top=180 + 66 * len(title), wide=beside)
    if number := telephone(book, item):
        call = book.say(f"电话 {number}", f"Call {number}")
        drawn.append(_lines([call], HEIGHT - 92, 46, _INK, weight=700))
    drawn.append(_lines([book.t("site.name")], HEIGHT - 44, 24, _SOFT))
    if address:
        drawn.append(_code(address))
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" '
        'role="img" aria-label="{name}" xml:lang="{lang}" font-family="{fonts}">'
        '<path fill="{paper}" d="M0 0h{w}v{h}H0z"/><path fill="{pine}" d="M0 0h{w}v12H0z"/>{body}'
        "</svg>\n"
    ).format(
        w=WIDTH,
        h=HEIGHT,
        name=name,
        lang=LANG_TAG[book.lang],
        fonts=_FONTS,
        paper=_PAPER,
        pine=_PINE,
        body=Markup("").join(drawn),
    )


def _amounts(book: Book, item: Item, *, top: int, wide: int) -> list[Markup]:
    """The amounts in the largest letters that leave room for the telephone below."""
    lines = amounts(book, item, book.current_levels(item))
    room = HEIGHT - 150 - top
    sizes = (36, 32, 28, 24, 20)
    fitting = [
        s for s in sizes if sum(len(wrap(e, wide / s)) * 1.4 * s + 10 for e in lines) <= room
    ]
    size = next(iter(fitting), sizes[-1])
    drawn = []
    for line in lines:
        rows = wrap(line, wide / size)
        drawn.append(_lines(rows, top, size, _INK))
        top += round(1.4 * size * len(rows)) + 10
    return drawn


def _lines(rows: list[str], top: float, size: int, ink: str, *, weight: int = 400) -> Markup:
    step = round(size * 1.3)
    return Markup('<text font-size="{}" font-weight="{}" fill="{}">{}</text>').format(
        size,
        weight,
        ink,
        Markup("").join(
            Markup('<tspan x="{}" y="{}">{}</tspan>').format(_LEFT, top + number * step, row)
            for number, row in enumerate(rows)
        ),
    )


def _code(address: str) -> Markup:
    size, path = qr.modules(address)
    scale = _CODE / size
    return Markup(
        '<g transform="translate({} {}) scale({:.4f})" shape-rendering="crispEdges">'
        '<path fill="#fff" d="M0 0h{s}v{s}H0z"/><path fill="#10201c" d="{}"/></g>'
    ).format(WIDTH - _LEFT - _CODE, HEIGHT - 60 - _CODE, scale, escape(path), s=size)


def wrap(text: str, room: float, *, most: int = 20) -> list[str]:
    """Break a text into lines.

    Args:
        text: The text.
        room: Width of a line [ems]; a Han character takes one, a Latin letter little over a half.
        most: Number of lines; what does not fit is marked by an ellipsis.

    Returns:
        The lines.
    """
    lines = [""]
    width = 0.0
    for word in _words(text):
        wide = sum(_width(each) for each in word)
        if width + wide > room and lines[-1]:
            lines.append("")
            width = 0.0
        lines[-1] += word if lines[-1] else word.lstrip()
        width += wide
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1].rstrip()[:-1]}…"]
    return [line.rstrip() for line in lines]


def _words(text: str) -> Iterator[str]:
    """Pieces that stay together: a Latin word with the space behind it, one Han character."""
    piece = ""
    for sign in text:
        if _width(sign) == 1:
            if piece:
                yield piece
                piece = ""
            yield sign
        else:
            piece += sign
            if sign == " ":
                yield piece
                piece = ""
    if piece:
        yield piece


def _width(sign: str) -> float:
    return 1 if unicodedata.east_asian_width(sign) in "WF" else 0.56
