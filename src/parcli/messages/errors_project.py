"""The one-sentence texts of ``ParError`` codes about an office's settings, and about writing results."""

from __future__ import annotations

from parcli.model.text import Text

PROJECT_ERRORS: dict[str, Text] = {
    "project-toml-twice": Text(
        "{path}, dòng {line}: bảng này đã có ở dòng {first}; gộp các khóa của hai bảng vào một.",
        "{path}, line {line}: this table stands on line {first} already; put the keys of both into one.",
    ),
    "project-toml-backslash": Text(
        "{path}, dòng {line}: trong ngoặc kép không dùng được dấu \\; viết đường dẫn bằng dấu /"
        " (\"D:/luu/x.db\"), hoặc đặt trong nháy đơn ('D:\\luu\\x.db').",
        "{path}, line {line}: a backslash cannot stand in double quotes; write the path with /"
        " (\"D:/luu/x.db\"), or in single quotes ('D:\\luu\\x.db').",
    ),
    "settings-set-of-another-level": Text(
        "Thiết lập [criteria.{level}] ghi bộ tiêu chí “{id}”, là bộ của cấp {own}:"
        " sửa parindex.toml (hoặc biến môi trường PARINDEX_CRITERIA__…).",
        "The setting [criteria.{level}] names criteria set “{id}”, which is for level {own}:"
        " correct parindex.toml (or the variable PARINDEX_CRITERIA__…).",
    ),
    "output-no-room": Text(
        "Không ghi được kết quả: ổ đĩa ghi kết quả (hoặc thư mục tạm) đã hết chỗ;"
        " hãy giải phóng dung lượng rồi chạy lại.",
        "The results could not be written: the disk they go to (or the temporary folder) is full;"
        " free some space and run again.",
    ),
    "level-not-in-use": Text(
        "{path}: bảng là của cấp {level}, không thuộc các cấp đang dùng (levels: {known});"
        " thêm cấp này vào levels trong parindex.toml, hoặc bỏ tệp này ra.",
        "{path}: the workbook is of level {level}, which is not among the levels in use (levels: {known});"
        " add it to levels in parindex.toml, or leave this file out.",
    ),
}
