"""The one-sentence texts of errors of files that take a reader of their own."""

from __future__ import annotations

from parcli.model.text import Text

WORKBOOK_ERRORS: dict[str, Text] = {
    "workbook-blank": Text(
        "Chưa chấm tệp {path}: bảng còn trống, chưa có số liệu hay điểm nào, có thể là mẫu chưa điền; tệp này"
        " không tính là đã nộp.",
        "File {path} is not scored: its table is blank, without any value or points, perhaps a template that"
        " was never filled in; it does not count as handed in.",
    ),
    "form-too-large": Text(
        "Tệp {path}: trang tính “{sheet}” quá lớn để là một bảng chấm điểm: {what} là {found}, nhiều nhất"
        " {most}; hãy xóa dòng, cột, trang tính không thuộc bảng, hoặc chép riêng bảng sang một tệp mới.",
        "File {path}: the sheet “{sheet}” is too large to be a form: {what}: {found}, at most {most};"
        " delete the rows, columns and sheets that are not of the table, or copy the table alone into a new"
        " file.",
    ),
    "forms-too-many-rows": Text(
        "Tệp {path}: bảng của mọi đơn vị có tất cả {found} dòng, nhiều nhất {most}; hãy chia các đơn vị ra"
        " nhiều tệp.",
        "File {path}: the tables of all units have {found} rows together, at most {most}; divide the units"
        " among several files.",
    ),
    "workbook-doctype": Text(
        "Tệp {path} có khai báo DOCTYPE trong phần {part}, cách dùng để gài nội dung từ ngoài vào; phần mềm"
        " văn phòng không ghi như vậy, nên tệp không được đọc: hãy yêu cầu nơi gửi mở tệp gốc, lưu thành tệp"
        " mới rồi gửi lại.",
        "File {path} has a DOCTYPE in its part {part}, a way to bring in content from elsewhere; no office"
        " program writes one, so the file is not read: ask its sender to open the original, save it as a new"
        " file and send that.",
    ),
    "workbook-too-costly": Text(
        "Không đọc được tệp {path} trong giới hạn an toàn ({seconds} giây, {megabytes} MB), có thể do tệp"
        " bị hỏng: hãy chép riêng bảng chấm điểm sang một tệp mới, dạng .xlsx.",
        "File {path} cannot be read within safe limits ({seconds} seconds, {megabytes} MB), perhaps because"
        " it is damaged: copy the table alone into a new .xlsx file.",
    ),
    "reader-not-started": Text(
        "Không khởi động được tiến trình đọc tệp {path}: hãy cài lại parindex, hoặc mở tệp bằng Excel và lưu"
        " dạng .xlsx.",
        "The process that reads file {path} did not start: install parindex again, or open the file in Excel"
        " and save it as .xlsx.",
    ),
}
