"""Values taken without typer's conversion are those that it would give; all others are left to it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer._click import Context, Parameter
from typer._click.exceptions import BadParameter
from typer._coercion import build_runtime_param
from typer.core import TyperCommand
from typer.main import get_command

from parcli.cli.options import TableFormat
from parcli.cli.plain_values import NotPlain, plain, taken_plainly


def _command() -> TyperCommand:
    app = typer.Typer(add_completion=False)

    @app.command()
    def command(
        files: Annotated[list[Path] | None, typer.Argument()] = None,
        text: Annotated[str | None, typer.Option()] = None,
        texts: Annotated[list[str] | None, typer.Option()] = None,
        one: Annotated[Path | None, typer.Option()] = None,
        there: Annotated[Path | None, typer.Option(exists=True)] = None,
        output: Annotated[TableFormat, typer.Option()] = TableFormat.TABLE,
        number: Annotated[int | None, typer.Option(min=1)] = None,
        flag: Annotated[bool, typer.Option("--flag")] = False,
    ) -> None:
        pass

    found = get_command(app)
    assert isinstance(found, TyperCommand)
    return found


def _converted(name: str, value: object, *, by_typer: bool) -> object:
    """Return what a parameter makes of a value, or what it says against it."""
    command = _command()
    context = Context(command)
    param = next(each for each in command.params if each.name == name)
    try:
        return _takes(param, context, value, by_typer=by_typer)
    except BadParameter as error:
        return error.message


def _takes(param: Parameter, context: Context, value: object, *, by_typer: bool) -> object:
    if by_typer:
        return build_runtime_param(param.type_descriptor).coerce(value, param, context)  # type: ignore[attr-defined, arg-type]
    return taken_plainly([param])[0].process_value(context, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("files", ("a.xlsx", "b/c.xlsx")),
        ("files", ()),
        ("files", None),
        ("text", "Sở Nội vụ"),
        ("text", ""),
        ("text", None),
        ("texts", ("a", "b")),
        ("texts", None),
        ("one", "a.xlsx"),
        ("one", ""),
        ("there", "no-such-file.xlsx"),
        ("output", "csv"),
        ("output", TableFormat.JSON),
        ("output", "CSV"),
        ("output", "xml"),
        ("number", "3"),
        ("number", "0"),
        ("number", "x"),
        ("number", None),
        ("flag", True),
        ("flag", "yes"),
        ("text", os.fsdecode(b"\xff")),
        ("one", os.fsdecode(b"\xff")),
    ],
)
def test_a_value_is_what_typer_makes_of_it(name: str, value: object) -> None:
    expected = _converted(name, value, by_typer=True)

    taken = _converted(name, value, by_typer=False)

    assert (type(expected), expected) == (type(taken), taken)


def test_a_locked_file_is_left_to_typer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.xlsx"
    file.touch()
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(NotPlain):
        plain(str(file), Path)
