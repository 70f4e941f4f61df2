"""A workbook with many different mistakes: every one is found in one run, at its cell, in words to act on."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from cli.filled_forms import FOOTER_ROW, Percent, changed, with_rows_inserted, write_cells
from cli.running import parindex, score_of

SHEET = "'Tự đánh giá'!"

# what is typed into the example's cells, and the finding that each slip has to give
SLIPS: dict[str, tuple[dict[str, Any], str, str]] = {
    "another unit stated a second time": ({"B10": "Đơn vị:", "C10": "Sở Y tế"}, "label-conflict", "C10"),
    "a block that the set lacks": ({"C7": "Khối doanh nghiệp"}, "block-unknown", "C7"),
    "a column of the unit's own": ({"P11": "Mã hồ sơ", "P15": "HS-01"}, "column-unknown", "P11"),
    "evidence left out": ({"N15": None}, "evidence-missing", "A15"),
    "a claim against the declared value": ({"G34": 0}, "claim-differs", "G34"),
    "not applicable where it is forbidden": (
        {"F42": "Không áp dụng", "H42": None, "I42": None},
        "not-applicable-forbidden",
        "F42",
    ),
    "a negative count": ({"F46": -1}, "count-expected", "F46"),
    "neither yes nor no": ({"F52": "Một phần"}, "yes-no-expected", "F52"),
    "did not arise where it is forbidden": (
        {"F61": "Không phát sinh", "H61": None, "I61": None},
        "did-not-arise-forbidden",
        "F61",
    ),
    "points on a survey criterion": ({"G71": 1}, "self-on-survey", "G71"),
    "another maximum": ({"C76": 2}, "max-differs", "C76"),
    "another title": ({"B87": "Họp giao ban hằng tháng"}, "title-differs", "A87"),
    "a denominator of 0": ({"E92": 0}, "denominator-invalid", "E92"),
    "a detail row twice": ({"B100": "Qua Cổng Dịch vụ công quốc gia"}, "detail-twice", "D100"),
    "an appraisal between two options": ({"I104": 0.9}, "appraisal-not-attainable", "I104"),
    "points above the maximum": ({"G106": 1.25}, "points-above-max", "G106"),
    "a dash for points": ({"G111": "-"}, "points-mark", "G111"),
    "words for points": ({"G112": "khoảng nửa điểm"}, "points-not-a-number", "G112"),
    "an option that there is not": ({"F122": "Trình muộn"}, "option-unknown", "F122"),
    "1, which is 1 % or 100 %": ({"F137": 1}, "percent-two-readings", "F137"),
    "a percentage for points": ({"G138": "80%"}, "points-percent", "G138"),
    "1.260, which is 1,26 or 1260": ({"D142": "1.260"}, "number-two-readings", "D142"),
    "a criterion left blank": (
        {"F151": None, "G151": None, "H151": None, "I151": None},
        "answer-missing",
        "A151",
    ),
    "a formula that was never worked out": ({"F156": "=81/100"}, "formula-no-value", "F156"),
    "points that no option gives": ({"F157": None, "G157": 0.3}, "points-not-attainable", "G157"),
    "more done than there was to do": ({"D159": 60}, "ratio-out-of-range", "D159"),
    "an error value": ({"D160": "#DIV/0!"}, "cell-error", "D160"),
    "a percentage beside a number": ({"D161": Percent(0.45)}, "pair-mixed", "D161"),
    "half a ratio": ({"D164": None}, "pair-incomplete", "E164"),
    "points where only the council scores": ({"G172": 1.25, "G174": 1.25}, "self-on-appraised", "G174"),
}
WRONG_SUMS: dict[str, tuple[dict[str, Any], str, str]] = {
    "a subtotal added up wrongly": ({"G21": 1.6}, "sum-differs", "G21"),
    "a total added up wrongly": ({f"G{FOOTER_ROW}": 99}, "total-differs", f"G{FOOTER_ROW + 2}"),
}
NEW_ROWS: list[tuple[dict[str, Any], str, str]] = [
    ({"A": "3.7", "B": "Chuyển đổi xanh", "C": 1, "F": "Có"}, "code-unknown", f"A{FOOTER_ROW}"),
    (
        {"A": "1.6", "B": "Sáng kiến, giải pháp mới trong cải cách hành chính", "C": 1},
        "row-duplicate",
        f"A{FOOTER_ROW + 1}",
    ),
]
PLANTED = {(code, SHEET + cell) for _, code, cell in (*SLIPS.values(), *WRONG_SUMS.values(), *NEW_ROWS)}
OF_THE_EXAMPLE = {("claim-differs", f"{SHEET}G20"), ("evidence-missing", f"{SHEET}A171")}

# these list titles, options or cells of the form outside of quotation marks
NAMES_WORDS_OF_THE_FORM = {"code-unknown", "label-conflict", "option-unknown", "row-duplicate"}

_QUOTED = re.compile('“[^”]*”|--map "[^"]*"')
_ANSWERS_OF_FORMS = re.compile(r"\b(?:Có|Không)\b")  # an English reader types them too
_OF_THE_SET = re.compile("(?<=Blocks: )[a-z, -]+")


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cells = changed(_merged(SLIPS), after_sums=_merged(WRONG_SUMS))
    cells = with_rows_inserted(cells, FOOTER_ROW, [row for row, _, _ in NEW_ROWS])
    return write_cells(tmp_path_factory.mktemp("planted") / "planted.xlsx", cells)


def test_more_than_twenty_kinds_of_mistake_are_planted() -> None:
    assert 34 == len({code for code, _ in PLANTED})


def test_the_example_has_the_two_mistakes_that_it_shows(tmp_path: Path) -> None:
    assert sorted(OF_THE_EXAMPLE) == _found(write_cells(tmp_path / "same.xlsx", changed({})))


def test_each_mistake_is_found_once_at_its_cell(workbook: Path) -> None:
    assert sorted(PLANTED | OF_THE_EXAMPLE) == _found(workbook)


@pytest.mark.parametrize("name", SLIPS)
def test_a_mistake_alone_is_the_only_finding_beside_the_examples(name: str, tmp_path: Path) -> None:
    cells, code, place = SLIPS[name]

    path = write_cells(tmp_path / "one.xlsx", changed(cells))

    assert sorted({(code, SHEET + place)} | OF_THE_EXAMPLE) == _found(path)


@pytest.mark.parametrize(
    ("cell", "words", "code"),
    [
        ("F42", "Không áp dụng", "not-applicable-forbidden"),
        ("F61", "Không phát sinh", "did-not-arise-forbidden"),
    ],
)
def test_an_appraisal_hides_no_forbidden_answer(tmp_path: Path, cell: str, words: str, code: str) -> None:
    path = write_cells(tmp_path / "forbidden.xlsx", changed({cell: words}))

    assert (code, f"{SHEET}{cell}") in _found(path)


def test_a_detail_row_left_blank_is_found_at_its_own_cell(tmp_path: Path) -> None:
    path = write_cells(tmp_path / "blank.xlsx", changed({"F23": None}))

    assert ("detail-blank", f"{SHEET}F23") in _found(path)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_check_lists_the_same_findings_as_score(workbook: Path, lang: str) -> None:
    outcome = parindex("check", workbook, "--format", "json", "--lang", lang)

    assert score_of(workbook, "--lang", lang)["findings"] == outcome.json["results"][0]["findings"]


def test_the_terminal_shows_every_place_and_code(workbook: Path) -> None:
    out = parindex("check", workbook).out

    assert [] == [found for found in PLANTED if f"  {found[1]}  [{found[0]}]" not in out]


def test_every_place_is_a_cell_of_the_table(workbook: Path) -> None:
    places = [each["place"] for each in score_of(workbook)["findings"]]

    assert [] == [place for place in places if not re.fullmatch(SHEET + "[A-P][0-9]+", place)]


def test_texts_are_vietnamese_by_default(workbook: Path) -> None:
    texts = [each[key] for each in score_of(workbook)["findings"] for key in ("message", "remedy")]

    assert [] == [text for text in texts if not _has_diacritics(_QUOTED.sub("", text))]


def test_english_texts_quote_vietnamese_and_use_none(workbook: Path) -> None:
    texts = [
        _ANSWERS_OF_FORMS.sub("", _QUOTED.sub("", _OF_THE_SET.sub("", each[key])))
        for each in score_of(workbook, "--lang", "en")["findings"]
        for key in ("message", "remedy")
        if each["code"] not in NAMES_WORDS_OF_THE_FORM
    ]

    assert [] == [text for text in texts if _has_diacritics(text)]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_finding_says_what_to_do(workbook: Path, lang: str) -> None:
    findings = score_of(workbook, "--lang", lang)["findings"]

    assert [] == [each for each in findings if not each["remedy"].endswith(".")]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("points-above-max", ("1,25", "1")),
        ("claim-differs", ("0", "0,5")),
        ("max-differs", ("2", "1")),
        ("sum-differs", ("1,6", "1,5", "0,1")),
        ("number-two-readings", ("1.260", "1,26", "1260")),
        ("percent-two-readings", ("1 %", "100 %")),
        ("ratio-out-of-range", ("60", "48", "125 %", "từ 0 % đến 100 %")),
        ("option-unknown", ("Trình muộn", "Trình đúng thời hạn", "Trình chậm", "Chưa trình")),
        ("label-conflict", ("Sở Y tế", "Sở Xây dựng", f"{SHEET}C5")),
        ("title-differs", ("Họp giao ban hằng tháng", "Quy trình nội bộ giải quyết thủ tục")),
        ("cell-error", ("#DIV/0!",)),
        ("formula-no-value", ("=81/100",)),
    ],
)
def test_a_text_names_what_disagrees(workbook: Path, code: str, words: tuple[str, ...]) -> None:
    (text,) = [
        each["message"]
        for each in score_of(workbook)["findings"]
        if each["code"] == code and (code, each["place"]) not in OF_THE_EXAMPLE
    ]

    assert [] == [word for word in words if word not in text]


def _merged(slips: dict[str, tuple[dict[str, Any], str, str]]) -> dict[str, Any]:
    return {cell: value for cells, _, _ in slips.values() for cell, value in cells.items()}


def _found(path: Path) -> list[tuple[str, str]]:
    return sorted((each["code"], each["place"]) for each in score_of(path)["findings"])


def _has_diacritics(text: str) -> bool:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d\u0301").replace("Đ", "D\u0301"))
    return any(unicodedata.combining(char) for char in letters)
