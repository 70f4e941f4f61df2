"""Help speaks the user's language, names every option, and is made of the table of help texts alone."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator

import pytest

from architecture.source_tree import PACKAGE
from cli.running import parindex
from parcli import __version__
from parcli.messages.help import HELP

COMMANDS = {
    "": ["--version", "--help", "--lang", "--quiet", "--debug"],
    "score": [
        "WORKBOOK...",
        "--criteria",
        "--unit",
        "--period",
        "--block",
        "--stage",
        "--with",
        "--no-store",
        "--reason",
        "--workers",
        "--format",
        "--fail-on",
    ],
    "rank": [
        "--level",
        "--year",
        "--period",
        "--block",
        "--region",
        "--parent",
        "--by",
        "--index",
        "--stage",
        "--allow-incomplete",
        "--mixed-sets",
        "--format",
    ],
    "report": [
        "--year",
        "--period",
        "--level",
        "--block",
        "--unit",
        "--index",
        "--stage",
        "--allow-incomplete",
        "--mixed-sets",
        "--format",
        "--output",
        "--title",
        "--draft",
        "--final",
        "--force",
    ],
    "check": ["WORKBOOK...", "--criteria", "--stage", "--format", "--fail-on", "--show-mapping"],
    "explain": ["WORKBOOK", "[CODE]", "--criteria", "--stage", "--format"],
    "demo": ["[FOLDER]"],
    "init": ["[DIR]"],
    "template": [
        "--output",
        "--criteria",
        "--units",
        "--unit",
        "--period",
        "--level",
        "--council",
        "--force",
    ],
    "runs": ["list", "show", "diff", "withdraw", "backup"],
    "runs list": ["--imports", "--format"],
    "runs show": ["[RUN]", "--import", "--format"],
    "runs diff": ["RUN", "--format"],
    "runs withdraw": ["[RUN]", "--import", "--reason"],
    "runs backup": ["[FILE]"],
    "publish": ["--period", "--level", "--index", "--list", "--format"],
    "compare": ["[PERIOD]", "--unit", "--level", "--index", "--stage", "--causes", "--format"],
    "claims": ["--level", "--unit", "--year", "--period", "--block", "--index", "--top", "--format"],
    "robustness": ["--level", "--unit", "--year", "--period", "--draws", "--seed", "--spread", "--top"],
    "reconcile": ["TABLE", "--criteria", "--text", "--table", "--sheet", "--map", "--format", "--output"],
    "gaps": ["--level", "--unit", "--year", "--period", "--block", "--index", "--stage", "--top", "--format"],
    "plan": ["UNIT", "--to", "--to-rank", "--points", "--alternatives", "--exclude", "--output", "--force"],
    "whatif": ["UNIT", "CODE=VALUE...", "--level", "--year", "--period", "--index", "--stage", "--format"],
    "import": ["TABLE", "--index", "--period", "--level", "--source", "--map", "--format", "--fail-on"],
    "criteria": ["list", "show", "check", "test", "diff", "new", "import", "export", "schema"],
    "criteria list": ["--format"],
    "criteria show": ["ID", "--format"],
    "criteria check": ["FILE|ID...", "--format", "--fail-on"],
    "criteria test": ["[ID...]", "--verbose", "--format"],
    "criteria diff": ["OLD", "NEW", "--format"],
    "criteria new": ["NEW-ID", "--from", "--year", "--output"],
    "criteria import": ["ANNEX.xlsx", "--output", "--id", "--level", "--year"],
    "criteria export": ["ID", "--output", "--force"],
    "criteria schema": ["--cases"],
}
COMMON = ["--lang", "--quiet", "--debug", "--help"]
_COMMAND_KEYS = {name.replace(" ", "-") or "app" for name in COMMANDS}
every_command = pytest.mark.parametrize("command", COMMANDS)


@every_command
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_help_is_a_result(command: str, lang: str) -> None:
    outcome = parindex(*command.split(), "--help", "--lang", lang)

    assert (0, "") == (outcome.code, outcome.err)


@every_command
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_help_names_every_argument_and_option(command: str, lang: str) -> None:
    out = parindex(*command.split(), "--help", "--lang", lang).out

    assert [] == [word for word in (*COMMANDS[command], *COMMON) if word not in out]


@every_command
def test_english_help_has_no_vietnamese(command: str) -> None:
    out = parindex(*command.split(), "--help", "--lang", "en").out

    assert not _has_diacritics(out)


@every_command
def test_vietnamese_help_has_no_line_without_vietnamese(command: str) -> None:
    out = parindex(*command.split(), "--help").out
    rows = re.findall(r"^  \S.*(?:\n {4,}.*)*", out, re.MULTILINE)  # a long name has its text below it

    assert [] == [row for row in rows if not _has_diacritics(row)]


@pytest.mark.parametrize(
    ("lang", "start"), [("vi", "Cách dùng: parindex score"), ("en", "Usage: parindex score")]
)
def test_help_starts_with_the_usage(lang: str, start: str) -> None:
    assert parindex("score", "--help", "--lang", lang).out.startswith(start)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_version_is_the_packages(lang: str) -> None:
    outcome = parindex("--version", "--lang", lang)

    assert (0, f"parindex {__version__}\n", "") == (outcome.code, outcome.out, outcome.err)


def test_every_key_of_help_that_the_code_names_exists() -> None:
    assert set() == set(_keys_in_cli()) - set(HELP)


def test_every_text_of_help_is_used() -> None:
    assert set() == set(HELP) - set(_keys_in_cli())


def _keys_in_cli() -> Iterator[str]:
    """Yield what the command line's code gives as help or takes out of the table."""
    for path in (PACKAGE / "cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_key(node.value):
                yield node.value


def _is_key(text: str) -> bool:
    """Tell a help key from other texts: its prefix is one of the table's, or it names a command."""
    prefixes = ("opt-", "arg-", "usage-")
    return text.startswith(prefixes) or text in {
        "app",
        *(name.replace(" ", "-") for name in COMMANDS if name),
    }


def _has_diacritics(text: str) -> bool:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d\u0301").replace("Đ", "D\u0301"))
    return any(unicodedata.combining(char) for char in letters)
