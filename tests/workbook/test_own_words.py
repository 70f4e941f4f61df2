"""An office's header words and what a user says of columns stand over the packaged words."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.errors import UnusableFile, WrongUsage
from parcli.messages.catalog import error_text
from parcli.project.settings import Settings
from parcli.workbook.form import Form
from parcli.workbook.own_words import OwnWords, column_number
from parcli.workbook.reading import read_workbook
from parcli.workflows.request import words_from
from support.workbooks import codes_and_places, write

TABLE = """
    Mã | Tiêu chí | Điểm tối đa | Điểm phòng rà soát | Điểm sở rà soát | Năm trước
    '1.2 | Báo cáo định kỳ | 2 | 1.5 | 1 | 2
    """


def _form(tmp_path: Path, *maps: str, table: str = TABLE, **office: tuple[str, ...]) -> Form:
    words = words_from(maps, Settings(header_words=office))
    return read_workbook(write(tmp_path / "w.xlsx", table), words)


def _roles(form: Form) -> dict[str, str]:
    return {column.place.partition("!")[2].rstrip("0123456789"): column.role for column in form.columns}


def _found(form: Form) -> list[tuple[str, str]]:
    return codes_and_places(form.findings)


def test_words_of_the_office_are_known(tmp_path: Path) -> None:
    form = _form(
        tmp_path, self=("Điểm phòng  rà soát",), appraised_1=("ĐIỂM SỞ RÀ SOÁT",), ignore=("Năm trước",)
    )

    assert {"D": "self", "E": "appraised_1", "F": "ignored"}.items() <= _roles(form).items()
    assert [] == _found(form)


def test_a_column_is_named_by_its_header_or_its_letters(tmp_path: Path) -> None:
    form = _form(tmp_path, "Điểm phòng rà soát=self", "e=appraised_2", "F=ignore")

    assert {"D": "self", "E": "appraised_2", "F": "ignored"}.items() <= _roles(form).items()
    assert ("1.5", "1") == (form.rows[0].at("self").text, form.rows[0].at("appraised_2").text)


def test_what_is_asked_stands_over_the_office_and_the_packaged_words(tmp_path: Path) -> None:
    form = _form(tmp_path, "D=appraised_1", "Điểm tối đa=ignore", "E=self", self=("Điểm phòng rà soát",))

    assert {"C": "ignored", "D": "appraised_1", "E": "self"}.items() <= _roles(form).items()


def test_a_header_of_two_letters_is_a_header_first(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Điểm tối đa | TC\n'1.2 | Báo cáo định kỳ | 2 | 1.5"
    form = _form(tmp_path, "TC=self", table=table)

    assert ("self", []) == (_roles(form)["D"], _found(form))


def test_a_column_without_header_is_named_by_its_letters(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Điểm tối đa |\n'1.2 | Báo cáo định kỳ | 2 | 1.5"
    form = _form(tmp_path, "D=self", table=table)

    assert ("CCHC!D1", "1.5") == (form.columns[-1].place, form.rows[0].at("self").text)


def test_a_table_without_any_known_word_is_read_by_letters(tmp_path: Path) -> None:
    table = "BẢNG\nSố | Việc | Trần | Ta chấm\n'1.2 | Báo cáo định kỳ | 2 | 1.5"
    form = _form(tmp_path, "A=code", "B=title", "C=max", "D=self", table=table)

    assert ["CCHC!A2", "CCHC!B2", "CCHC!C2", "CCHC!D2"] == [column.place for column in form.columns]
    assert [("1.2",)] == [row.codes for row in form.rows]


def test_a_second_column_for_the_role_that_was_named_is_not_lost(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Điểm tự chấm | Điểm chấm lại\n'1.2 | Báo cáo định kỳ | 2 | 1.5"
    form = _form(tmp_path, "D=self", table=table)

    assert "1.5" == form.rows[0].at("self").text
    assert [("column-not-understood", "CCHC!C1")] == _found(form)


def test_a_column_that_is_named_and_not_there(tmp_path: Path) -> None:
    form = _form(tmp_path, "D=self", "E=ignore", "F=ignore", "Điểm khác=note", "Z=note")

    assert [("map-unused", "CCHC!A1"), ("map-unused", "CCHC!A1")] == _found(form)


@pytest.mark.parametrize(
    ("maps", "code"),
    [
        (("Điểm tự chấm",), "map-unreadable"),
        (("=self",), "map-unreadable"),
        (("G=",), "map-unreadable"),
        (("G=tự chấm",), "map-role-unknown"),
        (("G=self", "G=note"), "map-twice"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(maps: tuple[str, ...], code: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        words_from(maps, Settings())

    assert code == caught.value.code
    assert all(error_text(code, caught.value.params, lang) for lang in ("vi", "en"))


def test_a_header_may_hold_the_sign_itself() -> None:
    assert {"(7)=(5)+(6)": "self"} == words_from(["(7)=(5)+(6)=self"], Settings()).asked


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("z", 26), ("AA", 27), ("BC", 55)])
def test_letters_of_columns(letters: str, number: int) -> None:
    assert number == column_number(letters)


def test_words_can_be_handed_to_another_process() -> None:
    import pickle

    words = OwnWords({"a": "self"}, {"B": "note"})
    assert words == pickle.loads(pickle.dumps(words))  # noqa: S301 - what was made here


def test_an_unclear_header_is_answered_with_what_was_found_and_an_example(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile) as caught:
        _form(tmp_path)

    message = error_text(caught.value.code, caught.value.params, "vi")
    assert "Mã (CCHC!A1), Tiêu chí (CCHC!B1), Điểm tối đa (CCHC!C1)" in message
    assert "Điểm phòng rà soát (CCHC!D1), Điểm sở rà soát (CCHC!E1):" in message
    assert '--map "Điểm phòng rà soát=self"' in message
    assert "self" in _form(tmp_path, str(caught.value.params["example"])).roles


def test_a_header_without_any_known_word_is_answered_with_letters(tmp_path: Path) -> None:
    table = "Số hiệu | Việc phải làm | Trần | Ta chấm\n'1.2 | Báo cáo định kỳ | 2 | 1.5"
    with pytest.raises(UnusableFile) as caught:
        _form(tmp_path, table=table)

    assert "header-words-unknown" == caught.value.code
    message = error_text(caught.value.code, caught.value.params, "vi")
    assert "Số hiệu (CCHC!A1)" in message
    assert 'ví dụ --map "B=title" --map "D=self"' in message


def test_two_columns_with_one_heading_are_answered_with_letters_that_settle_it(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Tự chấm | Tự chấm\n'1.2 | Báo cáo định kỳ | 2 | 1.5"
    with pytest.raises(UnusableFile) as caught:
        _form(tmp_path, table=table)
    example = str(caught.value.params["example"])
    assert ("header-two-alike", "C=self") == (caught.value.code, example)
    assert "2" == _form(tmp_path, example, table=table).rows[0].at("self").text


def test_two_unclear_columns_with_one_heading_are_answered_with_letters(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Điểm | Điểm\n'1.2 | Báo cáo định kỳ | 2 | 1.5"
    with pytest.raises(UnusableFile) as caught:
        _form(tmp_path, table=table)
    assert "C=self" == caught.value.params["example"]


def test_two_columns_named_for_one_role_are_said_to_be(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Tự chấm | Khác\n'1.2 | Báo cáo định kỳ | 2 | 1.5"
    with pytest.raises(UnusableFile) as caught:
        _form(tmp_path, "C=self", "D=self", table=table)
    assert "header-named-alike" == caught.value.code
    form = _form(tmp_path, "C=self", "D=self", table=table.replace("Khác", "Khác | Thẩm định") + " | 1")
    assert [("columns-named-alike", "CCHC!D1")] == _found(form)


def test_an_example_for_two_alike_beside_other_points_settles_it(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Tự chấm | Tự chấm | Thẩm định\n'1.2 | Báo cáo định kỳ | 2 | 1.5 | 1"
    (finding,) = _form(tmp_path, table=table).findings
    assert ("column-ambiguous", "C=self") == (finding.code, finding.params["example"])


def test_a_column_that_is_asked_for_and_not_there_is_said_before_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile) as caught:
        _form(tmp_path, "Z=self", table="Mã | Tiêu chí | Khác\n'1.2 | Báo cáo định kỳ | 2")
    assert ("map-without-column", ("“Z”",)) == (caught.value.code, caught.value.params["texts"])
    assert "Khác (CCHC!C1)" in error_text(caught.value.code, caught.value.params, "vi")
