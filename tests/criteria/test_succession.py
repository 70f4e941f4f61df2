"""Next year's file is last year's but for id, years, supersedes and replaces: not a letter else differs."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from parcli import resources
from parcli.criteria.library import CASES_SUFFIX, Library, check_set
from parcli.criteria.succession import successor_text

FILES = sorted(
    path for path in resources.data_dir("criteria").glob("*.yaml") if not path.name.endswith(CASES_SUFFIX)
)


def made(text: str) -> str:
    return successor_text(text, new_id="moi-2026", old_id="cu-2025", year=2026)


def changed(old: str, new: str) -> list[str]:
    """Return the lines that differ, as a difference shows them."""
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_id_and_years_change_and_supersedes_is_added() -> None:
    old = "# đầu tệp\nid: cu-2025  # mã\ntitle: Thử\napplies: {from: 2025, to: 2025}\n\n# tổng\ntotal: 1\n"

    assert [
        "- id: cu-2025  # mã",
        "+ id: moi-2026  # mã",
        "- applies: {from: 2025, to: 2025}",
        "+ applies: {from: 2026, to: null}",
        "+ supersedes: cu-2025",
    ] == changed(old, made(old))


def test_what_a_set_superseded_gives_way_to_the_set_itself() -> None:
    old = "id: cu-2025\napplies: {from: 2025}\nsupersedes: cu-2024 # trước\ntotal: 1\n"

    assert "supersedes: cu-2025 # trước\n" in made(old)


def test_years_on_lines_of_their_own_change_in_place() -> None:
    old = "id: cu-2025\napplies:\n  from: 2025 # từ\n  to: 2025\n\ntotal: 1\n"

    assert "applies:\n  from: 2026 # từ\n  to: null\nsupersedes: cu-2025\n\ntotal: 1\n" in made(old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('  - code: "1"\n    replaces: ["1"] # ghi\n    max: 1\n', '  - code: "1"\n    max: 1\n'),
        (
            '  - code: "1"\n    max: 1\n    replaces:\n      - "1"\n      - "2"\n',
            '  - code: "1"\n    max: 1\n',
        ),
        ('  - replaces: ["1"]\n    code: "1"\n', '  - code: "1"\n'),
        ('  - {code: "1", replaces: ["1", "2"], max: 1}\n', '  - {code: "1", max: 1}\n'),
        ('  - {code: "1", max: 1, replaces: []}\n', '  - {code: "1", max: 1}\n'),
        ('  - {replaces: [], code: "1"}\n', '  - {code: "1"}\n'),
        ('  - {code: "1", title: "replaces: [a]"}\n', '  - {code: "1", title: "replaces: [a]"}\n'),
    ],
)
def test_replaces_goes_and_what_stands_beside_it_stays(old: str, new: str) -> None:
    head = "id: cu-2025\napplies: {from: 2025}\nsupersedes: cu-2024\nareas:\n"

    assert made(head + old).endswith("areas:\n" + new)


def test_line_ends_of_windows_stay() -> None:
    old = 'id: cu-2025\napplies: {from: 2025}\nareas:\n  - code: "1"\n    replaces: []\n    max: 1\n'
    new = made(old.replace("\n", "\r\n"))

    assert "applies: {from: 2026}\r\nsupersedes: cu-2025\r\n" in new
    assert new.endswith('  - code: "1"\r\n    max: 1\r\n')
    assert new.count("\n") == new.count("\r\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_packaged_set_can_be_succeeded(path: Path, tmp_path: Path) -> None:
    old, text = Library().get(path.stem, frames=True).criteria_set, path.read_text(encoding="utf-8")
    new = successor_text(text, new_id="moi-2026", old_id=path.stem, year=2026)
    file = tmp_path / "moi-2026.yaml"
    file.write_text(new, encoding="utf-8")
    criteria_set, findings = check_set(file)

    assert criteria_set is not None, findings
    assert ("moi-2026", path.stem, 2026) == (
        criteria_set.id,
        criteria_set.supersedes,
        criteria_set.applies_from,
    )
    assert [node.code for node in old.walk()] == [node.code for node in criteria_set.walk()]
    assert all(node.replaces is None for node in criteria_set.walk())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_the_few_lines_of_a_packaged_set_differ(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    new = successor_text(text, new_id="moi-2026", old_id=path.stem, year=2026)
    keys = {line[2:].split(":")[0].strip(" -") for line in changed(text, new) if "replaces" not in line}

    assert keys <= {"id", "applies", "from", "to", "supersedes"}
