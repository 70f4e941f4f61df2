"""The documents' links lead somewhere, and the README's commands are the ones that CI runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from architecture.source_tree import ROOT, shown, tracked_files

COMMANDS = ("run", "test")
_LINK = re.compile(r"\[[^\]]*\]\((?!https?://|mailto:)([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", tracked_files("*.md"), ids=shown)
def test_every_relative_link_resolves(document: Path) -> None:
    assert [] == [link for link in _links(document) if not _leads_somewhere(document, link)]


def test_every_document_is_reached_from_the_index() -> None:
    reached = _reachable_from(ROOT / "README.md")

    assert [] == [shown(path) for path in tracked_files("docs/*.md") if path not in reached]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_has_each_command_as_one_line(name: str) -> None:
    assert 1 == len(_command_lines(name))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_windows_command_does_what_the_other_does(name: str) -> None:
    (unix,) = _command_lines(name)
    (windows,) = _command_lines(f"{name}-windows")

    assert f'cmd /c "{_in_windows_words(unix)}"' == windows


def test_each_command_has_its_own_environment() -> None:
    environments = [re.findall(r"-m venv (\S+)", _command_lines(name)[0]) for name in COMMANDS]

    assert [[".venv"], [".venv-test"]] == environments


def test_ci_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert list(COMMANDS) == re.findall(r"readme_command (\w+)\)", script)


def _in_windows_words(command: str) -> str:
    words = command.replace("python3 -m venv", "py -3 -m venv").replace('".[dev]"', ".[dev]")
    return re.sub(r"(\.venv[\w-]*)/bin/(\w+)", r"\1\\Scripts\\\2", words)


def _command_lines(name: str) -> list[str]:
    """Return the lines of the fenced block which the comment ``<!-- command: name -->`` announces."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(rf"<!-- command: {name} -->\n```\w+\n(.*?)```", readme, re.DOTALL)
    assert block is not None, f"README.md has no command marked {name}"
    return block.group(1).splitlines()


def _links(document: Path) -> list[str]:
    return _LINK.findall(_FENCE.sub("", document.read_text(encoding="utf-8")))


def _leads_somewhere(document: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = (document.parent / name).resolve() if name else document
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(document: Path) -> set[str]:
    titles = _HEADING.findall(_FENCE.sub("", document.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def _reachable_from(start: Path) -> set[Path]:
    reached, waiting = set[Path](), [start]
    while waiting:
        document = waiting.pop()
        if document not in reached and document.suffix == ".md" and document.exists():
            reached.add(document)
            waiting += [(document.parent / link.partition("#")[0]).resolve() for link in _links(document)]
    return reached
