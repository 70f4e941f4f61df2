"""The streaming reader sees in every workbook what openpyxl sees."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from parcli.workbook.xlsx import package
from support.odd_workbooks import odd_workbook
from support.oracle import differences
from support.workbooks import Grid, write_sheets

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(params=["taken apart", "parsed"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read each workbook in both ways that the reader has."""
    if request.param == "parsed":
        monkeypatch.setattr(package, "MAX_PLAIN_BYTES", 0)
    return str(request.param)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.xlsx")), ids=lambda path: path.name)
@pytest.mark.usefixtures("way")
def test_examples(path: Path) -> None:
    assert [] == differences(path)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.usefixtures("way")
def test_odd_workbooks(tmp_path: Path, seed: int) -> None:
    assert [] == differences(odd_workbook(tmp_path / "odd.xlsx", seed))


@pytest.mark.usefixtures("way")
def test_workbook_of_openpyxl(tmp_path: Path) -> None:
    assert [] == differences(by_openpyxl(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("options", [{}, {"constant_memory": True}, {"date_1904": True}], ids=str)
@pytest.mark.usefixtures("way")
def test_workbook_of_xlsxwriter(tmp_path: Path, options: dict[str, bool]) -> None:
    assert [] == differences(by_xlsxwriter(tmp_path / "a.xlsx", **options))


@pytest.mark.office
@pytest.mark.usefixtures("way")
def test_workbooks_that_libreoffice_has_saved(tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.mkdir()
    by_openpyxl(made / "openpyxl.xlsx")
    by_xlsxwriter(made / "xlsxwriter.xlsx")
    shutil.copyfile(EXAMPLES / "workbook.xlsx", made / "example.xlsx")
    saved = resaved(made, tmp_path)

    assert (3, []) == (len(saved), [text for path in saved for text in differences(path)])


def by_openpyxl(path: Path) -> Path:
    """Write what openpyxl can write: each kind of value, formats, merged ranges, what is hidden."""
    moment = datetime.fromisoformat("2023-10-01T08:30:00")
    rows: Grid = [
        ["Mã", "Tiêu chí\nhai dòng", "=SUM(A1:A2)", None, "x"],
        [1, 0.85, True, moment, moment.date()],
        [moment.time(), '=IF(A2>1,"a","b")', "#N/A", " khoảng ", "=A1"],
        [-1.5, 1e-9, 123456789012345, "<b>&amp;", "\u202e"],
    ]
    look = {"merge": ("A1:B1", "D3:E4"), "formats": {"B2": "0.0%", "A4": "[h]:mm"}, "hide_rows": (3,)}
    return write_sheets(
        path, {"CCHC": rows, "Ẩn": rows, "Rỗng": []}, hidden=("Ẩn",), hide_cols=("C",), **look
    )


def by_xlsxwriter(path: Path, **options: bool) -> Path:
    """Write what xlsxwriter can write, cached values and rich texts among it."""
    with xlsxwriter.Workbook(path, options) as book:
        percent, date = (
            book.add_format({"num_format": "0.00%"}),
            book.add_format({"num_format": "dd/mm/yyyy"}),
        )
        sheet = book.add_worksheet("Tự chấm")
        sheet.write_row(0, 0, ["Mã", "Tiêu chí", 1, 2.5, True])
        sheet.write_datetime(1, 0, datetime.fromisoformat("2023-10-01"), date)
        sheet.write_number(1, 1, 0.5, percent)
        sheet.write_formula(1, 2, "=B2*2", percent, 1)
        sheet.write_formula(1, 3, "=1/0", None, "#DIV/0!")
        sheet.write_formula(1, 4, '=A1&""', None, "Mã")
        sheet.write_array_formula("F2:F3", "{=A1:A2*2}", None, 4)
        sheet.write_blank(2, 0, None, date)
        sheet.write_rich_string(2, 1, book.add_format({"bold": True}), "đậm", " thường")
        sheet.merge_range("A5:C6", "gộp", date)
        sheet.set_row(8, None, None, {"hidden": True})
        sheet.set_column("H:XFD", None, None, {"hidden": True})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "='Tự chấm'!$C$1:$D$1"})
        book.add_chartsheet("Biểu đồ").set_chart(chart)
        book.add_worksheet("Ẩn").very_hidden()
    return path


def resaved(folder: Path, work: Path) -> list[Path]:
    """Return the workbooks of a folder as LibreOffice saves them."""
    out = work / "out"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out)),
            *map(str, sorted(folder.iterdir())),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return sorted(out.glob("*.xlsx"))
