"""Builds the app for one call and turns every ending into an exit code."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from typing import Annotated

import typer
from typer._click import Command
from typer._click.exceptions import NoArgsIsHelpError, UsageError
from typer.main import get_command

from parcli import __version__
from parcli.cli.exit_codes import Exit
from parcli.cli.localised import group
from parcli.cli.session import Session, drop_output, environment, session_of, use_utf8
from parcli.cli.usage_errors import usage_text
from parcli.errors import ParError, ProjectError, UnusableSet, WrongUsage
from parcli.model.text import Lang

_COMMANDS = "parcli.cli.commands"
TABLE = {
    "score": (f"{_COMMANDS}.score", "score"),
    "check": (f"{_COMMANDS}.check", "check"),
    "explain": (f"{_COMMANDS}.explain", "explain"),
    "rank": (f"{_COMMANDS}.rank", "rank"),
    "report": (f"{_COMMANDS}.report", "report"),
    "claims": (f"{_COMMANDS}.claims", "claims"),
    "robustness": (f"{_COMMANDS}.robustness", "robustness"),
    "import": (f"{_COMMANDS}.import_", "import"),
    "reconcile": (f"{_COMMANDS}.reconcile", "reconcile"),
    "compare": (f"{_COMMANDS}.compare", "compare"),
    "gaps": (f"{_COMMANDS}.gaps", "gaps"),
    "plan": (f"{_COMMANDS}.plan", "plan"),
    "whatif": (f"{_COMMANDS}.whatif", "whatif"),
    "criteria": (f"{_COMMANDS}.criteria", "criteria"),
    "demo": (f"{_COMMANDS}.demo", "demo"),
    "init": (f"{_COMMANDS}.init", "init"),
    "template": (f"{_COMMANDS}.template", "template"),
    "runs": (f"{_COMMANDS}.runs", "runs"),
    "publish": (f"{_COMMANDS}.publish", "publish"),
}

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

# said by the register, but it is the request that names nothing, or not all that is needed
_MISTYPED = frozenset({"run-unknown", "import-unknown", "withdrawal-without-reason"})


def run(argv: Sequence[str]) -> int:
    """Run one call of the command line and return its exit code."""
    try:
        session, words = session_of(argv, environment())
    except WrongUsage as error:
        return _tell(error, "vi", debug=False)
    use_utf8(session.out, session.err)
    try:
        result = _app()(args=words, prog_name="parindex", standalone_mode=False, obj=session)
        session.out.flush()  # what cannot be written is told here, and not by the interpreter as it ends
    except NoArgsIsHelpError as error:
        session.err.write(error.format_message() + "\n")
        return Exit.USAGE
    except UsageError as error:
        session.err.write(usage_text(error, session.lang) + "\n")
        return Exit.USAGE
    except ParError as error:
        return _tell(error, session.lang, debug=session.debug)
    except typer.Abort:
        return 130
    except BrokenPipeError:  # whoever reads has seen enough
        drop_output(session)
        return Exit.FINE
    except Exception as error:  # noqa: BLE001 - whatever happens, a clerk sees a sentence and not a traceback
        return _tell(_unforeseen(error, session), session.lang, debug=session.debug)
    return int(result or Exit.FINE)


def _app() -> Command:
    app = typer.Typer(
        cls=group(TABLE),
        help="app",
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_common)
    return get_command(app)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"parindex {__version__}")
        raise typer.Exit()


def _common(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="opt-version", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def _unforeseen(error: Exception, session: Session) -> ParError:
    """Return what to say of an error that no part of the program expects, or that any part may meet."""
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        drop_output(session)
        said = ParError("output-no-room")
    else:
        said = ParError("unexpected", kind=type(error).__name__)
    said.__cause__ = error
    return said


def _tell(error: ParError, lang: Lang, *, debug: bool) -> int:
    """Print an error that stopped the command, as one sentence, and return the exit code for it."""
    from parcli.cli.output import print_error, print_findings, to_stderr

    console = to_stderr()
    print_error(console, error, lang)
    if isinstance(error, UnusableSet | ProjectError):
        print_findings(console, error.findings, lang)
    if debug:
        import traceback

        console.print("".join(traceback.format_exception(error)), markup=False)
    return Exit.USAGE if isinstance(error, WrongUsage) or error.code in _MISTYPED else Exit.NOTHING
