"""A small criteria set, and what its leaves are worth by whichever form their answers were written in."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace

from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.rules import ChoiceRule, Measure, Option
from parcli.model.score import ScoreStage, UnitScore
from parcli.model.text import Text
from parcli.model.unit import Unit
from parcli.scoring.engine import score
from parcli.workbook.form import Form
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_workbook
from support.scoring_sets import SHARE, amount, area, branch, criteria_set, leaf, tier, tiers
from support.workbooks import codes_and_places, write

NATION = """
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    BẢNG CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2024
    Đơn vị: Sở A
    """
SIGNED = """
    | Hà Nội, ngày 15 tháng 12 năm 2024 | |
    | Người lập biểu | | Giám đốc
    | (Ký, ghi rõ họ tên) | |
    """
PLAIN = """
    Mã | Tiêu chí | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Điều tra XHH
    '1 | Chỉ đạo, điều hành | 5 | | |
    '1.1 | Kế hoạch cải cách hành chính | 3 | | |
    '1.1.1 | Ban hành kế hoạch | 1 | 1 | 0.5 |
    '1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1 |
    '1.2 | Báo cáo định kỳ | 2 | 2 | 1.5 |
    '2 | Tác động | 5 | | |
    '2.1 | Mức độ hài lòng | 4 | | | 3.2
    '2.2 | Chuyển đổi số | 1 | | |
    '2.2.1 | Hạ tầng | 1 | | |
    '2.2.1.1 | Mạng | 1 | | |
    '2.2.1.1.1 | Tỷ lệ máy tính nối mạng | 1 | 1 | 1 |
    """


def layout_set() -> CriteriaSet:
    """Return two areas, leaves three and five levels deep, one of them answered by a survey."""
    timely = ("Ban hành kịp thời", 1), ("Ban hành không kịp thời", "0.5"), ("Không ban hành", 0)
    options = tuple(Option(Text(label), amount(points)) for label, points in timely)
    done = Measure("ratio", (Text("Số nhiệm vụ đã hoàn thành"), Text("Số nhiệm vụ trong kế hoạch")), SHARE)
    shares = tier("from 90%", 2), tier("from 70% below 90%", 1), tier("below 70%", 0)
    plan = branch(
        "1.1",
        leaf("1.1.1", 1, ChoiceRule(options), title=Text("Ban hành kế hoạch")),
        leaf("1.1.2", 2, tiers(done, *shares), title=Text("Mức độ hoàn thành kế hoạch")),
        title=Text("Kế hoạch cải cách hành chính"),
    )
    deep = leaf("2.2.1.1.1", 1, title=Text("Tỷ lệ máy tính nối mạng"))
    for code, title in (("2.2.1.1", "Mạng"), ("2.2.1", "Hạ tầng"), ("2.2", "Chuyển đổi số")):
        deep = branch(code, deep, title=Text(title))
    survey = leaf("2.1", 4, title=Text("Mức độ hài lòng"), scored_by="survey")
    reports = leaf("1.2", 2, title=Text("Báo cáo định kỳ"))
    return criteria_set(
        replace(area("1", plan, reports), title=Text("Chỉ đạo, điều hành")),
        replace(area("2", survey, deep), title=Text("Tác động")),
        id="layouts",
    )


def scored(form: Form, *, stage: ScoreStage = "final") -> UnitScore:
    """Return the score of a form by the set."""
    assessment = to_assessment(form, layout_set(), unit=Unit("Sở A"), period=Period(2024))
    return score(layout_set(), assessment, stage=stage)


def points(form: Form, *, stage: ScoreStage = "final") -> Mapping[str, Fraction]:
    """Return what each leaf is worth."""
    return {node.code: node.points for node in scored(form, stage=stage).walk() if not node.children}


def plain_points(tmp_path: Path, *, stage: ScoreStage = "final") -> Mapping[str, Fraction]:
    """Return what the same answers are worth in a plain form."""
    return points(read_workbook(write(tmp_path / "plain.xlsx", PLAIN)), stage=stage)


def found(form: Form) -> list[tuple[str, str]]:
    """Return the codes and places of a form's findings."""
    return codes_and_places(form.findings)
