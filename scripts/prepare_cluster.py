"""Make sure that the cluster tests have their server and a Java, or say in one sentence why not."""

from __future__ import annotations

import sys

from tests.support.cluster import NoClusterError, environment, fetch_server, find_java


def main() -> int:
    """Fetch the pinned server and look for a Java."""
    try:
        fetch_server(environment(), say=print)
        find_java()
    except NoClusterError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
