"""Reads ``parindex.toml`` and the environment into settings; every mistake is a finding with its place."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from parcli.errors import ProjectError
from parcli.kept import VARIABLE, Kept, cache_folder
from parcli.model.column_role import COLUMN_ROLES
from parcli.model.finding import Finding, Param
from parcli.model.unit import LEVELS
from parcli.project.settings import Settings

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_Outcome = tuple[Settings, tuple[Finding, ...]]
_ENV_PREFIX = "PARINDEX_"
SETTINGS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    (): ("office", "lang", "store", "sets", "levels", "blocks", "criteria", "reports", "header_words"),
    ("reports",): ("folder", "on_behalf"),
    ("criteria",): LEVELS,
    ("header_words",): COLUMN_ROLES,
}
_NEEDED = {
    "string_type": "setting-not-text",
    "string_too_short": "setting-empty",
    "tuple_type": "setting-not-list",
    "dict_type": "setting-not-table",
    "model_type": "setting-not-table",
    "model_attributes_type": "setting-not-table",
    "period_key": "setting-period-unknown",
    "control_character": "setting-control-character",
}
_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_KEY_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_FIELD = re.compile(r'field "(\w+)"')
_LINE = re.compile(r"at line (\d+)")
_BACKSLASH = re.compile(r'=[^#\']*"[^"]*\\[^"\\]')  # as in a path of Windows


def read_settings(path: Path | None, env: Mapping[str, str]) -> _Outcome:
    """Return the settings of a project file with the environment's variables over them, and what is wrong.

    With findings the settings are the defaults. An empty variable counts as not set. Without a file (``path``
    is None) and without variables nothing is loaded. Settings that were read before are kept (see ``kept``).

    Raises:
        ProjectError: the file cannot be opened, is not UTF-8, or is not TOML.
    """
    variables = {name: text for name, text in sorted(env.items()) if text and _is_setting(name.upper())}
    if path is None and not variables:
        return Settings(), ()
    text = "" if path is None else _text(path)
    # pydantic takes a tenth of a second to load, and both seldom change
    kept = Kept(cache_folder(os.environ), Settings, packages=("project", "model"))
    name, sources = _kept_name(path), (text.encode(), repr(variables).encode(errors="backslashreplace"))
    known = kept.find(name, *sources)
    if known is not None:
        return known, ()
    source = _Source("" if path is None else path.name, text, variables)
    settings, findings = _checked({} if path is None else _parsed(text, path), variables, source)
    findings = (*source.unknown_variables(), *findings)
    if findings:
        return Settings(), findings
    kept.keep(settings, name, *sources)
    return settings, ()


def _kept_name(path: Path | None) -> str:
    return f"{path.resolve().parent.name if path else ''}.settings"


def _is_setting(upper_name: str) -> bool:
    return upper_name.startswith(_ENV_PREFIX) and upper_name != VARIABLE


def _checked(table: Mapping[str, Any], variables: Mapping[str, str], source: _Source) -> _Outcome:
    from pydantic import ValidationError
    from pydantic_settings import SettingsError

    from parcli.project.settings_schema import checked

    try:
        return checked(table, variables), ()
    except ValidationError as error:
        return Settings(), tuple(source.findings(error))
    except SettingsError as error:
        # It stops at the first variable that is not JSON: the rest is checked without that setting.
        bad = _variables_of(str(error), variables)
        if not bad:
            raise
        left = {name: text for name, text in variables.items() if name not in bad}
        settings, findings = _checked(table, left, source)
        return settings, (*(Finding("setting-not-json", name) for name in bad), *findings)


def _variables_of(message: str, variables: Iterable[str]) -> tuple[str, ...]:
    """Return the variables of the setting that pydantic-settings names in its message."""
    named = _FIELD.search(message)
    start = f"{_ENV_PREFIX}{named[1]}".upper() if named else ""
    return tuple(name for name in variables if name.upper() == start or name.upper().startswith(f"{start}__"))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProjectError("project-not-utf8", path=str(path)) from error
    except OSError as error:
        raise ProjectError("file-unreadable", path=str(path)) from error


def _parsed(text: str, path: Path) -> Mapping[str, Any]:
    import tomllib  # not needed where the settings are kept

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        # the end of the document has no number
        lines = text.splitlines()
        number = int(line[1]) if line else max(1, len(lines))
        if first := _same_table(lines, number):
            raise ProjectError("project-toml-twice", path=str(path), line=str(number), first=first) from error
        escaped = _BACKSLASH.search(lines[number - 1]) if lines else None
        code = "project-toml-backslash" if escaped else "project-not-toml"
        raise ProjectError(code, path=str(path), line=str(number)) from error


def _same_table(lines: list[str], number: int) -> str:
    """Return the line on which the table that a line heads stood before, "" where it does not."""
    heads = [line.partition("#")[0].strip() for line in lines[:number]]
    head = heads[-1] if heads else ""
    return str(heads.index(head) + 1) if head.startswith("[") and head in heads[:-1] else ""


class _Source:
    """Where a setting was written: a line of the file, or a variable of the environment."""

    def __init__(self, file_name: str, text: str, variables: Iterable[str]) -> None:
        self._file_name = file_name
        self._lines = dict(_key_lines(text))
        self._variables = {name.upper(): name for name in variables}

    def findings(self, error: ValidationError) -> Iterator[Finding]:
        """Yield one finding for each thing that pydantic complains about."""
        for each in error.errors(include_url=False):
            yield self._finding(each, [str(step) for step in each["loc"] if isinstance(step, str)])

    def unknown_variables(self) -> Iterator[Finding]:
        """Yield a finding for each ``PARINDEX_…`` variable that is no setting, which pydantic passes over."""
        known = SETTINGS[()]
        for upper, name in self._variables.items():
            key = upper.removeprefix(_ENV_PREFIX).partition("__")[0].lower()
            if key not in known:
                yield _finding("setting-unknown", name, key=key, known=_near(key, known))

    def _finding(self, error: ErrorDetails, steps: list[str]) -> Finding:
        kind = error["type"]
        path = tuple(steps[:-1] if steps[-1:] == ["[key]"] else steps)
        place, key, found = self._place(path), ".".join(path), _shown(error["input"])
        if kind == "extra_forbidden" or (kind == "literal_error" and steps[-1:] == ["[key]"]):
            known = _near(path[-1], SETTINGS.get(path[:-1], ()))
            return _finding("setting-unknown", place, key=key, known=known)
        if kind in _NEEDED:
            return _finding(_NEEDED[kind], place, key=key, found=found)
        if kind == "word_twice":
            return _finding("setting-word-twice", place, key=key, **_texts(error["ctx"]))
        allowed = str(error.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
        return _finding("setting-bad-value", place, key=key, found=found, allowed=allowed)

    def _place(self, path: tuple[str, ...]) -> str:
        """Return the variable that says it, else the nearest line of the file."""
        for length in range(len(path), 0, -1):
            variable = (_ENV_PREFIX + "__".join(path[:length])).upper()
            if variable in self._variables:
                return self._variables[variable]
            if path[:length] in self._lines:
                return f"{self._file_name}:{self._lines[path[:length]]}"
        return self._file_name


def _key_lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield each key path that is written at the start of a line, with its line; strings are not followed."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _TABLE.match(line):
            table = _key_path(match[1])
            yield table, number
        elif match := _KEY.match(line):
            yield (*table, *_key_path(match[1])), number


def _key_path(text: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _KEY_PART.findall(text))


def _near(key: str, known: Collection[str]) -> Sequence[str]:
    return get_close_matches(key.lower(), known, 1) or list(known)


def _texts(context: Mapping[str, object]) -> Mapping[str, str]:
    return {name: str(value) for name, value in context.items()}


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _finding(code: str, place: str, **params: str | Sequence[str]) -> Finding:
    values: dict[str, Param] = {k: v if isinstance(v, str) else tuple(v) for k, v in params.items()}
    return Finding(code, place, MappingProxyType(values))
