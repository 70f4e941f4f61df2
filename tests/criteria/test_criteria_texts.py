from __future__ import annotations

from pathlib import Path

import pytest

from parcli.criteria.library import check_set, load_set
from parcli.messages import rules_text
from parcli.messages.catalog import finding_text
from parcli.messages.rules_text import rule_lines
from parcli.model.rules import RULE_KINDS
from parcli.model.text import Lang

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.yaml"))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_finding_can_be_read(path: Path, lang: Lang) -> None:
    texts = [finding_text(finding, lang) for finding in check_set(path)[1]]

    assert [] == [text for text in texts if "{" in text.message.replace("{label", "") or not text.remedy]


def test_both_numbers_are_named_where_two_disagree() -> None:
    text = finding_text(check_set(HERE / "bad" / "total-sum.yaml")[1][0], "vi")

    assert "Tổng điểm ghi là 4,45, nhưng các lĩnh vực cộng lại là 4." == text.message


def test_a_gap_is_named_in_the_words_of_regulations() -> None:
    text = finding_text(check_set(HERE / "bad" / "tiers-gap.yaml")[1][0], "vi")

    assert "Không mức điểm nào dành cho giá trị bằng 90 %." == text.message


def test_every_rule_kind_has_its_wording() -> None:
    assert set(RULE_KINDS) == set(rules_text._WRITERS)


_SAID: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "1.1": (
        (
            "Chọn một phương án:",
            "– Kịp thời: 1 điểm (100 % điểm tối đa)",
            "– Không kịp thời: 0,5 điểm",
            "– Không ban hành: 0 điểm và bị trừ 0,25 điểm",
        ),
        (
            "One option:",
            "– In time: 1 point (100% of the maximum)",
            "– Không kịp thời: 0.5 points",
            "– Không ban hành: 0 points and 0.25 points taken off",
        ),
    ),
    "1.2": (
        ("Chấm từ 0 đến 1 điểm, mỗi mức cách nhau 0,25 điểm, phải ghi lý do.", "Trừ theo mức độ."),
        ("Judged from 0 to 1 point, in steps of 0.25 points, with a stated reason.", "Trừ theo mức độ."),
    ),
}


@pytest.mark.parametrize("code", _SAID)
def test_a_rule_is_said_in_both_languages(code: str) -> None:
    node = load_set(HERE / "good" / "all-kinds.yaml").criteria_set.find(code)
    assert node is not None
    assert node.rule is not None

    assert _SAID[code] == tuple(rule_lines(node.rule, node.max_points, lang) for lang in ("vi", "en"))
