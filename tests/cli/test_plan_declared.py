"""What ``parindex plan`` says of the answer that a criterion has now, where the council gave other points."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.improving_office import hand_in, improving_office
from cli.small_office import Office

_ONLY = {"1.1", "1.2", "1.3", "1.4", "2", "X"}


def changes(office: Office, code: str, points: str) -> tuple[Any, list[str]]:
    """Return the step of the cheapest plan that changes one criterion alone, and what it says."""
    others = [word for each in sorted(_ONLY - {code}) for word in ("--exclude", each)]
    found = office.run("plan", "Sở Một", "--points", points, *others, "--format", "json").json
    (step,) = found["plans"][0]["steps"]
    return step, step["changes"]


def judged(folder: Path, given: dict[str, Any], **answers: Any) -> Office:
    """Return an office in which the council gave Sở Một points."""
    office = improving_office(folder / "a")
    hand_in(office, "Sở Một", appraised=given, **answers)
    assert 3 > office.run("score", "bang").code
    return office


def test_what_is_declared_but_not_recognised_needs_evidence_and_nothing_else(tmp_path: Path) -> None:
    office = judged(tmp_path, {"1.1": 0}, plan="Đúng hạn")
    step, said = changes(office, "1.1", "2")

    assert "2" == step["claimed"]
    assert [
        "đã kê khai “Đúng hạn”, theo quy tắc được 2 điểm; hội đồng cho 0 điểm: bổ sung tài liệu kiểm chứng để"
        " được công nhận"
    ] == said


@pytest.mark.parametrize(
    ("code", "given", "points", "expected"),
    [
        (
            "1.2",  # 24 of 30 are worth 2, which is not enough
            0,
            "4",
            [
                "đã kê khai “24/30”, theo quy tắc được 2 điểm; hội đồng cho 0 điểm: bổ sung tài liệu kiểm"
                " chứng để được công nhận",
                "cần được công nhận: đạt mức trên 90 %",
            ],
        ),
        (
            "1.1",  # the council gave more than the rule does
            1.5,
            "0.5",
            [
                "đã kê khai “Chậm”, theo quy tắc được 1 điểm; hội đồng cho 1,5 điểm",
                "cần được công nhận: đạt “Đúng hạn”",
            ],
        ),
        (
            "1.3",
            0.5,
            "1.5",
            [
                "đã kê khai đạt 2 trong 3 yêu cầu, theo quy tắc được 1,5 điểm; hội đồng cho 0,5 điểm: bổ sung"
                " tài liệu kiểm chứng để được công nhận",
                "cần được công nhận: đạt đủ các yêu cầu: “Đủ số liệu”, “Nêu tồn tại”, “Nêu nhiệm vụ”",
            ],
        ),
        (
            "1.4",
            0,
            "1.5",
            [
                "đã kê khai “Báo cáo chậm: 1; Báo cáo không gửi: 0”, theo quy tắc được 1,5 điểm; hội đồng cho"
                " 0 điểm: bổ sung tài liệu kiểm chứng để được công nhận",
            ],
        ),
        (
            "1.4",
            0,
            "2",
            [
                "đã kê khai “Báo cáo chậm: 1; Báo cáo không gửi: 0”, theo quy tắc được 1,5 điểm; hội đồng cho"
                " 0 điểm: bổ sung tài liệu kiểm chứng để được công nhận",
                "cần được công nhận: không để xảy ra: “Báo cáo chậm”, “Báo cáo không gửi”",
            ],
        ),
    ],
)
def test_what_is_declared_is_said_beside_the_points_of_the_council(
    tmp_path: Path, code: str, given: float, points: str, expected: list[str]
) -> None:
    step, said = changes(judged(tmp_path, {code: given}), code, points)

    assert (expected, said[0].partition(": bổ sung")[0]) == (said, step["declared"])


def test_what_is_declared_is_accepted_with_one_step_of_the_criterions_own_effort(tmp_path: Path) -> None:
    """The set gives 1.4 an effort of 3."""
    step, _ = changes(judged(tmp_path, {"1.4": 0}), "1.4", "1.5")

    assert ("3", "1.5") == (step["effort"], step["after"])


def test_points_that_the_rule_gives_are_changed_from_where_they_are(tmp_path: Path) -> None:
    step, said = changes(judged(tmp_path, {"1.2": 2}), "1.2", "2")

    assert (None, ["nhiệm vụ hoàn thành: từ 24 lên 28 trong tổng số 30 (80 % lên 93,33 %)"]) == (
        step["declared"],
        said,
    )


def test_a_penalty_that_the_council_made_greater_is_said_as_one(tmp_path: Path) -> None:
    step, said = changes(judged(tmp_path, {"X.1": 1.5}), "X", "1")

    assert ("X.1", 1) == (step["code"], len(said))
    assert said[0].startswith("đã kê khai “1”, theo quy tắc trừ 0,5 điểm; hội đồng trừ 1,5 điểm: bổ sung")


def test_the_declared_value_is_said_in_english_too(tmp_path: Path) -> None:
    office = judged(tmp_path, {"1.1": 0}, plan="Đúng hạn")
    said = office.run(
        "plan", "Sở Một", "--points", "2", "--exclude", "2", "--format", "md", "--lang", "en"
    ).out

    assert "declared “Đúng hạn”, worth 2 points by the rule; the council gave 0: hand in" in said


def test_requirements_say_how_many_are_met_now(tmp_path: Path) -> None:
    _, said = changes(improving_office(tmp_path / "a"), "1.3", "0.5")

    assert ["đạt thêm yêu cầu “Nêu tồn tại” (hiện đạt 2 trong 3 yêu cầu)"] == said
