"""Takes what PyYAML says about a file that is no YAML, names the likely cause; it reads no meaning."""

from __future__ import annotations

import re

import yaml

_MARK = re.compile(r'(?<!\\)"')
_OPENING = re.compile(r"(^|[\s\[{,])$")  # what stands before a mark that opens a quoted text

# Words of PyYAML's context and problem, in both of its parsers, from the most to the least telling.
_CAUSES = (
    ("quoted", "quote"),
    ("flow", "bracket"),
    ("expected ':'", "no-colon"),
    ("mapping values are not allowed", "colon"),
    ("cannot start any token", "character"),
    ("block mapping", "indentation"),
    ("block collection", "indentation"),
    ("control characters", "control"),
    ("special characters", "control"),
    ("single document", "documents"),
)


def yaml_problem(error: yaml.YAMLError, text: str) -> tuple[int, str, str]:
    """Return the line (from 1), the cause's key in ``YAML_CAUSES``, and PyYAML's own words.

    PyYAML finds a quotation mark that is not closed only where the next one, or the file's end, makes no
    sense: the line is the one in which it was opened.
    """
    mark: yaml.Mark | None = getattr(error, "problem_mark", None)
    line = min(mark.line + 1, max(len(text.splitlines()), 1)) if mark else 1
    problem = _attribute(error, "problem") or _attribute(error, "reason")
    opened = _opened_quote(text, line)
    if opened is not None:
        return opened, "quote", problem
    if _indented_by_tab(text, line):
        return line, "tab", problem
    said = f"{_attribute(error, 'context')} {problem}"
    return line, next((cause for words, cause in _CAUSES if words in said), "other"), problem


def _opened_quote(text: str, last: int) -> int | None:
    """Return the line of a double quotation mark that is still open at the end of line ``last``."""
    opened = None
    for number, line in enumerate(text.splitlines()[:last], start=1):
        marks = [] if line.lstrip().startswith("#") else list(_MARK.finditer(line))
        if len(marks) % 2 == 0:
            continue
        if opened is None and _OPENING.search(line[: marks[-1].start()]):
            opened = number
        elif opened is not None and not _OPENING.search(line[: marks[0].start()]):
            opened = None
    return opened


def _indented_by_tab(text: str, line: int) -> bool:
    lines = text.splitlines()
    content = lines[line - 1] if line <= len(lines) else ""
    return "\t" in content[: len(content) - len(content.lstrip())]


def _attribute(error: yaml.YAMLError, name: str) -> str:
    return str(getattr(error, name, None) or "")
