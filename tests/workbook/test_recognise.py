from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from parcli.workbook.form import Form
from parcli.workbook.reading import read_workbook
from parcli.workbook.recognise import Fit, fitting_sets
from support.sets import CASE_C_AREAS, case_c, steering
from support.workbooks import grid, write

HEADER = "Lĩnh vực | Điểm tối đa | Thẩm định"


def form_of(tmp_path: Path, rows: Any) -> Form:
    return read_workbook(write(tmp_path / "r.xlsx", [*grid(HEADER), *rows]))


def areas(**changed: Any) -> list[list[Any]]:
    return [[title, changed.get(title[-1], float(points)), 1] for title, points in CASE_C_AREAS]


def test_form_is_recognised_by_its_titles(tmp_path: Path) -> None:
    sets = (steering(), case_c())
    assert fitting_sets(form_of(tmp_path, areas()), sets) == (sets[1],)


def test_one_wrong_maximum_does_not_hide_the_set(tmp_path: Path) -> None:
    form = form_of(tmp_path, areas(ế=13))
    assert fitting_sets(form, [case_c()]) == (case_c(),)
    assert Fit(form, case_c()).other_max == 1


def test_two_shortened_titles_do_not_hide_the_set(tmp_path: Path) -> None:
    rows = [["Chỉ đạo CCHC", *areas()[0][1:]], *areas()[1:-1], ["Chính quyền số", *areas()[-1][1:]]]
    assert fitting_sets(form_of(tmp_path, rows), [case_c()]) == (case_c(),)


def test_other_maxima_throughout_are_another_edition(tmp_path: Path) -> None:
    rows = [[title, points + 1, 1] for title, points, _ in areas()]
    assert fitting_sets(form_of(tmp_path, rows), [case_c()]) == ()


def test_maxima_settle_which_of_two_editions_it_is(tmp_path: Path) -> None:
    old = case_c()
    first, *others = old.roots
    new = replace(old, id="new", roots=(replace(first, max_points=first.max_points + 1), *others))
    assert fitting_sets(form_of(tmp_path, areas()), [new, old]) == (old,)


def test_editions_that_both_differ_stay_ambiguous(tmp_path: Path) -> None:
    sets = (case_c(), replace(case_c(), id="new"))
    assert fitting_sets(form_of(tmp_path, areas(ế=13)), sets) == sets


def test_same_codes_with_other_titles_do_not_fit(tmp_path: Path) -> None:
    rows = [[f"{n}. Việc hoàn toàn khác số {n}", None, 1] for n in range(1, 8)]
    assert Fit(form_of(tmp_path, rows), case_c()).share == 0


def test_share_counts_rows_that_resolve(tmp_path: Path) -> None:
    found = Fit(form_of(tmp_path, [*areas(), ["Phòng chống thiên tai", 3, 1]]), case_c())
    assert (found.share, found.leaves, found.all_leaves) == (Fraction(7, 8), 7, 7)


def test_form_of_areas_does_not_fit_a_set_of_leaves(tmp_path: Path) -> None:
    rows = [["1. Lĩnh vực 1", 8, 1], ["2. Lĩnh vực 2", 4.5, 1]]
    assert fitting_sets(form_of(tmp_path, rows), [steering()]) == ()
