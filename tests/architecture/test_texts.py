"""Texts for users stand in one place, and no file says where it was written."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from architecture.source_tree import PACKAGE, ROOT, shown, tracked_files

# Spelled in pieces, so that this file does not find itself.
FOREIGN = re.compile(
    "|".join(
        [
            r"pypi\." + "org",
            "python" + r"hosted\.org",
            "index" + r"[-_]url\s*=",
            r"(?<![\w.])/" + r"(?:work|root|home|Users)/\w",
            r"[A-Za-z]:\\+" + r"Users\\",
        ]
    )
)
_TEXT_SUFFIXES = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".json", ".csv", ".j2", ".css", ".js", ""}


def test_vietnamese_texts_stand_only_in_messages() -> None:
    modules = [path for path in sorted(PACKAGE.rglob("*.py")) if "messages" not in path.parts]

    assert [] == [f"{shown(path)}:{line}: {text}" for path in modules for line, text in _literals_in(path)]


def test_every_tracked_text_is_in_nfc() -> None:
    assert [] == [
        shown(path) for path, text in _tracked_texts() if not unicodedata.is_normalized("NFC", text)
    ]


def test_no_tracked_file_names_a_registry_or_a_path_of_a_machine() -> None:
    assert [] == [
        f"{shown(path)}: {found.group()}"
        for path, text in _tracked_texts()
        for found in FOREIGN.finditer(text)
    ]


@pytest.mark.parametrize(
    "text", ["see " + "/wo" + "rk/x", "C:\\" + "Users\\an", "--index" + "-url = x", "https://pypi." + "org"]
)
def test_a_foreign_name_is_seen(text: str) -> None:
    assert FOREIGN.search(text)


@pytest.mark.parametrize("text", ["frame/work/x", "wheels/home/x", "https://thanhtra.gov.vn/home/x"])
def test_an_ordinary_path_is_no_foreign_name(text: str) -> None:
    assert not FOREIGN.search(text)


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('x = "Tiêu chí"', ["Tiêu chí"]),
        ('x = f"Tổng {y}"', ["Tổng "]),
        ('def f():\n    """Return the khối."""\n    return "total – sum"', []),
        ('x = {"đ": "d", "ă": "a"}', []),
        ('x = "[a-zđ]"', []),
    ],
)
def test_vietnamese_words_are_told_from_docstrings_letters_and_punctuation(
    source: str, texts: list[str]
) -> None:
    assert texts == [text for _, text in _vietnamese_literals(ast.parse(source))]


def _literals_in(path: Path) -> Iterator[tuple[int, str]]:
    return _vietnamese_literals(ast.parse(path.read_text(encoding="utf-8")))


def _vietnamese_literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in docstrings and _is_vietnamese(node.value):
            yield node.lineno, str(node.value)


def _is_vietnamese(value: object) -> bool:
    # A single letter is an entry of a folding table, not a text.
    return isinstance(value, str) and len(value) > 1 and any(map(_is_vietnamese_letter, value))


def _is_vietnamese_letter(letter: str) -> bool:
    # A pattern such as [a-zđ] is no text either; a text has letters with marks.
    return not letter.isascii() and letter not in "đĐ" and unicodedata.name(letter, "").startswith("LATIN ")


def _tracked_texts() -> Iterator[tuple[Path, str]]:
    for path in tracked_files():
        if path.suffix in _TEXT_SUFFIXES and path != ROOT / "constraints.txt":
            yield path, path.read_text(encoding="utf-8")
