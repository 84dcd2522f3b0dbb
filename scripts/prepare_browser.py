"""Make sure that the browser tests have a Chromium, or say in one sentence why not."""

from __future__ import annotations

import os
import sys

from tests.support.browser import NoBrowserError, prepare_chromium


def main() -> int:
    """Find or install Chromium."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    try:
        prepare_chromium(is_root=is_root, say=print)
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
