"""Writes the fonts of the charts' pictures: the letters of Vietnamese and of figures, out of Liberation Sans.

Run ``python docs/make_chart_fonts.py FOLDER``, where FOLDER holds LiberationSans-Regular.ttf and
LiberationSans-Bold.ttf of version 2 (SIL Open Font License), with fonttools installed. The licence reserves
the name Liberation to whole fonts, so that these parts of them bear another.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from parcli.report.word.letters import COVERED

FONTS = Path(__file__).resolve().parents[1] / "src" / "parcli" / "report" / "word" / "fonts"
FAMILY = "Parindex Sans"
_NAMES = {1: "{family}", 3: "{file}", 4: "{family} {style}", 6: "{file}", 16: "{family}"}


def make(source: Path, style: str) -> None:
    """Write the part of one font."""
    font = TTFont(source / f"LiberationSans-{style}.ttf", recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    made = subset.Subsetter(options)
    made.populate(unicodes=COVERED)
    made.subset(font)
    for record in font["name"].names:
        if record.nameID in _NAMES:
            file = f"ParindexSans-{style}"
            record.string = _NAMES[record.nameID].format(family=FAMILY, style=style, file=file)
    font.save(FONTS / f"ParindexSans-{style}.ttf")


if __name__ == "__main__":
    for each in ("Regular", "Bold"):
        make(Path(sys.argv[1]), each)
