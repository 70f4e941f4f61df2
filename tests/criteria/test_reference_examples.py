from __future__ import annotations

import re
from pathlib import Path

import pytest

from parcli.criteria.library import check_set
from parcli.model.rules import RULE_KINDS

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "reference" / "criteria-set.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
FRAME = (HERE / "good" / "with-parts.yaml").read_text(encoding="utf-8").partition("parts:")[0]


def _kind(example: str) -> str:
    match = re.search(r"kind: (\w+)", example)
    assert match is not None
    return match[1]


def test_the_page_shows_every_rule_kind_once() -> None:
    assert sorted(RULE_KINDS) == sorted(_kind(example) for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=_kind)
def test_an_example_of_the_page_is_accepted(tmp_path: Path, example: str) -> None:
    leaf = "".join(f"    {line}\n" for line in example.splitlines())
    path = tmp_path / "with-parts.yaml"
    head = FRAME.replace("total: 10", "total: 1").replace("from: 8}", "from: 0.8}")
    path.write_text(f'{head}areas:\n  - code: "1"\n    title: Ví dụ\n    max: 1\n{leaf}', encoding="utf-8")

    assert () == check_set(path)[1]
