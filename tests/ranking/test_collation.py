"""Names sort as in a Vietnamese dictionary."""

from __future__ import annotations

import random
import unicodedata

import pytest

from parcli.ranking.collation import collation_key


@pytest.mark.parametrize(
    "names",
    [
        ["An", "Ăn", "Ân", "Ba", "Ca", "Da", "Đa", "Em", "Êm", "Ga"],
        ["Oa", "Ôa", "Ơa", "Pa", "Ua", "Ưa", "Va"],
        ["Hoa", "Hoà", "Hoả", "Hoã", "Hoá", "Hoạ"],
        ["Dương", "Đông"],
        ["Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Cà Mau", "Đắk Lắk", "Đồng Nai", "Hà Nội", "Quảng Ninh"],
        ["Hòa Bình", "Hoa Lư", "Hòa Thành"],
        ["Tân Biên", "Tân Châu", "Tây Ninh"],
        ["Phường 2", "Phường 10", "Phường An Lạc"],
        ["Sở", "Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ", "Sở Y tế"],
        ["Ban Dân tộc", "Bàn Dân tộc", "Bang"],
        ["Fa", "Ga", "Ja", "Ka", "Wa", "Xa", "Ya", "Za"],
    ],
)
def test_order_of_names(names: list[str]) -> None:
    shuffled = names.copy()
    random.Random(7).shuffle(shuffled)

    assert names == sorted(shuffled, key=collation_key)


def test_the_unicode_form_makes_no_difference() -> None:
    name = "Huyện Đắk R'lấp"

    assert collation_key(name) == collation_key(unicodedata.normalize("NFD", name))


def test_case_decides_only_between_names_that_are_otherwise_equal() -> None:
    names = ["sở nội vụ", "Sở Y tế", "SỞ NỘI VỤ"]

    assert ["SỞ NỘI VỤ", "sở nội vụ", "Sở Y tế"] == sorted(names, key=collation_key)


def test_where_the_tone_stands_decides_last() -> None:
    assert collation_key("Thị xã Hòa Thành")[:2] == collation_key("Thị xã Hoà Thành")[:2]


def test_any_text_has_a_key() -> None:
    assert ["", "…", "№ 7", "Ω"] == sorted(["Ω", "№ 7", "", "…"], key=collation_key)
