from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.workbook.figures import Figure, read_figure, read_rank
from parcli.workbook.numbers import read_cell
from parcli.workbook.sheet import Cell
from parcli.workbook.table import TableCell
from support.workbooks import codes_and_places


def cell(text: str) -> TableCell:
    datum, finding = read_cell(Cell(1, 1, text, "text"), "t.csv:2:score")
    return TableCell(text, datum, finding)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("85,78", Figure(Fraction("85.78"), digits=2)),
        ("85.78", Figure(Fraction("85.78"), digits=2)),
        ("87.42 điểm", Figure(Fraction("87.42"), digits=2)),
        ("89.6 points", Figure(Fraction("89.6"), digits=1)),
        ("88,33%", Figure(percent=Fraction("0.8833"), digits=2)),
        ("87.14 percent", Figure(percent=Fraction("0.8714"), digits=2)),
        ("87,14 phần trăm", Figure(percent=Fraction("0.8714"), digits=2)),
        ("90,10% điểm", Figure(percent=Fraction("0.901"), digits=2)),
        ("85,31/100 điểm", Figure(Fraction("85.31"), Fraction(100), digits=2)),
        ("40,62/80", Figure(Fraction("40.62"), Fraction(80), digits=2)),
        ("43.4778", Figure(Fraction("43.4778"), digits=4)),
        ("", Figure()),
        ("-", Figure()),
        ("Không áp dụng", Figure()),
    ],
)
def test_a_printed_figure_is_read(text: str, figure: Figure) -> None:
    assert (figure, None) == read_figure(cell(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("92.830", "number-two-readings"),
        ("92.830 điểm", "number-two-readings"),
        ("khoảng 85", "published-figure-unreadable"),
        ("85,7,8", "published-figure-unreadable"),
        ("85/0", "published-figure-unreadable"),
        ("=1+1", "published-figure-unreadable"),
    ],
)
def test_an_unclear_figure_is_not_read(text: str, code: str) -> None:
    figure, finding = read_figure(cell(text))

    assert finding is not None
    assert (Figure(), [(code, "t.csv:2:score")]) == (figure, codes_and_places([finding]))


def test_a_bare_number_below_a_header_of_per_cent_is_a_percentage() -> None:
    assert Fraction("0.8578") == read_figure(cell("85,78"), in_percent=True)[0].percent


def test_a_share_below_a_header_of_per_cent_is_refused() -> None:
    _, finding = read_figure(cell("0,8578"), in_percent=True)

    assert finding is not None
    assert [("number-two-readings", "t.csv:2:score")] == codes_and_places([finding])


@pytest.mark.parametrize(
    ("text", "rank", "of"),
    [
        ("15418/19990", 15418, 19990),
        ("15", 15, None),
        ("15=", 15, None),
        ("=15", 15, None),
        ("T-3", 3, None),
        ("hạng 15", 15, None),
        ("Xếp thứ 2", 2, None),
        ("đồng hạng 3", 3, None),
        ("Đồng hạng 3/8", 3, 8),
        ("3 (đồng hạng)", 3, None),
        ("8/63", 8, 63),
        ("hạng 6/16", 6, 16),
        ("1st", 1, None),
        ("01", 1, None),
        ("", None, None),
        ("-", None, None),
    ],
)
def test_a_rank_is_read(text: str, rank: int | None, of: int | None) -> None:
    found, finding = read_rank(cell(text))

    assert (rank, of, None) == (found.rank, found.of, finding)


@pytest.mark.parametrize("text", ["62 (text cut)", "0", "2-3", "nhất", "15.5", "-4", "XIII"])
def test_what_is_no_rank_is_refused(text: str) -> None:
    found, finding = read_rank(cell(text))

    assert finding is not None
    assert (None, [("published-rank-unreadable", "t.csv:2:score")]) == (
        found.rank,
        codes_and_places([finding]),
    )
