"""Packs values for another process and unpacks them there; takes any values of a report, changes none."""

from __future__ import annotations

import io
import pickle
from types import MappingProxyType
from typing import Any

from parcli.report.loaded import Loaded


def packed(value: object) -> bytes:
    """Return a value as bytes for a process of our own; what is loaded when it is asked for goes along."""
    stream = io.BytesIO()
    _Packer(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


def unpacked(content: bytes) -> Any:
    """Return the value that ``packed`` made these bytes of; they must come from our own process."""
    return pickle.loads(content)  # noqa: S301 - from the process that started this one


class _Packer(pickle.Pickler):
    """Knows the two kinds of values that do not say themselves how they are packed."""

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, MappingProxyType):
            return _read_only, (dict(value),)
        return (tuple, (tuple(value),)) if isinstance(value, Loaded) else NotImplemented


def _read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)
