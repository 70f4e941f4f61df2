"""YAML that is written is read back as what was written, and looks as a person would write it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parcli.criteria.build_rules import build_rule
from parcli.criteria.drafting.rule_yaml import rule_content
from parcli.criteria.drafting.yaml_text import WIDTH, Block, Code, Share, Todo, scalar_text, yaml_text
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import NodePart
from parcli.criteria.todos import todo_comments
from parcli.criteria.yaml_nodes import parse_yaml
from parcli.model.rules import RULE_KINDS
from scoring.rule_strategies import BY_KIND, PROPERTY, Case
from support.annexes import held

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn")), min_size=1, max_size=300)


def read(text: str) -> Any:
    """Return a file's content as the reader of sets has it, which leaves every word text."""
    mistakes = Mistakes("thu.yaml")
    found = parse_yaml(text.encode(), mistakes)
    assert () == tuple(f for f in mistakes.all() if f.code != "todo-left")
    return found


@PROPERTY
@given(TEXTS)
def test_any_text_is_read_back(text: str) -> None:
    content: dict[str, Any] = {
        "a": text,
        "b": {"c": text, "d": [text, text]},
        "e": [text, {"f": text}],
        "g": Block({"h": text}),
    }

    expected = {"a": text, "b": {"c": text, "d": (text, text)}, "e": (text, {"f": text}), "g": {"h": text}}
    assert expected == read(yaml_text(content))


@PROPERTY
@given(TEXTS)
def test_other_programs_read_the_same_text(text: str) -> None:
    assert {"a": text} == yaml.safe_load(yaml_text({"a": text}))


@PROPERTY
@given(
    st.lists(st.sampled_from(["Kế hoạch", "a: b", "#", "- x", '"', "“ngoặc”", "yes", "1.10"]), max_size=60)
)
def test_no_line_is_too_long(words: list[str]) -> None:
    text = " ".join(words)
    content: dict[str, Any] = {"a": {"vi": text, "en": text}, "b": [Todo(Block({"c": text}), (text,))]}

    assert [] == [line for line in yaml_text(content).splitlines() if len(line) > WIDTH]


@pytest.mark.parametrize(
    "text", ["yes", "No", "null", "1.10", "2025-01-01", "90%", "~", "a: b", "a #b", "- a", "*"]
)
def test_a_text_that_might_mean_otherwise_is_quoted(text: str) -> None:
    assert f'"{text}"' == scalar_text(text)


def test_vietnamese_is_readable_and_codes_are_quoted() -> None:
    content: dict[str, Any] = {
        "code": Code("1.10"),
        "title": "Ứng dụng “chữ ký số”, văn bản điện tử",
        "share": Share(Fraction(1, 2)),
    }

    assert 'code: "1.10"\ntitle: "Ứng dụng “chữ ký số”, văn bản điện tử"\nshare: 50%\n' == yaml_text(content)


def test_a_todo_stands_above_what_it_is_about() -> None:
    text = yaml_text({"list": [Todo(Block({"a": 1, "b": 2}), ("việc một", "việc hai"))]})

    assert ["list:", "  # TODO: việc một", "  # TODO: việc hai", "  - a: 1", "    b: 2"] == text.splitlines()


def test_todos_are_found_with_their_lines_and_whole_words() -> None:
    long = " ".join(["việc"] * 60)
    text = yaml_text({"a": 1, "b": Todo(2, (long,)), "c": Todo("x", ("ngắn",))})

    lines = text.splitlines()
    assert [(2, long), (lines.index("# TODO: ngắn") + 1, "ngắn")] == list(todo_comments(text))


@pytest.mark.parametrize(
    "text", ['a: "x # TODO: b"\n', "a: |\n  # TODO: b\n", "a: x#TODO\n", "a: 'x\n  # TODO b'\n"]
)
def test_the_same_letters_within_a_text_are_no_todo(text: str) -> None:
    assert [] == list(todo_comments(text))


def test_a_comment_behind_a_value_is_a_todo() -> None:
    assert [(1, "kiểm tra")] == list(todo_comments("a: 1  # TODO kiểm tra\n"))


@pytest.mark.parametrize("kind", sorted(RULE_KINDS))
def test_random_rules_are_read_back_from_a_file(kind: str) -> None:
    # files hold decimals, so most of some kinds' rules are passed over; how many, chance decides
    @settings(PROPERTY, suppress_health_check=[HealthCheck.filter_too_much])
    @given(BY_KIND[kind]().filter(_is_written_exactly))
    def same(case: Case) -> None:
        most = case.max_points
        content: dict[str, Any] = {
            "code": Code("1"),
            "title": "Lĩnh vực",
            "max": most,
            "rule": rule_content(case.rule, most),
        }
        part = NodePart.model_validate(read(yaml_text(content)))

        assert part.rule is not None
        assert held(case.rule) == held(build_rule(part.rule, part.max))

    same()


def _is_written_exactly(case: Case) -> bool:
    """Tell whether a file can state the case's rule: its decimals end."""
    return _ends(case.max_points) and _all_end(case.rule)


def _all_end(value: Any) -> bool:
    if isinstance(value, Fraction):
        return _ends(value)
    if isinstance(value, tuple):
        return all(map(_all_end, value))
    names = getattr(value, "__struct_fields__", ())
    return all(_all_end(getattr(value, name)) for name in names)


def _ends(value: Fraction) -> bool:
    return (value * 10**6).denominator == 1
