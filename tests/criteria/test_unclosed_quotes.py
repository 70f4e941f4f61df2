"""A quotation mark that is not closed is reported where it was opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.criteria.library import check_set

HEAD = 'id: s\ntitle: "Bộ\n  tiêu chí"\n# một dấu " trong chú thích\nnote: Màn hình 15"\n'


@pytest.mark.parametrize(
    "content",
    [
        HEAD + 'level: "department\nstatus: official\n',
        HEAD + 'legal_basis: [{number: "1, date: 2}\n]\nareas:\n  - {code: "1", title: A}\n',
        HEAD + 'index: "PAR\nareas:\n  - code: "1"\n    title: A\n',
    ],
)
def test_the_line_of_the_opening_mark_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(content, encoding="utf-8")
    (finding,) = check_set(path)[1]

    assert ("yaml-syntax", "s.yaml:6") == (finding.code, finding.place)
    assert "ngoặc kép" in str(finding.params["advice"])


def test_no_line_beyond_the_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text("id: s\nareas: [1,\n", encoding="utf-8")
    (finding,) = check_set(path)[1]

    assert "s.yaml:2" == finding.place
