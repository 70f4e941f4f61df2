"""What cannot be scored at all ends in one sentence on stderr, exit code 3 and no traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.filled_forms import changed, write_cells
from cli.running import CASE_C, EXAMPLE, Outcome, parindex, process
from support.workbooks import archive, write

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
CONTENT_TYPES = "[Content_Types].xml"


def _pdf(folder: Path) -> Path:
    return _bytes(folder / "report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")


def _docx(folder: Path) -> Path:
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return archive(folder / "report.docx", {CONTENT_TYPES: types, "word/document.xml": "<w:document/>"})


def _csv(folder: Path) -> Path:
    return _bytes(folder / "table.csv", "Lĩnh vực;Điểm tối đa\nCải cách thể chế;14\n".encode())


def _text_named_xlsx(folder: Path) -> Path:
    return _bytes(folder / "notes.xlsx", "Điểm CCHC năm 2023: 75,61".encode())


def _damaged_xls(folder: Path) -> Path:
    return _bytes(folder / "old.xls", OLE + "Workbook".encode("utf-16-le"))


def _protected(folder: Path) -> Path:
    return _bytes(folder / "locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"))


def _empty(folder: Path) -> Path:
    return _bytes(folder / "empty.xlsx", b"")


def _cut_short(folder: Path) -> Path:
    return _bytes(folder / "cut.xlsx", EXAMPLE.read_bytes()[:2000])


def _other_archive(folder: Path) -> Path:
    return archive(folder / "pictures.xlsx", {"a.txt": "A"})


def _missing(folder: Path) -> Path:
    return folder / "missing.xlsx"


def _directory(folder: Path) -> Path:
    return folder


def _without_a_table(folder: Path) -> Path:
    return write(folder / "letter.xlsx", "Kính gửi: Sở Nội vụ")


def _of_another_set(folder: Path) -> Path:
    return write_cells(folder / "other-set.xlsx", changed({"C9": "commune-2025"}))


def _of_another_year(folder: Path) -> Path:
    return write_cells(folder / "other-year.xlsx", changed({"C8": "Năm 2031"}))


def _of_another_level(folder: Path) -> Path:
    return write_cells(folder / "other-level.xlsx", changed({"C6": "Xã"}))


def _of_no_set(folder: Path) -> Path:
    return write(
        folder / "strange.xlsx",
        """
        Đơn vị: Trường A
        Năm: 2023

        STT | Tiêu chí | Điểm tối đa | Tự chấm
        1 | Dạy tốt | 60 | 50
        2 | Học tốt | 40 | 30
        """,
    )


UNUSABLE: dict[Callable[[Path], Path], str] = {
    _pdf: "PDF",
    _docx: "Word",
    _csv: "CSV",
    _text_named_xlsx: "CSV",
    _damaged_xls: "hỏng",
    _protected: "mật khẩu",
    _empty: "0 byte",
    _cut_short: "hỏng",
    _other_archive: "nén",
    _missing: "Không tìm thấy",
    _directory: "thư mục",
    _without_a_table: "dòng tiêu đề",
    _of_another_set: "commune-2025",
    _of_another_year: "2031",
    _of_another_level: "cấp",
    _of_no_set: "không nhận ra",
}
NAMES = [make.__name__.strip("_") for make in UNUSABLE]
every_case = pytest.mark.parametrize(("make", "words"), UNUSABLE.items(), ids=NAMES)


@every_case
def test_it_is_one_vietnamese_sentence_and_exit_code_3(
    make: Callable[[Path], Path], words: str, tmp_path: Path
) -> None:
    path = make(tmp_path)

    outcome = parindex("score", path)

    assert (3, "", True, True) == (
        outcome.code,
        outcome.out,
        _is_one_sentence(outcome, "Lỗi: "),
        words in outcome.err and str(path) in outcome.err,
    )


@every_case
@pytest.mark.parametrize("command", ["score", "check", "explain"])
def test_it_is_one_english_sentence_and_exit_code_3(
    make: Callable[[Path], Path], words: str, command: str, tmp_path: Path
) -> None:
    outcome = parindex(command, make(tmp_path), "--lang", "en")

    assert (3, "", True) == (outcome.code, outcome.out, _is_one_sentence(outcome, "Error: "))


@pytest.mark.parametrize("make", [_missing, _protected, _of_another_set], ids=lambda make: make.__name__)
def test_the_process_ends_the_same_way(make: Callable[[Path], Path], tmp_path: Path) -> None:
    outcome = process("score", make(tmp_path))

    assert (3, "", True) == (outcome.code, outcome.out, _is_one_sentence(outcome, "Lỗi: "))


def test_the_document_of_nothing_usable_lists_the_failure(tmp_path: Path) -> None:
    path = _empty(tmp_path)

    outcome = parindex("score", path, "--format", "json")

    assert (3, [], [str(path)]) == (
        outcome.code,
        outcome.json["results"],
        [each["file"] for each in outcome.json["failed"]],
    )


def test_a_workbook_of_another_set_than_asked_for_is_refused() -> None:
    outcome = parindex("score", EXAMPLE, "--criteria", "department-2023-areas")

    assert (3, True) == (outcome.code, "department-2023-areas" in outcome.err)


def test_a_workbook_of_another_year_than_asked_for_is_refused() -> None:
    outcome = parindex("score", EXAMPLE, "--period", "2024")

    assert (3, True) == (outcome.code, "2024" in outcome.err and "'Tự đánh giá'!C8" in outcome.err)


@pytest.fixture
def one_of_three_fails(tmp_path: Path) -> list[Path]:
    good = Path(shutil.copy(EXAMPLE, tmp_path / "good.xlsx"))
    return [good, _pdf(tmp_path), CASE_C]


def test_the_other_files_are_scored(one_of_three_fails: list[Path]) -> None:
    document = parindex("score", *one_of_three_fails, "--format", "json").json

    assert ["good.xlsx", "case_c.xlsx"] == [Path(each["file"]).name for each in document["results"]]


def test_one_failure_among_several_is_exit_code_1(one_of_three_fails: list[Path]) -> None:
    assert 1 == parindex("score", *one_of_three_fails).code


def test_one_failure_counts_even_where_findings_do_not(one_of_three_fails: list[Path]) -> None:
    assert 1 == parindex("score", *one_of_three_fails, "--fail-on", "never").code


@pytest.mark.parametrize(
    ("lang", "summary"),
    # the workbook and case C are of one unit under two sets: neither is the unit's result
    [("vi", "0 tệp đã chấm, 3 tệp không dùng được."), ("en", "0 files scored, 3 could not be used.")],
)
def test_several_files_are_summed_up_on_stderr(
    one_of_three_fails: list[Path], lang: str, summary: str
) -> None:
    assert summary in parindex("score", *one_of_three_fails, "--lang", lang).err.splitlines()


def test_quiet_leaves_only_the_failure(one_of_three_fails: list[Path]) -> None:
    outcome = parindex("score", *one_of_three_fails, "--quiet")

    assert _is_one_sentence(outcome, "Lỗi: ")


def test_nothing_but_failures_is_exit_code_3(tmp_path: Path) -> None:
    assert 3 == parindex("score", _pdf(tmp_path), _empty(tmp_path)).code


def _bytes(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _is_one_sentence(outcome: Outcome, start: str) -> bool:
    text = outcome.err
    return (
        text.startswith(start) and text.endswith(".\n") and text.count("\n") == 1 and "Traceback" not in text
    )
