"""Measure everything and write the table into the docs."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.check import measure_check
from bench.load import measure_load
from bench.report import page
from bench.site import measure_site

REPOSITORY = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure side by side."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check = measure_check(REPOSITORY, folder / "register")
        load = measure_load(folder / "register")
        sites = measure_site(REPOSITORY, folder / "site")
    pairs = (load, check, *sites)
    for language in ("zh", "en"):
        path = REPOSITORY / "docs" / language / "reference" / "measurements.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(pairs, language), encoding="utf-8")
    print(page(pairs, "en"))


if __name__ == "__main__":
    main()
