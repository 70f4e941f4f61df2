"""The one-sentence texts of ``ParError`` codes about tables that are imported or joined."""

from __future__ import annotations

from parcli.model.period import FIRST_YEAR, LAST_YEAR
from parcli.model.text import Text

TABLE_ERRORS: dict[str, Text] = {
    "file-empty-table": Text(
        "Tệp {path} không có ô nào có nội dung: hãy chọn tệp có bảng kết quả.",
        "File {path} has no cell with anything in it: choose the file that holds the table.",
    ),
    "table-encoding": Text(
        "Tệp {path} không phải mã UTF-8 hoặc UTF-16: trong Excel, lưu lại dạng “CSV UTF-8” hoặc .xlsx.",
        "File {path} is neither UTF-8 nor UTF-16: in Excel, save it as “CSV UTF-8” or .xlsx.",
    ),
    "table-open-quote": Text(
        "Tệp {path} có dấu ngoặc kép mở ở dòng {line} mà không đóng: hãy sửa dòng đó.",
        "File {path} has a quotation mark opened in line {line} and never closed: correct that line.",
    ),
    "table-damaged": Text(
        "Không tách được các cột của tệp {path} từ dòng {line}: hãy mở bằng Excel và lưu dạng .xlsx.",
        "The columns of {path} cannot be told apart from line {line} on: open it in Excel, save it as .xlsx.",
    ),
    "table-no-header": Text(
        "Không tìm thấy dòng tiêu đề trong {path}: cần một cột tên đơn vị (“{unit}”) và các cột số liệu.",
        "No header was found in {path}: it needs a column of units (“{unit}”) and columns of figures.",
    ),
    "table-header-unknown": Text(
        "Không nhận ra dòng tiêu đề trong {path}; dòng giống tiêu đề nhất có {found}: hãy chỉ rõ cột tên đơn"
        ' vị và ít nhất một cột số liệu, ví dụ --map "{unit}" --map "{figure}".',
        "No header is known in {path}; the row most like one has {found}: name the column of units and at"
        ' least one of figures, for example --map "{unit}" --map "{figure}".',
    ),
    "map-role-twice": Text(
        "--map nêu hai cột cùng là {role}: {first} và {second}; chỉ một cột có vai trò này, cột kia ghi"
        " =ignore.",
        "--map names two columns as {role}: {first} and {second}; only one can be, give the other “=ignore”.",
    ),
    "table-no-unit": Text(
        "{path}: bảng không ghi đơn vị; thêm cột “Đơn vị”, hoặc dòng “Đơn vị: …” phía trên bảng, hoặc chỉ rõ"
        " cột tên đơn vị bằng --map “Tiêu đề=unit”.",
        "{path}: the table names no unit; add a column “Đơn vị”, or a line “Đơn vị: …” above the table, or"
        " name the column of units by --map “header=unit”.",
    ),
    "table-no-index": Text(
        "{path}: bảng không ghi là chỉ số nào; thêm --index, ví dụ --index PAR, hoặc cột “Chỉ số”.",
        "{path}: the table names no index; add --index, as in --index PAR, or a column “Chỉ số”.",
    ),
    "table-no-period": Text(
        "{path}: bảng không ghi kỳ; thêm --period, ví dụ --period 2023, hoặc cột “Năm”.",
        "{path}: the table names no period; add --period, as in --period 2023, or a column “Năm”.",
    ),
    "table-period-unclear": Text(
        "{path}: ô {place} ghi kỳ “{text}” nên không rõ bảng thuộc kỳ nào;"
        f" ghi lại, ví dụ “Năm 2023” (năm từ {FIRST_YEAR} đến {LAST_YEAR}), hoặc thêm --period.",
        "{path}: cell {place} states the period “{text}”, which is none; write it as “2023”"
        f" (a year from {FIRST_YEAR} to {LAST_YEAR}), or add --period.",
    ),
    "table-no-level": Text(
        "{path}: bảng không ghi cấp của đơn vị; thêm --level, ví dụ --level district, hoặc cột “Cấp”.",
        "{path}: the table does not say the units' level; add --level, as in --level district,"
        " or a column “Cấp”.",
    ),
    "table-no-results": Text(
        "{path}: không đọc được kết quả của đơn vị nào, nên không nhập gì; kiểm tra các dòng dưới tiêu đề.",
        "{path}: no result of any unit could be read, nothing was imported; check the rows below the header.",
    ),
    "table-no-whole": Text(
        "{path}: bảng chỉ có cột của từng nhóm ({names}), không có nhóm “Tổng cộng” hay cột “Tổng điểm” của"
        " đơn vị; thêm cột ấy rồi nhập lại.",
        "{path}: the table has columns for each group ({names}), but no group “Tổng cộng” and no column"
        " “Tổng điểm” of the unit; add one and import again.",
    ),
    "table-no-figures": Text(
        "{path}: không cột nào có tiêu đề là điểm, tỷ lệ, hạng hay xếp loại của đơn vị; cần một cột như"
        " “Tổng điểm”, hoặc chỉ rõ cột bằng --map “Tiêu đề=points”.",
        "{path}: no column is headed as points, percentage, rank or grade of the units; it needs one such as"
        " “Tổng điểm”, or name the column by --map “header=points”.",
    ),
    "table-deduction": Text(
        "{path}: cột “{deducted}” ({place}) có điểm bị trừ nhưng bảng không có cột điểm sau khi trừ, không rõ"
        " cột “{points}” đã trừ chưa; thêm cột “Tổng điểm”, hoặc nếu đã trừ thì ghi --map “{example}”.",
        "{path}: the column “{deducted}” ({place}) takes points off, but none has the points after that;"
        " it is open whether “{points}” is before or after: add a column “Tổng điểm”, or, if it is after,"
        " say --map “{example}”.",
    ),
    "table-self-assessed": Text(
        "{path}: bảng ghi kết quả tự đánh giá (ô {place}), không phải kết quả đã công bố; hãy chấm bảng của"
        " các đơn vị bằng parindex score … --stage self.",
        "{path}: the table holds self-assessments (cell {place}), which nobody published; score the units'"
        " workbooks with parindex score … --stage self.",
    ),
    "table-of-scores": Text(
        "{path}: bảng do parindex score ghi ra, mỗi lĩnh vực một dòng; để nhập vào nơi khác, ghi bảng xếp"
        " hạng bằng parindex rank … --format csv.",
        "{path}: the table is written by parindex score, with a row for each area; to import results"
        " elsewhere, write the ranking with parindex rank … --format csv.",
    ),
    "table-says-otherwise": Text(
        "{path}: bảng ghi “{stated}” (ô {place}), khác {option} {given}; bỏ {option} hoặc chọn đúng tệp.",
        "{path}: the table says “{stated}” (cell {place}), not {option} {given};"
        " drop {option} or choose the right file.",
    ),
    "table-no-points": Text(
        "{path}: bảng điểm cần cột tên đơn vị và mỗi tiêu chí một cột có mã"
        " (hoặc hai cột mã tiêu chí và giá trị).",
        "{path}: a table of points needs a column of units and one for each criterion code"
        " (or columns of codes and values).",
    ),
}
