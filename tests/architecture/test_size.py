"""Modules and functions stay small enough to be read at one sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from architecture.source_tree import shown, tracked_files

MODULE_LINES = 400
FUNCTION_LINES = 40
PARAMETERS = 6
NESTING = 3

Function = ast.FunctionDef | ast.AsyncFunctionDef
_BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)


def test_no_module_is_over_the_limit() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in tracked_files("*.py")}

    assert [] == [f"{shown(path)}: {lines} lines" for path, lines in sizes.items() if lines > MODULE_LINES]


def test_no_function_is_over_the_limit() -> None:
    measured = ((where, lines_without_docstring(function)) for where, function in _functions_of_the_project())

    assert [] == [f"{where}: {lines} lines" for where, lines in measured if lines > FUNCTION_LINES]


def test_no_function_has_too_many_parameters() -> None:
    # A command has a parameter for each of its options; a test has one for each fixture.
    measured = (
        (where, parameter_count(function))
        for where, function in _functions_of_the_project()
        if not where.startswith(("src/parcli/cli/commands/", "tests/"))
    )

    assert [] == [f"{where}: {count} parameters" for where, count in measured if count > PARAMETERS]


def test_no_function_is_nested_too_deep() -> None:
    measured = ((where, nesting(function.body)) for where, function in _functions_of_the_project())

    assert [] == [f"{where}: nested {depth} deep" for where, depth in measured if depth > NESTING]


def test_the_docstring_does_not_count() -> None:
    source = 'def f():\n    """One.\n\n    Two.\n    """\n    return 1\n'

    assert 2 == lines_without_docstring(_function(source))


def test_the_signature_counts() -> None:
    assert 4 == lines_without_docstring(_function("def f(\n    a,\n):\n    return a\n"))


def test_self_is_not_a_parameter() -> None:
    assert 4 == parameter_count(_function("def f(self, a, /, b, *rest, c=1): ..."))


@pytest.mark.parametrize(
    ("body", "depth"),
    [
        ("return 1", 0),
        ("for x in y:\n  if x:\n   pass", 2),
        ("if a:\n  pass\n elif b:\n  pass\n elif c:\n  pass", 1),
        ("if a:\n  pass\n else:\n  if b:\n   pass\n  c()", 2),
        ("try:\n  pass\n except E:\n  while a:\n   pass", 2),
        ("match a:\n  case 1:\n   with b:\n    pass", 2),
        ("def inner():\n  if a:\n   pass\n if b:\n  pass", 1),
    ],
)
def test_nesting_counts_blocks_within_blocks(body: str, depth: int) -> None:
    assert depth == nesting(_function(f"def f():\n {body}\n").body)


def lines_without_docstring(function: Function) -> int:
    """Return the lines from ``def`` to the end, less those of the docstring."""
    lines = _line_count(function)
    return lines - _line_count(function.body[0]) if ast.get_docstring(function) else lines


def parameter_count(function: Function) -> int:
    """Return the parameters which a caller sees; ``*rest`` and ``**rest`` count as one each."""
    arguments = function.args
    named = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    rest = [a for a in (arguments.vararg, arguments.kwarg) if a]
    return len(named) + len(rest) - (named[:1] in (["self"], ["cls"]))


def nesting(body: list[ast.stmt]) -> int:
    """Return how many blocks stand inside one another; ``elif`` adds none, an inner function starts anew."""
    return max((_depth(statement) for statement in body), default=0)


def _depth(statement: ast.stmt) -> int:
    if not isinstance(statement, _BLOCKS):
        return 0
    if (
        isinstance(statement, ast.If)
        and len(statement.orelse) == 1
        and isinstance(statement.orelse[0], ast.If)
    ):
        return max(1 + nesting(statement.body), _depth(statement.orelse[0]))
    return 1 + nesting(_inner_statements(statement))


def _inner_statements(block: ast.stmt) -> list[ast.stmt]:
    arms = [*getattr(block, "handlers", []), *getattr(block, "cases", [])]
    parts = [getattr(block, name, []) for name in ("body", "orelse", "finalbody")]
    return [statement for part in (*parts, *(arm.body for arm in arms)) for statement in part]


def _line_count(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _functions_of_the_project() -> Iterator[tuple[str, Function]]:
    for path in tracked_files("*.py"):
        yield from _functions_in(path)


def _functions_in(path: Path) -> Iterator[tuple[str, Function]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield f"{shown(path)}:{node.lineno} {node.name}", node


def _function(source: str) -> Function:
    node = ast.parse(source).body[0]
    assert isinstance(node, Function)
    return node
