"""Commands and groups whose help speaks the session's language; groups load a command when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from typer._click import Command, Context, Parameter
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from parcli.cli.plain_values import taken_plainly
from parcli.cli.session import Session
from parcli.messages.help import HELP
from parcli.messages.labels import label
from parcli.model.text import Lang

_COMMON = (("--lang", "opt-lang"), ("--quiet", "opt-quiet"), ("--debug", "opt-debug"))


def session_in(ctx: Context) -> Session:
    """Return the session that a command runs in."""
    session = ctx.find_object(Session)
    assert session is not None
    return session


def lang_of(ctx: Context) -> Lang:
    """Return the language of the session that a context belongs to."""
    session = ctx.find_object(Session)
    return session.lang if session is not None else "vi"


class LocalCommand(TyperCommand):
    """A command whose help texts are keys of ``messages.help``."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Return arguments and options, that of help among them."""
        return taken_plainly(super().get_params(ctx))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter)

    def format_help_text(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write what the command does."""
        _write_help_text(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write arguments and options."""
        _write_params(self, ctx, formatter)


class LocalGroup(TyperGroup):
    """A group that imports a command's module when it is called: ``table`` gives module and help key by name.

    Without a table it holds its commands as any group does.
    """

    table: Mapping[str, tuple[str, str]] = {}

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Return the options, that of help among them."""
        return taken_plainly(super().get_params(ctx))

    def list_commands(self, ctx: Context) -> list[str]:
        """Return the names in the table's order."""
        return list(self.table) or super().list_commands(ctx)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Import and return a command of the table (or of a group without one), None for any other name."""
        if cmd_name not in self.table:
            return super().get_command(ctx, cmd_name)
        module = import_module(self.table[cmd_name][0])
        command = get_command(module.app)
        command.name = cmd_name
        return command

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter)

    def format_help_text(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write what the group does."""
        _write_help_text(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write options and the table of commands, without importing any of them."""
        _write_params(self, ctx, formatter)
        lang = lang_of(ctx)
        keys = {name: key for name, (_, key) in self.table.items()}
        keys = keys or {name: str(command.help) for name, command in self.commands.items()}
        with formatter.section(label("commands", lang)):
            formatter.write_dl([(name, HELP[key].in_(lang)) for name, key in keys.items()])


def _write_usage(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    lang = lang_of(ctx)
    arguments = [_name_of(param) for param in command.get_params(ctx) if _is_argument(param)]
    more = [label("metavar-command", lang)] if isinstance(command, TyperGroup) else arguments
    pieces = " ".join([label("metavar-options", lang), *more])
    formatter.write_usage(ctx.command_path, pieces, prefix=label("usage", lang) + " ")


def _write_help_text(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(HELP[command.help or "app"].in_(lang_of(ctx)))


def _write_params(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    lang = lang_of(ctx)
    rows: dict[str, list[tuple[str, str]]] = {"arguments": [], "options": []}
    for param in command.get_params(ctx):
        key = "opt-help" if param.name == "help" else str(getattr(param, "help", ""))
        kind = "arguments" if _is_argument(param) else "options"
        rows[kind].append((_name_of(param, ctx), HELP[key].in_(lang)))
    rows["common-options"] = [(name, HELP[key].in_(lang)) for name, key in _COMMON]
    for kind, records in rows.items():
        if records:
            with formatter.section(label(kind, lang)):
                formatter.write_dl(records)


def _is_argument(param: Parameter) -> bool:
    return param.param_type_name == "argument"


def _name_of(param: Parameter, ctx: Context | None = None) -> str:
    """Return how a parameter is typed: an argument's placeholder, an option's names with its value."""
    if _is_argument(param):
        return str(getattr(param, "metavar", None) or param.name)
    record = param.get_help_record(ctx) if ctx is not None else None
    return record[0] if record is not None else ", ".join(param.opts)


def group(table: Mapping[str, tuple[str, str]], **settings: Any) -> type[LocalGroup]:
    """Return a group class with this table of commands."""
    return type("Group", (LocalGroup,), {"table": table, **settings})
