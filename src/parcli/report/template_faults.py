"""Says what is wrong with an office's templates in one sentence: the file, the line, what, and what to do.

Names, syntax and what a template calls are checked before anything is rendered; the rest while it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from traceback import walk_tb

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError

from parcli.errors import WrongUsage
from parcli.messages.report_templates import VALUE_KINDS
from parcli.messages.wording import UnknownWord
from parcli.model.text import Text
from parcli.report.own_templates import ASSETS, PACKAGED, TEMPLATES, Templates
from parcli.report.sandbox import TookTooLong, TooLarge
from parcli.report.saying import Saying

_CALLS = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
_CLOSING = {"page.css": re.compile("</style", re.IGNORECASE), "page.js": re.compile("</script|<!--", re.I)}
_LONGEST = 60  # characters of a value in a sentence
# what the code in a template can run into
_FAILURES = (
    *(ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError),
    *(TooLarge, TookTooLong),
)


def check(templates: Templates) -> None:
    """Check what can be known of an office's templates before they are used.

    Raises:
        WrongUsage: a file replaces no template and none calls it, a template is not Jinja or calls what there
            is not, or an asset would end the element that it is put into.
    """
    called = {name for own in templates.own if own.endswith(".j2") for name in _called(templates, own)}
    for own in templates.own:
        if own not in TEMPLATES and own not in called and None not in called:
            raise _unknown(templates, own)
    for asset in ASSETS:
        if asset in templates.own:
            _check_asset(templates, asset)


@contextmanager
def told(templates: Templates) -> Iterator[None]:
    """Turn what goes wrong in an office's templates into one sentence; other failures pass.

    Raises:
        WrongUsage: a template failed.
    """
    try:
        yield
    except (TemplateError, *_FAILURES) as error:
        place = _place(error, templates)
        if templates.folder is None or (place is None and not isinstance(error, TemplateError)):
            raise
        raise _told(error, place or (str(templates.folder), "?")) from error


def _called(templates: Templates, own: str) -> Iterator[str | None]:
    """Yield the templates that one calls, None for a name that only a run makes."""
    for call in _parsed(templates.html, templates, own).find_all(_CALLS):
        target = call.template  # type: ignore[attr-defined]
        names = target.items if isinstance(target, nodes.List | nodes.Tuple) else [target]
        for name in names:
            if not isinstance(name, nodes.Const):
                yield None
                continue
            _check_call(templates, own, str(name.value), call.lineno)
            yield str(name.value)


def _parsed(environment: Environment, templates: Templates, own: str) -> nodes.Template:
    path = str(templates.own[own])
    try:
        return environment.parse(templates.text(own), own, path)
    except TemplateSyntaxError as error:
        raise _told(error, (path, str(error.lineno))) from error


def _check_call(templates: Templates, own: str, name: str, line: int) -> None:
    where = {"path": str(templates.own[own]), "line": str(line), "name": name}
    if name == own:
        raise WrongUsage("template-calls-itself", packaged=PACKAGED + name, **where)
    if templates.path(name) is None:
        raise WrongUsage("template-missing", folder=str(templates.folder), **where)


def _check_asset(templates: Templates, asset: str) -> None:
    text = templates.text(asset)
    closing = _CLOSING[asset].search(text)
    if closing:
        line = str(text.count("\n", 0, closing.start()) + 1)
        raise WrongUsage("template-asset-ends", path=str(templates.own[asset]), line=line, text=closing[0])


def _unknown(templates: Templates, own: str) -> WrongUsage:
    nearest = get_close_matches(own, TEMPLATES, n=1)
    path = str(templates.own[own])
    if nearest:
        return WrongUsage("template-unknown-near", path=path, near=nearest[0])
    return WrongUsage("template-unknown", path=path)


def _place(error: BaseException, templates: Templates) -> tuple[str, str] | None:
    """Return file and line of the innermost own template in which a failure came up, else of a packaged."""
    if isinstance(error, TemplateSyntaxError):
        return str(error.filename or error.name), str(error.lineno)
    frames = [(frame.f_code.co_filename, str(line)) for frame, line in walk_tb(error.__traceback__)]
    own = [each for each in frames if each[0] in map(str, templates.own.values())]
    packaged = [each for each in frames if each[0].endswith(".j2")]
    if own:
        return own[-1]
    return packaged[-1] if packaged and isinstance(error, TemplateError) else None


def _given_wrongly(error: BaseException) -> tuple[str, str, Text] | None:
    """Return which function of ``f`` was given what and what it wants, None where that is not the mistake."""
    if not isinstance(error, AttributeError | TypeError) or isinstance(error, TemplateError):
        return None
    for frame, _ in walk_tb(error.__traceback__):
        given = list(frame.f_locals.values())  # the arguments come first
        if isinstance(next(iter(given), None), Saying) and len(given) > 1:
            name = frame.f_code.co_name
            wanted, *_ = (
                kind for key, kind in getattr(Saying, name).__annotations__.items() if key != "return"
            )
            return f"f.{name}", str(given[1])[:_LONGEST], VALUE_KINDS[wanted.partition(" ")[0]]
    return None


def _told(error: BaseException, place: tuple[str, str]) -> WrongUsage:
    path, line = place
    what = str(error)
    if given := _given_wrongly(error):
        name, value, wanted = given
        return WrongUsage("template-wrong-value", path=path, line=line, name=name, value=value, wanted=wanted)
    match error:
        case TemplateSyntaxError():
            return WrongUsage("template-syntax", path=path, line=line, what=error.message or "")
        case TemplateNotFound():
            return WrongUsage("template-missing", path=path, line=line, name=what, folder=path)
        case SecurityError():
            return WrongUsage("template-forbidden", path=path, line=line, what=what)
        case UndefinedError():
            return WrongUsage("template-undefined", path=path, line=line, what=what)
        case TooLarge() | MemoryError():
            return WrongUsage("template-too-large", path=path, line=line)
        case TookTooLong():
            return WrongUsage("template-too-long", path=path, line=line)
        case RecursionError():
            return WrongUsage("template-endless", path=path, line=line)
        case UnknownWord():
            return WrongUsage("template-word-unknown", path=path, line=line, key=what)
        case _:
            return WrongUsage("template-failed", path=path, line=line, what=f"{type(error).__name__}: {what}")
