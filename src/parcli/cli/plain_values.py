"""Takes texts as typed for the options that need no conversion to speak of; leaves all others to typer.

typer converts every value through pydantic, and builds what it needs for that also where an option is left
out. Loading pydantic takes longer than reading a workbook. Whatever is not plain here, mistakes above all, is
converted and worded by typer as ever, so that nothing is accepted or refused that it would not.
"""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

from msgspec import Struct
from typer._click import Context, Parameter
from typer._coercion import TypeDescriptor, build_runtime_param

_NO_CHECKS = ("exists", "resolve_path", "allow_dash", "parser", "path_type")


class NotPlain(Exception):
    """A value that typer has to convert or refuse."""


def taken_plainly(params: list[Parameter]) -> list[Parameter]:
    """Return the parameters, which from now on take plain values without typer's conversion."""
    for param in params:
        descriptor = getattr(param, "type_descriptor", None)
        if descriptor is not None:
            # typer makes its own where it finds none; a typer that looks elsewhere only starts more slowly
            param._runtime_param = _Taker(descriptor)  # type: ignore[attr-defined]
    return params


def plain(value: object, annotation: Any) -> object:
    """Return a value of the annotated type, where it is one or its text says so plainly.

    Raises:
        NotPlain: it takes more than that, or the value is wrong.
    """
    if get_origin(annotation) is list and isinstance(value, list | tuple):
        return [plain(item, get_args(annotation)[0]) for item in value]
    if type(value) is annotation:  # a default
        return value
    if isinstance(value, str) and isinstance(annotation, type) and _is_text(value):
        if annotation is str:
            return value
        if annotation is Path and not _is_locked(value):
            return Path(value)
        if issubclass(annotation, Enum):
            return _chosen(value, annotation)
    raise NotPlain


def _chosen(value: str, choices: type[Enum]) -> Enum:
    """Return the choice that a word means; the choices themselves know what else they are called."""
    try:
        return choices(value)
    except ValueError as error:
        raise NotPlain from error


class _Taker(Struct):
    """Stands where a parameter of typer keeps its conversion."""

    descriptor: TypeDescriptor

    def coerce(self, value: object, param: Parameter, ctx: Context) -> object:
        """Return the value that the command gets; none or several stand for an option that is left out."""
        if value is None:
            return () if getattr(param, "multiple", False) or param.nargs == -1 else None
        try:
            if self._is_checked:
                raise NotPlain
            return plain(value, self.descriptor.annotation)
        except NotPlain:
            return build_runtime_param(self.descriptor).coerce(value, param, ctx)  # type: ignore[arg-type]

    @property
    def _is_checked(self) -> bool:
        """Tell whether typer is told to look at the value more closely than at its type."""
        info = self.descriptor.parameter_info
        return any(getattr(info, name) for name in _NO_CHECKS)


def _is_text(value: str) -> bool:
    """Tell whether a word was typed in the console's own encoding."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_locked(name: str) -> bool:
    """Tell whether something stands there that may not be read."""
    return os.path.lexists(name) and not os.access(name, os.R_OK)
