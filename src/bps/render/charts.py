"""Drawings as SVG, made at build time from numbers, with attributes and classes only.

Every drawing names itself (`role="img"` with a label) and stands beside a table with the same
numbers (`macros/chart.html`), so nobody has to read a picture. Colours come from the style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Sequence

# Narrow enough that the words stay legible when a phone shrinks the drawing to its screen.
_WIDTH = 420
_ROW = 46
_VALUE = 96


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its value, what to print, and its tone (`main`, `soft` or `seal`)."""

    label: str
    value: Decimal
    text: str
    tone: str = "main"


@dataclass(frozen=True, slots=True)
class Point:
    """One value on a time line: a year (fraction allowed), a value and what to print."""

    at: Decimal
    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A named series of points in time order."""

    label: str
    points: tuple[Point, ...]
    tone: str = "main"


def bars(
    rows: Sequence[Bar],
    *,
    label: str,
    mark: Decimal | None = None,
    mark_text: str = "",
    full: Decimal | None = None,
) -> Markup:
    """Draw horizontal bars that start at nought.

    Args:
        rows: The bars, top to bottom.
        label: Name of the drawing.
        mark: Value at which an upright line stands, such as a floor or a target.
        mark_text: What the line is.
        full: Value of a bar of full length; by default the greatest.

    Returns:
        An `svg` element.
    """
    top = 24 if mark is not None else 4
    height = top + _ROW * len(rows) + 4
    highest = full or max([*(row.value for row in rows), mark or Decimal(0)]) or Decimal(1)
    span = Decimal(_WIDTH - _VALUE)
    parts: list[Markup] = []
    for number, row in enumerate(rows):
        y = top + number * _ROW
        length = _round(max(Decimal(0), row.value) / highest * span)
        parts.append(
            Markup(
                '<text class="c-label" x="0" y="{ty}">{label}</text>'
                '<rect class="c-{tone}" x="0" y="{by}" width="{w}" height="14" rx="3"/>'
                '<text class="c-value" x="{vx}" y="{vy}">{text}</text>'
            ).format(
                ty=y + 16,
                label=_short(row.label),
                tone=row.tone,
                by=y + 23,
                w=max(length, Decimal(2)),
                vx=_round(max(length, Decimal(2)) + 8),
                vy=y + 35,
                text=row.text,
            )
        )
    if mark is not None:
        x = _round(mark / highest * span)
        anchor = "end" if x > _WIDTH / 2 else "start"
        parts.append(
            Markup(
                '<path class="c-mark" d="M{x} {top}V{bottom}"/>'
                '<text class="c-mark-text" x="{x}" y="14" text-anchor="{anchor}">{text}</text>'
            ).format(x=x, top=top - 4, bottom=height - 4, text=mark_text, anchor=anchor)
        )
    return _svg(height, label, parts)


def lines(series: Sequence[Line], *, label: str, steps: bool = False) -> Markup:
    """Draw values over time.

    Args:
        series: The lines; the first five tones repeat.
        label: Name of the drawing.
        steps: Whether a value holds until the next one, as an amount fixed by a notice does.

    Returns:
        An `svg` element.
    """
    points = [point for line in series for point in line.points]
    if not points:
        return Markup("")
    first, last = min(p.at for p in points), max(p.at for p in points)
    high = max(p.value for p in points) or Decimal(1)
    height, left, right, top, foot = 250, 8, 118, 20, 34
    across = (last - first) or Decimal(1)

    def x(at: Decimal) -> Decimal:
        return _round(left + (at - first) / across * (_WIDTH - left - right))

    def y(value: Decimal) -> Decimal:
        return _round(top + (1 - value / (high * Decimal("1.1"))) * (height - top - foot))

    parts = [
        Markup('<path class="c-axis" d="M{} {}H{}"/>').format(left, y(Decimal(0)), _WIDTH - right)
    ]
    years = range(int(first), int(last) + 1, max(1, -(-(int(last) - int(first)) // 5)))
    parts.extend(
        Markup('<text class="c-tick" x="{}" y="{}" text-anchor="middle">{}</text>').format(
            x(max(Decimal(year), first)), height - 10, year
        )
        for year in years
    )
    for line in series:
        path = f"M{x(line.points[0].at)} {y(line.points[0].value)}"
        for _before, after in pairwise(line.points):
            path += (
                f"H{x(after.at)}V{y(after.value)}" if steps else f"L{x(after.at)} {y(after.value)}"
            )
        if steps and line.points[-1].at < last:
            path += f"H{x(last)}"
        parts.append(Markup('<path class="c-line c-line-{}" d="{}"/>').format(line.tone, path))
        parts.extend(
            Markup(
                '<circle class="c-dot c-{}" cx="{}" cy="{}" r="4"><title>{}</title></circle>'
            ).format(line.tone, x(p.at), y(p.value), p.text)
            for p in line.points
        )
        end = line.points[-1]
        parts.append(
            Markup('<text class="c-value" x="{}" y="{}">{}</text>').format(
                x(last if steps else end.at) + 8,
                y(end.value) + 5,
                _short(line.label or end.text, 15),
            )
        )
    return _svg(height, label, parts)


def _svg(height: int, label: str, parts: Sequence[Markup]) -> Markup:
    return Markup(
        '<svg class="drawing" viewBox="0 0 {w} {h}" role="img" aria-label="{label}">{body}</svg>'
    ).format(w=_WIDTH, h=height, label=label, body=Markup("").join(parts))


def _round(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1")).normalize() + 0


def _short(text: str, room: int = 52) -> Markup:
    """Cut a label to the room there is; a Han character takes two places."""
    used = 0
    for index, char in enumerate(text):
        used += 2 if char >= "⺀" else 1
        if used > room:
            return escape(text[:index] + "…")
    return escape(text)
