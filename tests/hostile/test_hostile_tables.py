"""Hostile pages, documents and Markdown cost little and end in one sentence; text in them stays text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.running import parindex
from hostile.measured import measured
from support.published_files import (
    html_of,
    word_document,
    write_markdown,
    write_page,
    write_parts,
)

SECONDS = 5.0
MEGABYTES = 300.0
LARGE = 3_900_000
HEAD = "<tr><td>Đơn vị<td>Điểm<td>Xếp hạng"
CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"

Make = Callable[[Path], Path]


def page(body: str) -> Make:
    return lambda folder: write_page(folder / "t.html", body)


def document(body: str, *, before: str = "") -> Make:
    return lambda folder: write_parts(folder / "t.docx", before + word_document(body))


def markdown(text: str) -> Make:
    def made(folder: Path) -> Path:
        path = folder / "t.md"
        path.write_text(text, encoding="utf-8")
        return path

    return made


REFUSED: dict[str, Make] = {
    "page of tables in tables": page("<table><tr><td>" * 1000),
    "page of cells in one row": page(f"<table>{HEAD}<tr>" + "<td>1" * (LARGE // 5)),
    "page of rows that cover all": page("<table>" + "<tr><td rowspan=60000>a" * (LARGE // 28)),
    "page of columns that cover all": page("<table>" + "<tr><td colspan=999999>a" * (LARGE // 30)),
    "page of open tags": page("<table>" + "<" * LARGE),
    "page of attributes": page("<table " + "a='" * (LARGE // 3)),
    "page of declarations": page("<![CDATA[" * (LARGE // 9)),
    "page of one text": page(f"<table>{HEAD}<tr><td>" + "&" * LARGE),
    "page above the limit": page("x" * 5_000_000),
    "document that names entities": document("", before='<!DOCTYPE x [<!ENTITY a "b">]>'),
    "document in no encoding": document("", before='<?xml version="1.0" encoding="none-such"?>'),
    "document that unpacks to 100 MB": document("<w:tbl>" + CELL.format("a" * 100_000_000) + "</w:tbl>"),
    "document of half a million cells": document(
        "<w:tbl>" + ("<w:tr>" + CELL.format(1) * 10 + "</w:tr>") * 50_000 + "</w:tbl>"
    ),
    "document of tables in tables": document("<w:tbl><w:tr><w:tc>" * 999 + "</w:tc></w:tr></w:tbl>" * 999),
    "Markdown of one row": markdown("|" * LARGE),
    "Markdown of many rows": markdown("|a|b|\n|-|-|\n" + "|1|2|\n" * (LARGE // 6)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_table_is_refused_at_little_cost(name: str, tmp_path: Path) -> None:
    cost = measured(tmp_path, "reconcile", REFUSED[name](tmp_path))
    linux = sys.platform == "linux"

    assert (3, 1, True, True) == (
        cost.code,
        len(cost.err.strip().splitlines()),
        cost.seconds < SECONDS,
        not linux or cost.megabytes < MEGABYTES,
    )


HOSTILE_NAME = "=HYPERLINK(1) <b>`x`</b> *y* \x1b[31m\u202e"
TABLE = f"""
Đơn vị | Điểm thẩm định | SIPAS | Tổng điểm
{HOSTILE_NAME} | 57,04 | 8,19 | 66,23
"""


@pytest.mark.parametrize(
    ("words", "forbidden"),
    [
        ([], ["\x1b", "\u202e"]),
        (["--format", "csv"], ["\x1b", "\u202e", ';"=', ";="]),
        (["--format", "json"], ["\x1b", "\u202e"]),
        (["--format", "md"], ["\x1b", "\u202e", "<b>", " *y*"]),
    ],
)
def test_text_of_a_table_steers_nothing(words: list[str], forbidden: list[str], tmp_path: Path) -> None:
    path = write_page(tmp_path / "t.html", html_of(TABLE))
    outcome = parindex("reconcile", path, *words)

    assert (1, []) == (outcome.code, [mark for mark in forbidden if mark in outcome.out])


def test_a_file_name_with_markup_stays_literal(tmp_path: Path) -> None:
    path = write_markdown(tmp_path / "[red]a_b*.md", TABLE.replace(HOSTILE_NAME, "Sở A"))

    assert "[red]a_b*.md" in parindex("reconcile", path).out
