"""The words on the sheet that lists what was found in a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

SHEET_NAME = Text("Kết quả kiểm tra", "Check results")
TITLE = Text("KẾT QUẢ KIỂM TRA", "CHECK RESULTS")
HEAD = Text(
    "Tệp: {file} · Kiểm tra lúc {time} · Bộ tiêu chí: {sets}",
    "File: {file} · Checked {time} · Criteria set: {sets}",
)
SET = Text("{id} ({status})", "{id} ({status})")
NO_SET = Text("chưa xác định", "not known")
COPY_HINT = Text(
    "Đây là bản sao có chú thích và tô màu; tệp gốc không thay đổi. Bấm vào vị trí để tới ô. Muốn dùng bản"
    " sao này thay tệp gốc, mở bằng Excel và lưu lại trước.",
    "This is a copy with comments and colours; the original stays as it is. Click a place to go to its cell."
    " To use this copy instead of the original, open it in Excel and save it first.",
)
LIST_HINT = Text(
    "Tệp thuộc loại không ghi chú thích được nên chỉ có danh sách này. Bấm vào vị trí để mở tệp gốc tại ô đó,"
    " khi hai tệp vẫn ở chỗ cũ.",
    "The file is of a kind that takes no comments, so there is this list only. Click a place to open the"
    " original at that cell, while both files stay where they are.",
)
WHOLE_FILE = Text("Cả tệp", "Whole file")
COLUMNS: Mapping[str, Text] = MappingProxyType(
    {
        "number": Text("STT", "No."),
        "severity": Text("Mức độ", "Severity"),
        "place": Text("Vị trí", "Place"),
        "unit": Text("Đơn vị", "Unit"),
        "message": Text("Phát hiện", "Finding"),
        "remedy": Text("Việc cần làm", "What to do"),
        "code": Text("Mã phát hiện", "Code of finding"),
    }
)
