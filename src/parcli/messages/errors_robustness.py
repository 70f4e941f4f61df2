"""The one-sentence texts of errors about claims and the firmness of ranks."""

from __future__ import annotations

from parcli.model.text import Text

ROBUSTNESS_ERRORS: dict[str, Text] = {
    "robustness-without-areas": Text(
        "Kỳ {period} không có đơn vị nào được xếp hạng mà biết điểm và điểm tối đa của từng lĩnh vực, nên"
        " không thử được độ vững: hãy chấm các bảng tự đánh giá bằng parindex score, hoặc nhập bảng công"
        " bố có điểm lĩnh vực dạng 12,5/14.",
        "No ranked unit of {period} has areas known in points with their maximum, so that nothing can be"
        " varied: score the workbooks with parindex score, or import a published table with areas as"
        " 12.5/14.",
    ),
    "robustness-unit-not-ranked": Text(
        "Đơn vị “{name}” không có trong phép thử kỳ {period}: không được xếp hạng, hoặc không rõ điểm của"
        " từng lĩnh vực; xem lý do bằng parindex rank.",
        "Unit “{name}” is no part of the field in {period}: it has no rank, or its areas are not known;"
        " see why with parindex rank.",
    ),
    "nothing-appraised": Text(
        "Kỳ {period} chưa có điểm thẩm định để so với điểm tự chấm: hãy chấm các bảng đã thẩm định bằng"
        " parindex score.",
        "Nothing has been appraised in {period} that claims could be compared with: score the appraised"
        " workbooks with parindex score.",
    ),
}
