from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest

from parcli.errors import ProjectError
from parcli.messages.catalog import error_text
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.project.folder import Project, find_project, load_project, no_project
from parcli.project.starter import Started, init_project
from project.unit_files import spots


def project(folder: Path, toml: str = "", units: str | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "parindex.toml").write_text(toml, encoding="utf-8")
    if units is not None:
        (folder / "units.csv").write_text(units, encoding="utf-8")
    return folder


def folder_of(found: Project | None) -> Path | None:
    return found.folder if found else None


@pytest.mark.parametrize("below", [".", "2023", "2023/districts/new"])
def test_the_project_is_found_in_the_folder_or_above_it(tmp_path: Path, below: str) -> None:
    project(tmp_path / "office")
    start = tmp_path / "office" / below
    start.mkdir(parents=True, exist_ok=True)

    assert tmp_path / "office" == folder_of(find_project(start, env={}))


def test_the_nearest_project_is_found(tmp_path: Path) -> None:
    project(tmp_path)
    project(tmp_path / "a")

    assert tmp_path / "a" == folder_of(find_project(tmp_path / "a", env={}))


def test_a_project_below_or_beside_is_not_found(tmp_path: Path) -> None:
    project(tmp_path / "a")
    (tmp_path / "b").mkdir()

    assert (None, None) == (find_project(tmp_path, env={}), find_project(tmp_path / "b", env={}))


def test_a_folder_named_like_the_file_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "parindex.toml").mkdir()

    assert find_project(tmp_path, env={}) is None


def test_paths_are_seen_from_the_projects_folder(tmp_path: Path) -> None:
    loaded = load_project(project(tmp_path, 'store = "data/x.db"\n'), env={})

    assert (tmp_path / "data/x.db", tmp_path / "criteria", tmp_path / "reports") == (
        loaded.store,
        loaded.sets,
        loaded.reports,
    )


def test_the_register_has_the_own_units_and_the_provinces(tmp_path: Path) -> None:
    registry = load_project(project(tmp_path, units="code,name,level\nH1,Huyện A,huyện\n"), env={}).registry

    assert (["H1"], 34) == (
        [unit.code for unit in registry.units("district")],
        len(registry.units("province", Period(2026))),
    )


def test_without_units_csv_the_provinces_are_there(tmp_path: Path) -> None:
    assert 63 == len(load_project(project(tmp_path), env={}).registry.units("province", Period(2023)))


def test_mistakes_of_both_files_are_told_together(tmp_path: Path) -> None:
    project(tmp_path, 'ofice = "x"\n', "code,name,level,valid_from\nH1,Huyện A,huyện,x\nH2,Huyện B,huyen,\n")

    with pytest.raises(ProjectError) as caught:
        load_project(tmp_path, env={})

    assert [
        ("setting-unknown", "parindex.toml:1"),
        ("unit-date-bad", "units.csv:2"),
        ("unit-level-unknown", "units.csv:3"),
    ] == spots(caught.value.findings)
    assert "3 lỗi" in error_text(caught.value.code, caught.value.params, "vi")


def test_blocks_and_levels_of_the_settings_hold_for_the_units(tmp_path: Path) -> None:
    toml = 'levels = ["department"]\n[blocks]\na = "A"\n'
    project(tmp_path, toml, "code,name,level,block\nS1,Sở A,sở,b\nX1,Xã An,xã,\n")

    with pytest.raises(ProjectError) as caught:
        load_project(tmp_path, env={})

    assert [
        ("unit-block-undeclared", "units.csv:2"),
        ("unit-level-not-in-use", "units.csv:3"),
    ] == spots(caught.value.findings)


def test_a_folder_without_the_file_is_no_project_to_load(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        load_project(tmp_path, env={})

    assert "file-missing" == caught.value.code


def test_a_units_csv_that_is_a_folder_is_one_sentence(tmp_path: Path) -> None:
    (project(tmp_path) / "units.csv").mkdir()

    with pytest.raises(ProjectError) as caught:
        load_project(tmp_path, env={})

    assert "file-unreadable" == caught.value.code


def test_without_a_project_the_store_is_in_the_current_folder(tmp_path: Path) -> None:
    without = no_project(tmp_path, env={})

    assert (tmp_path / "parindex.db", None) == (without.store, without.file)


def test_without_a_project_the_environment_holds_and_is_checked(tmp_path: Path) -> None:
    assert tmp_path / "x.db" == no_project(tmp_path, env={"PARINDEX_STORE": "x.db"}).store
    with pytest.raises(ProjectError):
        no_project(tmp_path, env={"PARINDEX_STROE": "x.db"})


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_new_project_can_be_loaded_and_has_the_defaults(tmp_path: Path, lang: Lang) -> None:
    paths = init_project(tmp_path / "new" / "office", lang=lang).written
    loaded = load_project(tmp_path / "new" / "office", env={})

    assert ["parindex.toml", "units.csv"] == [path.name for path in paths]
    assert (lang, "parindex.db", (), ()) == (
        loaded.settings.lang,
        loaded.settings.store,
        loaded.settings.levels,
        loaded.registry.units("district"),
    )


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_examples_in_a_new_project_file_hold(tmp_path: Path, lang: Lang) -> None:
    toml, _ = init_project(tmp_path, lang=lang).written
    lines = toml.read_text(encoding="utf-8").splitlines()
    examples = [re.sub(r"^# (?=[\w-]+ = \"[^\"]+\"$)", "", line) for line in lines]
    toml.write_text("\n".join(examples), encoding="utf-8")

    settings = load_project(tmp_path, env={}).settings

    assert ("district-2023", 2) == (settings.criteria_for("district", Period(2023)), len(settings.blocks))


@pytest.mark.parametrize(("lang", "delimiter"), [("vi", b";"), ("en", b",")])
def test_a_new_units_csv_opens_in_excel(tmp_path: Path, lang: Lang, delimiter: bytes) -> None:
    _, units = init_project(tmp_path, lang=lang).written
    data = units.read_bytes()

    assert (True, 9) == (data.startswith(codecs.BOM_UTF8), data.count(delimiter))


@pytest.mark.parametrize(
    ("kept", "written"), [("parindex.toml", "units.csv"), ("units.csv", "parindex.toml")]
)
def test_what_is_there_is_kept_and_what_is_missing_written(tmp_path: Path, kept: str, written: str) -> None:
    (tmp_path / kept).write_text("mine", encoding="utf-8")

    assert Started((tmp_path / written,), (tmp_path / kept,)) == init_project(tmp_path)
    assert ("mine", True) == ((tmp_path / kept).read_text(encoding="utf-8"), (tmp_path / written).is_file())


def test_a_whole_project_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    for name in ("parindex.toml", "units.csv"):
        (tmp_path / name).write_text("mine", encoding="utf-8")

    with pytest.raises(ProjectError) as caught:
        init_project(tmp_path)

    assert "project-exists" == caught.value.code
    assert {"mine"} == {path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(ProjectError) as caught:
        init_project(tmp_path / "file" / "office")

    assert "folder-not-writable" == caught.value.code
