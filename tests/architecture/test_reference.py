"""The generated pages of the reference say what the program says now."""

from __future__ import annotations

import importlib.util
import re
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from architecture.source_tree import ROOT
from parcli.cli.app import run


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(ROOT / "docs"))  # as when the script is run: it imports its neighbour
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(ROOT / "docs"))
    return module


@cache
def _pages() -> dict[str, str]:
    pages: dict[str, str] = _script().pages()
    return pages


@pytest.mark.parametrize("page", ["commands.md", "findings.md", "report-templates.md"])
def test_generated_page_is_current(page: str) -> None:
    written = (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8")

    assert _pages()[page] == written


def test_every_packaged_set_has_a_current_page_and_no_other_has_one() -> None:
    folder = ROOT / "docs" / "reference"
    written = {
        f"sets/{path.name}": path.read_text(encoding="utf-8") for path in (folder / "sets").glob("*.md")
    }

    assert {name: text for name, text in _pages().items() if name.startswith("sets/")} == written


def test_every_command_of_a_group_is_documented() -> None:
    from parcli.cli.commands.criteria import app

    names = [command.name for command in app.registered_commands]

    assert list(_script().GROUPS["criteria"]) == names


def test_the_session_in_the_readme_is_real(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    session = re.search(r"<!-- session -->\n```console\n(.*?)```", readme, re.DOTALL)
    assert session is not None
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    run(["demo", "parindex-demo"])
    capsys.readouterr()
    monkeypatch.chdir("parindex-demo")
    shown: list[str] = []

    for command in re.findall(r"^\$ parindex (.*)$", session[1], re.MULTILINE):
        run(command.split())
        lines = capsys.readouterr().out.splitlines()
        shown += [f"$ parindex {command}", *(line.rstrip() for line in lines)]

    assert session[1].splitlines() == shown
