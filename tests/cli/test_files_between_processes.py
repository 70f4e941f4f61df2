"""What a run hands to other processes, or sets aside, can be handed over: requests, tables, scores."""

from __future__ import annotations

import pickle
from pathlib import Path

from cli.running import EXAMPLE
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.project.folder import load_project
from parcli.workbook.points_table import read_points_table
from parcli.workflows.request import Request
from support.scored_files import score_of_file


def test_a_request_with_an_offices_settings_and_tables_survives(tmp_path: Path) -> None:
    toml = '[criteria.department]\ndefault = "department-2023"\n[blocks]\na = "Khối A"\n'
    (tmp_path / "parindex.toml").write_text(toml, encoding="utf-8")
    table = tmp_path / "points.csv"
    table.write_text("Đơn vị;2.5\nSở Xây dựng;1,2\n", encoding="utf-8")
    settings = load_project(tmp_path).settings
    request = Request(settings=settings, tables=(read_points_table(table),))

    again = pickle.loads(pickle.dumps(request))  # noqa: S301 - our own bytes

    assert "department-2023" == again.settings.criteria_for("department", Period(2023))
    assert "1,2" == again.tables[0].of(Unit("Sở Xây dựng")).values["2.5"].text


def test_a_score_survives() -> None:
    score = score_of_file(EXAMPLE)

    assert score == pickle.loads(pickle.dumps(score))  # noqa: S301 - our own bytes
