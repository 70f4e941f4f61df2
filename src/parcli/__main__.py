"""Starts the command line, as ``parindex`` and as ``python -m parcli``."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line on the process's arguments and exit with its code."""
    # A command builds values that live until it ends; looking for garbage among them again and again took a
    # tenth of the time of a ranking of 3,300 units, and each time as long as reading a workbook. Garbage is
    # still found, in larger steps.
    gc.set_threshold(200_000, 20, 20)
    from parcli.cli.app import run

    code = run(sys.argv[1:])
    gc.freeze()  # the process ends: what is left need not be searched once more
    sys.exit(code)


if __name__ == "__main__":
    main()
