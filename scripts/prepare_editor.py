"""Make sure that the editor tests have their language server; with --pin, pin its packages anew."""

from __future__ import annotations

import argparse
import sys

from tests.support.editor import NoServerError, environment, pin_server, prepare_server


def main(arguments: list[str] | None = None) -> int:
    """Install or pin."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pin", action="store_true", help="pin the newest packages, with hashes")
    if parser.parse_args(arguments).pin:
        return int(not pin_server())
    try:
        prepare_server(environment(), say=print)
    except NoServerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
