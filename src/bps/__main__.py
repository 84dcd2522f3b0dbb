"""`python -m bps` is the command line."""

from __future__ import annotations

from bps.cli import main

if __name__ == "__main__":
    main()
