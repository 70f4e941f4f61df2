"""A kept set is the set that its file would give again, or it is none."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec import Struct, msgpack
from msgspec.structs import replace

from parcli import kept as module
from parcli.criteria.kept_sets import KeptSets, kept_sets
from parcli.criteria.library import Library, load_set
from parcli.criteria.source import FrameFinder
from parcli.errors import UnusableSet
from parcli.model.criteria_set import CriteriaSet
from parcli.model.rules import RULE_KINDS

GOOD = Path(__file__).parent / "good"
_LIBRARY = Library((GOOD,))
SETS = [_LIBRARY.path(name) for name in _LIBRARY.ids()]
SAMPLE = GOOD / "all-kinds.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """Return a set's file that a test may change."""
    path = tmp_path / SAMPLE.name
    path.write_bytes(SAMPLE.read_bytes())
    return path


def _frame_beside(path: Path) -> FrameFinder:
    def frame_of(set_id: str) -> tuple[Path, bytes]:
        frame = path.with_name(f"{set_id}.yaml")
        return frame, frame.read_bytes()

    return frame_of


def _kept(path: Path, folder: Path) -> CriteriaSet | None:
    return KeptSets(folder).find(path, path.read_bytes(), _frame_beside(path))


def _read(path: Path, folder: Path) -> CriteriaSet:
    return Library(kept=KeptSets(folder)).get(str(path)).criteria_set


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_a_kept_set_is_the_built_one(path: Path, folder: Path) -> None:
    built = load_set(path).criteria_set
    KeptSets(folder).keep(built, path, path.read_bytes(), _frame_beside(path))

    assert built == _kept(path, folder)


def test_the_set_of_these_tests_has_every_kind_of_rule() -> None:
    """Or a kind could be lost on the way without a test seeing it."""
    kinds = {type(leaf.rule) for path in SETS for leaf in load_set(path).criteria_set.leaves()}

    assert set(RULE_KINDS.values()) == kinds


def test_every_rule_is_kept_under_its_own_kind() -> None:
    assert {kind: kind for kind in RULE_KINDS} == {
        kind: rule.__struct_config__.tag for kind, rule in RULE_KINDS.items()
    }


def test_a_kept_set_cannot_be_changed(folder: Path) -> None:
    _read(SAMPLE, folder)
    kept = _kept(SAMPLE, folder)

    assert kept is not None
    assert (MappingProxyType, MappingProxyType) == (type(kept.blocks), type(kept.grades))


def test_numbers_of_any_length_are_kept(folder: Path) -> None:
    built = replace(load_set(SAMPLE).criteria_set, total=Fraction(10**40, 3))
    KeptSets(folder).keep(built, SAMPLE, SAMPLE.read_bytes(), _frame_beside(SAMPLE))

    assert built == _kept(SAMPLE, folder)


def test_a_kept_set_is_not_built_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = _read(SAMPLE, folder)
    monkeypatch.setattr("parcli.criteria.set_file.set_in", lambda *_: pytest.fail("built again"))

    assert built == _read(SAMPLE, folder)


def test_an_edited_file_is_built_again(edited: Path, folder: Path) -> None:
    before = _read(edited, folder)
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("note: Chỉ", "note: Chi", 1), encoding="utf-8")

    assert before.text_hash != _read(edited, folder).text_hash


@pytest.fixture
def local(tmp_path: Path) -> Path:
    """Return a set that extends the frame beside it."""
    for name in ("khung.yaml", "dia-phuong.yaml"):
        (tmp_path / name).write_bytes((GOOD / name).read_bytes())
    return tmp_path / "dia-phuong.yaml"


def test_a_set_is_kept_with_its_frame(local: Path, folder: Path) -> None:
    assert _read(local, folder) == _kept(local, folder)


def test_a_set_is_built_again_when_its_frame_was_edited(local: Path, folder: Path) -> None:
    _read(local, folder)
    frame = local.with_name("khung.yaml")
    frame.write_text(
        frame.read_text(encoding="utf-8").replace("missing: zero", "missing: refuse"), encoding="utf-8"
    )

    assert "refuse" == _read(local, folder).policy.missing


def test_a_set_without_its_frame_is_refused_although_it_was_kept(local: Path, folder: Path) -> None:
    _read(local, folder)
    local.with_name("khung.yaml").unlink()

    with pytest.raises(UnusableSet):
        _read(local, folder)


def test_an_edited_file_leaves_no_set_behind(edited: Path, folder: Path) -> None:
    _read(edited, folder)
    edited.write_bytes(edited.read_bytes() + b"# edited\n")
    _read(edited, folder)

    assert ["all-kinds.set"] == [path.name for path in folder.iterdir()]


def test_a_mistake_is_told_although_the_set_was_kept(edited: Path, folder: Path) -> None:
    _read(edited, folder)
    edited.write_text(edited.read_text(encoding="utf-8").replace("total: 40", "total: 41"), encoding="utf-8")

    with pytest.raises(UnusableSet):
        _read(edited, folder)


def test_a_file_of_another_name_is_checked_for_itself(edited: Path, folder: Path) -> None:
    """A set's id is held against the name of its file."""
    _read(edited, folder)
    renamed = edited.rename(edited.with_name("other.yaml"))
    (folder / "all-kinds.set").rename(folder / "other.set")

    assert _kept(renamed, folder) is None


def test_a_set_says_where_it_was_read_now(edited: Path, folder: Path) -> None:
    _read(SAMPLE, folder)

    assert str(edited) == _read(edited, folder).path


def test_a_set_with_warnings_is_not_kept(edited: Path, folder: Path) -> None:
    """Its warnings have to be told each time."""
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("note: Chỉ", "note: Chi\u0309", 1), encoding="utf-8")
    library = Library(kept=KeptSets(folder))

    assert ["text-not-nfc"] == [finding.code for finding in library.get(str(edited)).findings]
    assert not folder.exists()


def test_other_code_builds_for_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _read(SAMPLE, folder)
    monkeypatch.setattr(module, "_code", lambda _: (b"another version",))

    assert _kept(SAMPLE, folder) is None


class _Foreign(Struct):
    name: str


def _cut(kept: bytes) -> bytes:
    return kept[:-1]


def _altered(kept: bytes) -> bytes:
    """Return a set that could be, but that nobody wrote."""
    return kept.replace(b"40/1", b"41/1", 1)


def _foreign(kept: bytes) -> bytes:
    body = msgpack.encode(_Foreign("x"))
    return kept[:32] + sha256(body).digest() + body


def _without_value(kept: bytes) -> bytes:
    body = kept[64:].replace(b"40/1", b"40/0", 1)
    return kept[:32] + sha256(body).digest() + body


@pytest.mark.parametrize("damage", [_cut, _altered, _foreign, _without_value, lambda _: b""])
def test_a_damaged_file_is_built_again(damage: Callable[[bytes], bytes], folder: Path) -> None:
    built = _read(SAMPLE, folder)
    file = folder / "all-kinds.set"
    whole = file.read_bytes()
    file.write_bytes(damage(whole))

    assert _kept(SAMPLE, folder) is None
    assert built == _read(SAMPLE, folder)
    assert whole == file.read_bytes()


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    no_folder = tmp_path / "file"
    no_folder.write_text("", encoding="utf-8")

    assert load_set(SAMPLE).criteria_set == _read(SAMPLE, no_folder)
    assert load_set(SAMPLE).criteria_set == _read(SAMPLE, no_folder / "below")


def test_a_set_that_cannot_be_put_in_place_leaves_no_draft(folder: Path) -> None:
    (folder / "all-kinds.set").mkdir(parents=True)

    _read(SAMPLE, folder)

    assert ["all-kinds.set"] == [path.name for path in folder.iterdir()]


def test_the_word_off_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Library(kept=kept_sets({"PARINDEX_CACHE": "OFF", "XDG_CACHE_HOME": str(tmp_path)})).get(str(SAMPLE))

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("variable", "below"),
    [("PARINDEX_CACHE", ""), ("LOCALAPPDATA", "parindex"), ("XDG_CACHE_HOME", "parindex")],
)
def test_sets_are_kept_where_the_environment_says(variable: str, below: str, tmp_path: Path) -> None:
    Library(kept=kept_sets({variable: str(tmp_path)})).get(str(SAMPLE))

    assert (tmp_path / below / "all-kinds.set").is_file()


def test_sets_are_kept_below_the_home_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    Library(kept=kept_sets({"XDG_CACHE_HOME": "not-absolute"})).get(str(SAMPLE))

    assert (tmp_path / ".cache" / "parindex" / "all-kinds.set").is_file()


def test_who_has_no_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def home() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", home)

    assert kept_sets({}).find(SAMPLE, SAMPLE.read_bytes(), _frame_beside(SAMPLE)) is None
