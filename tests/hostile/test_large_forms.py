"""Tables far larger than any office's are refused at once; what is just within the limits costs little."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from hostile.measured import measured
from parcli.criteria.library import Library
from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.workbook.reading import read_forms
from parcli.workbook.sheet import column_letters
from support.hostile_files import with_sheet

SECONDS = 5.0
MEGABYTES = 300.0
LONG = 200_000
WORDS = "Đơn vị thực hiện điểm tự chấm "
HEADER = ["STT", "Tiêu chí", "Điểm tối đa", "Kết quả", "Điểm tự chấm", "Giải trình"]

Row = Sequence[str | int]
Rows = list[tuple[int, Row]]


def form(rows: int, row: Callable[[int], Row], header: Row = HEADER) -> Rows:
    return [(1, ["Đơn vị: Xã A"]), (2, ["Năm: 2025"]), (4, header), *((5 + n, row(n)) for n in range(rows))]


def beside(units: int, rows: int) -> Rows:
    header = [*HEADER[:3], *(f"Xã {number}" for number in range(units))]
    return form(rows, lambda n: [f"1.1.{n}", "t", 1, *[1] * units], header)


# what makes a table too large, the rows, what the sentence says
TOO_LARGE: dict[str, tuple[Callable[[], Rows], str]] = {
    "rows of unknown titles": (
        lambda: form(
            19_000, lambda n: [f"Tiêu chí lạ số {n} của cơ quan", 1, 1], [*HEADER[1:3], "Điểm tự chấm"]
        ),
        "số dòng có nội dung là 19003, nhiều nhất 5000",
    ),
    "rows of totals": (
        lambda: form(19_000, lambda n: ["", "Tổng cộng", n, 1, 1]),
        "số dòng có nội dung là 19003, nhiều nhất 5000",
    ),
    "codes of 200,000 characters": (
        lambda: form(95, lambda n: ["1." * (LONG // 2), "t", 1, "", 1]),
        "số ký tự trong các ô của tệp là 19000",
    ),
    "texts above the table": (
        lambda: [
            *((n, [WORDS * (LONG // len(WORDS))] * 3) for n in range(1, 31)),
            (40, HEADER),
            (41, ["1", "a"]),
        ],
        "số ký tự trong các ô của tệp là",
    ),
    "words where the header is": (
        lambda: [(n, [f"Từ {col} {n}" for col in range(999)]) for n in range(1, 39)],
        "số ô chữ ở 40 dòng đầu các trang tính là",
    ),
    "columns of evidence": (
        lambda: form(
            430, lambda n: [f"1.1.{n}", "t", 1, 1, *["a"] * 900], [*HEADER[:4], *["Tài liệu"] * 900]
        ),
        "số ô có nội dung trong tệp là 389626",
    ),
    "units side by side": (lambda: beside(900, 30), "bảng của mọi đơn vị có tất cả 29700 dòng"),
}
WITHIN: dict[str, Callable[[], Rows]] = {
    "rows of unknown titles": lambda: form(
        4_900, lambda n: [f"Tiêu chí lạ số {n} của cơ quan", 1, 1], [*HEADER[1:3], "Điểm tự chấm"]
    ),
    "rows of totals": lambda: form(
        4_900, lambda n: ["", "Tổng cộng", n, 1, 1] if n else ["1.1.1", "t", 1, 1, 1]
    ),
    "codes of 40,000 characters": lambda: form(70, lambda n: ["1." * 20_000, "t", 1, "", 1]),
    "lines of labels": lambda: [
        (1, ["\n".join(["Đơn vị: A"] * 19_000)] * 14),
        *form(1, lambda n: ["1", "t", 1])[1:],
    ],
    "texts above the table": lambda: [
        *((n, [WORDS * 3_200]) for n in range(1, 31)),
        (40, HEADER),
        (41, ["1.1.1", "a", 1, 1, 1]),
    ],
    "marks on one letter": lambda: [
        (1, ["a" + "\u0323\u0301" * 99_000] * 14),
        *form(1, lambda n: ["1", "t", 1])[1:],
    ],
    "units side by side": lambda: beside(490, 35),
}


@pytest.mark.parametrize("name", TOO_LARGE)
def test_a_table_too_large_is_refused_with_what_there_is_too_much_of(tmp_path: Path, name: str) -> None:
    make, words = TOO_LARGE[name]

    with pytest.raises(UnusableFile) as caught:
        read_forms(written(tmp_path / "bad.xlsx", make()))
    sentence = error_text(caught.value.code, caught.value.params, "vi")
    assert words in sentence, sentence


@pytest.mark.parametrize("name", WITHIN)
def test_a_table_within_the_limits_costs_no_more_than_is_promised(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / "large.xlsx", WITHIN[name]())

    cost = measured(
        tmp_path, "check", path, "--format", "json", "--criteria", "commune-2025", "--period", "2025"
    )

    assert (True, True, False) == (
        cost.seconds < SECONDS,
        cost.megabytes < MEGABYTES,
        "Traceback" in cost.err,
    ), (cost.err[:400], cost.seconds, cost.megabytes)


@pytest.mark.parametrize("shown", ["table", "json"])
def test_as_many_known_units_as_fit_are_checked_within_the_time_of_one_file(
    tmp_path: Path, shown: str
) -> None:
    path = written(tmp_path / "large.xlsx", known_beside(224))

    cost = measured(
        tmp_path, "check", path, "--criteria", "commune-2025", "--period", "2025", "--format", shown
    )

    assert (1, True, True) == (cost.code, cost.seconds < SECONDS, cost.megabytes < MEGABYTES), (
        cost.err[:400],
        cost.seconds,
        cost.megabytes,
    )


def known_beside(units: int) -> Rows:
    """Return every criterion of a set with points that are too many, a finding for each unit."""
    nodes = list(Library(()).get("commune-2025").criteria_set.walk())
    header = [*HEADER[:3], *(f"Xã {number}" for number in range(units))]
    return form(
        len(nodes),
        lambda n: [nodes[n].code, nodes[n].title.vi, "", *[9 if nodes[n].is_leaf else ""] * units],
        header,
    )


def written(path: Path, rows: Rows) -> Path:
    body = "".join(
        f'<row r="{number}">'
        + "".join(cell(number, col, value) for col, value in enumerate(row, 1) if value != "")
        + "</row>"
        for number, row in rows
    )
    return with_sheet(path, f"<sheetData>{body}</sheetData>")


def cell(row: int, col: int, value: str | int) -> str:
    name = f"{column_letters(col)}{row}"
    if isinstance(value, int):
        return f'<c r="{name}"><v>{value}</v></c>'
    return f'<c r="{name}" t="str"><v>{escape(value)}</v></c>'
