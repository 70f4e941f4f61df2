from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from parcli.criteria.mistakes import Mistakes
from parcli.criteria.yaml_nodes import read_yaml


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1.10", Decimal("1.10")),
        ("-0.25", Decimal("-0.25")),
        ('"1.10"', "1.10"),
        ("'7'", "7"),
        ("75%", "75%"),
        ("yes", "yes"),
        ("no", "no"),
        ("On", "On"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('""', ""),
        ("2025-10-31", "2025-10-31"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        (".5", ".5"),
        ("1,5", "1,5"),
        (".inf", ".inf"),
    ],
)
def test_only_decimals_and_four_words_are_not_text(tmp_path: Path, written: str, read: object) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(f"key: {written}\n", encoding="utf-8")
    document = read_yaml(path, Mistakes(path.name))

    assert document is not None
    assert (type(read), str(read)) == (type(document["key"]), str(document["key"]))
