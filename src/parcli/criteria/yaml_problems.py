"""Takes what PyYAML says about a file that is no YAML, names the likely cause; it reads no meaning."""

from __future__ import annotations

import yaml

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
    """Return the line (from 1), the cause's key in ``YAML_CAUSES``, and PyYAML's own words."""
    mark: yaml.Mark | None = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    problem = _attribute(error, "problem") or _attribute(error, "reason")
    if _indented_by_tab(text, line):
        return line, "tab", problem
    said = f"{_attribute(error, 'context')} {problem}"
    return line, next((cause for words, cause in _CAUSES if words in said), "other"), problem


def _indented_by_tab(text: str, line: int) -> bool:
    lines = text.splitlines()
    content = lines[line - 1] if line <= len(lines) else ""
    return "\t" in content[: len(content) - len(content.lstrip())]


def _attribute(error: yaml.YAMLError, name: str) -> str:
    return str(getattr(error, name, None) or "")
