from __future__ import annotations

from pathlib import Path

import pytest

from parcli.criteria.library import check_set
from parcli.errors import UnusableSet


def _found(path: Path, content: bytes) -> list[tuple[str, str]]:
    path.write_bytes(content)
    criteria_set, findings = check_set(path)
    assert criteria_set is None
    return [(finding.code, finding.place) for finding in findings]


@pytest.mark.parametrize("content", [b"", b"  \n", b"# only a comment\n", b"---\n"])
def test_an_empty_file_is_named_so(tmp_path: Path, content: bytes) -> None:
    assert [("yaml-empty", "s.yaml")] == _found(tmp_path / "s.yaml", content)


def test_the_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    content = "id: s\ntitle: Tiêu chí\n".encode("cp1258", errors="replace")

    assert [("yaml-not-utf8", "s.yaml:2")] == _found(tmp_path / "s.yaml", content)


def test_a_file_that_is_too_large_is_not_parsed(tmp_path: Path) -> None:
    assert [("yaml-too-large", "s.yaml")] == _found(tmp_path / "s.yaml", b"# filler\n" * 300_000)


def test_deep_nesting_is_refused_before_it_recurses(tmp_path: Path) -> None:
    assert [("yaml-too-deep", "s.yaml:1")] == _found(tmp_path / "s.yaml", b"[" * 100_000)


@pytest.mark.parametrize("content", [b"- a\n- b\n", b"just words\n"])
def test_a_file_without_keys_is_refused(tmp_path: Path, content: bytes) -> None:
    assert [("yaml-not-mapping", "s.yaml:1")] == _found(tmp_path / "s.yaml", content)


def test_an_alias_bomb_is_refused_at_each_alias(tmp_path: Path) -> None:
    bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for name, last in zip("bcdefghi", "abcdefgh", strict=True):
        bomb.append(
            f"{name}: &{name} [*{last}, *{last}, *{last}, *{last}, *{last}, *{last}, *{last}, *{last}]"
        )

    expected = [("yaml-alias", f"s.yaml:{line}") for line in range(2, 10)]
    assert expected == _found(tmp_path / "s.yaml", "\n".join(bomb).encode())


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"id: [a\n", 1), (b"id: s\n\ttitle: x\n", 2), (b"id: s\n---\nid: t\n", 2), (b"id: \x01\n", 1)],
)
def test_broken_yaml_names_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    assert [("yaml-syntax", f"s.yaml:{line}")] == _found(tmp_path / "s.yaml", content)


@pytest.mark.parametrize("name", ["absent.yaml", "."])
def test_a_file_that_is_not_there_is_unusable(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableSet) as caught:
        check_set(tmp_path / name)

    assert "file-missing" == caught.value.code
