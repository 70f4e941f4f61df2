"""A command typed wrongly ends in exit code 2 and one sentence in the user's language."""

from __future__ import annotations

import pytest

from cli.running import CASE_C, EXAMPLE, parindex, process
from parcli.criteria.library import Library

E, C = str(EXAMPLE), str(CASE_C)
SETS = ", ".join(Library().ids())
WRONG: list[tuple[list[str], str, str]] = [
    (
        ["socre", E],
        "Không có lệnh “socre”; có phải là score?",
        "No such command: “socre”; did you mean score?",
    ),
    (["xyz"], "Không có lệnh “xyz”.", "No such command: “xyz”."),
    (["support"], "Không có lệnh “support”.", "No such command: “support”."),
    (
        ["score", E, "--crtieria", "x"],
        "Không có tùy chọn --crtieria; có phải là --criteria?",
        "No such option: --crtieria; did you mean --criteria?",
    ),
    (["score"], "Thiếu WORKBOOK.", "Missing WORKBOOK."),
    (["explain"], "Thiếu WORKBOOK.", "Missing WORKBOOK."),
    (["score", E, "--criteria"], "Tùy chọn --criteria cần một giá trị.", "Option --criteria needs a value."),
    (
        ["check", E, "--show-mapping=yes"],
        "Tùy chọn --show-mapping không nhận giá trị.",
        "Option --show-mapping takes no value.",
    ),
    (
        ["score", E, "--format", "xml"],
        "Giá trị của --format không hợp lệ: “xml” không phải là một trong: table, json, csv.",
        "Invalid value for --format: “xml” is not one of table, json, csv.",
    ),
    (
        ["score", E, "--stage", "last"],
        "Giá trị của --stage không hợp lệ: “last” không phải là một trong: self, final.",
        "Invalid value for --stage: “last” is not one of self, final.",
    ),
    (
        ["score", E, "--fail-on", "all"],
        "Giá trị của --fail-on không hợp lệ: “all” không phải là một trong: error, warning, info, never.",
        "Invalid value for --fail-on: “all” is not one of error, warning, info, never.",
    ),
    (["explain", E, "1.1", "1.2"], "Thừa đối số: 1.2.", "Unexpected arguments: 1.2."),
    (
        ["criteria", "lst"],
        "Không có lệnh “lst”; có phải là list?",
        "No such command: “lst”; did you mean list?",
    ),
    (
        ["score", E, "--period", "2023-13"],
        "“2023-13” không phải là một kỳ: ghi 2023, 2023-H1 hoặc 2023-Q2 (năm từ 1900 đến 2200).",
        "“2023-13” is no period: write 2023, 2023-H1 or 2023-Q2 (a year from 1900 to 2200).",
    ),
    (
        ["score", C, "--criteria", "none-such"],
        f"Không có bộ tiêu chí “none-such”: hãy dùng một trong {SETS}, hoặc đường dẫn đến tệp .yaml.",
        f"There is no criteria set “none-such”: use one of {SETS}, or the path of a .yaml file.",
    ),
    (
        ["explain", E, "99.9"],
        "Bộ tiêu chí department-2023 không có mã 99.9;"
        " xem các mã bằng parindex criteria show department-2023.",
        "Criteria set department-2023 has no code 99.9;"
        " see its codes with parindex criteria show department-2023.",
    ),
]


every_mistake = pytest.mark.parametrize(
    ("words", "vi", "en"),
    WRONG,
    ids=[" ".join(words).replace(E, "E").replace(C, "C") for words, _, _ in WRONG],
)


@every_mistake
def test_the_sentence_is_vietnamese_by_default(words: list[str], vi: str, en: str) -> None:
    outcome = parindex(*words)

    assert (2, "", f"Lỗi: {vi}") == (outcome.code, outcome.out, outcome.err.splitlines()[0])


@every_mistake
def test_the_sentence_is_english_when_asked(words: list[str], vi: str, en: str) -> None:
    outcome = parindex(*words, "--lang", "en")

    assert (2, "", f"Error: {en}") == (outcome.code, outcome.out, outcome.err.splitlines()[0])


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("vi", "Gõ 'parindex score --help' để xem cách dùng."),
        ("en", "Type 'parindex score --help' for help."),
    ],
)
def test_the_second_line_says_where_help_is(lang: str, line: str) -> None:
    assert line == parindex("score", E, "--format", "xml", "--lang", lang).err.splitlines()[1]


def test_a_language_that_there_is_not_is_wrong_usage() -> None:
    outcome = parindex("score", E, "--lang", "fr")

    assert (2, "Lỗi: Không có ngôn ngữ “fr”: dùng vi hoặc en.\n") == (outcome.code, outcome.err)


def test_lang_without_a_value_is_wrong_usage() -> None:
    assert 2 == parindex("score", E, "--lang").code


def test_no_command_prints_the_help_and_is_wrong_usage() -> None:
    outcome = parindex()

    assert (2, True) == (outcome.code, "Cách dùng: parindex" in outcome.out + outcome.err)


@pytest.mark.parametrize(("words", "code"), [([C], 0), ([E], 1), (["--nothing"], 2), (["no-file.xlsx"], 3)])
def test_the_process_exits_with_the_code(words: list[str], code: int) -> None:
    assert code == process("score", *words).code


def test_the_language_may_come_from_the_environment() -> None:
    outcome = parindex("xyz", env={"PARINDEX_LANG": "en"})

    assert "Error: No such command: “xyz”." == outcome.err.splitlines()[0]


def test_the_option_wins_over_the_environment() -> None:
    outcome = parindex("xyz", "--lang=vi", env={"PARINDEX_LANG": "en"})

    assert "Lỗi: Không có lệnh “xyz”." == outcome.err.splitlines()[0]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [("0", "phải từ 1 trở lên."), ("-1", "phải từ 1 trở lên."), ("hai", "phải là số nguyên.")],
)
def test_a_wrong_number_is_said_in_vietnamese(value: str, sentence: str) -> None:
    outcome = parindex("score", ".", "--workers", value)

    said = f"Lỗi: Giá trị của --workers không hợp lệ: {sentence}"
    assert (2, said) == (outcome.code, outcome.err.splitlines()[0])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("plan", "Sở Một", "--alternatives", "9999"), "--alternatives không hợp lệ: không được quá 20."),
        (("robustness", "--draws", "99999999999"), "--draws không hợp lệ: không được quá 1000000."),
        (("robustness", "--spread", "100"), "--spread không hợp lệ: không được quá 99."),
    ],
)
def test_a_number_too_great_is_said_in_vietnamese(words: tuple[str, ...], sentence: str) -> None:
    outcome = parindex(*words)

    assert (2, f"Lỗi: Giá trị của {sentence}") == (outcome.code, outcome.err.splitlines()[0])
