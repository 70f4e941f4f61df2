"""The forms of offices, saved by LibreOffice in each format that is read, score as their .xlsx twins do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.workbook import libreoffice
from parcli.workbook.reading import read_forms
from support.old_formats import saved_as
from support.workbooks import Grid, grid, write
from workbook.layouts import NATION, SIGNED, points
from workbook.test_layouts import FORM_A, FORM_B, FORM_C, FORM_D, unquoted
from workbook.test_results_tables import FORM_E, FORM_F, FORM_G
from workbook.test_several_units import HEADS, side_by_side

FORMATS = ("xls", "ods", "xlsx")
_LAYOUTS: Mapping[str, tuple[Callable[[], Grid], tuple[str, ...]]] = {
    "a": (lambda: grid(FORM_A), ("A6:A7", "B6:B7", "C6:C7", "D6:F6")),
    "b": (lambda: grid(FORM_B), ()),
    "c": (lambda: unquoted(FORM_C), ()),
    "d": (lambda: grid(FORM_D), ("A18:B18",)),
    "e": (lambda: grid(FORM_E), ("A6:A8", "B6:B8", "C6:J6", "C7:F7", "G7:J7", "K6:K8")),
    "f": (lambda: grid(FORM_F), ("D6:E6", "A6:A7", "B6:B7")),
    "f-beside": (lambda: side_by_side(HEADS.format(heads="Sở A | Sở B | Sở C")), ()),
    "g": (lambda: grid(FORM_G), ("C6:F6", "G6:J6", "A6:A7", "B6:B7")),
}


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, Path]]:
    """Return the path of each form by layout and format; "typed" is the one that no program has saved."""
    folder = tmp_path_factory.mktemp("layouts")
    typed = {
        name: write(folder / f"{name}.xlsx", [*grid(NATION), *rows(), *grid(SIGNED)], merge=merge)
        for name, (rows, merge) in _LAYOUTS.items()
    }
    made: dict[str, dict[str, Path]] = {name: {"typed": path} for name, path in typed.items()}
    for suffix in FORMATS:
        (target := folder / suffix).mkdir()
        for name, path in zip(typed, saved_as(suffix, *typed.values(), folder=target), strict=True):
            made[name][suffix] = path
    return made


def _scores(path: Path) -> dict[str, Mapping[str, Fraction]] | str:
    """Return the points of every unit, or the code of the sentence that says why there are none."""
    try:
        forms = read_forms(path)
    except UnusableFile as error:
        return error.code
    return {
        form.unit_name: {**points(form, stage="self"), "final": sum(points(form).values(), Fraction(0))}
        for form in forms
    }


@pytest.mark.office
@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("layout", _LAYOUTS)
def test_a_form_scores_as_its_twin(twins: Mapping[str, Mapping[str, Path]], layout: str, suffix: str) -> None:
    assert _scores(twins[layout]["typed"]) == _scores(twins[layout][suffix])


@pytest.mark.office
@pytest.mark.parametrize("suffix", ["xls", "ods"])
@pytest.mark.parametrize("layout", _LAYOUTS)
def test_a_form_scores_as_its_twin_without_libreoffice(
    twins: Mapping[str, Mapping[str, Path]], layout: str, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)

    assert _scores(twins[layout]["typed"]) == _scores(twins[layout][suffix])
