from __future__ import annotations

from pathlib import Path

import pytest

from parcli.criteria.library import check_set, load_set
from parcli.messages import rules_text
from parcli.messages.catalog import finding_text
from parcli.messages.findings_criteria_file import FORMS, YAML_CAUSES
from parcli.messages.rules_text import rule_lines
from parcli.model.rules import RULE_KINDS
from parcli.model.text import Lang

HERE = Path(__file__).parent
LANGS: tuple[Lang, ...] = ("vi", "en")
GOOD = HERE / "good"
BAD = sorted((HERE / "bad").glob("*.yaml"))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", LANGS)
def test_every_finding_can_be_read(path: Path, lang: Lang) -> None:
    texts = [finding_text(finding, lang) for finding in check_set(path, folders=(GOOD,))[1]]

    assert [] == [text for text in texts if "{" in text.message.replace("{label", "") or not text.remedy]


def test_both_numbers_are_named_where_two_disagree() -> None:
    text = finding_text(check_set(HERE / "bad" / "total-sum.yaml")[1][0], "vi")

    assert "Tổng điểm ghi là 4,45, nhưng các lĩnh vực cộng lại là 4." == text.message


def test_a_gap_is_named_in_the_words_of_regulations() -> None:
    text = finding_text(check_set(HERE / "bad" / "tiers-gap.yaml")[1][0], "vi")

    assert "Không mức điểm nào dành cho giá trị bằng 90 %." == text.message


def test_every_rule_kind_has_its_wording() -> None:
    assert set(RULE_KINDS) == set(rules_text._WRITERS)


@pytest.mark.parametrize("name", ["all-kinds", "with-parts"])
def test_rules_are_said_as_agreed(name: str) -> None:
    """The whole wording in both languages: read the difference before replacing the file beside the set."""
    criteria_set = load_set(HERE / "good" / f"{name}.yaml").criteria_set
    said = [
        f"{leaf.code} {line}"
        for leaf in criteria_set.leaves()
        if leaf.rule is not None
        for lang in LANGS
        for line in rule_lines(leaf.rule, leaf.max_points, lang)
    ]

    assert (HERE / "good" / f"{name}.rules.txt").read_text(encoding="utf-8").splitlines() == said


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("id: [a, b\n", "bracket"),
        ("id: {a: b\n", "bracket"),
        ('id: "a\n', "quote"),
        ("title:\n\tvi: x\n", "tab"),
        ("id\ntitle: x\n", "colon"),
        ("title: a\nid\n", "no-colon"),
        ("id: a: b\n", "colon"),
        ("areas:\n  - a\n b: c\n", "indentation"),
        ("- a\nid: b\n", "indentation"),
        ("id: @a\n", "character"),
        ("id: \x01\n", "control"),
        ("id: a\n---\nid: b\n", "documents"),
        ("id: 'a' b\n", "indentation"),
        ("id: a\n...\n%YAML 3\n", "other"),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_broken_yaml_is_explained_in_the_readers_language(
    tmp_path: Path, content: str, cause: str, lang: Lang
) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(content, encoding="utf-8")
    (finding,) = check_set(path)[1]
    text = finding_text(finding, lang)
    sentence, advice = YAML_CAUSES[cause]
    assert (True, f"{advice.in_(lang)}.") == (sentence.in_(lang) in text.message, text.remedy)
    assert f"(“{finding.params['problem']}”)" in text.message


@pytest.mark.parametrize(("name", "form"), [("bad-form", "year"), ("bad-form-date", "date")])
def test_the_form_of_the_one_field_is_said(name: str, form: str) -> None:
    text = finding_text(check_set(HERE / "bad" / f"{name}.yaml")[1][0], "vi")
    others = [FORMS[other].vi for other in FORMS if other != form]
    assert FORMS[form].vi in text.remedy
    assert not any(other in text.remedy for other in others)


def test_a_list_that_is_too_short_needs_at_least_so_many() -> None:
    text = finding_text(check_set(HERE / "bad" / "too-few.yaml")[1][0], "vi")
    assert "nhưng cần ít nhất 1." in text.message
