"""Loads the scripts of docs/ for tests, as when they are run: they import their neighbours."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

from architecture.source_tree import ROOT


def script(name: str) -> ModuleType:
    """Return a script of docs/ as a module."""
    folder = str(ROOT / "docs")
    sys.path.insert(0, folder)
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(folder)
