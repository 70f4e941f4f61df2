"""The council's summary leaves a survey that was not held out of the maximum."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.workbook.template.council import CouncilHead, council_bytes
from scoring import rule_examples as ex
from support.made_templates import MADE_AT
from support.recalculated import recalculated
from support.scoring_sets import area, criteria_set, leaf

SET = criteria_set(
    area("1", leaf("1.1", 6), leaf("1.2", 2, ex.INDEX, scored_by="survey", missing="exclude")),
    area("2", leaf("2.1", 2)),
)
HEAD = CouncilHead(SET, (Unit("Xã A"), Unit("Xã B")), Period(2025), MADE_AT, "Sở Nội vụ")
_FIRST_UNIT, _SURVEY_ROW = 4, 10


def _foot(path: Path, sheet_name: str = "Thẩm định lần 1") -> dict[object, list[object]]:
    sheet = load_workbook(path, data_only=True)[sheet_name]
    return {
        sheet.cell(row, 2).value: [sheet.cell(row, _FIRST_UNIT + unit).value for unit in range(2)]
        for row in range(sheet.max_row - 3, sheet.max_row + 1)
    }


def test_the_maximum_of_a_blank_summary_is_without_the_survey(tmp_path: Path) -> None:
    path = tmp_path / "summary.xlsx"
    path.write_bytes(council_bytes(HEAD))
    assert [8, 8] == _foot(path)["Điểm tối đa áp dụng"]


@pytest.mark.office
def test_a_survey_counts_where_it_was_held(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(council_bytes(HEAD)))
    sheet = book["Thẩm định lần 1"]
    assert "1.2" == sheet.cell(_SURVEY_ROW, 1).value
    for row, points in ((_SURVEY_ROW - 1, 3), (_SURVEY_ROW + 2, 2)):
        for unit in range(2):
            sheet.cell(row, _FIRST_UNIT + unit).value = points
    sheet.cell(_SURVEY_ROW, _FIRST_UNIT + 1).value = 1
    path = tmp_path / "summary.xlsx"
    book.save(path)
    (made,) = recalculated([path], tmp_path)
    foot = _foot(made)
    assert [8, 10] == foot["Điểm tối đa áp dụng"]
    assert [5 / 8, 6 / 10] == pytest.approx(foot["Tỷ lệ (%)"])
