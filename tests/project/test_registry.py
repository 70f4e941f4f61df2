from __future__ import annotations

import unicodedata

import pytest

from parcli.model.period import Period
from parcli.model.register import Placement
from parcli.project.units import Match, RegisteredUnit, Registry, unregistered
from project.unit_files import registry, table

DISTRICTS = """
    code,name,level,block,region,parent,valid_from,valid_to,predecessors,aliases
    H01,Huyện Hòa Thành,district,nong-thon,,tinh,,2020-01-31,,
    H02,Thị xã Hòa Thành,district,do-thi,Trung tâm,tinh,2020-02-01,,H01,Hoa Thanh|TX. Hòa Thành
    H03,Huyện Đắk Song,district,,,tinh,,,,
    H04,Huyện Đức Cơ,district,,,tinh,,,,
    tinh,Tỉnh Mẫu,province,,,,,,,
    X04,Huyện Đức Cơ,commune,,,H04,,,,
"""


@pytest.fixture(scope="module")
def units() -> Registry:
    return registry(DISTRICTS)


def code_of(match: Match) -> tuple[str, str]:
    return match.kind, match.unit.code if match.unit else ""


def test_a_code_comes_before_a_name(units: Registry) -> None:
    match = units.match("Huyện Đắk Song", "h04", level="district")

    assert (("code", "H04"), "H03") == (code_of(match), match.named and match.named.code)


def test_code_and_name_that_agree_name_no_other(units: Registry) -> None:
    match = units.match("Huyện  Đức Cơ", "H04", level="district")

    assert (("code", "H04"), None, True) == (code_of(match), match.named, match.noted)


def test_an_unknown_code_leaves_it_to_the_name(units: Registry) -> None:
    assert ("name", "H03") == code_of(units.match("Huyện Đắk Song", "Z9"))


@pytest.mark.parametrize(
    "text",
    [
        "Thị xã Hoà Thành",
        "Thị  xã Hòa Thành",
        "Thị xã\nHòa Thành",
        unicodedata.normalize("NFD", "Thị xã Hòa Thành"),
    ],
)
def test_another_spelling_of_the_same_word_matches_and_is_noted(units: Registry, text: str) -> None:
    match = units.match(text, period=Period(2023))

    assert (("name", "H02"), True) == (code_of(match), match.noted)


@pytest.mark.parametrize("text", ["Thị xã Hòa Thành", "THỊ XÃ HÒA THÀNH", " Thị xã Hòa Thành "])
def test_the_name_itself_is_not_noted(units: Registry, text: str) -> None:
    match = units.match(text, period=Period(2023))

    assert (("name", "H02"), False) == (code_of(match), match.noted)


def test_an_alias_matches_as_an_alias(units: Registry) -> None:
    assert ("alias", "H02") == code_of(units.match("hoa thanh", period=Period(2023)))


@pytest.mark.parametrize("text", ["Huyện Đăk Song", "Huyen Dak Song", "UBND huyện Đắk Song", "Đắk Xong"])
def test_a_looser_likeness_is_only_suggested(units: Registry, text: str) -> None:
    match = units.match(text, level="district")

    assert ("none", None, ["H03"]) == (match.kind, match.unit, [unit.code for unit in match.suggestions])


def test_nothing_alike_suggests_nothing(units: Registry) -> None:
    assert Match("none") == units.match("Sở Y tế", level="department")


def test_the_level_tells_units_of_one_name_apart(units: Registry) -> None:
    assert ("name", "X04") == code_of(units.match("Huyện Đức Cơ", level="commune"))


def test_a_name_of_two_levels_means_neither_without_a_level(units: Registry) -> None:
    match = units.match("Huyện Đức Cơ")

    assert ("none", ["H04", "X04"]) == (match.kind, [unit.code for unit in match.suggestions])


def test_a_unit_that_has_ended_is_not_matched_but_its_successor_suggested(units: Registry) -> None:
    match = units.match("Huyện Hòa Thành", period=Period(2023), level="district")

    assert ("none", ["H02"]) == (match.kind, [unit.code for unit in match.suggestions])


def test_a_unit_that_is_not_yet_there_is_not_matched_by_its_code(units: Registry) -> None:
    match = units.match("", "H02", period=Period(2019))

    assert ("none", ["H01"]) == (match.kind, [unit.code for unit in match.suggestions])


def test_a_renamed_unit_is_matched_under_both_names_in_the_year_of_the_change(units: Registry) -> None:
    names = ("Huyện Hòa Thành", "Thị xã Hòa Thành")

    assert [("name", "H01"), ("name", "H02")] == [code_of(units.match(n, period=Period(2020))) for n in names]


def test_a_name_that_passes_on_within_a_period_means_the_unit_at_its_end() -> None:
    units = registry("""
        code,name,level,valid_from,valid_to,predecessors
        A1,Xã An,xã,,2025-06-30,
        A2,Xã An,xã,2025-07-01,,A1
    """)

    assert ["A1", "A2", "A2"] == [
        code_of(units.match("Xã An", period=Period.parse(text)))[1] for text in ("2025-H1", "2025", "2026")
    ]
    assert "none" == units.match("Xã An").kind


def test_units_are_those_at_the_end_of_the_period(units: Registry) -> None:
    assert ["H02", "H03", "H04"] == [unit.code for unit in units.units("district", Period(2020))]
    assert ["H01", "H03", "H04"] == [unit.code for unit in units.units("district", Period(2019))]


def test_predecessors_and_successors_lead_to_each_other(units: Registry) -> None:
    old, new = units.get("H01"), units.get("H02")
    assert old is not None
    assert new is not None

    assert ((old,), (new,)) == (units.predecessors(new), units.successors(old))


def test_a_unit_is_placed_in_its_block_region_and_parent(units: Registry) -> None:
    (unit,) = (unit for unit in units.units("district") if unit.code == "H02")

    assert Placement("H02", unit.name, "district", "do-thi", "Trung tâm", "tinh") == units.placement(
        unit, Period(2023)
    )


@pytest.mark.parametrize(
    ("period", "region"), [("2024", "A"), ("2025-H1", "A"), ("2025-H2", ""), ("2025", ""), (None, "")]
)
def test_a_region_ends_on_its_last_day(period: str | None, region: str) -> None:
    (unit,) = table("code,name,level,region,region_to\nX1,Xã An,xã,A,2025-06-30\n").units

    placed = Registry((unit,)).placement(unit, Period.parse(period) if period else None)

    assert region == placed.region


def test_packaged_units_stand_behind_the_own_ones() -> None:
    own = RegisteredUnit("long-an", "Long An mới", "province")
    packaged = (RegisteredUnit("long-an", "Long An", "province"), RegisteredUnit("b", "B", "province"))
    units = Registry((own,), packaged=lambda: packaged)

    assert [own, packaged[1]] == list(units.units("province"))
    assert ["code", "none"] == [units.match("", "long-an").kind, units.match("Long An").kind]


def test_another_level_never_loads_the_packaged_units() -> None:
    def fail() -> tuple[RegisteredUnit, ...]:
        raise AssertionError

    units = Registry(packaged=fail)

    assert ((), Match("none")) == (units.units("district"), units.match("Huyện A", level="district"))


def test_a_unit_that_no_register_knows_is_keyed_by_its_folded_name() -> None:
    one, other = unregistered("Xã  Hòa An", "commune", block="b"), unregistered("xã Hoà An", "commune")

    assert (one.key, "Xã Hòa An", "b") == (other.key, one.name, one.block)
    assert one.key.startswith("name:")


@pytest.mark.parametrize(
    "name", ["Ủy ban nhân dân xã Tân Lập", "ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "UBND xã Tân Lập"]
)
def test_a_short_form_spelled_out_is_the_same_name(name: str) -> None:
    unit = RegisteredUnit("X01", "UBND xã Tân Lập", "commune")
    assert unit == Registry([unit]).match(name).unit
