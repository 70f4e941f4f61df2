"""Pictures of charts are drawn in letters that come with the program, and in nothing else."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from parcli.messages.wording import WORDS
from parcli.report.block_charts import areas_chart, blocks_of, ranking_chart
from parcli.report.charts.shapes import Box, Drawing, Words
from parcli.report.saying import saying_of
from parcli.report.unit_charts import areas_chart as unit_areas_chart
from parcli.report.unit_charts import losses_chart
from parcli.report.word import pictures
from parcli.report.word.letters import COVERED, REPLACEMENT, drawable
from support.font_glyphs import characters_of
from support.report_values import HOSTILE_NAMES, made_context

FONTS = Path(pictures.__file__).parent / "fonts"
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def drawings() -> Iterator[Drawing]:
    context = made_context(6, names=HOSTILE_NAMES)
    say = saying_of(context, "vi")
    for block in blocks_of(context, say):
        charts = [ranking_chart(block, say), areas_chart(block, context.areas, say)]
        for unit in block.units:
            charts.append(unit_areas_chart(unit, context.areas, block.group, say))
            charts.append(losses_chart(unit, context.areas, say))
        yield from (each.drawn(pictures.DRAWN) for each in charts if each is not None)


def drawing_of(*texts: str) -> Drawing:
    words = (Words(10, 20 + 20 * n, text, "name") for n, text in enumerate(texts))
    return Drawing(200, 60, "Tên", "Mô tả", tuple(words))


@pytest.mark.parametrize("font", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_a_font_has_every_character_that_is_drawn(font: Path) -> None:
    assert set() == COVERED - characters_of(font)


def test_there_are_a_plain_and_a_bold_font_with_their_licence() -> None:
    assert {"ParindexSans-Regular.ttf", "ParindexSans-Bold.ttf", "OFL.txt"} == {
        each.name for each in FONTS.iterdir()
    }
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    # the licence keeps this name for whole fonts
    assert (
        b"L\x00i\x00b\x00e\x00r\x00a\x00t\x00i\x00o\x00n"
        not in (FONTS / "ParindexSans-Bold.ttf").read_bytes()
    )


def test_every_letter_of_vietnamese_can_be_drawn() -> None:
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | {"đ"}

    assert set() == {
        each for letter in letters for each in letter + letter.upper() if ord(each) not in COVERED
    }


def test_every_character_of_the_labels_can_be_drawn() -> None:
    texts = {text for each in WORDS.values() for text in (each.vi, each.en or "")}
    shown = {shape.text for drawing in drawings() for shape in drawing.shapes if isinstance(shape, Words)}

    assert shown
    assert set() == {each for text in texts for each in text if ord(each) not in COVERED}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sở Nội vụ", "Sở Nội vụ"),
        (unicodedata.normalize("NFD", "Đắk Lắk"), "Đắk Lắk"),
        ("日本 €", f"{REPLACEMENT * 2} {REPLACEMENT}"),
        ("a\tb\u2003c\nd", "a b c d"),
    ],
)
def test_what_the_fonts_lack_is_replaced(text: str, shown: str) -> None:
    assert shown == drawable(text)


def test_a_picture_is_drawn_the_same_where_a_letter_is_unknown() -> None:
    assert pictures.png(drawing_of("Sở 日", "Nội vụ")) == pictures.png(
        drawing_of(f"Sở {REPLACEMENT}", "Nội vụ")
    )


def test_letters_leave_traces() -> None:
    assert pictures.png(drawing_of("Sở Nội vụ")) != pictures.png(drawing_of(""))


def test_bold_is_another_font_than_plain() -> None:
    plain = drawing_of("Sở Nội vụ")
    bold = replace(plain, shapes=tuple(replace(each, kind="move") for each in plain.shapes))

    assert pictures.png(plain) != pictures.png(bold)


def test_a_picture_has_one_and_a_half_pixels_for_each_unit() -> None:
    content = pictures.png(drawing_of("x"))

    assert (b"\x89PNG", (300, 90)) == (content[:4], struct.unpack(">II", content[16:24]))


def test_colours_are_those_of_the_printed_page() -> None:
    def of(kind: str) -> bytes:
        return pictures.png(Drawing(10, 10, "", "", (Box(0, 0, 10, 10, kind),)))

    assert 6 == len({of(f"bar t{tone}") for tone in range(6)})
    assert of("bar t1") != of("")


def test_every_hostile_name_can_be_drawn() -> None:
    assert all(pictures.png(each) for each in drawings())
