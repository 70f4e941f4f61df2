"""The one-sentence texts of errors of ``parindex reconcile``."""

from __future__ import annotations

from parcli.model.text import Text

RECONCILE_ERRORS: dict[str, Text] = {
    "reconcile-no-table": Text(
        "Tệp {path} không có bảng nào: cần một bảng có dòng tiêu đề, cột tên (“Đơn vị”, “Lĩnh vực”) và các"
        " cột"
        " số.",
        "File {path} has no table: it needs one with a header, a column of names (“Đơn vị”, “Lĩnh vực”) and"
        " columns of figures.",
    ),
    "reconcile-no-header": Text(
        "Không tìm thấy dòng tiêu đề trong {path}, dòng giống nhất là: {texts}; ghi tiêu đề như “Đơn vị”,"
        " “Điểm”, hoặc nêu rõ từng cột bằng --map “Tiêu đề=vai trò”.",
        "No header was found in {path}, the likeliest row is: {texts}; use heads such as “Đơn vị”, “Điểm”, or"
        " say what each column holds by --map “header=role”.",
    ),
    "reconcile-header-unclear": Text(
        "Chưa hiểu dòng tiêu đề của {path}: nhận ra {known} trong {texts}, nhưng thiếu cột tên (“Đơn vị”,"
        " “Lĩnh"
        " vực”) hoặc cột số; nêu rõ bằng --map “Tiêu đề=vai trò”, ví dụ --map “Cơ sở=name”.",
        "The header of {path} is not understood: {known} are known of {texts}, but a column of names (“Đơn"
        " vị”,"
        " “Lĩnh vực”) or of figures is missing; say so by --map “header=role”, as in --map “Cơ sở=name”.",
    ),
    "reconcile-several-tables": Text(
        "{path} có nhiều bảng; thêm --table và số thứ tự, hoặc --sheet và tên trang tính, để chọn một:"
        " {known}.",
        "{path} has several tables; add --table with a number, or --sheet with a name, to choose one:"
        " {known}.",
    ),
    "reconcile-table-unknown": Text(
        "{path} không có bảng đó; các bảng hiểu được là: {known}.",
        "{path} has no such table; those that are understood are: {known}.",
    ),
    "reconcile-folder": Text(
        "{path} là một thư mục: hãy chỉ rõ tệp có bảng (.xlsx, .docx, .csv, .html, .md…) trong thư mục đó.",
        "{path} is a folder: name the file with the table (.xlsx, .docx, .csv, .html, .md…) in it.",
    ),
    "reconcile-not-word": Text(
        "Tệp {path} không phải là văn bản Word hoặc đã hỏng: hãy mở bằng Word và lưu lại dạng .docx.",
        "File {path} is no Word document, or is damaged: open it in Word, save it as .docx and try again.",
    ),
    "reconcile-too-large": Text(
        "Bảng trong {path} có {rows} dòng, {columns} cột, vượt mức {most_rows} dòng, {most_columns} cột:"
        " hãy tách bảng thành nhiều tệp.",
        "The table in {path} has {rows} rows and {columns} columns, more than {most_rows} rows or"
        " {most_columns} columns: split it into several files.",
    ),
    "reconcile-map-column": Text(
        "--map: bảng không có cột “{text}”; các cột là: {known}.",
        "--map: the table has no column “{text}”; its columns are: {known}.",
    ),
    "reconcile-text-empty": Text(
        "--text không có câu nào: ghi câu cần so, hoặc @ và tên tệp văn bản.",
        "--text has no sentence: give the sentences to compare, or @ and the name of a text file.",
    ),
    "reconcile-nothing": Text(
        "{path}: không có quan hệ nào giữa các số để kiểm tra (các cột được hiểu là: {columns}); nêu lại"
        " vai trò"
        " của cột bằng --map nếu hiểu sai.",
        "{path}: no figures of it have to do with one another (columns were taken as: {columns}); say by"
        " --map"
        " what columns hold if they were misunderstood.",
    ),
}
