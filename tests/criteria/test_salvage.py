"""What stands beside a broken part is still checked, and a broken part itself raises nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.criteria.library import check_set

GOOD = (Path(__file__).parent / "good" / "with-parts.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("total: 10\n", "total: mười\n", "wrong-type"),
        ("title: Chỉ đạo\n        max: 6\n", "title: Chỉ đạo\n", "missing-key"),
        ("    title: Sự hài lòng\n    max: 4\n", "    title: Sự hài lòng\n    max: bốn\n", "wrong-type"),
        ("applies: {from: 2022, to: 2024}\n", "", "missing-key"),
        ("level: commune\n", "level: village\n", "bad-value"),
        ("grades:\n", "grades: []\nold:\n", "too-few"),
        ('{code: "I.1", ', "{", "missing-key"),
    ],
)
def test_one_broken_part_is_one_finding(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert old in GOOD
    path = tmp_path / "with-parts.yaml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")

    findings = [finding.code for finding in check_set(path)[1] if finding.code != "unknown-key"]

    assert [code] == findings
