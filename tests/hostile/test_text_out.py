"""Text from a file stays text in whatever we print: no formula, no markup, no control sequence."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

from cli.running import Outcome
from cli.small_office import Form, Office, small_office
from support.workbooks import changed

NASTY = (
    "=cmd|'/c calc'!A1",
    "@SUM(A1:A9)",
    "+1|2",
    "-2+3",
    "\t=1+1",
    "<script>alert(1)</script>",
    "[bold red]đỏ[/bold red]",
    "a|b `c` **d** [e](http://f)",
    "\u202eslx.exe\u202c",
    "C1 \x9b31m đỏ",
    "C1 \x9d8;;http://f\x9cliên kết",
    "dòng\u2028mới\u0085nữa",
    "../../etc/passwd",
    "\\\\may\\chia-se\\x",
)
COMMANDS = (
    ("score", "bang", "--no-store"),
    ("check", "bang/0 2023.xlsx", "bang/9 2023.xlsx"),
    ("rank", "--level", "district", "--period", "2023"),
    ("runs", "list"),
    ("runs", "show", "1"),
    ("compare", "2022", "2023"),
)
FORMATS = {
    "score": ("table", "json", "csv"),
    "check": ("table", "json", "csv"),
    "rank": ("table", "json", "csv", "md"),
    "runs": ("table",),
    "compare": ("table", "json", "csv"),
    "import": ("table", "json", "csv"),
    "explain": ("table", "json"),
}
EVERY = [(words, how) for words in COMMANDS for how in FORMATS[words[0]]]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Make an office in which every unit, and a criterion and a sheet of each, has a nasty name."""
    folder = tmp_path_factory.mktemp("nasty")
    made = small_office(folder)
    for number, text in enumerate(NASTY):
        for year in (2022, 2023):
            _hand_in(made, number, text, year)
    made.run("score", "bang")
    return made


def _hand_in(office: Office, number: int, text: str, year: int) -> None:
    form = Form("TÊN ĐƠN VỊ", 40 + number, year=year, appraised=39 + number)
    path = office.write(f"{number} {year}", form)
    for old in ("TÊN ĐƠN VỊ", "Thủ tục hành chính"):
        changed(path, partial(_with, old=old, new=escape(text)))
    if not re.search(r"[\\*?:/\[\]]", text):
        name = quoteattr(text.replace("\t", " "))
        changed(path, partial(_with, old='name="CCHC"', new=f"name={name}"), member="xl/workbook.xml")


def _with(xml: str, *, old: str, new: str) -> str:
    return xml.replace(old, new)


@pytest.mark.parametrize(("words", "how"), EVERY, ids=lambda each: each if isinstance(each, str) else each[0])
def test_nothing_printed_steers_the_terminal(office: Office, words: tuple[str, ...], how: str) -> None:
    assert set() == _steering(_run(office, words, how))


@pytest.mark.parametrize(
    "words", [words for words in COMMANDS if "csv" in FORMATS[words[0]]], ids=lambda w: w[0]
)
def test_no_cell_of_our_csv_is_a_formula(office: Office, words: tuple[str, ...]) -> None:
    out = _run(office, words, "csv").out
    cells = [cell for row in csv.reader(io.StringIO(out.lstrip("\ufeff")), delimiter=";") for cell in row]

    assert (True, []) == (bool(cells), [cell for cell in cells if _is_formula(cell)])


@pytest.mark.parametrize("number", range(len(NASTY)))
@pytest.mark.parametrize("how", FORMATS["explain"])
def test_an_explanation_does_not_steer_the_terminal(office: Office, number: int, how: str) -> None:
    outcome = office.run("explain", f"bang/{number} 2023.xlsx", "--format", how)

    assert (True, set()) == (bool(outcome.out), _steering(outcome))


def test_a_table_in_markdown_holds_no_markup_of_others(office: Office) -> None:
    out = _run(office, ("rank", "--level", "district", "--period", "2023"), "md").out

    unescaped = re.sub(r"\\.", "", out)

    assert [] == [mark for mark in ("<", "`", "**", "[") if mark in unescaped]


def test_a_document_keeps_every_name_as_it_is(office: Office) -> None:
    document = json.loads(_run(office, ("score", "bang", "--no-store"), "json").out)

    names = {each["unit"]["name"] for each in document["results"]}
    assert {" ".join(unicodedata.normalize("NFC", text).split()) for text in NASTY} <= names


@pytest.mark.parametrize("how", FORMATS["import"])
def test_an_imported_table_does_not_steer_the_terminal(tmp_path: Path, how: str) -> None:
    office = small_office(tmp_path)
    rows: list[list[object]] = [
        ["Huyện", "Điểm", "Xếp hạng"],
        *([text, 90 - n, n + 1] for n, text in enumerate((*NASTY, "\x1b[31m"))),
    ]
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)

    outcome = office.run(
        "import", "a.csv", "--index", "PAR", "--period", "2023", "--source", "\x1b]8;;QĐ", "--format", how
    )

    assert (True, set()) == (bool(outcome.out + outcome.err), _steering(outcome))


@pytest.mark.parametrize("reference", ["\x1b", "&#27;", "\x00", "&#x9;=1"])
def test_a_raw_control_character_in_a_cell_is_damage_or_space(tmp_path: Path, reference: str) -> None:
    office = small_office(tmp_path)
    path = office.write("a", Form("TÊN ĐƠN VỊ", 40))
    changed(path, lambda xml: xml.replace("TÊN ĐƠN VỊ", f"A{reference}[2J"))

    outcome = office.run("score", "bang")

    assert set() == _steering(outcome)


def _run(office: Office, words: tuple[str, ...], how: str) -> Outcome:
    outcome = office.run(*words, *(() if words[0] == "runs" else ("--format", how)))
    assert outcome.code in (0, 1), outcome.err
    assert outcome.out
    return outcome


def _steering(outcome: Outcome) -> set[str]:
    """Return the characters that a terminal takes for something else than a character."""
    text = outcome.out.removeprefix("\ufeff") + outcome.err
    return {char for char in text if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}}


def _is_formula(cell: str) -> bool:
    return cell[:1] in {"=", "+", "-", "@", "\t", "\r"} and not re.fullmatch(r"-?[0-9]+(?:,[0-9]+)?", cell)
