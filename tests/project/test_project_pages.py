"""The pages on the project folder say what the program reads."""

from __future__ import annotations

import re

from architecture.source_tree import ROOT
from parcli.project.settings_file import SETTINGS
from parcli.project.unit_checks import check_units
from parcli.project.unit_table import read_table
from parcli.project.words import unit_words

HOW_TO = (ROOT / "docs" / "how-to" / "project-folder.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "reference" / "project-files.md").read_text(encoding="utf-8")


def test_the_units_csv_of_the_how_to_has_no_mistake() -> None:
    example = re.search(r"```csv\n(.*?)```", HOW_TO, re.DOTALL)
    assert example is not None
    table = read_table(example[1].encode(), "units.csv")

    assert (5, ()) == (len(table.units), (*table.findings, *check_units(table, outside=tuple)))


def test_every_setting_is_in_the_reference() -> None:
    names = {name for names in SETTINGS.values() for name in names}

    assert set() == {name for name in names if not re.search(rf"`\[?{name}[\]`.]", REFERENCE)}


def test_every_column_is_in_the_reference() -> None:
    columns = set(unit_words().columns.values()) - {"ignored"}

    assert set() == {column for column in columns if f"`{column}`" not in REFERENCE}
