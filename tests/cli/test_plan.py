"""``parindex plan``: what brings a grade, a rank or points with least effort, in words and as documents."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from cli.improving_office import hand_in, improving_office
from cli.ranked_office import A, D, four_districts, scored
from cli.running import EXAMPLE
from cli.small_office import Office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return improving_office(tmp_path_factory.mktemp("plan") / "cơ quan")


@pytest.fixture(scope="module")
def department(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return a folder in which the packaged example department is scored."""
    office = Office(tmp_path_factory.mktemp("so"))
    assert 3 > office.run("score", EXAMPLE).code
    return office


def plans(office: Office, *words: str, unit: str = "Sở Một") -> Any:
    return office.run("plan", unit, *words, "--format", "json").json


def codes(plan: Any) -> list[str]:
    return [step["code"] for step in plan["steps"]]


def test_the_example_department_reaches_the_grade_that_is_asked_for(department: Office) -> None:
    found = plans(department, "--to", "Xuất sắc", unit="Sở Xây dựng")

    assert ["excellent"] * 3 == [plan["after"]["grade"] for plan in found["plans"]]


def test_the_example_departments_plan_has_the_rules_own_wording(department: Office) -> None:
    found = plans(department, "--to", "Xuất sắc", "--alternatives", "1", unit="Sở Xây dựng")
    said = {step["code"]: step["changes"] for step in found["plans"][0]["steps"]}

    assert ["từ “Một cuộc” thành “Từ hai cuộc trở lên”"] == said["1.5"]
    assert ["tỷ lệ kinh phí tiết kiệm: từ 8 % lên 10 %"] == said["6.5"]
    assert ["nhiệm vụ đã hoàn thành: từ 27 lên 28 trong tổng số 30 (90 % lên 93,33 %)"] == said["1.1.3"]


def test_the_example_department_is_told_what_is_out_of_its_hands(department: Office) -> None:
    found = plans(department, "--points", "30", unit="Sở Xây dựng")

    assert (False, [], {"survey", "imported", "leaders", "appraised"}) == (
        found["reachable"],
        found["plans"],
        {each["why"] for each in found["apart"]},
    )


def test_what_a_plan_promises_comes_out_when_it_is_tried(office: Office) -> None:
    plan = plans(office, "--points", "2", "--exclude", "1.3", "--exclude", "X")["plans"][0]
    typed = {"1.1": "1.1=Đúng hạn", "1.2": "1.2=28/30", "2.2": "2.2=Có", "1.4": "1.4:1=0"}
    tried = office.run("whatif", "Sở Một", *(typed[code] for code in codes(plan)), "--format", "json").json

    assert plan["after"] == tried["after"]


def test_the_cheapest_steps_are_taken_first(office: Office) -> None:
    """1.2 gains 2 for 40/30 of a step (24 of 30 to 28), 1.1 and 2.2 each 1 for 1, 1.4 takes 3 for a half."""
    assert [["1.2"], ["1.1", "2.2"]] == [
        sorted(codes(plan))
        for plan in plans(office, "--points", "2", "--exclude", "2.1", "--exclude", "1.3")["plans"]
    ][:2]


def test_the_effort_that_the_set_states_is_taken(office: Office) -> None:
    excluded = [word for code in ("1.1", "1.2", "1.3", "2", "X") for word in ("--exclude", code)]
    found = plans(office, "--points", "0.5", *excluded)

    assert (True, "3", ["1.4"]) == (
        found["effort_stated"],
        found["plans"][0]["effort"],
        codes(found["plans"][0]),
    )


def test_a_clause_in_the_way_of_a_grade_is_lifted(office: Office) -> None:
    found = plans(office, "--to", "Tốt")

    assert all("2.2" in codes(plan) for plan in found["plans"])
    assert {"good"} == {plan["after"]["grade"] for plan in found["plans"]}


def test_a_clause_that_may_not_be_lifted_makes_the_grade_unreachable(office: Office) -> None:
    outcome = office.run("plan", "Sở Một", "--to", "Tốt", "--exclude", "2.2")

    assert 1 == outcome.code
    assert "Không đạt được mục tiêu" in outcome.out
    assert "Hạ từ" in outcome.out


def test_a_lifted_clause_is_told(office: Office) -> None:
    assert "Không còn bị hạ xếp loại: Điều 9." in office.run("plan", "Sở Một", "--to", "Tốt").out


def test_a_rank_is_reached_by_equal_figures(office: Office) -> None:
    """The second one has 16 of 20 points: with as many the rank is shared, as the set ranks."""
    found = plans(office, "--to-rank", "2")

    assert {2} == {plan["after"]["rank"] for plan in found["plans"]}
    assert all(plan["after"]["points"] >= 16 for plan in found["plans"])


def test_the_first_rank_may_be_out_of_reach(office: Office) -> None:
    found = plans(office, "--to-rank", "1", "--exclude", "1", unit="Sở Ba")

    assert (False, 2) == (found["reachable"], found["furthest"]["rank"])


def test_penalties_are_avoided(office: Office) -> None:
    excluded = [word for code in ("1", "2") for word in ("--exclude", code)]
    (plan,) = plans(office, "--points", "0.5", *excluded)["plans"]

    assert [("X.1", "1/2", ["Văn bản nhắc nhở: từ 1 xuống 0"])] == [
        (step["code"], str(step["gain"]).replace("0.5", "1/2"), step["changes"]) for step in plan["steps"]
    ]


def test_points_of_a_survey_are_set_apart(office: Office) -> None:
    assert [{"code": "2.3", "title": "Mức độ hài lòng", "lost": "1", "why": "survey"}] == plans(
        office, "--to", "Tốt"
    )["apart"]


def test_what_is_excluded_is_set_apart(office: Office) -> None:
    found = plans(office, "--points", "1", "--exclude", "1.1")

    assert ("1.1", "1", "excluded") in [(each["code"], each["lost"], each["why"]) for each in found["apart"]]


def test_no_plan_contains_one_before_it(office: Office) -> None:
    found = [set(codes(plan)) for plan in plans(office, "--points", "1", "--alternatives", "8")["plans"]]

    assert 6 == len(found)  # there are no others
    assert [] == [n for n, own in enumerate(found) if any(before <= own for before in found[:n])]


def test_a_goal_that_is_reached_needs_no_plan(office: Office) -> None:
    outcome = office.run("plan", "Sở Một", "--to", "Khá")

    assert (0, True) == (outcome.code, "Mục tiêu đã đạt" in outcome.out)


def test_the_table_says_what_to_do(office: Office) -> None:
    lines = office.run("plan", "Sở Một", "--to", "Tốt").out.splitlines()

    assert "Mục tiêu: xếp loại Tốt (từ 80 % trở lên)." in lines
    assert any("→ nhiệm vụ hoàn thành: từ 24 lên 28 trong tổng số 30" in line for line in lines)
    assert any(line.startswith("So với phương án 1: ") for line in lines)


def test_the_table_speaks_english(office: Office) -> None:
    out = office.run("plan", "Sở Một", "--to", "good", "--lang", "en").out

    assert [] == [
        each for each in ("Goal: grade Good", "from “Late” to “On time”", "By survey") if each not in out
    ]


def test_an_appraisal_that_differs_is_worked_up_from(tmp_path: Path) -> None:
    office = improving_office(tmp_path / "a")
    hand_in(office, "Sở Một", plan="Chậm", appraised={"1.1": 0, "1.2": 2})
    assert 3 > office.run("score", "bang").code
    excluded = [word for code in ("1.2", "1.3", "1.4", "2", "X") for word in ("--exclude", code)]
    (plan,) = plans(office, "--points", "2", *excluded)["plans"]

    assert [("0", "2", "1", ["cần được công nhận: đạt “Đúng hạn”"])] == [
        (step["before"], step["after"], step["claimed"], step["changes"][1:]) for step in plan["steps"]
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Nêu đúng một mục tiêu"),
        (("--to", "Tốt", "--points", "1"), "Nêu đúng một mục tiêu"),
        (("--to", "Rất tốt"), "các xếp loại: Xuất sắc, Tốt, Khá, Yếu"),
        (("--points", "vài"), "Không hiểu --points “vài”"),
        (("--points", "0"), "Không hiểu --points “0”"),
        (("--points", "92.830"), "Không hiểu --points"),
        (("--to", "Tốt", "--exclude", "9.9"), "không có mã 9.9"),
        (("--to", "Tốt", "--format", "docx"), "thêm -o TỆP.docx"),
        (("--to", "Tốt", "-o", "kh.pdf"), "dùng đuôi .json, .md, .docx, .xlsx"),
    ],
)
def test_what_cannot_be_planned_is_told(office: Office, words: tuple[str, ...], said: str) -> None:
    outcome = office.run("plan", "Sở Một", *words)

    assert (2, True) == (outcome.code, said in outcome.err)


def test_a_unit_without_a_rank_is_told_to_use_another_goal(tmp_path: Path) -> None:
    office = improving_office(tmp_path / "a")
    hand_in(office, "Sở Một", survey="92.830")
    assert 3 > office.run("score", "bang").code
    outcome = office.run("plan", "Sở Một", "--to-rank", "1")

    assert (2, True) == (outcome.code, "chưa được xếp hạng" in outcome.err)


def test_a_unit_with_a_published_result_only_is_told_what_to_do(tmp_path: Path) -> None:
    office = scored(four_districts(tmp_path), A, D)
    (office.folder / "cong-bo.csv").write_text("Đơn vị;Điểm\nHuyện B;80,5\n", encoding="utf-8")
    words = ("--level", "district", "--period", "2023", "--index", "PAR", "--source", "QĐ 1")
    assert 0 == office.run("import", "cong-bo.csv", *words).code

    assert 3 == office.run("plan", "Huyện B", "--points", "1").code


def test_a_file_that_exists_is_kept_unless_forced(office: Office) -> None:
    path = office.folder / "da-co.md"
    path.write_text("cũ", encoding="utf-8")
    kept = office.run("plan", "Sở Một", "--to", "Tốt", "-o", path.name)
    forced = office.run("plan", "Sở Một", "--to", "Tốt", "-o", path.name, "--force")

    assert (2, 0, True) == (kept.code, forced.code, path.read_text(encoding="utf-8").startswith("# Kế hoạch"))


def test_markdown_has_columns_to_fill_in(office: Office) -> None:
    out = office.run("plan", "Sở Một", "--to", "Tốt", "--format", "md").out
    heads = next(line for line in out.splitlines() if line.startswith("| STT"))

    assert heads.endswith("| Bộ phận thực hiện | Thời hạn | Tài liệu kiểm chứng |")


def test_word_has_a_table_across_the_page_for_each_plan(office: Office) -> None:
    assert 0 == office.run("plan", "Sở Một", "--to", "Tốt", "-o", "ke-hoach.docx").code
    document = docx.Document(io.BytesIO((office.folder / "ke-hoach.docx").read_bytes()))
    section = document.sections[0]
    head = [cell.text for cell in document.tables[0].rows[0].cells]

    assert (297, 210) == tuple(round(side.mm) for side in (section.page_width, section.page_height) if side)
    assert 3 == len(document.tables)
    assert ["Bộ phận thực hiện", "Thời hạn", "Tài liệu kiểm chứng"] == head[-3:]
    assert {""} == {cell.text for row in document.tables[0].rows[1:] for cell in row.cells[-3:]}


def test_excel_has_a_sheet_for_each_plan_with_numbers_as_numbers(office: Office) -> None:
    assert 0 == office.run("plan", "Sở Một", "--to", "Tốt", "-o", "ke-hoach.xlsx").code
    book = openpyxl.load_workbook(office.folder / "ke-hoach.xlsx")
    sheet = book["Phương án 1"]
    row = next(cells for cells in sheet.iter_rows(values_only=True) if cells[0] == 1)

    assert ["Phương án 1", "Phương án 2", "Phương án 3"] == book.sheetnames
    assert all(isinstance(value, int | float) for value in row[4:8])
    assert (None, None, None) == row[8:11]


def test_no_text_of_a_plan_becomes_a_formula(tmp_path: Path) -> None:
    office = improving_office(tmp_path / "a")
    path = office.folder / "criteria" / "cai-thien.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("vi: Ban hành kế hoạch,", 'vi: "=1+1",'), encoding="utf-8")
    assert 3 > office.run("score", "bang").code
    assert 0 == office.run("plan", "Sở Một", "--to", "Tốt", "-o", "ke-hoach.xlsx").code
    book = openpyxl.load_workbook(office.folder / "ke-hoach.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert "=1+1" in [cell.value for cell in cells]
    assert [] == [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_a_plan_out_of_reach_is_written_with_its_reason(office: Office) -> None:
    for name in ("khong.md", "khong.docx", "khong.xlsx"):
        assert 1 == office.run("plan", "Sở Một", "--points", "19", "-o", name).code

    assert "Không đạt được mục tiêu" in (office.folder / "khong.md").read_text(encoding="utf-8")


def test_a_format_that_is_not_the_endings_is_refused(office: Office) -> None:
    outcome = office.run("plan", "Sở Một", "--to", "Tốt", "--format", "docx", "-o", "nham.xlsx")

    assert (2, False) == (outcome.code, (office.folder / "nham.xlsx").exists())
    assert "Đuôi của tệp nham.xlsx không phải của định dạng docx" in outcome.err


def test_a_plan_says_that_it_is_proven_to_be_the_cheapest(office: Office) -> None:
    plan = plans(office, "--to", "Tốt")["plans"][0]

    assert (True, plan["effort"]) == (plan["proven_cheapest"], plan["least_effort"])


def test_a_plan_that_may_not_be_the_cheapest_says_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parcli.analysis.planning.solver.MOST_STEPS", 0)
    plan = plans(office, "--to", "Tốt", "--alternatives", "1")["plans"][0]

    assert (False, True) == (plan["proven_cheapest"], float(plan["least_effort"]) <= float(plan["effort"]))
    for form in ("table", "md"):
        said = office.run("plan", "Sở Một", "--to", "Tốt", "--alternatives", "1", "--format", form).out
        assert "Chưa chắc là phương án ít công sức nhất" in said


def test_a_shared_rank_is_said(tmp_path: Path) -> None:
    """Sở Một lacks of Sở Hai's points only those of its late plan."""
    office = improving_office(tmp_path / "a")
    hand_in(office, "Sở Một", plan="Chậm", done="30/30", late=0, on_time="100%", apology="Có", survey=2.5)
    assert 3 > office.run("score", "bang").code
    said = office.run("plan", "Sở Một", "--to-rank", "1", "--exclude", "1.3").out

    assert "bằng hạng với 1 đơn vị khác" in " ".join(said.split())
