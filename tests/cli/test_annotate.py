"""``parindex check --annotate`` writes what it finds into copies, and never into the originals."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from cli.running import EXAMPLE, Outcome, parindex
from cli.small_office import Form, Office, small_office
from parcli.workbook import annotate, child
from support.old_formats import saved_as
from support.recalculated import recalculated
from support.workbooks import write

LIST = "Kết quả kiểm tra"
DISTRICTS = ("H1,Huyện A,district,,,,,,", "H2,Huyện B,district,,,,,,")
WRONG = Form("Huyện A", 61, code="H1")  # of 60
FINDINGS = {"Tự đánh giá!G20": "claim-differs", "Tự đánh giá!A171": "evidence-missing"}
HEAD = ["Mã", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định", "SIPAS"]
AREAS = (
    "Công tác chỉ đạo điều hành cải cách hành chính | 15.5",
    "Cải cách thể chế | 14",
    "Cải cách thủ tục hành chính | 17.5",
    "Cải cách tổ chức bộ máy hành chính nhà nước | 10",
    "Cải cách chế độ công vụ | 12",
    "Cải cách tài chính công | 11",
    "Xây dựng và phát triển chính quyền điện tử, chính quyền số | 20",
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "cơ quan", *DISTRICTS)


def check(*words: str | Path) -> Outcome:
    return parindex("check", *words)


def codes(path: Path, *words: str) -> list[str]:
    (result,) = parindex("check", path, "--format", "json", *words).json["results"]
    return [each["code"] for each in result["findings"]]


def commented(book: Workbook) -> list[str]:
    cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    return [f"{cell.parent.title}!{cell.coordinate}" for cell in cells if cell.comment]


def listed(book: Workbook, column: int) -> list[object]:
    return [row[column].value for row in book[LIST].iter_rows(min_row=7)]


def part(folder: Path, code: str, *points: object) -> Path:
    rows = {"1": ["1", "Chỉ đạo điều hành", 60], "2": ["2", "Thủ tục hành chính", 30]}
    heading = [
        ["Đơn vị", "Huyện B"],
        ["Mã đơn vị", "H2"],
        ["Kỳ đánh giá", "Năm 2023"],
        ["Bộ tiêu chí", "thu"],
    ]
    folder.mkdir(parents=True, exist_ok=True)
    return write(folder / "phần.xlsx", [*heading, [], HEAD, [*rows[code], *points]])


def test_the_example_has_its_findings_at_their_cells(tmp_path: Path) -> None:
    before = hashlib.sha256(EXAMPLE.read_bytes()).hexdigest()

    outcome = check(EXAMPLE, "--annotate", tmp_path / "ra")

    book = load_workbook(tmp_path / "ra" / "workbook.xlsx")
    assert sorted(FINDINGS) == sorted(commented(book))
    assert list(FINDINGS.values()) == listed(book, 5)
    assert f"Đã ghi bản sao có chú thích: {tmp_path / 'ra' / 'workbook.xlsx'} (2 phát hiện)." in outcome.err
    assert before == hashlib.sha256(EXAMPLE.read_bytes()).hexdigest()


def test_the_copy_keeps_every_formula(tmp_path: Path) -> None:
    check(EXAMPLE, "--annotate", tmp_path / "bản sao.xlsx")

    def formulas(path: Path) -> dict[str, object]:
        cells = (cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row)
        return {cell.coordinate: cell.value for cell in cells if cell.data_type == "f"}

    assert formulas(EXAMPLE)
    assert formulas(EXAMPLE) == formulas(tmp_path / "bản sao.xlsx")


def test_a_copy_that_excel_has_not_saved_says_so_once(tmp_path: Path) -> None:
    check(EXAMPLE, "--annotate", tmp_path)

    assert ["annotated-copy-not-saved", *FINDINGS.values()] == sorted(codes(tmp_path / "workbook.xlsx"))


@pytest.mark.office
def test_a_copy_that_libreoffice_has_saved_is_like_the_original(tmp_path: Path) -> None:
    check(EXAMPLE, "--annotate", tmp_path)

    (saved,) = recalculated([tmp_path / "workbook.xlsx"], tmp_path / "lưu")

    assert sorted(FINDINGS.values()) == sorted(codes(saved))
    assert sorted(FINDINGS) == sorted(commented(load_workbook(saved)))


def test_a_workbook_without_findings_gets_a_list_that_says_so(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.xlsx", "\n".join(["BẢNG NĂM 2023", "Lĩnh vực | Điểm tối đa | Tự chấm", *AREAS])
    )

    check(path, "--annotate", tmp_path / "ra", "--lang", "en")

    book = load_workbook(tmp_path / "ra" / "a.xlsx")
    assert "Check results" in book.sheetnames


def test_what_is_there_stays_unless_forced(office: Office) -> None:
    path = office.write("a", WRONG)
    target = office.folder / "ra" / "a.xlsx"
    target.parent.mkdir()
    target.write_bytes(b"here")

    kept = office.run("check", path, "--annotate", "ra", "--fail-on", "never")
    assert (b"here", 1) == (target.read_bytes(), kept.code)
    assert "Không ghi đè 1 tệp đã có; thêm --force để ghi đè: ra/a.xlsx" in kept.err.replace("\\", "/")

    assert 0 == office.run("check", path, "--annotate", "ra", "--force", "--fail-on", "never").code
    assert [LIST] == [name for name in load_workbook(target).sheetnames if name == LIST]


@pytest.mark.parametrize(
    ("out", "sentence"),
    [
        ("bang/a.xlsx", "trỏ vào chính tệp đang kiểm tra"),
        ("bang", "trỏ vào chính tệp đang kiểm tra"),
        ("a.xlsm", "phải có đuôi .xlsx"),
    ],
)
def test_one_file_is_never_written_onto_itself(office: Office, out: str, sentence: str) -> None:
    before = office.write("a", WRONG).read_bytes()

    outcome = office.run("check", "bang/a.xlsx", "--annotate", out, "--force")

    assert 2 == outcome.code
    assert sentence in outcome.err
    assert before == (office.folder / "bang" / "a.xlsx").read_bytes()


def test_a_link_to_the_original_is_the_original(office: Office) -> None:
    path = office.write("a", WRONG)
    (office.folder / "ra").mkdir()
    (office.folder / "ra" / "a.xlsx").hardlink_to(path)

    assert 2 == office.run("check", path, "--annotate", "ra", "--force").code


@pytest.mark.parametrize(
    ("out", "sentence"),
    [("bang/ra", "nằm trong bang đang được kiểm tra"), ("ra.xlsx", "phải là một thư mục")],
)
def test_several_files_need_a_folder_apart(office: Office, out: str, sentence: str) -> None:
    office.hand_in(WRONG, Form("Huyện B", 50, code="H2"))

    outcome = office.run("check", "bang", "--annotate", out)

    assert (2, "") == (outcome.code, outcome.out)
    assert sentence in outcome.err


def test_a_folder_is_written_as_it_lies_and_one_failure_stops_no_other(office: Office) -> None:
    (office.folder / "bang" / "khối 1").mkdir()
    office.write("khối 1/a", WRONG)
    office.write("a", Form("Huyện B", 50, code="H2"))
    (office.folder / "bang" / "hỏng.xlsx").write_bytes(b"PK\x03\x04")

    office.run("check", "bang", "--annotate", "ra")

    written = sorted(path.relative_to(office.folder).as_posix() for path in office.folder.glob("ra/**/*.*"))
    assert ["ra/a.xlsx", "ra/khối 1/a.xlsx"] == written
    assert ["CCHC!D7", "CCHC!E7"] == commented(load_workbook(office.folder / "ra" / "khối 1" / "a.xlsx"))


def test_a_pattern_that_finds_earlier_copies_is_refused(office: Office) -> None:
    office.write("a", WRONG)
    assert 1 == office.run("check", "bang/**/*.xlsx", "--annotate", "bang/ra").code

    again = office.run("check", "bang/**/*.xlsx", "--annotate", "bang/ra", "--force")

    assert 2 == again.code
    assert "trỏ vào chính tệp đang kiểm tra bang/ra/a.xlsx" in again.err.replace("\\", "/")


def test_why_a_table_is_of_no_use_stands_on_its_list(office: Office) -> None:
    path = office.write("a", Form("Huyện A", 50, code="H1", year=2019))

    assert 3 == office.run("check", path, "--annotate", "ra").code

    book = load_workbook(office.folder / "ra" / "a.xlsx")
    assert ["workbook-of-another-year"] == listed(book, 5)
    assert "chưa xác định" in str(book[LIST]["A2"].value)


def test_files_of_the_same_name_get_names_of_their_own(office: Office) -> None:
    (office.folder / "khác").mkdir()
    first, second = office.write("a", WRONG), office.write("../khác/a", Form("Huyện B", 62, code="H2"))

    office.run("check", first, second, "--annotate", "ra")

    assert ["a (2).xlsx", "a.xlsx"] == sorted(path.name for path in (office.folder / "ra").iterdir())


def test_a_file_too_large_for_comments_is_one_sentence(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.write("a", WRONG)
    office.write("b", Form("Huyện B", 62, code="H2"))

    def only_small(function: object, source: Path, *args: object, seconds: float) -> object:
        if source.name == "a.xlsx":
            raise child.ChildFailed("memory")
        return b"copy"

    monkeypatch.setattr(child, "run_limited", only_small)

    outcome = office.run("check", "bang", "--annotate", "ra")

    assert f"Tệp bang/{path.name} quá lớn để ghi chú thích" in outcome.err.replace("\\", "/")
    assert ["b.xlsx"] == [path.name for path in (office.folder / "ra").iterdir()]


def test_a_file_that_takes_no_comments_gets_a_list(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office.write("a", WRONG)
    monkeypatch.setattr(annotate, "load_workbook", None)
    monkeypatch.setattr(child, "run_limited", lambda function, *args, seconds: function(*args))

    outcome = office.run("check", path, "--annotate", "ra")

    assert "Đã ghi danh sách phát hiện, vì a.xlsx không ghi chú thích được: ra" in outcome.err
    assert [LIST] == load_workbook(office.folder / "ra" / "a.xlsx").sheetnames


def test_parts_of_one_unit_get_their_own_findings(office: Office) -> None:
    part(office.folder / "bang" / "phòng 1", "1", 61)
    part(office.folder / "bang" / "phòng 2", "2", "1,5 điểm lẻ")

    office.run("check", "bang", "--annotate", "ra")

    first, second = (
        load_workbook(office.folder / "ra" / folder / "phần.xlsx") for folder in ("phòng 1", "phòng 2")
    )
    assert "CCHC!D7" in commented(first)
    assert "CCHC!D7" in commented(second)
    assert "points-above-max" in listed(first, 5)
    assert "points-above-max" not in listed(second, 5)
    assert "points-not-a-number" in listed(second, 5)
    assert "merged-from" in listed(first, 5)
    assert "merged-from" in listed(second, 5)


def test_units_of_one_file_share_a_list_that_names_them(tmp_path: Path) -> None:
    rows = "\n".join(f"{area} | 99 | 98" for area in AREAS)
    path = write(tmp_path / "b.xlsx", f"BẢNG ĐIỂM NĂM 2023\nLĩnh vực | Điểm tối đa | Sở A | Sở B\n{rows}")

    check(path, "--annotate", tmp_path / "ra")

    book = load_workbook(tmp_path / "ra" / "b.xlsx")
    units = dict(zip(listed(book, 2), listed(book, 3), strict=True))
    assert ("Sở A", "Sở B") == (units["CCHC!C3"], units["CCHC!D3"])
    assert {f"CCHC!{column}{row}" for column in "CD" for row in range(3, 10)} <= set(commented(book))


def test_points_of_another_table_are_no_cell_of_the_workbook(office: Office) -> None:
    path = office.write("a", Form("Huyện A", 50, code="H1", sipas=10))
    table = write(
        office.folder / "sipas.xlsx",
        [["Mã đơn vị", "Đơn vị", "3. Mức độ hài lòng"], ["H1", "Huyện A", 8]],
        title="CCHC",
    )

    office.run("check", path, "--with", table, "--annotate", "ra")

    book = load_workbook(office.folder / "ra" / "a.xlsx")
    assert "points-differ-from-workbook" in listed(book, 5)
    assert "CCHC!C2" not in commented(book)


def test_json_stays_json(office: Office) -> None:
    path = office.write("a", WRONG)

    outcome = office.run("check", path, "--annotate", "ra", "--format", "json")

    assert 1 == len(outcome.json["results"])


@pytest.mark.office
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_old_formats_get_a_list_with_links(tmp_path: Path, kind: str) -> None:
    source = tmp_path / "bảng #1.xlsx"
    shutil.copyfile(EXAMPLE, source)
    saved_as(kind, source, folder=tmp_path)

    outcome = check(tmp_path / f"bảng #1.{kind}", "--annotate", tmp_path / "ra")

    book = load_workbook(tmp_path / "ra" / "bảng #1-kiem-tra.xlsx")
    links = [row[2].hyperlink for row in book[LIST].iter_rows(min_row=7) if row[2].hyperlink]
    assert ("'Tự đánh giá'!G20", f"../bảng %231.{kind}") == (links[0].location, links[0].target)
    assert "Đã ghi danh sách phát hiện" in outcome.err
