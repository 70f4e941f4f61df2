"""Starts the command line, as ``parindex`` and as ``python -m parcli``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line on the process's arguments and exit with its code."""
    from parcli.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
