"""Workbooks saved as .xls and .ods, and in decomposed Unicode, score as their .xlsx twins do."""

from __future__ import annotations

import shutil
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from cli.running import CASE_C, EXAMPLE, parindex, score_of
from cli.small_office import Form, Office, small_office
from parcli.workbook import libreoffice
from parcli.workbook.sniffing import OldKind
from support.old_formats import compound, saved_as
from support.tables import rows_of, write_xlsx

pytestmark = pytest.mark.office

KINDS = ("xls", "ods")
TWINS = {"workbook": EXAMPLE, "case_c": CASE_C}
POINTS = "Mã đơn vị | Đơn vị | 3. Mức độ hài lòng\nH1 | Huyện A | 8,25"
PUBLISHED = "Sở, ban, ngành | Điểm | Xếp hạng\nSở X | 90,5 | 1\nSở Y | 80 | 2"


@pytest.fixture(scope="session")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the examples in both formats, as they are and in decomposed Unicode."""
    folder = tmp_path_factory.mktemp("old")
    decomposed = [_decomposed(path, folder / f"{stem}-nfd.xlsx") for stem, path in TWINS.items()]
    for kind in KINDS:
        saved_as(kind, *TWINS.values(), *decomposed, folder=folder)
    return folder


@pytest.fixture
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)


@pytest.mark.parametrize("stem", TWINS)
@pytest.mark.parametrize("kind", KINDS)
def test_an_old_format_scores_as_its_twin(stem: str, kind: str, old: Path) -> None:
    assert _meant(score_of(TWINS[stem])) == _meant(score_of(old / f"{stem}.{kind}"))


@pytest.mark.parametrize("stem", TWINS)
def test_decomposed_letters_score_as_composed_ones(stem: str, old: Path) -> None:
    assert _meant(score_of(TWINS[stem])) == _meant(score_of(old / f"{stem}-nfd.xlsx"))


@pytest.mark.parametrize("kind", KINDS)
def test_decomposed_letters_in_an_old_format_score_as_the_twin(kind: str, old: Path) -> None:
    assert _meant(score_of(EXAMPLE)) == _meant(score_of(old / f"workbook-nfd.{kind}"))


@pytest.mark.usefixtures("no_libreoffice")
@pytest.mark.parametrize("kind", KINDS)
def test_without_libreoffice_the_points_are_the_same_and_a_finding_is_added(kind: str, old: Path) -> None:
    result = score_of(old / f"case_c.{kind}")
    (said,) = [each for each in result["findings"] if each["code"] == "book-values-only"]

    assert (score_of(CASE_C)["points"], "warning") == (result["points"], said["severity"])


@pytest.mark.usefixtures("no_libreoffice")
def test_a_folder_is_read_with_all_its_formats_in_worker_processes(old: Path, tmp_path: Path) -> None:
    for name in ("case_c.xls", "case_c.ods", "case_c-nfd.xlsx"):
        shutil.copy(old / name, tmp_path / name)

    document = parindex("score", tmp_path, "--workers", "2", "--no-store", "--format", "json").json

    (result,) = document["results"]
    (merged,) = [each for each in result["findings"] if each["code"] == "merged-from"]
    assert [] == document["failed"]
    assert all(name in merged["message"] for name in ("case_c.xls", "case_c.ods", "case_c-nfd.xlsx"))


@pytest.mark.parametrize("words", [("score", "--no-store"), ("check",)], ids=" ".join)
def test_the_old_files_of_a_folder_are_saved_in_one_start(
    words: tuple[str, ...], old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("case_c.xls", "case_c-nfd.xls"):
        shutil.copy(old / name, tmp_path / name)
    (tmp_path / "a.xls").write_bytes(compound(["Workbook"]))
    real, given = libreoffice.all_to_xlsx, list[list[str]]()

    def noted(paths: Sequence[Path], kind: OldKind) -> Mapping[Path, Path]:
        given.extend([[path.name for path in paths]] if paths else [])
        return real(paths, kind)

    monkeypatch.setattr(libreoffice, "all_to_xlsx", noted)
    document = parindex(*words, tmp_path, "--format", "json").json

    assert (1, 1) == (len(document["results"]), len(document["failed"]))
    # the damaged one alone, where it is refused; both files of the unit again, where they are merged
    merging = [["0.xls", "1.xls"]] if words[0] == "score" else []
    assert [["1.xls", "2.xls"], ["book.xls"], *merging] == given


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = small_office(tmp_path / "cơ quan", "H1,Huyện A,district,,,,,,")
    made.hand_in(Form("Huyện A", 50, sipas=None, code="H1"))
    return made


def test_a_workbook_is_merged_with_its_twin_in_another_format(office: Office) -> None:
    (form,) = office.folder.glob("bang/*.xlsx")
    saved_as("xls", form, folder=form.parent)

    (result,) = office.run("score", "bang", "--format", "json").json["results"]

    assert 1 == [each["code"] for each in result["findings"]].count("merged-from")


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_of_points_is_read(kind: str, office: Office) -> None:
    source = write_xlsx(office.folder / "diem.xlsx", list(rows_of(POINTS)))
    saved_as(kind, source, folder=office.folder)

    (result,) = office.run("score", "bang", "--with", f"diem.{kind}", "--format", "json").json["results"]

    assert 8.25 == next(area["points"] for area in result["areas"] if area["code"] == "3")


def test_a_published_table_is_read_and_what_was_not_seen_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_xlsx(tmp_path / "kq.xlsx", list(rows_of(PUBLISHED)))
    (path,) = saved_as("xls", source, folder=tmp_path)
    words = ("--index", "PAR", "--period", "2023", "--source", "QĐ 1", "--fail-on", "never")
    monkeypatch.setattr(libreoffice, "program", lambda: None)

    outcome = parindex("import", path, *words)

    assert (0, True) == (outcome.code, "LibreOffice" in outcome.out)


def _meant(result: dict[str, Any]) -> dict[str, Any]:
    """Return all that a result says, but for the file's name and its hash."""
    return {key: value for key, value in result.items() if key not in {"file", "sha256"}}


def _decomposed(source: Path, path: Path) -> Path:
    """Write a workbook whose every text, the sheets' names too, is in decomposed Unicode."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, unicodedata.normalize("NFD", old.read(name).decode()))
    return path
