from __future__ import annotations

from pathlib import Path

from parcli.criteria.library import check_set

GOOD = (Path(__file__).parent / "good" / "all-kinds.yaml").read_text(encoding="utf-8")

# One mistake of each sort: spelling, shape, policy, sums, a rule in a node that is itself wrong.
_MISTAKES = {
    "missing: zero": ("missing: never", "bad-value"),
    "  grade_on: published\n": ("", "policy-missing"),
    "total: 40": ("total: 41", "total-sum"),
    "evidence: required": ("evidence: maybe", "bad-value"),
    "points: 0.5}": ("points: 1.5}", "rule-points-above-max"),
    "above: 90%, points: 2": ("above: 95%, points: 2", "tiers-gap"),
    'code: "1.9"': ("code: 1.9", "code-not-quoted"),
    "at: 60%": ("at: 20%", "knots-not-rising"),
    "weight: 40%}": ("weight: 30%}", "survey-group-sum"),
    "from: 60%": ("from: 85%", "grade-order"),
    'area: "1"': ('area: "9"', "cap-code-unknown"),
    "max: 0.6": ("max: 0.5", "subcase-sum"),
}


def test_no_mistake_hides_another(tmp_path: Path) -> None:
    text = GOOD
    for good, (bad, _) in _MISTAKES.items():
        assert good in text
        text = text.replace(good, bad, 1)
    path = tmp_path / "all-kinds.yaml"
    path.write_text(text, encoding="utf-8")

    _, findings = check_set(path)

    assert sorted(code for _, code in _MISTAKES.values()) == sorted(finding.code for finding in findings)
