"""Lets read-only mappings be pickled, for other processes and temporary files; pickles nothing itself."""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

_View = MappingProxyType[Any, Any]


def allow_read_only_mappings() -> None:
    """Teach this process to pickle ``MappingProxyType``, which our frozen values hold; twice does no harm."""
    copyreg.pickle(MappingProxyType, _reduced)


def _reduced(mapping: _View) -> tuple[Callable[[dict[Any, Any]], _View], tuple[Any, ...]]:
    return _view, (dict(mapping),)


def _view(content: dict[Any, Any]) -> _View:
    """Make the view anew; the type itself cannot be named in a pickle."""
    return MappingProxyType(content)
