"""Reads from the syntax tree which message codes the program names, and which of them are put together."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from architecture.source_tree import PACKAGE

_IN_CODE = re.compile(r"[a-z0-9_-]*")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def named_texts(package: str = "") -> frozenset[str]:
    """Return the text constants of a package, of the whole program without one."""
    nodes = (node for tree in _trees(package) for node in ast.walk(tree))
    values = (node.value for node in nodes if isinstance(node, ast.Constant))
    return frozenset(value for value in values if isinstance(value, str))


@cache
def composed(package: str = "") -> tuple[re.Pattern[str], ...]:
    """Return the forms of the codes that are put together: f"state-{state}" makes "state-…"."""
    nodes = (node for tree in _trees(package) for node in ast.walk(tree))
    forms = {form for node in nodes if isinstance(node, ast.JoinedStr) and (form := _form(node))}
    return tuple(re.compile(form) for form in sorted(forms))


def codes_given_to(*functions: str) -> dict[str, str]:
    """Return the codes that calls of these functions name, each with a place where one does."""
    found: dict[str, str] = {}
    for path in _modules():
        for scope, call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            if _name(call.func) in functions and call.args:
                found |= dict.fromkeys(_codes(call.args[0], scope), f"{path.name}:{call.lineno}")
    return found


def _modules(package: str = "") -> list[Path]:
    return [path for path in sorted((PACKAGE / package).rglob("*.py")) if not _is_table(path)]


def _is_table(path: Path) -> bool:
    return path.parent.name == "messages" and path.stem not in {"policy_text", "rules_text", "numbers"}


@cache
def _trees(package: str) -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in _modules(package))


def _calls(tree: ast.Module) -> Iterator[tuple[ast.AST, ast.Call]]:
    """Yield each call with the function that it stands in."""
    for scope in (node for node in ast.walk(tree) if isinstance(node, _FUNCTIONS)):
        for node in ast.walk(scope):
            if isinstance(node, ast.Call):
                yield scope, node


def _codes(argument: ast.expr, scope: ast.AST) -> Iterator[str]:
    """Yield the codes in an argument, or in what is assigned in the same function to the name that it is."""
    if isinstance(argument, ast.Name):
        for node in ast.walk(scope):
            if isinstance(node, ast.Assign) and any(_name(each) == argument.id for each in node.targets):
                yield from _constants(node.value)
    else:
        yield from _constants(argument)


def _constants(value: ast.expr) -> Iterator[str]:
    match value:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp():
            yield from _constants(value.body)
            yield from _constants(value.orelse)


def _form(node: ast.JoinedStr) -> str:
    """Return the form of the codes that an f-string can make, "" where it makes other texts."""
    parts = [str(part.value) if isinstance(part, ast.Constant) else "" for part in node.values]
    is_code = re.search("[a-z]-|-[a-z]", "".join(parts)) and all(_IN_CODE.fullmatch(part) for part in parts)
    return "".join(re.escape(part) or ".+" for part in parts) if is_code else ""


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
