"""Sentences for tables that are not the form of one unit, or whose header is not understood."""

from __future__ import annotations

from parcli.model.text import Text

_IMPORT = Text(
    ", không có gì để chấm: nếu là kết quả đã công bố, hãy nhập bằng"
    " “parindex import {path} --index PAR --period 2023 --level xã” (chỉ số, kỳ và cấp của bảng).",
    ", nothing to score: if they are published results, bring them in by"
    " “parindex import {path} --index PAR --period 2023 --level commune”"
    " (index, period and level of the table).",
)


def _results(vi: str, en: str) -> Text:
    return Text(vi + _IMPORT.vi, en + _IMPORT.in_("en"))


FORM_ERRORS: dict[str, Text] = {
    "header-unclear": Text(
        "Tiêu đề bảng trong {path} có {found} nhưng thiếu một cột như {missing}; chưa hiểu {unread}:"
        ' nếu một trong số đó là cột còn thiếu, hãy chỉ rõ, ví dụ --map "{example}".',
        "The table header in {path} has {found} but lacks a column such as {missing}; it has {unread} too:"
        ' if one of these is what is missing, say so, for example --map "{example}".',
    ),
    "header-two-alike": Text(
        "Bảng trong {path} có hai cột đều có thể là cột “{role}”: “{first}” ({other}) và “{second}”"
        ' ({place}); hãy chỉ rõ cột cần đọc, ví dụ --map "{example}".',
        "The table in {path} has two columns that can both be “{role}”: “{first}” ({other}) and “{second}”"
        ' ({place}); say which to read, for example --map "{example}".',
    ),
    "header-named-alike": Text(
        "Bảng trong {path} có hai cột đều được chỉ là cột “{role}”: “{first}” ({other}) và “{second}”"
        " ({place}); chỉ để một cột có vai trò này trong --map hoặc trong [header_words] của parindex.toml.",
        "The table in {path} has two columns that are both said to be “{role}”: “{first}” ({other}) and"
        " “{second}” ({place}); give the role to one only, in --map or in [header_words] of parindex.toml.",
    ),
    "header-of-other-period": Text(
        "Bảng trong {path} không có cột điểm của kỳ này, còn {columns} là của năm hoặc kỳ khác: hãy thêm một"
        " cột như {missing}, hoặc sửa năm hoặc kỳ trong tiêu đề nếu đó là điểm của kỳ này.",
        "The table in {path} has no points of this period, and {columns} are of another year or period: add a"
        " column such as {missing}, or correct the year or period in the headers if they are of this one.",
    ),
    "header-of-other-year": Text(
        "Bảng trong {path} là của năm {year} nhưng các cột điểm ghi năm khác: {columns}; hãy sửa năm ghi phía"
        " trên bảng hoặc ở tên trang tính, năm trong tiêu đề cột, hoặc --period.",
        "The table in {path} is of {year}, but its columns of points name another year: {columns}; correct"
        " the year above the table or in the sheet's name, that in the headers, or --period.",
    ),
    "header-formula-no-value": Text(
        "Tiêu đề bảng trong {path} thiếu một cột như {missing}, và tiêu đề ở {cells} là công thức mà tệp"
        " không lưu giá trị: hãy mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng tiêu đề.",
        "The table header in {path} lacks a column such as {missing}, and the header at {cells} is a formula"
        " of which the file holds no value: open the file in Excel and save it, or type the header.",
    ),
    "map-without-column": Text(
        "Tùy chọn --map nêu {texts} nhưng bảng trong {path} không có cột nào có tiêu đề hoặc chữ cái đó;"
        " bảng có {found}: hãy chép đúng tiêu đề hoặc chữ cái của cột.",
        "--map names {texts}, but no column of the table in {path} has that header or those letters; it has"
        " {found}: copy a column's header or letters.",
    ),
    "header-words-unknown": Text(
        "Không nhận ra tiêu đề nào trong {path}; dòng giống tiêu đề nhất có {found}:"
        ' hãy chỉ rõ ít nhất cột tên tiêu chí và một cột điểm, ví dụ --map "{title}" --map "{answer}".',
        "No header is known in {path}; the row most like one has {found}:"
        ' name at least a column of titles and one of points, for example --map "{title}" --map "{answer}".',
    ),
    "workbook-is-ranking": _results(
        "Tệp {path} là bảng kết quả (tiêu đề ở {place}), mỗi dòng là điểm của một đơn vị, không có tiêu chí",
        "File {path} is a table of results (headed at {place}), each row a unit's points without criteria",
    ),
    "workbook-is-areas": _results(
        "Tệp {path} là bảng tổng hợp theo lĩnh vực (tiêu đề ở {place}), mỗi dòng một đơn vị, không tiêu chí",
        "File {path} is a summary by area (headed at {place}), a row for each unit without criteria",
    ),
    "workbook-is-indices": _results(
        "Tệp {path} là bảng chỉ số theo lĩnh vực (tiêu đề ở {place}), mỗi dòng một đơn vị, không tiêu chí",
        "File {path} is a table of indices by area (headed at {place}), a row for each unit without criteria",
    ),
    "workbook-several-periods": Text(
        "Tệp {path} có bảng của nhiều kỳ: {first} ở trang tính “{sheet}”, {second} ở trang tính “{other}”;"
        " hãy chọn một kỳ bằng --period.",
        "File {path} holds tables of several periods: {first} on sheet “{sheet}”, {second} on sheet"
        " “{other}”; choose one by --period.",
    ),
    "workbook-units-below": Text(
        "Trong {path}, bảng của nhiều đơn vị xếp dưới nhau ({names} bắt đầu ở {cells}) nhưng bảng đầu không"
        " ghi đơn vị: hãy ghi “Đơn vị: …” phía trên bảng đầu, hoặc tách mỗi đơn vị thành một trang tính.",
        "In {path} the tables of several units stand below each other ({names} begin at {cells}), but the"
        " first one names no unit: write “Đơn vị: …” above it, or give each unit a sheet of its own.",
    ),
    "workbook-several-units": Text(
        "Tệp {path} có bảng của nhiều đơn vị ({names}): hãy chọn một đơn vị bằng --unit.",
        "File {path} holds tables of several units ({names}): choose one by --unit.",
    ),
    "unit-not-in-workbook": Text(
        "Tệp {path} không có bảng của “{unit}”: các đơn vị trong tệp là {names}.",
        "File {path} has no table of “{unit}”: its units are {names}.",
    ),
    "map-unreadable": Text(
        "--map “{text}” chưa đúng: hãy ghi tiêu đề hoặc chữ cái của cột, dấu =, rồi vai trò;"
        ' ví dụ --map "Điểm tự chấm=self" hoặc --map "G=self".',
        "--map “{text}” is not understood: write a column's header or letters, = and its role;"
        ' for example --map "G=self".',
    ),
    "map-role-unknown": Text(
        "--map “{text}”: không có vai trò “{role}”; các vai trò là {known}.",
        "--map “{text}”: there is no role “{role}”; the roles are {known}.",
    ),
    "map-twice": Text(
        "--map nêu cột “{header}” hai lần với hai vai trò: {first} và {second}.",
        "--map names the column “{header}” twice, as {first} and as {second}.",
    ),
}
