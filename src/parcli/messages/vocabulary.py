"""Words that are read rather than said (answers, units of figures, the alphabet), and who scores."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.criteria_set import Scorer
from parcli.model.folding import folded
from parcli.model.text import Text

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
PERCENT_WORDS = ("%", "percent")
POINT_WORDS = ("điểm", "points")

YES = frozenset(map(folded, ("Có", "Đạt", "Đủ", "Đúng", "Yes")))
NO = frozenset(map(folded, ("Không", "Không đạt", "Không đủ", "Chưa", "Chưa đạt", "No")))
RISE_WORDS = frozenset(map(folded, ("tăng", "increase", "increasing", "up", "improved", "rose", "gained")))
FALL_WORDS = frozenset(map(folded, ("giảm", "decrease", "decreasing", "down", "fell", "lost", "dropped")))
AND_WORDS = ("và", "and")
TICKS = frozenset(map(folded, ("x", "✓", "✔", "√", "v")))

SCORERS: Mapping[Scorer, Text] = MappingProxyType(
    {
        "self": Text("tự đánh giá", "self-assessment"),
        "appraised": Text("thẩm định", "appraisal"),
        "survey": Text("điều tra xã hội học", "survey"),
        "imported": Text("chỉ số khác", "another index"),
        "leaders": Text("lãnh đạo đánh giá", "leaders' assessment"),
    }
)

_NOTHING = frozenset(
    map(folded, ("", "-", "–", "x", "0", "Không", "Không có", "Chưa", "Chưa có", "No", "None", "N/A"))
)
_FIRST_OF_NOTHING = frozenset(phrase.partition(" ")[0] for phrase in _NOTHING)


def names_something(text: str) -> bool:
    """Tell whether a text says more than that there is nothing ("Không có", "-"), as evidence has to."""
    first = folded(next(iter(text.split(maxsplit=1)), "")).strip(" .")
    if first and first not in _FIRST_OF_NOTHING:  # nearly all texts, which nobody else folds
        return True
    return folded(text).strip(" .") not in _NOTHING
