from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from parcli.criteria.library import Library
from parcli.errors import UnusableSet, WrongUsage
from parcli.resources import data_dir

GOOD = Path(__file__).parent / "good"


def test_local_and_packaged_sets_are_listed() -> None:
    packaged = {path.stem for path in data_dir("criteria").glob("*.yaml") if ".cases" not in path.name}

    assert (
        tuple(sorted({"all-kinds", "dia-phuong", "khung", "with-parts"} | packaged)) == Library([GOOD]).ids()
    )


def test_a_set_is_found_by_its_id() -> None:
    assert "with-parts" == Library([GOOD]).get("with-parts").criteria_set.id


def test_a_set_is_found_by_its_path() -> None:
    assert "with-parts" == Library().get(str(GOOD / "with-parts.yaml")).criteria_set.id


def test_the_earlier_folder_stands_first(tmp_path: Path) -> None:
    text = (GOOD / "with-parts.yaml").read_text(encoding="utf-8")
    (tmp_path / "with-parts.yaml").write_text(text.replace("to: 2024", "to: 2023"), encoding="utf-8")

    assert 2023 == Library([tmp_path, GOOD]).get("with-parts").criteria_set.applies_to


def test_finding_a_set_reads_no_other_file(tmp_path: Path) -> None:
    shutil.copy(GOOD / "with-parts.yaml", tmp_path)
    (tmp_path / "broken.yaml").write_text("id: [", encoding="utf-8")

    assert "with-parts" == Library([tmp_path]).get("with-parts").criteria_set.id


def test_a_set_is_read_once(tmp_path: Path) -> None:
    path = Path(shutil.copy(GOOD / "with-parts.yaml", tmp_path))
    library = Library([tmp_path])
    first = library.get("with-parts")
    path.unlink()

    assert first is library.get(str(path))


def test_a_likely_id_is_offered() -> None:
    with pytest.raises(WrongUsage) as caught:
        Library([GOOD]).get("with-part")

    assert ("set-unknown", ("with-parts",)) == (caught.value.code, caught.value.params["known"])


def test_all_ids_are_offered_where_none_is_like_it() -> None:
    library = Library([GOOD])
    with pytest.raises(WrongUsage) as caught:
        library.get("xyz")

    assert library.ids() == caught.value.params["known"]


def test_all_yields_every_set() -> None:
    library = Library([GOOD])

    assert library.ids() == tuple(loaded.criteria_set.id for loaded in library.all(frames=True))


def test_a_set_with_errors_is_refused() -> None:
    with pytest.raises(UnusableSet):
        Library([GOOD.parent / "bad"]).get("tiers-gap")


def test_warnings_come_with_the_set() -> None:
    loaded = Library([GOOD.parent / "bad"]).get("modelled-on-missing")

    assert ["modelled-on-missing"] == [finding.code for finding in loaded.findings]
