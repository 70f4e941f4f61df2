"""The one-sentence texts of errors in what is asked of the results that there are."""

from __future__ import annotations

from parcli.model.text import Text

ASKED_ERRORS: dict[str, Text] = {
    "level-not-among": Text(
        "Chưa có kết quả nào của cấp {level}; các cấp đã có: {known}.",
        "There is no result of level {level} yet; levels at hand: {known}.",
    ),
    "index-not-among": Text(
        "Không có chỉ số “{index}”; các chỉ số đã có kết quả: {known}.",
        "There is no index “{index}”; indices with results: {known}.",
    ),
    "self-without-results": Text(
        "Chưa có kết quả tự đánh giá của cấp {level}, kỳ {period}: chấm bằng parindex score … --stage self,"
        " hoặc bỏ --stage self.",
        "There is no self-assessed result of level {level} in {period}: score with parindex score … --stage"
        " self, or leave out --stage self.",
    ),
    "final-without-results": Text(
        "Cấp {level}, kỳ {period} mới có kết quả tự đánh giá: thêm --stage self, hoặc chấm kết quả thẩm định"
        " bằng parindex score.",
        "Level {level} has self-assessed results alone in {period}: add --stage self, or score what was"
        " appraised with parindex score.",
    ),
    "unit-self-only": Text(
        "Đơn vị “{name}” mới có kết quả tự đánh giá: thêm --stage self, hoặc chấm kết quả thẩm định bằng"
        " parindex score.",
        "“{name}” has self-assessed results alone: add --stage self, or score what was appraised with"
        " parindex score.",
    ),
    "block-without-units": Text(
        "Kỳ {period} không có đơn vị nào thuộc khối “{name}”; các khối: {known}.",
        "No unit belongs to the block “{name}” in {period}; the blocks are: {known}.",
    ),
    "unit-of-another-level": Text(
        "“{name}” có kết quả ở cấp {level}, không phải cấp đã chọn: sửa hoặc bỏ --level.",
        "“{name}” has results of level {level}, not of the one chosen: correct --level or leave it out.",
    ),
}
