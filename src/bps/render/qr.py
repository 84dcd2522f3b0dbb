"""QR codes as SVG, drawn at build time with attributes only (no inline style)."""

from __future__ import annotations

from markupsafe import Markup


def modules(address: str) -> tuple[int, str]:
    """The QR code of an address as one path, with four modules of quiet zone, error level Q.

    Args:
        address: What the code says.

    Returns:
        Its width [modules] and the path of its dark ones.
    """
    import segno

    matrix = list(segno.make(address, error="q", micro=False).matrix)
    runs: list[str] = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            if not row[x]:
                x += 1
                continue
            start = x
            while x < len(row) and row[x]:
                x += 1
            runs.append(f"M{start + 4} {y + 4}h{x - start}v1h-{x - start}z")
    return len(matrix) + 8, "".join(runs)


def svg(address: str, *, label: str) -> Markup:
    """Draw the QR code of an address.

    Args:
        address: What the code says.
        label: Its name for readers who cannot see it.

    Returns:
        An `svg` element.
    """
    size, path = modules(address)
    return Markup(
        '<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{label}" '
        'shape-rendering="crispEdges"><path class="qr-paper" d="M0 0h{size}v{size}H0z"/>'
        '<path class="qr-ink" d="{path}"/></svg>'
    ).format(size=size, label=label, path=path)
