"""A result with appraised points is never replaced by one without them and nothing said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from cli.handed_in import DISTRICTS, codes, hand_in, results
from cli.small_office import Office, small_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "cơ quan", *DISTRICTS)


def test_a_unit_s_own_workbook_that_replaces_its_appraisal_says_so(office: Office) -> None:
    own = hand_in(office, "đơn vị", ("1", 55), ("2", 30), ("3", None))
    hand_in(office, "thẩm định", ("1", 55, 50), ("2", 30, 20), ("3", None))
    office.run("score", "bang")
    (result,) = results(office, str(own))
    (said,) = (each for each in result["findings"] if each["code"] == "appraisal-replaced")
    assert "(lượt chấm 1, 70 điểm) được thay" in said["message"]


def test_a_workbook_without_some_points_of_an_appraisal_says_which_it_replaces(office: Office) -> None:
    own = hand_in(office, "đơn vị", ("1", 55), ("2", 30), ("3", None))
    hand_in(office, "thẩm định", ("1", 55, 50), ("2", 30), ("3", None))
    office.run("score", "bang")
    (result,) = results(office, str(own))
    (said,) = (each for each in result["findings"] if each["code"] == "appraisals-left-out")
    assert "(lượt chấm 1, 80 điểm) đã có điểm thẩm định của 1 tiêu chí" in said["message"]
    assert said["message"].endswith("không có: 1.")


def test_an_appraisal_of_other_criteria_says_which_it_replaces(office: Office) -> None:
    hand_in(office, "thẩm định", ("1", 55, 50), ("2", 30), ("3", None))
    office.run("score", "bang")
    hand_in(office, "thẩm định", ("1", 55), ("2", 30, 20), ("3", None))
    (result,) = results(office, "bang")
    assert "appraisals-left-out" in codes(result)


@pytest.mark.parametrize("again", [("1", 54, 49), ("1", None, 50)])
def test_an_appraisal_that_was_corrected_replaces_no_other(office: Office, again: Sequence[Any]) -> None:
    hand_in(office, "thẩm định", ("1", 55, 50), ("2", 30), ("3", None))
    office.run("score", "bang")
    hand_in(office, "thẩm định", again, ("2", 30), ("3", None))
    (result,) = results(office, "bang")
    assert "appraisals-left-out" not in codes(result)


def test_nothing_is_replaced_where_the_appraisal_comes_along(office: Office) -> None:
    hand_in(office, "đơn vị", ("1", 55), ("2", 30), ("3", None))
    hand_in(office, "thẩm định", ("1", 55, 50), ("2", 30, 20), ("3", None))
    office.run("score", "bang")
    hand_in(office, "đơn vị", ("1", 54), ("2", 30), ("3", None))
    (result,) = results(office, "bang")
    assert "appraisal-replaced" not in codes(result)
