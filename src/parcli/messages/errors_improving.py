"""The one-sentence texts of errors about lost points and improvement."""

from __future__ import annotations

from parcli.model.text import Text

IMPROVING_ERRORS: dict[str, Text] = {
    "losses-published-only": Text(
        "Kỳ {period} chỉ có kết quả đã công bố, không biết điểm của từng tiêu chí: hãy chấm các bảng tự đánh"
        " giá bằng parindex score.",
        "Of {period} only published results are known, without points by criterion: score the workbooks with"
        " parindex score.",
    ),
    "unit-published-only": Text(
        "Kỳ {period}, đơn vị “{name}” chỉ có kết quả đã công bố, không biết điểm và số liệu của từng tiêu"
        " chí: hãy chấm bảng tự đánh giá của đơn vị bằng parindex score.",
        "Of “{name}” in {period} only a published result is known, without points and answers by criterion:"
        " score the unit's workbook with parindex score.",
    ),
}
