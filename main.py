"""Starts SLA Editor from a checkout, or its checks with `--test`; sets up first what is missing."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Returns the exit status of what the words on the command line asked for."""
    sys.path.insert(0, str(Path(__file__).resolve().parent / "packaging"))
    import bootstrap

    return bootstrap.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
