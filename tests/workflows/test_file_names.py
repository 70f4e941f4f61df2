"""File names made of codes and names that somebody else wrote."""

from __future__ import annotations

import re
import unicodedata

import pytest

from parcli.model.file_names import file_names, safe_stem


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("S01 - Sở Xây dựng", "S01 - Sở Xây dựng"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows\\x", "C Windows x"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("Com1", "_Com1"),
        ("LPT¹", "_LPT¹"),
        ("CONG AN", "CONG AN"),
        ("Xã A...", "Xã A"),
        ("Xã A. ", "Xã A"),
        (".an", "an"),
        ("~$khoa", "$khoa"),
        ("-rf", "rf"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("a\u202eslx", "aslx"),
        ("a\nb\tc", "a b c"),
        ('a<b>c"d|e?f*g', "a b c d e f g"),
        ("", "_"),
        ("...", "_"),
        ("///", "_"),
    ],
)
def test_a_stem_is_safe_everywhere(text: str, stem: str) -> None:
    assert stem == safe_stem(text)


def test_a_decomposed_name_is_composed() -> None:
    assert "Xã Đắk Lắk" == safe_stem(unicodedata.normalize("NFD", "Xã Đắk Lắk"))


def test_a_long_name_is_cut_between_characters() -> None:
    stem = safe_stem("Ủy ban nhân dân " * 40)

    assert len(stem) <= 100
    assert len(stem.encode()) <= 200
    assert not re.search(r"[\s.]$", stem)


def test_equal_names_are_told_apart_whatever_their_case() -> None:
    names = list(file_names([("a", "Xã"), ("A", "XÃ"), ("a", "xã")], ".xlsx"))

    assert ["a - Xã.xlsx", "A - XÃ (2).xlsx", "a - xã (3).xlsx"] == names


def test_a_unit_without_a_code_is_named_by_its_name() -> None:
    assert ["Xã Tân Lập.xlsx"] == list(file_names([("", "Xã Tân Lập")], ".xlsx"))
