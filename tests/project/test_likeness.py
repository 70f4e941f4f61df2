from __future__ import annotations

import pytest

from parcli.project.likeness import alike, loose_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("UBND tỉnh Đắk Lắk", "dac lac"),
        ("Đắc Lắc", "dac lac"),
        ("Dak Lak Province", "dac lac"),
        ("Ủy ban nhân dân thành phố Đà Nẵng", "da nang"),
        ("TP.HCM", "hcm"),
        ("Bà Rịa – Vũng Tàu", "ba ria vung tau"),
        ("Huyện", "huien"),
    ],
)
def test_a_loose_key_drops_marks_title_and_punctuation(text: str, key: str) -> None:
    assert key == loose_key(text)


def test_the_nearest_come_first() -> None:
    assert ["ha nam", "ha nams"] == alike("ha nam", ["ha nams", "ha noi", "ha nam"], most=3)


def test_provinces_that_only_begin_alike_are_not_alike() -> None:
    assert [] == alike(loose_key("Hà Nam"), [loose_key("Hà Nội"), loose_key("Hà Tĩnh")], most=3)
