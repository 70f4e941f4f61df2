"""The options that say what is scored and how, declared once for every command on workbooks."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, cast, get_type_hints

from msgspec import Struct

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.options import StageChoice
from parcli.project.folder import Project
from parcli.workflows.request import Request, period_from, words_from


class Asked(Struct, frozen=True):
    """What somebody typed; each field is an option of that name."""

    criteria: options.Criteria = None
    unit: options.Unit = None
    period: options.PeriodText = None
    block: options.Block = None
    stage: options.Stage = StageChoice.FINAL
    maps: options.Maps = None

    def request(self, project: Project) -> Request:
        """Return what is meant in an office's folder; its own sets come before the packaged ones."""
        meant = project.registry.match(self.unit, self.unit).unit if self.unit else None
        return Request(
            criteria=self.criteria,
            unit=meant.name if meant else self.unit,
            unit_code=meant.code if meant else "",
            unit_names=(self.unit or "", *(meant.aliases if meant else ())),
            period=period_from(self.period),
            block=self.block,
            stage=self.stage.stage,
            folders=(project.sets,),
            settings=project.settings,
            words=words_from(self.maps or (), project.settings),
            units=project.registry.own,
        )


def asking(command: Callable[..., Exit]) -> Callable[..., Exit]:
    """Give a command the options of ``Asked`` in place of its parameter ``asked``."""
    names = Asked.__struct_fields__

    @wraps(command)
    def with_options(**given: object) -> Exit:
        asked = Asked(**{name: cast(Any, given.pop(name)) for name in names})
        return command(asked=asked, **given)

    parameters = list(_parameters(command))
    # typer reads both, and has to find what is typed, not what the command takes
    with_options.__annotations__ = {each.name: each.annotation for each in parameters}
    cast(Any, with_options).__signature__ = Signature(parameters, return_annotation=Exit)
    return with_options


def _parameters(command: Callable[..., Exit]) -> list[Parameter]:
    own, shared = _resolved(command), _resolved(Asked)
    at = next(place for place, each in enumerate(own) if each.name == "asked")
    return [*own[:at], *shared, *own[at + 1 :]]


def _resolved(declared: Callable[..., object]) -> list[Parameter]:
    """Return parameters with their annotations as objects, which postponed evaluation leaves as text."""
    hints = get_type_hints(declared, include_extras=True)
    return [each.replace(annotation=hints[each.name]) for each in signature(declared).parameters.values()]
