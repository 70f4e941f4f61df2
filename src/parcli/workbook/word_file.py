"""Reads a packaged file of words beside this module, as the file says them; it folds and decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# the loader in C reads a file in a tenth of the time, which every command on a workbook waits for
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def word_file(name: str) -> dict[str, Any]:
    """Return the tables of a packaged YAML file of words by their names."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.load(text, Loader=_LOADER)
    return tables
