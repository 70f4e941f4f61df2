"""A file of worked examples is read whole: every mistake in it is a finding with its line."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from parcli.criteria.cases import cases_beside, read_cases
from parcli.criteria.library import Library, load_set
from parcli.errors import UnusableSet
from parcli.messages.findings import FINDINGS
from parcli.messages.findings_cases import TABLE
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Severity
from parcli.model.period import Period
from parcli.model.worked_example import Given, GivenRow

HERE = Path(__file__).parent
FILES = sorted((HERE / "bad_cases").glob("*.yaml"))
_EXPECT = re.compile(r"# expect: (\S+) at (\d+)")
# Needs a set of its own, below.
_WITH_OWN_SET = {"case-block-needed"}
_UNITS = "set: all-kinds\nunits:\n  - title: Một đơn vị\n    reference: Điều 7\n    others: full\n"


@pytest.fixture(scope="module")
def all_kinds() -> CriteriaSet:
    return load_set(HERE / "good" / "all-kinds.yaml").criteria_set


def _expected(path: Path) -> tuple[str, str]:
    match = _EXPECT.match(path.read_text(encoding="utf-8"))
    assert match is not None
    return match[1], f"{path.name}:{match[2]}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.partition(".")[0])
def test_the_one_mistake_is_the_one_finding(path: Path, all_kinds: CriteriaSet) -> None:
    _, findings = read_cases(path, all_kinds)

    assert [_expected(path)] == [(finding.code, finding.place) for finding in findings]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.partition(".")[0])
def test_only_an_error_keeps_examples_from_being_run(path: Path, all_kinds: CriteriaSet) -> None:
    examples, _ = read_cases(path, all_kinds)

    assert (examples is None) == (FINDINGS[_expected(path)[0]].severity is Severity.ERROR)


def test_every_code_has_a_file_that_trips_it() -> None:
    assert set() == set(TABLE) - {_expected(path)[0] for path in FILES} - _WITH_OWN_SET


def test_all_mistakes_are_found_in_one_pass(tmp_path: Path, all_kinds: CriteriaSet) -> None:
    path = tmp_path / "all-kinds.cases.yaml"
    path.write_text(f"{_UNITS}    block: xa\n    period: 1999\n    given: {{'9': 1}}\n", encoding="utf-8")

    codes = [
        "case-without-expectation",
        "case-block-unknown",
        "case-period-outside",
        "case-criterion-unknown",
    ]

    assert codes == [finding.code for finding in read_cases(path, all_kinds)[1]]


def test_a_set_with_grades_for_blocks_only_needs_the_block(tmp_path: Path) -> None:
    text = (HERE / "good" / "all-kinds.yaml").read_text(encoding="utf-8")
    (tmp_path / "all-kinds.yaml").write_text(text.replace("  common:\n", "  so:\n"), encoding="utf-8")
    path = tmp_path / "all-kinds.cases.yaml"
    path.write_text(f"{_UNITS}    percent: 100\n", encoding="utf-8")

    _, findings = read_cases(path, load_set(tmp_path / "all-kinds.yaml").criteria_set)

    assert [("case-block-needed", "all-kinds.cases.yaml:3")] == [(each.code, each.place) for each in findings]


def test_what_is_given_keeps_how_it_was_written(tmp_path: Path, all_kinds: CriteriaSet) -> None:
    path = tmp_path / "all-kinds.cases.yaml"
    given = "{'1.1': 90%, '1.6': [45, 50], '1.3': {Đủ nhiệm vụ: x, Có kinh phí: null}}"
    path.write_text(f"{_UNITS}    grade: good\n    given: {given}\n", encoding="utf-8")
    examples, _ = read_cases(path, all_kinds)
    assert examples is not None

    place = "all-kinds.cases.yaml:7"
    rows = (GivenRow("Đủ nhiệm vụ", ("x",), place), GivenRow("Có kinh phí", (None,), place))
    assert {
        "1.1": Given(place, ("90%",)),
        "1.6": Given(place, (Decimal(45), Decimal(50))),
        "1.3": Given(place, rows=rows),
    } == dict(examples.units[0].given)


@pytest.mark.parametrize(
    ("written", "period"),
    [("", Period(2025)), ("    period: 2026\n", Period(2026)), ("    period: 2025-H1\n", Period(2025, "H1"))],
)
def test_a_period_is_read_or_the_first_year(
    tmp_path: Path, all_kinds: CriteriaSet, written: str, period: Period
) -> None:
    path = tmp_path / "all-kinds.cases.yaml"
    path.write_text(f"{_UNITS}{written}    grade: good\n", encoding="utf-8")
    examples, _ = read_cases(path, all_kinds)
    assert examples is not None

    assert period == examples.units[0].period


def test_a_file_of_examples_stands_beside_its_set() -> None:
    assert Path("sets/my-set.cases.yaml") == cases_beside(Path("sets/my-set.yaml"))


def test_a_file_of_examples_is_no_set(tmp_path: Path) -> None:
    (tmp_path / "own.cases.yaml").write_text("set: own\n", encoding="utf-8")

    assert [] == [name for name in Library([tmp_path]).ids() if "cases" in name]


def test_a_file_of_examples_named_as_a_set_says_what_it_is() -> None:
    with pytest.raises(UnusableSet) as caught:
        Library().get("own.cases.yaml")

    assert "set-is-cases" == caught.value.code
