"""Words what was wrong with a command as typed; the option parser's own texts are English only."""

from __future__ import annotations

import re
from difflib import get_close_matches

from typer._click import Context
from typer._click import exceptions as wrong
from typer.core import TyperGroup

from parcli.messages.filling import fill
from parcli.messages.help import HELP
from parcli.messages.labels import label
from parcli.model.finding import Param
from parcli.model.text import Lang

# the parser gives these only as sentences, so they are recognised by their form
_NO_COMMAND = re.compile(r"No such command '(?P<name>.*?)'\.")
_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<names>.*)\)")
# so alike is a slip of the finger; another word of the same ending (report, import) is less
_MISTYPED = 0.7
_AT_LEAST = re.compile(r"greater than or equal to (?P<least>\d+)")
_AT_MOST = re.compile(r"less than or equal to (?P<most>\d+)")
_NO_NUMBER = re.compile(r"valid integer")
_ONE_OF = re.compile(r"'(?P<value>.*)' is not one of (?P<choices>.*)\.")


def usage_text(error: wrong.UsageError, lang: Lang) -> str:
    """Return the sentence for a usage error, with where to find help."""
    lines = [label("error", lang, message=_sentence(error, lang))]
    if error.ctx is not None:
        lines.append(label("try-help", lang, command=error.ctx.command_path))
    return "\n".join(lines)


def _sentence(error: wrong.UsageError, lang: Lang) -> str:
    def text(key: str, **params: Param) -> str:
        return fill(HELP[key], params, lang)

    match error:
        case wrong.NoSuchOption():
            return text(
                "usage-no-option", name=error.option_name, hint=_hint(error.possibilities or (), lang)
            )
        case wrong.MissingParameter():
            return text("usage-missing", name=_param_name(error))
        case wrong.BadParameter():
            return text("usage-bad-value", name=_param_name(error), message=_reason(error.message, lang))
        case wrong.BadOptionUsage():
            key = "usage-takes-none" if "does not take" in error.message else "usage-needs-value"
            return text(key, name=error.option_name)
    if no_command := _NO_COMMAND.match(error.message):
        near = get_close_matches(no_command["name"], _commands(error.ctx), cutoff=_MISTYPED)
        return text("usage-no-command", name=no_command["name"], hint=_hint(near, lang))
    if extra := _EXTRA.match(error.message):
        return text("usage-extra", names=extra["names"])
    if error.message.startswith("Missing command"):
        return text("usage-no-command-given")
    return text("usage-other", message=error.message)


def _commands(ctx: Context | None) -> list[str]:
    """Return the names that the group in which the error arose knows."""
    if ctx is None or not isinstance(ctx.command, TyperGroup):
        return []
    return ctx.command.list_commands(ctx)


def _hint(names: tuple[str, ...] | list[str] | object, lang: Lang) -> str:
    found = tuple(sorted(names)) if isinstance(names, tuple | list) else ()
    return fill(HELP["usage-did-you-mean"], {"names": found}, lang) if found else "."


def _param_name(error: wrong.BadParameter) -> str:
    if error.param is None:
        return ""
    if error.param.param_type_name == "argument":
        return str(getattr(error.param, "metavar", None) or error.param.name).removesuffix("...")
    return max(error.param.opts, key=len)


def _reason(message: str, lang: Lang) -> str:
    if one_of := _ONE_OF.search(message):
        choices = one_of["choices"].replace("'", "")
        return fill(HELP["usage-one-of"], {"value": one_of["value"], "choices": choices}, lang)
    if at_least := _AT_LEAST.search(message):
        return fill(HELP["usage-at-least"], at_least.groupdict(), lang)
    if at_most := _AT_MOST.search(message):
        return fill(HELP["usage-at-most"], at_most.groupdict(), lang)
    if _NO_NUMBER.search(message):
        return fill(HELP["usage-no-number"], {}, lang)
    return message
