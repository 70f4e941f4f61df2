"""``parindex whatif``: answers are read as in a workbook, scored by the engine, ranked among the others."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cli.improving_office import hand_in, improving_office
from cli.ranked_office import A, four_districts, scored
from cli.small_office import Office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return improving_office(tmp_path_factory.mktemp("whatif") / "cơ quan")


def tried(office: Office, *changes: str, unit: str = "Sở Một") -> Any:
    """Return the result before and after as the JSON document."""
    return office.run("whatif", unit, *changes, "--format", "json").json


def points_of(found: Any, code: str) -> tuple[str, str]:
    """Return a criterion's points before and after."""
    (each,) = [each for each in found["changed"] if each["code"] == code]
    return each["before"]["points"], each["after"]["points"]


def altered(office: Office, statement: str) -> None:
    """Change the register behind the program's back."""
    with closing(sqlite3.connect(office.folder / "parindex.db")) as connection, connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute(statement)


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        ("1.1=Đúng hạn", "1", "2"),
        ("1.1= đúng hạn ", "1", "2"),
        ("1.2=95%", "2", "4"),
        ("1.2=28/30", "2", "4"),
        ("1.2=27/30", "2", "2"),
        ("1.2:nhiệm vụ hoàn thành=28", "2", "4"),
        ("1.3:Nêu tồn tại=Có", "1.5", "2"),
        ("1.3:2=Có", "1.5", "2"),
        ("1.4:Báo cáo không gửi=1", "1.5", "0.5"),
        ("2.1=95,5 %", "4.56", "4.775"),
        ("2.2=Có", "0", "1"),
        ("2.3=85%", "3", "3.4"),
        ("2.3=3,2", "3", "3.2"),
        ("X.1=0", "0.5", "0"),
    ],
)
def test_a_value_is_read_as_in_a_workbook(office: Office, change: str, before: str, after: str) -> None:
    code = change.partition("=")[0].partition(":")[0]

    assert (before, after) == points_of(tried(office, change), code)


def test_the_result_is_scored_anew(office: Office) -> None:
    found = tried(office, "1.1=Đúng hạn", "2.2=Có")

    assert [(13.06, "fair"), (15.06, "fair")] == [
        (found[when]["points"], found[when]["grade"]) for when in ("before", "after")
    ]


def test_a_clause_that_lowered_the_grade_can_be_lifted(office: Office) -> None:
    changes = ("1.1=Đúng hạn", "1.2=95%")
    held, lifted = tried(office, *changes), tried(office, *changes, "2.2=Có")

    assert ["fair", "good"] == [held["after"]["grade"], lifted["after"]["grade"]]


def test_the_rank_is_among_the_others_as_they_are(office: Office) -> None:
    found = tried(office, "1.1=Đúng hạn", "1.2=95%")

    assert [3, 2] == [found[when]["rank"] for when in ("before", "after")]


def test_a_rank_that_is_shared_is_counted(office: Office) -> None:
    as_so_ba = ("1.1=Đúng hạn", "1.4:1=0", "2.1=80%", "2.2=Có", "2.3=3,5", "X.1=0")
    found = tried(office, *as_so_ba)

    assert (2, 1) == (found["after"]["rank"], found["after"]["rank_shared_with"])


def test_points_that_only_the_council_gives_are_what_is_typed(tmp_path: Path) -> None:
    office = improving_office(tmp_path / "a")
    path = office.folder / "criteria" / "cai-thien.yaml"
    text = path.read_text(encoding="utf-8")
    rule = "rule: {kind: proportion, of: {percent: tỷ lệ hồ sơ đúng hạn}}"
    assert rule in text
    by_council = text.replace(rule, "scored_by: appraised\n        rule: {kind: points}")
    path.write_text(by_council, encoding="utf-8")
    hand_in(office, "Sở Một", on_time=None, appraised={"2.1": 4})
    assert 3 > office.run("score", "bang", "--reason", "bộ đã sửa").code

    assert ("4", "3") == points_of(tried(office, "2.1=3"), "2.1")


def test_several_rows_of_a_criterion_are_put_together(office: Office) -> None:
    found = tried(office, "1.4:1=2", "1.4:2=1")

    assert ("1.5", "0") == points_of(found, "1.4")


def test_what_does_not_apply_leaves_the_applicable_maximum(office: Office) -> None:
    found = tried(office, "1.2=Không áp dụng")

    assert 69.13 == found["after"]["percent"]


def test_a_new_answer_counts_as_accepted_by_the_council(tmp_path: Path) -> None:
    office = improving_office(tmp_path / "a")
    hand_in(office, "Sở Một", plan="Đúng hạn", appraised={"1.1": 0, "1.2": 2})
    assert 3 > office.run("score", "bang").code

    assert ("0", "1") == points_of(tried(office, "1.1=Chậm"), "1.1")


def test_points_that_a_council_has_to_give_are_taken_as_the_rule_gives_them(tmp_path: Path) -> None:
    office = improving_office(tmp_path / "a")
    path = office.folder / "criteria" / "cai-thien.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("appraised_blank: confirmed", "appraised_blank: missing"), encoding="utf-8")
    codes = ("1.1", "1.2", "1.3", "1.4", "2.1", "2.2")
    hand_in(office, "Sở Một", appraised=dict.fromkeys(codes, 1))
    assert 3 > office.run("score", "bang", "--reason", "bộ đã sửa").code

    assert ("1", "2") == points_of(tried(office, "1.1=Đúng hạn"), "1.1")


def test_the_table_says_why_points_change(office: Office) -> None:
    out = office.run("whatif", "Sở Một", "1.2=28/30").out

    assert "    hiện nay: 24 / 30 = 80 %; 80 %: mức từ 70 % đến 90 %, 2 điểm" in out.splitlines()
    assert "    sau đó: 28 / 30 = ≈93,333333 %; ≈93,333333 %: mức trên 90 %, 4 điểm" in out.splitlines()


def test_the_table_shows_rank_and_grade_side_by_side(office: Office) -> None:
    rows = [line.split() for line in office.run("whatif", "S1", "1.1=Đúng hạn", "1.2=95%").out.splitlines()]

    assert ["Hạng", "3/3", "2/3", "+1", "bậc"] in rows


def test_the_table_speaks_english(office: Office) -> None:
    out = office.run("whatif", "Sở Một", "2.2=Yes", "--lang", "en").out

    assert [] == [each for each in ("What if", "Then", "among the other units") if each not in out]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("1.1=Sớm", "option-unknown"),
        ("1.2=950%", "value-out-of-range"),
        ("2.1=92.830", "number-two-readings"),
        ("1.4:1=-2", "count-expected"),
        ("1.4=3", "details-expected"),
        ("1.2=lớn", "number-expected"),
        ("1.2=5 điểm", "number-expected"),
        ("1.3:2=x", "yes-no-expected"),
        ("1.3=4", "yes-no-expected"),
        ("2.1=-1%", "value-out-of-range"),
        ("2.3=4,5", "points-above-max"),
        ("2.3=tốt", "number-expected"),
        ("X.1=nhiều", "count-expected"),
    ],
)
def test_a_value_that_the_rule_refuses_gets_the_rules_own_finding(
    office: Office, change: str, code: str
) -> None:
    outcome = office.run("whatif", "Sở Một", change, "--format", "json")

    assert (1, None, [code]) == (
        outcome.code,
        outcome.json["after"],
        [each["code"] for each in outcome.json["findings"]],
    )


def test_a_refused_value_is_told_on_stderr(office: Office) -> None:
    outcome = office.run("whatif", "Sở Một", "1.1=Sớm")

    assert (1, True) == (outcome.code, "[option-unknown]" in outcome.err)


def test_a_refused_value_is_told_with_what_the_rule_takes(office: Office) -> None:
    words = ("whatif", "Sở Một", "1.1=Sớm", "1.3:1=x", "2.2=Có")
    told = " ".join(office.run(*words).err.split())
    accepted = office.run(*words, "--format", "json").json["accepted"]

    assert ["1.1", "1.3"] == [each["code"] for each in accepted]
    assert (
        "1.1 Ban hành kế hoạch nhận câu trả lời theo quy tắc: Chọn một phương án: – Đúng hạn: 2 điểm" in told
    )
    assert ["– Đúng hạn: 2 điểm", "– Chậm: 1 điểm", "– Không ban hành: 0 điểm"] == accepted[0]["rule"][1:]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (("1.9=1",), "mã gần giống: 1.4, 1.3, 1.2"),
        (("Z=1",), "không có mã Z"),
        (("1=5",), "nhập giá trị cho 1.1, 1.2, 1.3, 1.4"),
        (("1.1",), "Không hiểu “1.1”"),
        (("1.1:=1",), "Không hiểu “1.1:=1”"),
        (("=1",), "Không hiểu “=1”"),
        (("1.1=Chậm", "1.1=Đúng hạn"), "được nhập hai lần"),
        (("1.3:1=Có", "1.3=Có"), "được nhập hai lần"),
        (("1.3:Khác=Có",), "1 – Đủ số liệu, 2 – Nêu tồn tại, 3 – Nêu nhiệm vụ"),
        (("1.3:4=Có",), "không có dòng “4”"),
        (("2.3:Người dân=80%",), "không có dòng nào bên dưới"),
    ],
)
def test_a_change_that_names_nothing_is_told_what_to_write(
    office: Office, changes: tuple[str, ...], words: str
) -> None:
    outcome = office.run("whatif", "Sở Một", *changes)

    assert (2, True) == (outcome.code, words in outcome.err)


def test_a_unit_with_a_published_result_only_is_told_what_to_do(tmp_path: Path) -> None:
    office = scored(four_districts(tmp_path), A)
    (office.folder / "cong-bo.csv").write_text("Đơn vị;Điểm\nHuyện B;80,5\n", encoding="utf-8")
    words = ("--level", "district", "--period", "2023", "--index", "PAR", "--source", "QĐ 1")
    assert 0 == office.run("import", "cong-bo.csv", *words).code
    outcome = office.run("whatif", "Huyện B", "1=60")

    assert (3, True) == (outcome.code, "chỉ có kết quả đã công bố" in outcome.err)


def test_a_result_without_kept_answers_is_told_what_to_do(tmp_path: Path) -> None:
    office = scored(four_districts(tmp_path), A)
    altered(office, "DELETE FROM result_answers")
    outcome = office.run("whatif", "Huyện A", "1=60")

    assert (3, True) == (outcome.code, "câu trả lời chưa được giữ" in outcome.err)


def test_a_set_that_was_altered_is_told(tmp_path: Path) -> None:
    office = scored(four_districts(tmp_path), A)
    path = office.folder / "criteria" / "thu.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("from: 80%", "from: 81%"), encoding="utf-8")
    outcome = office.run("whatif", "Huyện A", "1=60")

    assert (3, True) == (outcome.code, "đã bị sửa sau khi chấm" in outcome.err)


def test_a_set_that_is_gone_is_told(tmp_path: Path) -> None:
    office = scored(four_districts(tmp_path), A)
    (office.folder / "criteria" / "thu.yaml").unlink()
    outcome = office.run("whatif", "Huyện A", "1=60")

    assert (3, True) == (outcome.code, "không có hoặc không dùng được" in outcome.err)


def test_answers_that_give_another_result_now_are_told(tmp_path: Path) -> None:
    office = scored(four_districts(tmp_path), A)
    altered(office, "UPDATE result SET points = '91'")
    outcome = office.run("whatif", "Huyện A", "1=60")

    assert (3, True) == (outcome.code, "khác kết quả đã lưu" in outcome.err)
