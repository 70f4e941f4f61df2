from __future__ import annotations

import re
from pathlib import Path

import pytest

from parcli.criteria.library import check_set, load_set
from parcli.errors import UnusableSet
from parcli.messages.findings import FINDINGS
from parcli.messages.findings_criteria import TABLE
from parcli.model.finding import Severity

HERE = Path(__file__).parent
BAD, GOOD = HERE / "bad", HERE / "good"
FILES = sorted(BAD.glob("*.yaml"))
_EXPECT = re.compile(r"# expect: (\S+) at (\d+)")

# What cannot be written into a small readable file is tripped in test_unreadable_files.py.
_UNREADABLE = {"yaml-empty", "yaml-not-utf8", "yaml-too-large", "yaml-too-deep", "yaml-not-mapping"}


def _expected(path: Path) -> tuple[str, str]:
    match = _EXPECT.match(path.read_text(encoding="utf-8"))
    assert match is not None
    return match[1], f"{path.name}:{match[2]}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_one_mistake_is_the_one_finding(path: Path) -> None:
    _, findings = check_set(path, folders=(GOOD,))

    assert [_expected(path)] == [(finding.code, finding.place) for finding in findings]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_an_error_makes_a_set_unusable(path: Path) -> None:
    criteria_set, _ = check_set(path, folders=(GOOD,))

    assert (criteria_set is None) == (FINDINGS[_expected(path)[0]].severity is Severity.ERROR)


def test_every_code_has_a_file_that_trips_it() -> None:
    assert set(TABLE) - _UNREADABLE == {_expected(path)[0] for path in FILES}


def test_loading_a_bad_set_carries_every_finding() -> None:
    with pytest.raises(UnusableSet) as caught:
        load_set(BAD / "tiers-gap.yaml")

    assert ["tiers-gap"] == [finding.code for finding in caught.value.findings]
