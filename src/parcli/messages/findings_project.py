"""Findings about an office's settings and its register of units, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity
from parcli.model.period import FIRST_YEAR, LAST_YEAR

ERROR = Severity.ERROR

TABLE: dict[str, Entry] = {
    # parindex.toml and PARINDEX_… variables
    "setting-unknown": entry(
        ERROR,
        "Không có thiết lập “{key}”.",
        "Dùng: {known}; hoặc xóa dòng (biến môi trường) này.",
        en="There is no setting “{key}”.",
        remedy_en="Use: {known}; or delete the line (or the environment variable).",
    ),
    "setting-not-text": entry(
        ERROR,
        "“{key}” là {found}, nhưng ở đây cần một đoạn chữ.",
        "Đặt giá trị trong ngoặc kép.",
        en="“{key}” is {found}, but text is needed here.",
        remedy_en="Put the value in quotes.",
    ),
    "setting-not-list": entry(
        ERROR,
        "“{key}” là {found}, nhưng ở đây cần một danh sách.",
        'Viết trong ngoặc vuông, ví dụ ["department", "district"].',
        en="“{key}” is {found}, but a list is needed here.",
        remedy_en='Write it in square brackets, as in ["department", "district"].',
    ),
    "setting-not-table": entry(
        ERROR,
        "“{key}” là {found}, nhưng ở đây cần các khóa và giá trị.",
        "Viết dòng [{key}], rồi mỗi dòng bên dưới một khóa và giá trị.",
        en="“{key}” is {found}, but keys and values are needed here.",
        remedy_en="Write a line [{key}] and one key with its value per line below it.",
    ),
    "setting-not-json": entry(
        ERROR,
        "Biến môi trường không đọc được: giá trị phải ở dạng JSON.",
        'Viết dạng {{"khóa": "giá trị"}}, hoặc ghi thiết lập này trong parindex.toml.',
        en="The environment variable cannot be read: its value has to be JSON.",
        remedy_en='Write it as {{"key": "value"}}, or state the setting in parindex.toml.',
    ),
    "setting-empty": entry(
        ERROR,
        "“{key}” để trống.",
        "Điền giá trị hoặc xóa dòng này.",
        en="“{key}” is empty.",
        remedy_en="Fill it in or delete the line.",
    ),
    "setting-control-character": entry(
        ERROR,
        "Đường dẫn của “{key}” có ký tự điều khiển: trong ngoặc kép, dấu \\ cùng chữ sau nó có nghĩa khác.",
        "Viết đường dẫn bằng dấu / (\"D:/new/x\"), hoặc đặt trong nháy đơn ('D:\\new\\x').",
        en="The path of “{key}” has a control character: in double quotes, a backslash changes what follows.",
        remedy_en="Write the path with / (\"D:/new/x\"), or in single quotes ('D:\\new\\x').",
    ),
    "setting-bad-value": entry(
        ERROR,
        "“{key}” là “{found}”, không thuộc các giá trị được dùng.",
        "Chọn một trong: {allowed}.",
        en="“{key}” is “{found}”, which is not one of the possible values.",
        remedy_en="Choose one of: {allowed}.",
    ),
    "setting-word-twice": entry(
        ERROR,
        "“{key}”: tiêu đề “{word}” được ghi cho hai vai trò, {first} và {second}.",
        "Để tiêu đề này ở một vai trò.",
        en="“{key}”: the header “{word}” stands below two roles, {first} and {second}.",
        remedy_en="Leave the header below one of them.",
    ),
    "setting-period-unknown": entry(
        ERROR,
        "“{key}”: khóa cuối không phải là một kỳ.",
        f"Ghi 2023, 2023-H1, 2023-Q2 (năm từ {FIRST_YEAR} đến {LAST_YEAR}) hoặc default.",
        en="“{key}”: its last key is no period.",
        remedy_en=f"Write 2023, 2023-H1, 2023-Q2 (a year from {FIRST_YEAR} to {LAST_YEAR}) or default.",
    ),
    # units.csv as a file
    "units-is-workbook": entry(
        ERROR,
        "Danh sách đơn vị phải là tệp CSV, tệp này là bảng Excel.",
        "Trong Excel, chọn Lưu thành với kiểu “CSV UTF-8”.",
        en="A list of units has to be a CSV file, this one is an Excel workbook.",
        remedy_en="In Excel, choose Save As with the type “CSV UTF-8”.",
    ),
    "units-utf16": entry(
        ERROR,
        "Tệp ở bảng mã UTF-16 (“Unicode Text” của Excel), không phải UTF-8.",
        "Trong Excel, chọn Lưu thành với kiểu “CSV UTF-8”.",
        en="The file is in UTF-16 (Excel's “Unicode Text”), not in UTF-8.",
        remedy_en="In Excel, choose Save As with the type “CSV UTF-8”.",
    ),
    "units-not-utf8": entry(
        ERROR,
        "Tệp không ở bảng mã UTF-8 (có thể là Windows-1258, TCVN3 hoặc VNI).",
        "Trong Excel, kiểm tra chữ hiển thị đúng, rồi chọn Lưu thành với kiểu “CSV UTF-8”.",
        en="The file is not in UTF-8 (it may be Windows-1258, TCVN3 or VNI).",
        remedy_en="In Excel, check that its text shows well, then choose Save As with the type “CSV UTF-8”.",
    ),
    "units-empty": entry(
        ERROR,
        "Tệp không có dòng tiêu đề.",
        "Ghi dòng đầu với các cột Mã, Tên đơn vị, Cấp; hoặc xóa tệp nếu không dùng.",
        en="The file has no header.",
        remedy_en="Write a first line with the columns code, name, level; or delete the file.",
    ),
    "units-row-broken": entry(
        ERROR,
        "Dòng bắt đầu ở đây có dấu ngoặc kép không khớp.",
        "Mở tệp bằng Excel, sửa ô có dấu ngoặc kép, rồi lưu kiểu “CSV UTF-8”.",
        en="The row that begins here has a quote without its partner.",
        remedy_en="Open the file in Excel, correct the cell with the quote and save it as “CSV UTF-8”.",
    ),
    "units-column-unknown": entry(
        ERROR,
        "Không có cột “{column}”.",
        "Đổi tên cột (gần nhất là {near}) hoặc xóa cột; cột ghi chú thì đặt tên Ghi chú.",
        en="There is no column “{column}”.",
        remedy_en="Rename it (the nearest is {near}) or delete it; a column of remarks is named note.",
    ),
    "units-column-twice": entry(
        ERROR,
        "Cột “{column}” trùng nghĩa với cột “{first}” đứng trước.",
        "Giữ lại một cột.",
        en="The column “{column}” means the same as the earlier column “{first}”.",
        remedy_en="Keep one of the two.",
    ),
    "units-column-missing": entry(
        ERROR,
        "Tiêu đề thiếu cột: {columns}.",
        "Thêm các cột này ở dòng đầu; các cột cách nhau bằng dấu phẩy hoặc dấu chấm phẩy.",
        en="The header lacks the columns: {columns}.",
        remedy_en="Add them to the first line; columns are separated by commas or semicolons.",
    ),
    "units-extra-cells": entry(
        ERROR,
        "Dòng có {found} ô, nhiều hơn {wanted} cột của tiêu đề.",
        "Đặt trong ngoặc kép ô có chứa dấu phân cách, hoặc xóa ô thừa.",
        en="The row has {found} cells, more than the {wanted} columns of the header.",
        remedy_en="Put the cell that contains a separator in quotes, or delete the extra cells.",
    ),
    # one unit
    "unit-cell-empty": entry(
        ERROR,
        "Ô của cột “{column}” để trống.",
        "Điền ô này; mỗi đơn vị phải có mã, tên và cấp.",
        en="The cell of column “{column}” is empty.",
        remedy_en="Fill it in; every unit has a code, a name and a level.",
    ),
    "unit-level-unknown": entry(
        ERROR,
        "Không có cấp “{found}”.",
        "Dùng: {known}; hoặc viết bộ, tỉnh, sở, phòng, huyện, xã.",
        en="There is no level “{found}”.",
        remedy_en="Use: {known}.",
    ),
    "unit-level-not-in-use": entry(
        ERROR,
        "Cấp {found} không có trong các cấp đang dùng (levels) của parindex.toml: {known}.",
        "Sửa cấp của đơn vị, hoặc thêm cấp này vào levels.",
        en="Level {found} is not among the levels in use of parindex.toml: {known}.",
        remedy_en="Correct the unit's level, or add the level to levels.",
    ),
    "unit-block-undeclared": entry(
        ERROR,
        "Khối “{found}” không có trong [blocks] của parindex.toml.",
        "Dùng: {known}; hoặc khai báo khối này trong [blocks].",
        en="Block “{found}” is not in [blocks] of parindex.toml.",
        remedy_en="Use: {known}; or declare the block in [blocks].",
    ),
    "unit-date-bad": entry(
        ERROR,
        "“{found}” ở cột “{column}” không phải là một ngày.",
        "Ghi năm-tháng-ngày (2025-07-01) hoặc ngày/tháng/năm (01/07/2025).",
        en="“{found}” in column “{column}” is no date.",
        remedy_en="Write year-month-day (2025-07-01) or day/month/year (01/07/2025).",
    ),
    "unit-dates-reversed": entry(
        ERROR,
        "Ngày hết hiệu lực ({last}) đứng trước ngày có hiệu lực ({first}).",
        "Sửa cột “{column_from}” hoặc cột “{column_to}”.",
        en="The last day ({last}) comes before the first ({first}).",
        remedy_en="Correct column “{column_from}” or column “{column_to}”.",
    ),
    "unit-code-twice": entry(
        ERROR,
        "Mã “{code}” đã dùng ở {first}.",
        "Cho mỗi đơn vị một mã riêng, kể cả đơn vị mới thành lập từ đơn vị cũ.",
        en="The code “{code}” is already used in {first}.",
        remedy_en="Give each unit its own code, also one that was made from an earlier unit.",
    ),
    "unit-name-twice": entry(
        ERROR,
        "Tên “{name}” cũng là tên của đơn vị cùng cấp ở {first}, có hiệu lực cùng lúc.",
        "Sửa tên (tên khác), hoặc ghi các cột Hiệu lực từ, Hiệu lực đến để hai đơn vị không trùng thời gian.",
        en="“{name}” also names the unit of the same level in {first}, which is valid at the same time.",
        remedy_en="Correct the name (or alias), or state valid_from and valid_to so that they part.",
    ),
    "unit-reference-unknown": entry(
        ERROR,
        "Cột “{column}” ghi mã “{found}”, nhưng không có đơn vị nào mang mã này.",
        "Ghi mã của một đơn vị trong tệp hoặc của một tỉnh; gần nhất: {near}.",
        en="Column “{column}” says “{found}”, but no unit has this code.",
        remedy_en="Write the code of a unit of the file or of a province; the nearest: {near}.",
    ),
    "unit-reference-circle": entry(
        ERROR,
        "Cột “{column}” đi vòng tròn qua các mã: {codes}.",
        "Sửa cột “{column}” của một trong các đơn vị này.",
        en="Column “{column}” runs in a circle through the codes: {codes}.",
        remedy_en="Correct the column “{column}” of one of these units.",
    ),
}
